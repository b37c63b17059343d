package relation

import (
	"slices"
	"strings"

	"github.com/dossier-nlp/dossier/entity"
	"github.com/dossier-nlp/dossier/internal/model"
)

// A wordID numbers the words that the rules and the grammar know; 0 is every
// other word.
type wordID uint32

// vocabulary maps lower-cased lemmas to numbers, and numbers to what the
// grammar and the rules know of them: one hash and one look-up a token.
type vocabulary struct {
	keys                    []uint64 // open addressing; 0 is free
	ids                     []wordID
	words                   []string  // by number
	class                   []class   // by number
	trig                    [][]int32 // by number: patterns that the word triggers
	byKey                   map[uint64]wordID
	by, of, as, have, other wordID
	kindNames               []entity.Kind // by bit of a kindSet
	spent                   int           // words that lists have brought into patterns
}

func newVocabulary() vocabulary {
	v := vocabulary{byKey: map[uint64]wordID{}, words: []string{""}, class: []class{0}, trig: [][]int32{nil}}
	for _, c := range grammarWords {
		for _, w := range c.words {
			v.class[v.add(w)] |= c.class
		}
	}
	v.by, v.of, v.as, v.have, v.other = v.add("by"), v.add("of"), v.add("as"), v.add("have"), v.add("(other)")
	return v
}

// add gives the word a number, its old one if it has one.
func (v *vocabulary) add(word string) wordID {
	key := model.HashLower(word)
	if id, ok := v.byKey[key]; ok {
		return id
	}
	id := wordID(len(v.words))
	v.byKey[key] = id
	v.words = append(v.words, word)
	v.class = append(v.class, 0)
	v.trig = append(v.trig, nil)
	return id
}

// freeze builds the table that find reads.
func (v *vocabulary) freeze() {
	for i, w := range v.words { // apologize is also apologise
		for us, uk := range map[string]string{"ize": "ise", "yze": "yse", "ization": "isation"} {
			stem, ok := strings.CutSuffix(w, us)
			if key := model.HashLower(stem + uk); ok && len(stem) > 2 && v.byKey[key] == 0 {
				v.byKey[key] = wordID(i)
			}
		}
	}
	size := 64
	for size < 3*len(v.words) {
		size *= 2
	}
	v.keys, v.ids = make([]uint64, size), make([]wordID, size)
	for key, id := range v.byKey {
		i := int(key) & (size - 1)
		for v.keys[i] != 0 {
			i = (i + 1) & (size - 1)
		}
		v.keys[i], v.ids[i] = key, id
	}
}

func (v *vocabulary) find(word string) wordID {
	key := model.HashLower(word)
	mask := len(v.keys) - 1
	for i := int(key) & mask; v.keys[i] != 0; i = (i + 1) & mask {
		if v.keys[i] == key {
			return v.ids[i]
		}
	}
	return 0
}

// wordSet is a sorted set of words.
type wordSet []wordID

func (v *vocabulary) set(words []string) wordSet {
	s := make(wordSet, 0, len(words))
	for _, w := range words {
		s = append(s, v.add(w))
	}
	slices.Sort(s)
	return slices.Compact(s)
}

func (s wordSet) has(id wordID) bool {
	if id == 0 {
		return false
	}
	if len(s) < 8 {
		return slices.Contains(s, id)
	}
	_, ok := slices.BinarySearch(s, id)
	return ok
}
