package main

import (
	"cmp"
	"math"
	"slices"

	"github.com/dossier-nlp/dossier/internal/syntax"
)

// weights are a structural model in training: an exact table from feature
// hashes to one weight for each transition, with what averaging (Collins,
// 2002) needs.
type weights struct {
	rows  []row
	sums  [][syntax.Transitions]int64 // of each update the time, times its sign
	used  int
	floor int32 // updates before a feature counts (Goldberg and Elhadad, 2011)
	now   int64
	part  uint64 // one in so many features is hidden from a sentence
	mask  uint64 // changes with each sentence
}

// hidden tells whether the sentence that mask stands for does not see a
// feature, so that no feature comes to rely on others (dropout: Hinton et al.,
// 2012).
func (w *weights) hidden(key uint64) bool {
	return (key^w.mask)*0xD6E8FEB86659FD93>>32 < 1<<32/w.part
}

type row struct {
	key     uint64
	w       [syntax.Transitions]int32
	updates int32
}

// logRows is the binary logarithm of the table's size: 3 GB in all.
const logRows = 26

func newWeights(floor int32, part uint64) *weights {
	return &weights{
		rows:  make([]row, 1<<logRows),
		sums:  make([][syntax.Transitions]int64, 1<<logRows),
		floor: floor,
		part:  part,
		now:   1,
	}
}

// find is the place of a feature, or of the free row where it would go.
func (w *weights) find(key uint64) int {
	mask := uint64(len(w.rows) - 1)
	i := key * 0x9E3779B97F4A7C15 >> 20 & mask
	for w.rows[i].key != key && w.rows[i].key != 0 {
		i = (i + 1) & mask
	}
	return int(i)
}

// AddScores is syntax.ParseScorer.
func (w *weights) AddScores(hashes []uint64, to *[syntax.Transitions]int32) {
	for _, h := range hashes {
		if w.hidden(h) {
			continue
		}
		r := &w.rows[w.find(h)]
		if r.updates >= w.floor {
			for k, v := range r.w {
				to[k] += v
			}
		}
	}
}

func (w *weights) update(hashes []uint64, action uint8, right bool) {
	by := int32(1)
	if !right {
		by = -1
	}
	for _, h := range hashes {
		if w.hidden(h) {
			continue
		}
		i := w.find(h)
		r := &w.rows[i]
		if r.key == 0 {
			if w.used*4 > len(w.rows)*3 {
				continue // full: what is new by now is rare
			}
			r.key = h
			w.used++
		}
		r.w[action] += by
		r.updates++
		w.sums[i][action] += int64(by) * w.now
	}
}

// average gives the averaged weights, by feature.
func (w *weights) average() average {
	var out average
	for i, r := range w.rows {
		if r.key == 0 || r.updates < w.floor {
			continue
		}
		e := feature{key: r.key, updates: r.updates}
		for k := range e.w {
			e.w[k] = float32(float64(r.w[k]) - float64(w.sums[i][k])/float64(w.now))
		}
		out = append(out, e)
	}
	slices.SortFunc(out, func(a, b feature) int { return cmp.Compare(a.key, b.key) })
	return out
}

// average is a trained structural model, its features in the order of their
// hashes.
type average []feature

type feature struct {
	key     uint64
	w       [syntax.Transitions]float32
	updates int32
}

// plus is the sum of two models, a feature that one of them does not have
// counting as nothing there.
func (a average) plus(b average) average {
	out := make(average, 0, max(len(a), len(b)))
	for len(a) > 0 && len(b) > 0 {
		switch {
		case a[0].key < b[0].key:
			out, a = append(out, a[0]), a[1:]
		case b[0].key < a[0].key:
			out, b = append(out, b[0]), b[1:]
		default:
			sum := a[0]
			for k, w := range b[0].w {
				sum.w[k] += w
			}
			sum.updates += b[0].updates
			out, a, b = append(out, sum), a[1:], b[1:]
		}
	}
	return append(append(out, a...), b...)
}

// over divides all weights by n.
func (a average) over(n int) average {
	for i := range a {
		for k := range a[i].w {
			a[i].w[k] /= float32(n)
		}
	}
	return a
}

// leastWeight is what the largest weight of a feature must be at least.
const leastWeight = 0.5

// entries are the features with their weights, the weightiest first.
func (a average) entries() []syntax.ArcEntry {
	type entry struct {
		syntax.ArcEntry
		weight float64
	}
	var all []entry
	for _, f := range a {
		e := entry{ArcEntry: syntax.ArcEntry{Hash: f.key, Weights: f.w, Updates: f.updates}}
		most, size := float32(0), float32(0)
		for _, w := range f.w {
			most, size = max(most, w, -w), size+w*w
		}
		e.weight = math.Sqrt(float64(size) * float64(f.updates))
		if most >= leastWeight {
			all = append(all, e)
		}
	}
	slices.SortFunc(all, func(a, b entry) int {
		return cmp.Or(cmp.Compare(b.weight, a.weight), cmp.Compare(a.Hash, b.Hash))
	})
	out := make([]syntax.ArcEntry, len(all))
	for i := range all {
		out[i] = all[i].ArcEntry
	}
	return out
}
