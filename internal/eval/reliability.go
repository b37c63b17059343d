package main

import (
	"maps"
	"slices"

	"github.com/dossier-nlp/dossier"
	"github.com/dossier-nlp/dossier/entity"
)

// reliability says how often names of a score are right, by tenths of the
// score: believable scores lie on the diagonal (Niculescu-Mizil and Caruana,
// 2005).
type reliability [10]struct {
	n, right int
	sum      float64
}

func (b *reliability) add(d goldDoc, doc *dossier.Document) {
	gold, _ := d.split(nil)
	in := map[name]bool{}
	for _, g := range gold {
		in[g] = true
	}
	for _, m := range doc.Mentions {
		n := name{m.Start, m.End, m.Kind}
		if m.Form != entity.Name || !isNameKind(m.Kind) {
			continue
		}
		if _, kept := d.split([]name{n}); len(kept) == 0 {
			continue
		}
		b.count(m.Score, in[n])
	}
}

func (b *reliability) count(score float64, right bool) {
	bin := &b[max(0, min(9, int(10*score)))]
	bin.n++
	bin.right += one(right)
	bin.sum += score
}

func (b *reliability) print(e *env) {
	e.printf("score      found  mean score  right\n")
	for i, bin := range b {
		if bin.n > 0 {
			e.printf("%.1f-%.1f  %7d  %10.2f  %5.2f\n", float64(i)/10, float64(i+1)/10, bin.n, bin.sum/float64(bin.n), ratio(bin.right, bin.n))
		}
	}
}

// sortedByCount is the keys of m, the largest count first.
func sortedByCount(m map[string]int) []string {
	keys := slices.Sorted(maps.Keys(m))
	slices.SortStableFunc(keys, func(a, b string) int { return m[b] - m[a] })
	return keys
}
