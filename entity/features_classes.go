package entity

import "github.com/dossier-nlp/dossier/internal/model"

// grains are how many sets of classes a word has.
const grains = 4

// classes looks up what unlabelled text tells of the words.
func (c *window) classes(tokens []Token) {
	for i := range tokens {
		w := &c.words[margin+i]
		capital := w.caps.named() && i != c.first && (c.kase == ordinary || c.kase == lowerCase)
		w.inform(c.known.LookupWord(tokens[i].Text, capital))
	}
}

// inform sets what unlabelled text tells of a word.
func (w *word) inform(i model.WordInfo) {
	w.class = [grains]uint32{uint32(i.Fine()), uint32(i.Forward()), uint32(i.Backward()), uint32(i.Coarse())}
	w.usage = uint32(i.Capital())<<16 | uint32(i.AllCaps())<<8 | min(uint32(i.Frequency()), 6) + 1
	if !i.Known() {
		w.usage = 0
	}
}
