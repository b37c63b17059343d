package syntax

import (
	"unicode"
	"unicode/utf8"

	"github.com/dossier-nlp/dossier/internal/model"
)

// Word is what the tagger, the lemmatizer and the parser read of a word,
// computed once.
type Word struct {
	Form  uint64         // model.Hash of the word
	Key   uint64         // model.ClassKey: without case, digits alike
	Info  model.WordInfo // what is known of it from unlabelled text
	Front uint64         // its first 8 bytes in lower case, the first one lowest
	Back  uint64         // its last 8 bytes in lower case, the last one lowest
	Shape uint64         // the pattern of capitals, small letters, digits and marks
	Size  int32          // length in bytes
	Case  WordCase       //
}

// WordCase is how a word is written.
type WordCase uint8

// The cases of words. A word without letters is Uncased.
const (
	Uncased WordCase = iota
	Small            // in small letters
	Capital          // its first letter is a capital, others are not
	AllCaps          // two letters or more, all capitals
	Mixed            // a capital inside, a small letter first
)

// SentenceCase is how a sentence is written: where all words have capitals,
// or none has, capitals tell no names.
type SentenceCase uint8

// The cases of sentences.
const (
	Prose    SentenceCase = iota // capitals as usual
	Headline                     // most longer words are capitalized
	Shouted                      // all capitals
	Lowered                      // no capital at all
)

// Sentence is a sentence's words made ready. It is scratch: use it again for
// the next sentence, in one goroutine.
type Sentence struct {
	Words []Word
	Case  SentenceCase
}

// Set makes the sentence hold words. It allocates only to grow.
func (s *Sentence) Set(words []string, classes *model.Classes) {
	s.Words = s.Words[:0]
	for _, w := range words {
		s.Words = append(s.Words, Word{})
		s.Words[len(s.Words)-1].read(w)
	}
	s.Case = sentenceCase(s.Words)
	tells := s.Case == Prose
	for i := range s.Words {
		w := &s.Words[i]
		name := tells && (w.Case == AllCaps || w.Case == Capital && i > 0)
		w.Info = classes.Lookup(w.Key, name)
	}
}

// sentenceCase tells how a sentence is written by its words of four bytes and
// more, and those of three that a headline would capitalize; it needs four of
// them to speak of a headline.
func sentenceCase(words []Word) SentenceCase {
	var long, high, letters, shouted, small int
	for i := range words {
		w := &words[i]
		switch w.Case {
		case Uncased:
			continue
		case AllCaps:
			shouted++
		case Small:
			small++
		}
		letters++
		if w.Size >= 4 || w.Size == 3 && !isShortFunction(w) {
			long++
			if w.Case == Capital || w.Case == AllCaps {
				high++
			}
		}
	}
	switch {
	case letters >= 3 && small == 0 && shouted*10 >= letters*7:
		return Shouted
	case letters >= 3 && small == letters:
		return Lowered
	case long >= 4 && high*10 >= long*7:
		return Headline
	}
	return Prose
}

// isShortFunction tells whether a word is one that headlines leave small.
func isShortFunction(w *Word) bool {
	switch w.Front {
	case 'a' | 'n'<<8 | 'd'<<16, 'b' | 'u'<<8 | 't'<<16, 'f' | 'o'<<8 | 'r'<<16, 'n' | 'o'<<8 | 'r'<<16,
		'o' | 'f'<<8 | 'f'<<16, 'o' | 'u'<<8 | 't'<<16, 'p' | 'e'<<8 | 'r'<<16, 't' | 'h'<<8 | 'e'<<16,
		'v' | 'i'<<8 | 'a'<<16, 'y' | 'e'<<8 | 't'<<16:
		return true
	}
	return false
}

// read sets all of the word but its Info.
func (w *Word) read(word string) {
	w.Form = model.Hash(word)
	w.Key = model.ClassKey(word)
	w.Size = int32(min(len(word), 1<<30))
	w.spell(word)
	w.shape(word)
}

// spell packs the word's ends.
func (w *Word) spell(word string) {
	n := min(len(word), 8)
	for i := range n {
		w.Front |= uint64(lowerByte(word[i])) << (8 * i)
		w.Back |= uint64(lowerByte(word[len(word)-1-i])) << (8 * i)
	}
}

// shapeLength bounds what is read of a word to find its shape.
const shapeLength = 40

// shape reads the pattern of the word's characters, runs of a kind as one:
// "Xx" for "China", "X.X." for "U.S.", "x-x" for "rank-and-file".
func (w *Word) shape(word string) {
	var upper, lower int
	var first, last byte
	if len(word) > shapeLength {
		word = word[:shapeLength]
	}
	shape := uint64(1)
	for i := 0; i < len(word); {
		c := word[i]
		size := 1
		kind := c
		switch {
		case 'a' <= c && c <= 'z':
			kind = 'x'
		case 'A' <= c && c <= 'Z':
			kind = 'X'
		case '0' <= c && c <= '9':
			kind = 'd'
		case c >= utf8.RuneSelf:
			var r rune
			r, size = utf8.DecodeRuneInString(word[i:])
			switch {
			case unicode.IsUpper(r):
				kind = 'X'
			case unicode.IsLetter(r):
				kind = 'x'
			default:
				kind = '?'
			}
		}
		switch kind {
		case 'X':
			upper++
		case 'x':
			lower++
		}
		if i == 0 {
			first = kind
		}
		if kind != last {
			shape = shape*0x100000001B3 + uint64(kind)
			last = kind
		}
		i += size
	}
	w.Shape = shape
	switch {
	case upper == 0 && lower == 0:
		w.Case = Uncased
	case upper == 0:
		w.Case = Small
	case lower == 0 && upper > 1:
		w.Case = AllCaps
	case first == 'X':
		w.Case = Capital
	default:
		w.Case = Mixed
	}
}

func lowerByte(c byte) byte {
	if 'A' <= c && c <= 'Z' {
		return c + 'a' - 'A'
	}
	return c
}
