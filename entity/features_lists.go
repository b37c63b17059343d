package entity

import (
	"github.com/dossier-nlp/dossier/internal/lexicon"
)

// listed is what the word lists say of a token: the flags of the longest
// listed name that it is part of, and its place in it. Zero if the lists do
// not have it.
type listed struct {
	flags lexicon.Flag
	place uint8 // one of the following, 0 for none
}

// Places in a listed name.
const (
	listedAlone = 1 + iota
	listedFirst
	listedInside
	listedLast
)

// lists finds the listed names in the sentence, from left to right, the
// longest first.
func (c *window) lists(tokens []Token) {
	if c.unlisted {
		return
	}
	c.tokens = c.tokens[:0]
	for i := range tokens {
		c.tokens = append(c.tokens, lexicon.Token{Hash: c.words[margin+i].lower, Case: c.caseOf(tokens[i].Text)})
	}
	for i := 0; i < c.n; {
		m := lexicon.Longest(c.tokens, i)
		n := max(m.Len, 1)
		for j := range n {
			w := &c.words[margin+i+j]
			w.listed = listed{}
			if m.Flags == 0 {
				continue
			}
			w.listed.flags = m.Flags
			switch {
			case n == 1:
				w.listed.place = listedAlone
			case j == 0:
				w.listed.place = listedFirst
			case j == n-1:
				w.listed.place = listedLast
			default:
				w.listed.place = listedInside
			}
		}
		i += n
	}
}

// hash is one number for what the lists say.
func (l listed) hash() uint64 { return uint64(l.flags)<<8 | uint64(l.place) }

// caseOf is the case of a word for the lists. In a sentence that does
// not mind capitals, every word may be a name.
func (c *window) caseOf(s string) lexicon.Case {
	k := lexicon.CaseOf(s)
	if c.careless && k == lexicon.Lower {
		return lexicon.Capitalized
	}
	return k
}
