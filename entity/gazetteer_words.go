package entity

import (
	"iter"
	"unicode"
	"unicode/utf8"

	"github.com/dossier-nlp/dossier/internal/model"
)

// Names and texts are compared piece by piece, so that it does not matter how
// a text is split into tokens. A piece is a run of letters and digits, or one
// other character; white space parts pieces and is none.

// maxPieces bounds the pieces of a name.
const maxPieces = 32

// maxNameBytes bounds a name, a canonical name and a key.
const maxNameBytes = 1024

// gazPiece is a piece of a text, half open in bytes, with the hash of its
// letters in lower case.
type gazPiece struct {
	start, end int
	hash       uint64
}

// gazPieces yields the pieces of a text.
func gazPieces[S string | []byte](s S) iter.Seq[gazPiece] {
	return func(yield func(gazPiece) bool) {
		for at := 0; at < len(s); {
			p, next := nextPiece(s, at)
			if next == p.start {
				return
			}
			if at = next; p.end > p.start && !yield(p) {
				return
			}
		}
	}
}

const (
	fnvOffset = 14695981039346656037
	fnvPrime  = 1099511628211
)

// nextPiece reads the piece at or behind at; p.end == p.start if only white
// space is left. Hashing is FNV-1a (Fowler, Noll and Vo, 1991), mixed at the
// end.
func nextPiece[S string | []byte](s S, at int) (p gazPiece, next int) {
	h := uint64(fnvOffset)
	i := at
	for i < len(s) { // white space
		c := s[i]
		if c < utf8.RuneSelf {
			if c != ' ' && (c < '\t' || c > '\r') {
				break
			}
			i++
			continue
		}
		r, n := decodeRune(s, i)
		if !unicode.IsSpace(r) {
			break
		}
		i += n
	}
	p.start = i
	for i < len(s) {
		c := s[i]
		if c < utf8.RuneSelf {
			if !asciiWord(c) {
				if i == p.start {
					i++
					h = (h ^ uint64(c)) * fnvPrime
				}
				break
			}
			if 'A' <= c && c <= 'Z' {
				c += 'a' - 'A'
			}
			h = (h ^ uint64(c)) * fnvPrime
			i++
			continue
		}
		r, n := decodeRune(s, i)
		if !wordRune(r) {
			if i == p.start {
				i += n
				h = (h ^ uint64(foldRune(r))) * fnvPrime
			}
			break
		}
		h = (h ^ uint64(foldRune(r))) * fnvPrime
		i += n
	}
	p.end = i
	p.hash = model.Mix(h, uint64(1))
	return p, i
}

func decodeRune[S string | []byte](s S, i int) (rune, int) {
	var b [utf8.UTFMax]byte
	n := copy(b[:], s[i:min(i+utf8.UTFMax, len(s))])
	return utf8.DecodeRune(b[:n])
}

func asciiWord(c byte) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9'
}

func wordRune(r rune) bool {
	return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r) || unicode.Is(unicode.Mc, r))
}

// foldRune is the rune in lower case; curly apostrophes count as straight ones,
// and the dashes as the hyphen.
func foldRune(r rune) rune {
	switch r {
	case '\u2018', '\u2019', '\u02BC':
		return '\''
	case '\u2010', '\u2011', '\u2013':
		return '-'
	}
	return unicode.ToLower(r)
}

// gazMix joins the hash of the pieces so far and the next piece's.
func gazMix(key, piece uint64) uint64 { return model.Mix(key, piece) }

// sameName tells whether a text is a name by the rule, white space aside.
func sameName[N, T string | []byte](name N, text T, rule CaseRule) bool {
	i, j := 0, 0
	for {
		p, ni := nextPiece(name, i)
		q, nj := nextPiece(text, j)
		if p.start == p.end || q.start == q.end {
			return p.start == p.end && q.start == q.end
		}
		if p.hash != q.hash || !samePiece(name[p.start:p.end], text[q.start:q.end], rule) {
			return false
		}
		i, j = ni, nj
	}
}

// samePiece compares letter by letter.
func samePiece[N, T string | []byte](name N, text T, rule CaseRule) bool {
	acronym := rule == SmartCase && isAcronym(name)
	i, j := 0, 0
	for i < len(name) && j < len(text) {
		r, n := decodeRune(name, i)
		q, m := decodeRune(text, j)
		if foldRune(r) != foldRune(q) {
			return false
		}
		if r != q && unicode.ToLower(r) == unicode.ToLower(q) { // not in the same case
			switch rule {
			case ExactCase:
				return false
			case SmartCase:
				if acronym || i == 0 && unicode.IsUpper(r) {
					return false
				}
			}
		}
		i += n
		j += m
	}
	return i == len(name) && j == len(text)
}

// isAcronym tells two or three capitals.
func isAcronym[S string | []byte](s S) bool {
	if len(s) < 2 || len(s) > 3 {
		return false
	}
	for i := 0; i < len(s); i++ {
		if s[i] < 'A' || s[i] > 'Z' {
			return false
		}
	}
	return true
}
