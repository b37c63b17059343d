package main

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"time"

	"github.com/dossier-nlp/dossier/internal/syntax"
)

// How the labeler is trained.
const (
	labelRuns   = 4
	labelEpochs = 4
	labelMargin = 10
	labelDrop   = 0.1 // share of an arc's features that a step does not see
)

// trainLabels trains the labeler on the treebanks' own trees: the sum of
// perceptrons that saw the sentences in different orders.
func trainLabels(train []sentence, set *labelSet, devs []bank) *labelWeights {
	sum := trainLabelsOnce(train, set, 0)
	for k := uint64(1); k < labelRuns; k++ {
		sum.add(trainLabelsOnce(train, set, k))
	}
	for _, d := range devs {
		full, base := labelAccuracy(d.sentences, set, sum)
		fmt.Printf("%s: labels of the treebank's own trees %.2f right, without subtypes %.2f\n", d.name, full, base)
	}
	return sum
}

func trainLabelsOnce(train []sentence, set *labelSet, seed uint64) *labelWeights {
	w := newLabelWeights(len(set.names))
	rng := rand.New(rand.NewPCG(3, seed))
	order := rng.Perm(len(train))
	var run syntax.LabelSearch
	var sent syntax.ParseSentence
	for e := 1; e <= labelEpochs; e++ {
		start := time.Now()
		rng.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		wrong, all := 0, 0
		for _, i := range order {
			s := &train[i]
			v := way{}.view(s, i+e)
			sent.Set(s.info.Words, v.tags, v.doubt)
			run.Run(&sent, v.heads, func(t int32, hashes []uint64) uint8 {
				gold := set.id(s.deps[v.kept[t]])
				got := w.learn(drop(rng, hashes), gold)
				all++
				if got != gold {
					wrong++
				}
				return got
			})
			w.now++
		}
		fmt.Printf("labels, epoch %d: %.2f%% wrong, %d features, %.0fs\n", e, 100*float64(wrong)/float64(all), len(w.w), time.Since(start).Seconds())
	}
	return w.average()
}

// drop leaves out some hashes, in place.
func drop(rng *rand.Rand, hashes []uint64) []uint64 {
	out := hashes[:0]
	for _, h := range hashes {
		if rng.Float64() >= labelDrop {
			out = append(out, h)
		}
	}
	return out
}

// labelAccuracy is the share of labels right on the treebank's own trees, with
// and without subtypes, in percent.
func labelAccuracy(dev []sentence, set *labelSet, w *labelWeights) (full, base float64) {
	var run syntax.LabelSearch
	var sent syntax.ParseSentence
	all := 0
	for i := range dev {
		s := &dev[i]
		v := &s.views[0]
		sent.Set(s.info.Words, v.tags, v.doubt)
		run.Run(&sent, v.heads, func(t int32, hashes []uint64) uint8 {
			got, gold := w.best(hashes), s.deps[v.kept[t]]
			all++
			if set.names[got] == gold {
				full++
			}
			if plain(set.names[got]) == plain(gold) {
				base++
			}
			return got
		})
	}
	return 100 * full / float64(all), 100 * base / float64(all)
}

func plain(dep string) string {
	base, _, _ := strings.Cut(dep, ":")
	return base
}
