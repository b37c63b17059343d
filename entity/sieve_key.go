package entity

import "github.com/dossier-nlp/dossier/internal/model"

// userKey joins names that the user's gazetteer gives the same key. It comes
// before all others and may join kinds: the user knows best. Names with
// different keys never join.
type userKey struct{}

func (userKey) name() string { return "gazetteer" }

func (userKey) run(st *state) {
	keyed := false
	for i := range st.ms {
		if key := st.ms[i].Key; key != "" {
			if !keyed {
				st.table.reset(64)
				keyed = true
			}
			st.clusters[i].key = key
			if first, found := st.table.at(model.Hash(key)); !found {
				*first = int32(i)
			} else {
				st.join(*first, int32(i), 1)
			}
		}
	}
}
