package main

import (
	"cmp"
	"slices"
	"strings"

	"github.com/dossier-nlp/dossier/internal/syntax"
)

// labelSet is the labels that a labeler knows, the most frequent first.
type labelSet struct {
	names []string
	ids   map[string]uint8
}

// newLabelSet takes the labels that occur at least least times; others lose
// their subtype, or count as "dep".
func newLabelSet(bank []sentence, least int) *labelSet {
	count := map[string]int{}
	for _, s := range bank {
		for _, d := range s.deps {
			count[d]++
		}
	}
	var names []string
	for d, n := range count {
		if n >= least {
			names = append(names, d)
		}
	}
	slices.SortFunc(names, func(a, b string) int {
		return cmp.Or(count[b]-count[a], strings.Compare(a, b))
	})
	names = names[:min(len(names), syntax.MaxLabels)]
	set := &labelSet{names: names, ids: map[string]uint8{}}
	for i, d := range names {
		set.ids[d] = uint8(i)
	}
	return set
}

func (l *labelSet) id(dep string) uint8 {
	if id, ok := l.ids[dep]; ok {
		return id
	}
	base, _, _ := strings.Cut(dep, ":")
	if id, ok := l.ids[base]; ok {
		return id
	}
	return l.ids["dep"]
}
