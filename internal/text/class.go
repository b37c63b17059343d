package text

import (
	"unicode"
	"unicode/utf8"
)

// class is what a character is to the tokenizer, as a set of bits.
type class uint8

const (
	space class = 1 << iota
	newline
	letter
	digit
	mark // everything else
	high // outside ASCII
)

var ascii = func() (t [utf8.RuneSelf]class) {
	for c := range t {
		switch {
		case c <= ' ' || c == 0x7f:
			t[c] = space
		case 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z':
			t[c] = letter
		case '0' <= c && c <= '9':
			t[c] = digit
		default:
			t[c] = mark
		}
	}
	t['\n'] |= newline
	t['\v'] |= newline
	t['\f'] |= newline
	return t
}()

// classAt returns the class of the character at text[i] and its size in bytes.
// A byte that is not UTF-8 counts as a letter of size one.
func classAt(text string, i int) (class, int) {
	if c := text[i]; c < utf8.RuneSelf {
		return ascii[c], 1
	}
	r, size := utf8.DecodeRuneInString(text[i:])
	switch {
	case r >= 0xc0 && r < 0x250 && r != 0xd7 && r != 0xf7: // Latin letters
		return letter | high, size
	case r == utf8.RuneError && size == 1:
		return letter | high, 1
	case r == 0x2028 || r == 0x2029 || r == 0x85:
		return space | newline, size
	case IsSpace(r):
		return space, size
	case r < 0x3000 && r >= 0x2000 && r != 0x200c && r != 0x200d && r != 0x2060:
		return mark | high, size // punctuation, arrows, signs
	case unicode.IsLetter(r) || unicode.IsMark(r) || unicode.Is(unicode.Cf, r):
		return letter | high, size
	case unicode.IsDigit(r):
		return digit | high, size
	}
	return mark | high, size
}

// IsSpace reports whether r parts words and belongs to none: the white space
// of Unicode, and what prints nothing and is no part of a word: control
// characters (NUL among them), the zero width space, the byte order mark, and
// the marks and embeddings that set the direction of writing. Joiners and soft
// hyphens are parts of the word they stand in.
func IsSpace(r rune) bool {
	switch {
	case r <= ' ' || r >= 0x7f && r <= 0xa0:
		return true
	case r < 0x1680:
		return r == 0x61c
	case r >= 0x2000 && r <= 0x200b, r == 0x200e, r == 0x200f, r >= 0x2028 && r <= 0x202f,
		r == 0x205f, r >= 0x2066 && r <= 0x2069, r == 0x3000, r == 0xfeff, r == 0x1680:
		return true
	}
	return false
}

func lowerByte(c byte) byte {
	if 'A' <= c && c <= 'Z' {
		return c + 'a' - 'A'
	}
	return c
}

// lowered writes s in lower case (ASCII letters only) into buf and returns it;
// it returns nil if s does not fit.
func lowered(buf *[24]byte, s string) []byte {
	if len(s) > len(buf) {
		return nil
	}
	for i := 0; i < len(s); i++ {
		buf[i] = lowerByte(s[i])
	}
	return buf[:len(s)]
}
