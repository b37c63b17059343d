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
	mask  uint64 // changes with each sentence
}

// hidden tells whether the sentence that mask stands for does not see a
// feature, so that no feature comes to rely on others (dropout: Hinton et al.,
// 2012).
func (w *weights) hidden(key uint64) bool {
	return (key^w.mask)*0xD6E8FEB86659FD93>>32 < 1<<32/arcHidden
}

type row struct {
	key     uint64
	w       [syntax.Transitions]int32
	updates int32
}

// logRows is the binary logarithm of the table's size: 3 GB in all.
const logRows = 26

func newWeights(floor int32) *weights {
	return &weights{
		rows:  make([]row, 1<<logRows),
		sums:  make([][syntax.Transitions]int64, 1<<logRows),
		floor: floor,
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

// mix is the average of models, a feature that one of them does not have
// counting as nothing there (McDonald, Hall and Mann, 2010).
func mix(models []average) average {
	var all average
	for _, m := range models {
		all = append(all, m...)
	}
	slices.SortStableFunc(all, func(a, b feature) int { return cmp.Compare(a.key, b.key) })
	out := all[:0]
	for i := 0; i < len(all); {
		sum := all[i]
		for i++; i < len(all) && all[i].key == sum.key; i++ {
			for k, w := range all[i].w {
				sum.w[k] += w
			}
			sum.updates += all[i].updates
		}
		for k := range sum.w {
			sum.w[k] /= float32(len(models))
		}
		out = append(out, sum)
	}
	return out
}

// entries are the weights in bytes, the weightiest features first.
func (a average) entries() []syntax.ArcEntry {
	type entry struct {
		syntax.ArcEntry
		weight float64
	}
	var all []entry
	for _, f := range a {
		e := entry{ArcEntry: syntax.ArcEntry{Hash: f.key}}
		some := false
		lo, hi := math.Inf(1), math.Inf(-1)
		for k, w := range f.w {
			v := float64(w)
			e.Weights[k] = int8(max(-127, min(127, math.Round(v))))
			some = some || e.Weights[k] != 0
			lo, hi = min(lo, v), max(hi, v)
		}
		e.weight = (hi - lo) * math.Sqrt(float64(f.updates))
		if some {
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
