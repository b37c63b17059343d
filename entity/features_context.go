package entity

import (
	"github.com/dossier-nlp/dossier/internal/desk"
	"github.com/dossier-nlp/dossier/internal/lexicon"
	"github.com/dossier-nlp/dossier/internal/model"
)

// margin is how many words outside the sentence the templates may look at.
const margin = 3

// sentenceCase is how a sentence is capitalized as a whole: headlines are no
// guide to what is a name.
type sentenceCase uint64

const (
	ordinary  sentenceCase = iota
	titleCase              // most words start with a capital
	upperCase              // no lower-case word at all
	lowerCase              // no capital at all
)

// window holds a sentence's words and puts together the features of each of
// them. Its buffers are kept from sentence to sentence.
type window struct {
	words    []word // with margin zero words on either side
	n        int    // words of the sentence
	runs     []run  // by word: the run of capitalized words that it is in
	kase     sentenceCase
	unlisted bool // the word lists are not asked
	careless bool // names may lack their capitals
	first    int  // the first word with a letter or digit
	bag      bag
	tokens   []lexicon.Token
	known    *model.Classes
	names    *NameTable
}

// run is a stretch of capitalized words, half open.
type run struct{ from, to int32 }

// read takes in a sentence.
func (c *window) read(tokens []Token) {
	c.n = len(tokens)
	size := c.n + 2*margin
	if cap(c.words) < size {
		c.words = make([]word, size, size+size/2)
	}
	c.words = c.words[:size]
	clear(c.words[:margin])
	clear(c.words[size-margin:])
	for i := range tokens {
		c.words[margin+i] = readWord(tokens[i].Text)
	}
	c.frame()
	c.classes(tokens)
	c.lists(tokens)
	c.abbreviations()
	c.rumours()
}

// reread takes in the words of a sentence that has been read before; only its
// echoFeatures are good.
func (c *window) reread(words []word) {
	c.n = len(words)
	c.words = desk.Sized(c.words, c.n+2*margin)
	clear(c.words[:margin])
	clear(c.words[margin+c.n:])
	copy(c.words[margin:], words)
}

// frame works out what concerns the sentence as a whole.
func (c *window) frame() {
	if cap(c.runs) < c.n {
		c.runs = make([]run, c.n, c.n+c.n/2)
	}
	c.runs = c.runs[:c.n]
	named, plain, long := 0, 0, 0
	c.first = -1
	for i := 0; i < c.n; i++ {
		w := &c.words[margin+i]
		if c.first < 0 && (w.caps != noLetters || w.size > 1) {
			c.first = i
		}
		switch {
		case w.caps.named():
			named++
		case w.caps == lowercase:
			plain++
			if w.size > 4 {
				long++
			}
		}
	}
	switch {
	case named+plain < 3:
		c.kase = ordinary
	case plain == 0:
		c.kase = upperCase
		for i := 0; i < c.n; i++ {
			if k := c.words[margin+i].caps; k == initial || k == mixed {
				c.kase = titleCase
			}
		}
	case named == 0:
		c.kase = lowerCase
	case long*4 < named && named >= 4:
		c.kase = titleCase
	default:
		c.kase = ordinary
	}
	c.careless = c.kase == lowerCase || plain > 2 && c.words[margin+c.first].caps == lowercase
	for i := 0; i < c.n; {
		if !c.words[margin+i].caps.named() {
			c.runs[i] = run{int32(i), int32(i)}
			i++
			continue
		}
		j := i + 1
		for j < c.n && c.words[margin+j].caps.named() {
			j++
		}
		for k := i; k < j; k++ {
			c.runs[k] = run{int32(i), int32(j)}
		}
		i = j
	}
}
