package main

import (
	"cmp"
	"slices"

	"github.com/dossier-nlp/dossier/internal/model"
	"github.com/dossier-nlp/dossier/internal/syntax"
)

const (
	longestEnding = 7
	leastGain     = 2 // words that an ending's rule must set right
)

// learn puts the lexicon into the tables: for each tag the endings whose words
// mostly follow another rule than that of the shorter ending, then the words
// that the endings get wrong.
func (l *lexicon) learn(tables *syntax.LemmaTables) (endings, exceptions int) {
	byTag := map[string][]form{}
	for _, f := range l.order {
		byTag[f.tag] = append(byTag[f.tag], f)
	}
	for _, tag := range syntax.TagNames() {
		forms := byTag[tag]
		if len(forms) == 0 {
			continue
		}
		number := syntax.ParseTag(tag)
		rules := l.endings(tables, forms)
		for _, r := range rules.order {
			tables.Ending(r, number, rules.rule[r])
		}
		endings += len(rules.order)
		for _, f := range forms {
			if rule := tables.Rule(f.word, l.lemma[f]); rule != rules.of(f.word) {
				tables.Exception(model.ClassKey(f.word), number, rule)
				exceptions++
			}
		}
	}
	return endings, exceptions
}

type endingRules struct {
	rule  map[string]int
	order []string
}

// of is the rule of a word by its longest known ending.
func (r *endingRules) of(word string) int {
	for n := min(longestEnding, len(word)-1); n >= 0; n-- {
		if rule, ok := r.rule[word[len(word)-n:]]; ok {
			return rule
		}
	}
	return -1
}

func (l *lexicon) endings(tables *syntax.LemmaTables, forms []form) *endingRules {
	same := tables.Rule("x", "x")
	r := &endingRules{rule: map[string]int{"": same}, order: []string{""}}
	for n := 1; n <= longestEnding; n++ {
		counts := map[string]map[int]int{}
		for _, f := range forms {
			if len(f.word) <= n {
				continue
			}
			ending := f.word[len(f.word)-n:]
			if counts[ending] == nil {
				counts[ending] = map[int]int{}
			}
			counts[ending][tables.Rule(f.word, l.lemma[f])]++
		}
		var found []string
		for ending := range counts {
			found = append(found, ending)
		}
		slices.Sort(found)
		for _, ending := range found {
			inherited := r.of("x" + ending)
			best := slices.MinFunc(keys(counts[ending]), func(a, b int) int {
				return cmp.Or(cmp.Compare(counts[ending][b], counts[ending][a]), cmp.Compare(a, b))
			})
			if best != inherited && counts[ending][best] >= counts[ending][inherited]+leastGain {
				r.rule[ending] = best
				r.order = append(r.order, ending)
			}
		}
	}
	return r
}

func keys(m map[int]int) []int {
	var out []int
	for k := range m {
		out = append(out, k)
	}
	return out
}
