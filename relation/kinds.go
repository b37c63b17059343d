package relation

import (
	"fmt"
	"slices"

	"github.com/dossier-nlp/dossier/entity"
)

// maxKinds is how many kinds a program may have: each is a bit of a kindSet.
const maxKinds = 60

// declared are the kinds of the sets, after those that every program has, in
// the order of their bits.
func declared(sets []Set) ([]string, *RuleError) {
	kinds := []string{string(entity.Person), string(entity.Org), string(entity.Place), string(entity.Group), demonym}
	for _, s := range sets {
		for i, k := range s.Kinds {
			if slices.Contains(kinds, k) {
				continue
			}
			if len(kinds) == maxKinds {
				where := at(s.kindPlaces, i, "kind "+k, i+1)
				return nil, where.fault(s.fileName(), where.col, lineFault{0, ErrTooComplex, fmt.Sprintf("with %s there are more than %d kinds", k, maxKinds), ""})
			}
			kinds = append(kinds, k)
		}
	}
	return kinds, nil
}

// kinds registers the kinds of the rules; the first five are the built-in ones.
func (v *vocabulary) kinds(names []string) {
	v.kindNames = v.kindNames[:0]
	for _, k := range names {
		v.kindNames = append(v.kindNames, entity.Kind(k))
	}
}

// kindOf is the set that holds one kind; empty for a kind that no rule declares.
func (v *vocabulary) kindOf(k entity.Kind) kindSet {
	for i, name := range v.kindNames {
		if name == k {
			return 1 << i
		}
	}
	return 0
}
