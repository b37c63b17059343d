package main

import (
	"cmp"
	"fmt"
	"math/rand/v2"
	"time"

	"github.com/dossier-nlp/dossier/internal/syntax"
)

// How the structural model is trained. Scores are in units of one update.
const (
	arcWidth  = 8
	arcSlack  = 300
	arcMargin = 80
	arcFloor  = 2
	arcHidden = 10 // one in so many features is hidden from a sentence, if its way says nothing else
)

// trainArcs trains a structural model: a global averaged perceptron over a
// beam (Collins and Roark, 2004; Zhang and Clark, 2008) with max-violation
// updates (Huang, Fayong and Guo, 2012) and a margin. Each epoch sees the
// treebanks and its share of the extra examples.
func trainArcs(train []sentence, how way, epochs int, extra []example) average {
	w := newWeights(arcFloor, cmp.Or(how.hidden, arcHidden))
	rng := rand.New(rand.NewPCG(how.seed, 2))
	search := syntax.ParseSearch{Width: arcWidth, Slack: arcSlack, Margin: arcMargin}
	var sent syntax.ParseSentence
	for e := 1; e <= epochs; e++ {
		start := time.Now()
		var all []example
		for i := range train {
			s := &train[i]
			v := how.view(s, i+e)
			all = append(all, how.see(s.info.Words, v.tags, v.doubt, v.heads))
		}
		for _, x := range how.share(extra, e, epochs) {
			all = append(all, how.see(x.words, x.tags, x.doubt, x.heads))
		}
		rng.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
		wrong := 0
		for i := range all {
			x := &all[i]
			if x.gold == nil {
				continue
			}
			w.mask = rng.Uint64()
			sent.Set(x.words, x.tags, x.doubt)
			if v, bad := search.Run(&sent, x.gold, w); bad {
				wrong++
				search.Walk(v, func(hashes []uint64, action uint8, right bool) {
					w.update(hashes, action, right)
				})
			}
			w.now++
		}
		fmt.Printf("arcs %+v, epoch %d: %d of %d wrong, %d features, %.0fs\n", how, e, wrong, len(all), w.used, time.Since(start).Seconds())
	}
	return w.average()
}
