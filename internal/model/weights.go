package model

import (
	"fmt"
	"math/bits"
)

// Weights is a linear model's table: for each feature that it keeps, the
// labels that the feature speaks for or against, and how much. It is immutable
// and safe for concurrent use; a feature costs about one cache miss.
//
// The table is a list of 64-bit slots with open addressing. A slot holds a
// 16-bit fingerprint of the feature and up to three labels with their weights;
// a feature with more labels goes on in the following slots.
//
//	bits    width
//	0       16     fingerprint
//	16      14     label (6 bits) and weight (8 bits, signed), three times
//	62      1      the feature goes on in a later slot
//	63      1      a feature begins its search here
//
// Most features that are looked for are not in the table. The last bit tells
// most of them at the first slot (after the quotient filter: Bender et al.,
// 2012).
type Weights struct {
	slots []uint64
}

// MaxLabels bounds the labels of a Weights table.
const MaxLabels = 64

// PairsPerSlot is how many labels with their weights a slot has room for.
const PairsPerSlot = 3

const (
	pairBits = 14
	moreBit  = 1 << 62
	homeBit  = 1 << 63
)

// Scores has a place for each label.
type Scores [MaxLabels]int32

// AddAll adds the weights of features to the scores. It fetches the first slots
// of a number of features before it looks at any, so that the machine waits for
// many at once.
func (w *Weights) AddAll(features []uint64, scores *Scores) {
	const batch = 32
	var at [batch]uint64
	var first [batch]uint64
	slots := w.slots
	for len(features) > 0 {
		n := min(batch, len(features))
		for k, f := range features[:n] {
			i, _ := bits.Mul64(f, uint64(len(slots)))
			at[k], first[k] = i, slots[i]
		}
		for k, f := range features[:n] {
			if s := first[k]; s&homeBit != 0 {
				w.add(f, at[k], s, scores)
			}
		}
		features = features[n:]
	}
}

// add adds the weights of a feature that is looked for from slot i on, which
// holds s.
func (w *Weights) add(feature, i, s uint64, scores *Scores) {
	slots := w.slots
	for s != 0 {
		if uint16(s) == uint16(feature) {
			scores[s>>16&63] += int32(int8(s >> 22))
			scores[s>>30&63] += int32(int8(s >> 36))
			scores[s>>44&63] += int32(int8(s >> 50))
			if s&moreBit == 0 {
				return
			}
		}
		if i++; i == uint64(len(slots)) {
			i = 0
		}
		s = slots[i]
	}
}

// OpenWeights reads a section of a model file as a table.
func OpenWeights(f *File, section string) (*Weights, error) {
	slots, err := View[uint64](f, section)
	if err != nil {
		return nil, err
	}
	for _, s := range slots {
		if s == 0 {
			return &Weights{slots}, nil // a probe always ends at a free slot
		}
	}
	return nil, f.errorf(section, "no free slot among %d", len(slots))
}

// LabelWeight is a weight of a feature for a label.
type LabelWeight struct {
	Label  uint8
	Weight int8
}

// FeatureWeights is a feature of a table in the making.
type FeatureWeights struct {
	Feature uint64
	Labels  []LabelWeight
}

// PackWeights makes the section of a table in which load of all slots are
// taken, 0 to 1. The order of the features counts: what comes first is found
// first.
func PackWeights(features []FeatureWeights, load float64) ([]byte, error) {
	need := 0
	for _, f := range features {
		need += (len(f.Labels) + PairsPerSlot - 1) / PairsPerSlot
	}
	slots := make([]uint64, int(float64(need)/load)+1)
	for _, f := range features {
		at, _ := bits.Mul64(f.Feature, uint64(len(slots)))
		for labels := f.Labels; len(labels) > 0; {
			for n := 0; slots[at] != 0; n++ {
				if n == len(slots) {
					return nil, fmt.Errorf("weights: load %g leaves no free slot", load)
				}
				at = (at + 1) % uint64(len(slots))
			}
			s := uint64(uint16(f.Feature))
			n := min(len(labels), PairsPerSlot)
			for i, l := range labels[:n] {
				if l.Label >= MaxLabels {
					return nil, fmt.Errorf("weights: label %d of %d", l.Label, MaxLabels)
				}
				s |= (uint64(l.Label) | uint64(uint8(l.Weight))<<6) << (16 + pairBits*i)
			}
			if labels = labels[n:]; len(labels) > 0 {
				s |= moreBit
			}
			if s == 0 {
				return nil, fmt.Errorf("weights: feature %x has no weight", f.Feature)
			}
			slots[at] = s
		}
	}
	for _, f := range features {
		if len(f.Labels) > 0 {
			at, _ := bits.Mul64(f.Feature, uint64(len(slots)))
			slots[at] |= homeBit
		}
	}
	return Bytes(slots), nil
}
