package relation

import "github.com/dossier-nlp/dossier/entity"

// kinds registers the kinds of the rules; the first four are the built-in ones.
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
