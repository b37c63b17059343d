package syntax

import "sort"

// labelTable is the labeler: buckets of two 64-bit entries each. An entry has
// three labels (6 bits each) with their weights (12 bits each) in its lower 54
// bits, and a fingerprint of the feature in the upper 10. A feature with more
// labels than three takes both entries.
type labelTable []uint64

const (
	labelsPerEntry = 3
	labelBits      = 6
	weightBits     = 12
	pairBits       = labelBits + weightBits
	printShift     = labelsPerEntry * pairBits
	noLabel        = 1<<labelBits - 1
)

func labelPrint(hash uint64) uint64 { return (hash*step2)>>54 | 1 }

// best is the label with the highest sum of weights.
func (t labelTable) best(hashes []uint64, labels int) uint8 {
	var scores [1 << labelBits]int32
	for _, hash := range hashes {
		at, _ := place(hash, len(t)/2)
		print := labelPrint(hash)
		for _, e := range t[2*at : 2*at+2] {
			if e>>printShift == print {
				scores[e&noLabel] += int32(int64(e<<(64-pairBits)) >> (64 - weightBits))
				scores[e>>pairBits&noLabel] += int32(int64(e<<(64-2*pairBits)) >> (64 - weightBits))
				scores[e>>(2*pairBits)&noLabel] += int32(int64(e<<(64-3*pairBits)) >> (64 - weightBits))
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
	Weights [MaxLabels]int16 // -2048 to 2047
}

// packLabels makes the table of the entries that find room, the first first.
func packLabels(entries []LabelEntry, buckets int) (t labelTable, left, cut int) {
	t = make(labelTable, 2*buckets)
	for i := range entries {
		e := &entries[i]
		var order []int
		for k, w := range e.Weights {
			if w != 0 {
				order = append(order, k)
			}
		}
		sort.SliceStable(order, func(a, b int) bool {
			return absInt16(e.Weights[order[a]]) > absInt16(e.Weights[order[b]])
		})
		at, _ := place(e.Hash, buckets)
		print := labelPrint(e.Hash)
		slot := 2 * at
		for slot < 2*at+2 && t[slot] != 0 {
			if t[slot]>>printShift == print {
				slot = 2*at + 2
				break
			}
			slot++
		}
		if slot >= 2*at+2 {
			left++
			continue
		}
		for ; slot < 2*at+2 && len(order) > 0; slot++ {
			v := print << printShift
			for j := range labelsPerEntry {
				pair := uint64(noLabel)
				if j < len(order) {
					w := e.Weights[order[j]]
					pair = uint64(order[j]) | uint64(w)&(1<<weightBits-1)<<labelBits
				}
				v |= pair << (j * pairBits)
			}
			t[slot] = v
			order = order[min(labelsPerEntry, len(order)):]
		}
		cut += len(order)
	}
	return t, left, cut
}

func absInt16(v int16) int16 {
	if v < 0 {
		return -v
	}
	return v
}
