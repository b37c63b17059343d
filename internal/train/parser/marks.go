package main

import (
	"fmt"
	"math"
	"math/rand/v2"

	"github.com/dossier-nlp/dossier/internal/syntax"
)

const (
	markEpochs = 4
	markRuns   = 8
)

// trainMarks trains where punctuation marks are attached: the average of
// several averaged perceptrons over the candidates, on the treebanks' own
// trees.
func trainMarks(train []sentence, set *labelSet) []int16 {
	sum := make([]float64, syntax.MarkTableSize)
	for run := range markRuns {
		for i, w := range trainMarksOnce(train, set, uint64(6+run)) {
			sum[i] += w
		}
	}
	out := make([]int16, len(sum))
	for i, w := range sum {
		out[i] = int16(max(-32767, min(32767, math.Round(w/markRuns*32))))
	}
	return out
}

func trainMarksOnce(train []sentence, set *labelSet, seed uint64) []float64 {
	w := make([]int32, syntax.MarkTableSize)
	sums := make([]int64, syntax.MarkTableSize)
	rng := rand.New(rand.NewPCG(5, seed))
	order := rng.Perm(len(train))
	now := int64(1)
	var run syntax.MarkSearch
	for e := 1; e <= markEpochs; e++ {
		rng.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		right, all := 0, 0
		for _, i := range order {
			s := &train[i]
			v := &s.views[0]
			labels := make([]uint8, len(v.kept))
			for k, t := range v.kept {
				labels[k] = set.id(s.deps[t])
			}
			run.Run(s.info.Words, v.tags, v.heads, labels, func(token int32, candidates []int32, hashes [][]uint64) {
				best, gold := -1, -1
				top := int32(0)
				for k, c := range candidates {
					sum := int32(0)
					for _, h := range hashes[k] {
						sum += w[syntax.MarkSlot(h)]
					}
					if best < 0 || sum > top {
						best, top = k, sum
					}
					if c == s.heads[token] {
						gold = k
					}
				}
				all++
				now++
				if best == gold {
					right++
				}
				if gold < 0 || best == gold {
					return
				}
				for _, h := range hashes[gold] {
					w[syntax.MarkSlot(h)]++
					sums[syntax.MarkSlot(h)] += now
				}
				for _, h := range hashes[best] {
					w[syntax.MarkSlot(h)]--
					sums[syntax.MarkSlot(h)] -= now
				}
			})
		}
		fmt.Printf("marks, epoch %d: %.2f%% right\n", e, 100*float64(right)/float64(all))
	}
	out := make([]float64, len(w))
	for i := range w {
		out[i] = float64(w[i]) - float64(sums[i])/float64(now)
	}
	return out
}
