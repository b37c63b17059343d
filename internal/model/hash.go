package model

import (
	"math/bits"
	"unicode"
	"unicode/utf8"
)

const (
	prime1 = 0x9E3779B97F4A7C15
	prime2 = 0xD6E8FEB86659FD93
)

// Hash maps a string to 64 well mixed bits. The result is the same on every
// machine: models are addressed by it.
func Hash(s string) uint64 {
	return hash(s)
}

// HashLower is Hash of s in lower case, without allocating for ASCII words of
// up to 64 bytes. Curly apostrophes count as straight ones.
func HashLower(s string) uint64 {
	var buf [64]byte
	if len(s) > len(buf) {
		return Hash(lower(s))
	}
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c >= utf8.RuneSelf {
			return Hash(lower(s))
		}
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		buf[i] = c
	}
	return hash(buf[:len(s)])
}

// Mix joins two hashes, or a hash and a small number, into one; the order
// counts.
func Mix(a, b uint64) uint64 {
	return fold(a^prime2, b+prime1)
}

// lower is the form that HashLower hashes.
func lower(s string) string {
	b := make([]byte, 0, len(s)+8)
	for _, r := range s {
		if r == '\u2019' || r == '\u2018' {
			r = '\''
		}
		b = utf8.AppendRune(b, unicode.ToLower(r))
	}
	return string(b)
}

func hash[S string | []byte](s S) uint64 {
	h := uint64(len(s)) * prime1
	i := 0
	for ; i+8 <= len(s); i += 8 {
		w := uint64(s[i]) | uint64(s[i+1])<<8 | uint64(s[i+2])<<16 | uint64(s[i+3])<<24 |
			uint64(s[i+4])<<32 | uint64(s[i+5])<<40 | uint64(s[i+6])<<48 | uint64(s[i+7])<<56
		h = fold(h^w, prime2)
	}
	var w uint64
	for shift := 0; i < len(s); i++ {
		w |= uint64(s[i]) << shift
		shift += 8
	}
	return fold(h^w, prime1) ^ h>>29
}

// fold multiplies to 128 bits and folds the halves into one, the mixing step
// of wyhash (Wang Yi, 2019).
func fold(a, b uint64) uint64 {
	hi, lo := bits.Mul64(a, b)
	return hi ^ lo
}

// HashBytes is Hash of the string that b is. Inlined, it would move its
// caller's buffers to the heap.
//
//go:noinline
func HashBytes(b []byte) uint64 {
	return hash(b)
}
