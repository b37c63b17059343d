package entity

import (
	"math/bits"
	"unicode"
	"unicode/utf8"
)

// nameWord is a word of a name, made comparable: lower case, marks of letters
// off, full stops and a final possessive off.
type nameWord struct {
	hash       uint64
	start, end int32 // in the name's text, without the possessive
	first      rune  // its first letter in lower case
	letters    int16 // how many letters and digits it has
	capital    bool  // begins with a capital or a digit
	upper      bool  // has no lower-case letter
}

// initial reports whether the word is one letter: "H." or "H".
func (w *nameWord) initial() bool { return w.letters == 1 }

// maxNameWords bounds how much of a name is looked at; a longer one is cut, so
// that a hostile name costs no more than a long one.
const maxNameWords = 24

// appendWords splits a name at white space, commas, quotes and brackets and
// appends its words. Words without a letter or digit are left out.
func appendWords(words []nameWord, name string) []nameWord {
	limit := len(words) + maxNameWords
	for i := 0; i < len(name) && len(words) < limit; {
		r, n := utf8.DecodeRuneInString(name[i:])
		if isNameGap(r) {
			i += n
			continue
		}
		start := i
		for i < len(name) {
			if r, n = utf8.DecodeRuneInString(name[i:]); isNameGap(r) {
				break
			}
			i += n
		}
		if word := name[start:i]; word == "'s" || word == "’s" {
			continue // a possessive that stands apart
		}
		if w := foldWord(name[start:i]); w.letters > 0 {
			w.start, w.end = int32(start), w.end+int32(start)
			words = append(words, w)
		}
	}
	return words
}

// isNameGap reports whether r parts the words of a name.
func isNameGap(r rune) bool {
	switch r {
	case ' ', ',', ';', ':', '"', '“', '”', '(', ')', '[', ']', '/', '\u00a0', '|':
		return true
	}
	return unicode.IsSpace(r)
}

// foldWord hashes a word. Its offsets are relative to the word.
func foldWord(word string) nameWord {
	end := len(word) - possessive(word)
	w := nameWord{end: int32(end), upper: true}
	h := newFolded
	for i, r := range word[:end] {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			if r == '-' || r == '–' || r == '&' {
				h = h.add('-')
			}
			continue // full stops, apostrophes, combining marks
		}
		low := unicode.ToLower(r)
		if low != r || unicode.IsDigit(r) {
			w.capital = w.capital || w.letters == 0
		} else if unicode.IsLower(r) {
			w.upper = false
		}
		low = foldLetter(low)
		if w.letters == 0 {
			w.first = low
		}
		if w.letters < 1<<14 {
			w.letters++
		}
		h = h.add(low)
		if i > 1<<12 {
			break // a word of megabytes is known by its beginning
		}
	}
	w.hash = h.sum()
	return w
}

// folded is the hash of a folded word while it grows: FNV-1a over the letters,
// mixed in the end.
type folded uint64

const newFolded folded = 0x9E3779B97F4A7C15

func (h folded) add(r rune) folded { return (h ^ folded(r)) * 0x100000001B3 }

func (h folded) sum() uint64 {
	hi, lo := bits.Mul64(uint64(h), 0xD6E8FEB86659FD93)
	return hi ^ lo
}

// wordHash is the hash of a word given in the source, in lower case.
func wordHash(word string) uint64 {
	w := foldWord(word)
	return w.hash
}

// possessive is the length of the ending "'s" or "'" of a word, in bytes.
func possessive(word string) int {
	for _, s := range [...]string{"'s", "’s", "'S", "’S", "'", "’"} {
		if len(word) > len(s) && word[len(word)-len(s):] == s {
			return len(s)
		}
	}
	return 0
}

// latin are the base letters of U+00E0 to U+017F; a blank stays as it is.
const latin = "aaaaaaaceeeeiiiidnooooo ouuuuy yaaaaaaccccccccdd" + // à to ď
	"ddeeeeeeeeeegggggggghhhhiiiiiiiiii  jjkkkllllllll" + // Đ to ŀ
	"llnnnnnnnnnoooooo  rrrrrrssssssssttttttuuuuuuuuu" + // Ł to ů
	"uuuwwyyyzzzzzzs" // Ű to ſ

// foldLetter takes the marks off a Latin letter in lower case.
func foldLetter(r rune) rune {
	if r < 0xE0 || r > 0x17F {
		return r
	}
	if i := int(r - 0xE0); i < len(latin) && latin[i] != ' ' {
		return rune(latin[i])
	}
	return r
}
