package entity

import (
	"github.com/dossier-nlp/dossier/internal/lexicon"
	"github.com/dossier-nlp/dossier/internal/model"
)

// countryName joins the names of a country or region: its short and long forms
// ("Britain", "the United Kingdom"), and its adjectives ("British"), whatever
// kind the tagger has given them. It may join kinds: the
// United States that signs a treaty is the place.
type countryName struct{}

func (countryName) name() string { return "country" }

func (countryName) run(st *state) {
	st.countries.reset(64)
	for i := range st.ms {
		x := &st.info[i]
		record := x.country
		if record < 0 && st.ms[i].Kind == Place {
			record = x.record // a region: "Texas", "Texan"
		}
		if record < 0 {
			continue
		}
		first, found := st.countries.at(placeKey(record))
		if !found {
			*first = int32(i)
			continue
		}
		a, b := &st.clusters[st.root(*first)], &st.clusters[st.root(int32(i))]
		if a.key != b.key && a.key != "" && b.key != "" {
			continue
		}
		st.join(*first, int32(i), 1)
		st.clusters[st.root(*first)].kind = Place
	}
}

// placeKey hashes the canonical name of a place of the lists.
func placeKey(record int32) uint64 {
	name, _ := lexicon.Name(int(record))
	return model.HashLower(name)
}
