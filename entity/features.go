package entity

import (
	"unicode"
	"unicode/utf8"

	"github.com/dossier-nlp/dossier/internal/model"
)

// word is what the tagger knows of a token: by itself, worked out once a token,
// and from its place in the sentence and the document. The templates of
// features_templates.go and features_context.go put words together.
//
// The zero word stands for what lies outside the sentence.
type word struct {
	form, lower    uint64 // hashes of the word as written and in lower case
	shape          uint64 // see shapeOf; 0 outside the sentence
	prefix, suffix uint64 // up to eight bytes from either end in lower case, packed
	class          [grains]uint32
	usage          uint32 // how the unlabelled text writes the word, 0 if it does not have it
	listed         listed // what the word lists say of it
	short          abbreviation
	rumour         rumour // what the table of names tells of it
	echo           echo   // what the rest of the document says of it
	caps           caps   // how the word is capitalized
	size           uint8  // bytes, 255 for more
}

// caps is how a word is capitalized.
type caps uint8

const (
	noLetters caps = iota // a number or a mark
	lowercase
	initial // "Obama"
	allCaps // "NATO", also "A" and "U.S."
	mixed   // "iPhone", "McDonald"
)

// named says that the word is written like a name or a part of one.
func (c caps) named() bool { return c >= initial }

// longestShape is how many bytes of a word its shape is read from.
const longestShape = 40

// shapeOf reads the capitals, digits and marks of a word: its runs of equal
// signs are drawn together ("Xx" for "Obama", "X.X." for "U.S.", "d-x" for
// "19-year"), as in Collins (2002), with the length kept for short runs of
// capitals.
func shapeOf(s string) (uint64, caps) {
	if len(s) > longestShape {
		s = s[:longestShape]
	}
	var h uint64 = 1
	var last, run uint64
	upper, lower, first := 0, 0, true
	startsUpper := false
	for i := 0; i < len(s); {
		r, n := rune(s[i]), 1
		if r >= utf8.RuneSelf {
			r, n = utf8.DecodeRuneInString(s[i:])
		}
		i += n
		var sign uint64
		switch {
		case 'a' <= r && r <= 'z' || r >= utf8.RuneSelf && unicode.IsLower(r):
			sign = 'x'
			lower++
		case 'A' <= r && r <= 'Z' || r >= utf8.RuneSelf && unicode.IsUpper(r):
			sign = 'X'
			upper++
			startsUpper = startsUpper || first
		case '0' <= r && r <= '9':
			sign = 'd'
		case r == '\u2019' || r == '\u2018':
			sign = '\''
		case r < utf8.RuneSelf:
			sign = uint64(r)
		case unicode.IsLetter(r):
			sign = 'l'
		default:
			sign = 'm'
		}
		first = false
		if sign == last {
			run++
			if sign != 'X' || run > 4 {
				continue
			}
		} else {
			last, run = sign, 1
		}
		h = h*1099511628211 + sign
	}
	var c caps
	switch {
	case upper == 0 && lower == 0:
		c = noLetters
	case upper == 0:
		c = lowercase
	case lower == 0:
		c = allCaps
	case startsUpper && upper == 1:
		c = initial
	default:
		c = mixed
	}
	return h, c
}

// affixes packs up to eight bytes from either end of s, in lower case as far
// as ASCII goes.
func affixes(s string) (prefix, suffix uint64) {
	n := min(len(s), 8)
	for i := range n {
		prefix |= uint64(asciiLower(s[i])) << (8 * i)
		suffix |= uint64(asciiLower(s[len(s)-1-i])) << (8 * i)
	}
	return prefix, suffix
}

func asciiLower(c byte) byte {
	if 'A' <= c && c <= 'Z' {
		return c + 'a' - 'A'
	}
	return c
}

// affix is the first n bytes of a packed prefix or suffix.
func affix(packed uint64, n uint) uint64 { return packed & (1<<(8*n) - 1) }

// readWord works out what is known of s by itself, without the lists.
func readWord(s string) word {
	var w word
	w.form = model.Hash(s)
	w.lower = model.HashLower(s)
	w.shape, w.caps = shapeOf(s)
	w.prefix, w.suffix = affixes(s)
	w.size = uint8(min(len(s), 255))
	return w
}

// hide makes w a word that no training text has, known by its letters alone.
func (w *word) hide() {
	w.form = hiddenWord
	w.lower = hiddenWord
	w.class = [grains]uint32{}
	w.usage = 0
}

// hiddenWord is the hash of no word.
const hiddenWord = 0x6E6F6E65
