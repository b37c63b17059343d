package entity

import "github.com/dossier-nlp/dossier/internal/lexicon"

// WithTeams leaves a country that the model takes for its team ("Norway lost 2-0
// to Brazil") an organization; a part of what the built-in model has learnt from
// marks them so. Without it, a country's name is a place wherever it stands, and
// so one entity in the document.
func WithTeams() TaggerOption { return func(t *NameTagger) { t.teams = true } }

// countries makes organizations whose whole name is a listed country places.
func (t *NameTagger) countries(mentions []Mention, first int, s *scratch) {
	if t.teams {
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
