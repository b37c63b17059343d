package entity

import "github.com/dossier-nlp/dossier/internal/model"

// groupPhrase joins groups of the same words ("Chinese hackers", "the Chinese
// hackers"), and gives each its place: the country or place that its phrase
// names. The head alone ("the delegation") is a phrase like others and left to
// the sieve of roles.
type groupPhrase struct{}

func (groupPhrase) name() string { return "group" }

func (groupPhrase) run(st *state) {
	st.table.reset(64)
	for i := range st.ms {
		if st.ms[i].Kind != Group || st.info[i].role != given {
			continue
		}
		m := int32(i)
		st.placeWithin(m)
		words := st.wordsOf(m)
		if len(words) == 0 || len(words) == 1 && !words[0].capital {
			continue
		}
		key := words[0].hash // "Swedes"
		if len(words) > 1 {
			key = st.groupKey(m, words)
		}
		first, found := st.table.at(key)
		if !found {
			*first = m
		} else {
			st.link(*first, m, 1)
		}
	}
}

// groupKey is the key of a group's words, where a country counts as such
// whatever form it has: "US officials", "American officials".
func (st *state) groupKey(m int32, words []nameWord) uint64 {
	key := keyOf(words[1:])
	if place := st.clusters[m].place; place >= 0 && st.ms[place].Start <= st.ms[m].Start+int(words[0].start) {
		return model.Mix(key, uint64(st.root(place))+1)
	}
	return model.Mix(key, words[0].hash)
}

// placeWithin notes the first place inside the group's phrase.
func (st *state) placeWithin(m int32) {
	c := &st.clusters[st.root(m)]
	for j := m + 1; int(j) < len(st.ms) && st.ms[j].Start < st.ms[m].End && j < m+8; j++ {
		if st.ms[j].Kind == Place && st.ms[j].End <= st.ms[m].End {
			if c.place < 0 {
				c.place = j
			}
			return
		}
	}
}
