package main

import (
	"fmt"

	"github.com/dossier-nlp/dossier/internal/syntax"
)

// bank is a treebank to measure with.
type bank struct {
	name      string
	sentences []sentence
}

// measure prints what a parser reaches on a treebank's own tokens, and the F1
// of some labels, a label's subtypes apart.
func measure(b bank, p *syntax.Parser) {
	dev := b.sentences
	var scratch syntax.ParseScratch
	var heads []int32
	var labels []uint8
	var all, uas, las int
	type counts struct{ gold, got, right int }
	by := map[string]*counts{}
	count := func(label string) *counts {
		if by[label] == nil {
			by[label] = &counts{}
		}
		return by[label]
	}
	for i := range dev {
		s := &dev[i]
		n := len(s.words)
		heads, labels = append(heads[:0], s.heads...), append(labels[:0], make([]uint8, n)...)
		p.Parse(s.info.Words, s.views[0].tags, s.views[0].doubt, heads, labels, &scratch)
		for t := range n {
			got, gold := p.Labels()[labels[t]], s.deps[t]
			all++
			count(got).got++
			count(gold).gold++
			if heads[t] != s.heads[t] {
				continue
			}
			uas++
			if plain(got) == plain(gold) {
				las++
			}
			if got == gold {
				count(got).right++
			}
		}
	}
	percent := func(a, b int) float64 { return 100 * float64(a) / float64(max(b, 1)) }
	fmt.Printf("%s: UAS %.2f LAS %.2f, F1", b.name, percent(uas, all), percent(las, all))
	for _, l := range []string{"nsubj", "obj", "nsubj:pass", "nmod:poss", "conj", "obl", "nmod", "appos", "acl", "acl:relcl", "ccomp", "xcomp", "punct"} {
		c := count(l)
		fmt.Printf(" %s %.1f", l, percent(2*c.right, c.gold+c.got))
	}
	fmt.Println()
}
