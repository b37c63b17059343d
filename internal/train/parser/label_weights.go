package main

import (
	"cmp"
	"math"
	"slices"

	"github.com/dossier-nlp/dossier/internal/syntax"
)

// labelRow is a feature's weight for each label.
type labelRow [syntax.MaxLabels]float32

// labelWeights are a labeler in training.
type labelWeights struct {
	labels int
	index  map[uint64]int32
	keys   []uint64
	w      []labelRow
	sums   []labelRow // of each update the time, times its sign
	seen   []int32    // updates
	now    float32
	at     []int32
}

func newLabelWeights(labels int) *labelWeights {
	return &labelWeights{labels: labels, index: map[uint64]int32{}, now: 1}
}

// row is the number of a feature's row, a new one if it has none.
func (l *labelWeights) row(key uint64) int32 {
	i, ok := l.index[key]
	if !ok {
		i = int32(len(l.w))
		l.index[key] = i
		l.keys = append(l.keys, key)
		l.w = append(l.w, labelRow{})
		l.sums = append(l.sums, labelRow{})
		l.seen = append(l.seen, 0)
	}
	return i
}

func (l *labelWeights) scores(hashes []uint64) (s labelRow) {
	l.at = l.at[:0]
	for _, h := range hashes {
		if i, ok := l.index[h]; ok {
			l.at = append(l.at, i)
		}
	}
	for _, i := range l.at {
		for k, v := range &l.w[i] {
			s[k] += v
		}
	}
	return s
}

// best is the label with the highest score.
func (l *labelWeights) best(hashes []uint64) uint8 {
	s := l.scores(hashes)
	return s.best(l.labels, -1)
}

// best is the highest of the first n scores, but leaving out one.
func (s *labelRow) best(n, but int) uint8 {
	b := -1
	for k := range n {
		if k != but && (b < 0 || s[k] > s[b]) {
			b = k
		}
	}
	return uint8(b)
}

// learn is one step of a perceptron with a margin. It gives the label that the
// weights chose before.
func (l *labelWeights) learn(hashes []uint64, gold uint8) uint8 {
	s := l.scores(hashes)
	got := s.best(l.labels, -1)
	rival := got
	if got == gold {
		rival = s.best(l.labels, int(gold))
		if s[gold]-s[rival] >= labelMargin {
			return got
		}
	}
	for _, h := range hashes {
		i := l.row(h)
		l.seen[i]++
		l.w[i][gold]++
		l.w[i][rival]--
		l.sums[i][gold] += l.now
		l.sums[i][rival] -= l.now
	}
	return got
}

// average is the model of averaged weights.
func (l *labelWeights) average() *labelWeights {
	for i := range l.w {
		for k := range l.w[i] {
			l.w[i][k] -= l.sums[i][k] / l.now
		}
	}
	l.sums = make([]labelRow, len(l.w))
	return l
}

// add adds the weights of another model.
func (l *labelWeights) add(o *labelWeights) {
	for j, key := range o.keys {
		i := l.row(key)
		l.seen[i] += o.seen[j]
		for k, v := range o.w[j] {
			l.w[i][k] += v
		}
	}
}

// labelScale is what a weight of 1 becomes in the model file.
const labelScale = 50

// entries are the weights in 12 bits, the weightiest features first.
func (l *labelWeights) entries() []syntax.LabelEntry {
	type entry struct {
		syntax.LabelEntry
		weight float64
	}
	all := make([]entry, 0, len(l.w))
	for i := range l.w {
		e := entry{LabelEntry: syntax.LabelEntry{Hash: l.keys[i]}}
		top := 0.0
		for k := range l.labels {
			v := math.Round(float64(l.w[i][k]) * labelScale / labelRuns)
			if math.Abs(v) < 2 {
				continue
			}
			e.Weights[k] = int16(max(-2047, min(2047, v)))
			top = max(top, math.Abs(v))
		}
		if top > 0 {
			e.weight = top * math.Sqrt(float64(l.seen[i]))
			all = append(all, e)
		}
	}
	slices.SortFunc(all, func(a, b entry) int {
		return cmp.Or(cmp.Compare(b.weight, a.weight), cmp.Compare(a.Hash, b.Hash))
	})
	out := make([]syntax.LabelEntry, len(all))
	for i := range all {
		out[i] = all[i].LabelEntry
	}
	return out
}
