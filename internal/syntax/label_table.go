package syntax

import (
	"math"
	"sort"
)

// labelTable is the labeler: buckets of two 64-bit entries each. An entry has
// the five labels for which a feature weighs most (6 bits each) with their
// weights (5 bits each) in its lower 55 bits, and a fingerprint of the feature
// in the upper 9.
type labelTable []uint64

const (
	labelsPerEntry = 5
	labelBits      = 6
	weightBits     = 5
	pairBits       = labelBits + weightBits
	printShift     = labelsPerEntry * pairBits
	noLabel        = 1<<labelBits - 1
)

func labelPrint(hash uint64) uint64 { return hash * step2 >> printShift }

// labelWeights are the weights that a label can have, by their number: sixteen
// sizes, each about 1.45 times the one before, of either sign.
var labelWeights = func() (w [1 << weightBits]int32) {
	size := 4.0
	for k := range len(w) / 2 {
		w[k], w[len(w)/2+k] = int32(math.Round(size)), -int32(math.Round(size))
		size *= 1.45
	}
	return w
}()

// nearestWeight is the number of the weight nearest to v.
func nearestWeight(v int16) uint64 {
	best := 0
	for k, w := range labelWeights {
		if absInt32(w-int32(v)) < absInt32(labelWeights[best]-int32(v)) {
			best = k
		}
	}
	return uint64(best)
}

// best is the label with the highest sum of weights.
func (t labelTable) best(hashes []uint64, labels int) uint8 {
	var scores [1 << labelBits]int32
	for _, hash := range hashes {
		at, _ := place(hash, len(t)/2)
		print := labelPrint(hash)
		for _, e := range t[2*at : 2*at+2] {
			if e>>printShift == print && e != 0 {
				for range labelsPerEntry {
					scores[e&noLabel] += labelWeights[e>>labelBits&(1<<weightBits-1)]
					e >>= pairBits
				}
			}
		}
	}
	best := 0
	for k := 1; k < labels; k++ {
		if scores[k] > scores[best] {
			best = k
		}
	}
	return uint8(best)
}

// LabelEntry is a feature of a labeler in the making.
type LabelEntry struct {
	Hash    uint64
	Weights [MaxLabels]int16
}

// packLabels makes the table of the entries that find room, the first first.
func packLabels(entries []LabelEntry, buckets int) labelTable {
	t := make(labelTable, 2*buckets)
	for i := range entries {
		e := &entries[i]
		at, _ := place(e.Hash, buckets)
		first, second := &t[2*at], &t[2*at+1]
		switch print := labelPrint(e.Hash); {
		case *first == 0:
			*first = e.pack(print)
		case *second == 0 && *first>>printShift != print:
			*second = e.pack(print)
		}
	}
	return t
}

func (e *LabelEntry) pack(print uint64) uint64 {
	var order []int
	for k, w := range e.Weights {
		if w != 0 {
			order = append(order, k)
		}
	}
	sort.SliceStable(order, func(a, b int) bool {
		return absInt32(int32(e.Weights[order[a]])) > absInt32(int32(e.Weights[order[b]]))
	})
	v := print << printShift
	for j := range labelsPerEntry {
		pair := uint64(noLabel)
		if j < len(order) {
			pair = uint64(order[j]) | nearestWeight(e.Weights[order[j]])<<labelBits
		}
		v |= pair << (j * pairBits)
	}
	return v
}

func absInt32(v int32) int32 {
	if v < 0 {
		return -v
	}
	return v
}
