package entity

import "github.com/dossier-nlp/dossier/internal/lexicon"

// countries makes organizations whose whole name is a listed country places: a
// part of what the built-in model has learnt from marks a country's team as an
// organization ("Norway lost 2-0 to Brazil"), and a country's name is to be one
// entity in the document.
func (t *NameTagger) countries(mentions []Mention, first int, s *scratch) {
	if t.plain {
		return
	}
	for i := range mentions {
		m := &mentions[i]
		at := s.starts[m.Sentence-first]
		if m.Kind == Org && isCountry(s.words[at+m.First:at+m.Last]) {
			m.Kind = Place
		}
	}
}

// isCountry tells whether the words are a country's name, all of it, and that
// of no organization.
func isCountry(words []word) bool {
	a, z := words[0].listed, words[len(words)-1].listed
	whole := a.place == listedAlone && len(words) == 1 || a.place == listedFirst && z.place == listedLast
	return whole && a.flags == z.flags && a.flags.Has(lexicon.Country) && !a.flags.Has(lexicon.Org)
}
