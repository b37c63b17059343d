package entity

import (
	"context"
	"math/bits"
)

// featureIndex numbers the features that are frequent enough. It is an
// open-addressing table from hash to number.
type featureIndex struct {
	keys   []uint64
	ids    []uint32
	counts []uint32 // by number
}

func newFeatureIndex() *featureIndex {
	return &featureIndex{keys: make([]uint64, 1<<12), ids: make([]uint32, 1<<12)}
}

// slot is where a feature is in the table, or where it would go.
func (x *featureIndex) slot(key uint64) int {
	mask := uint64(len(x.keys) - 1)
	for i := key >> 16 & mask; ; i = (i + 1) & mask {
		if x.keys[i] == key || x.keys[i] == 0 {
			return int(i)
		}
	}
}

func (x *featureIndex) find(key uint64) (uint32, bool) {
	key = max(key, 1)
	i := x.slot(key)
	return x.ids[i], x.keys[i] == key
}

// add counts a feature, giving it a number if it has none.
func (x *featureIndex) add(key uint64) {
	key = max(key, 1)
	i := x.slot(key)
	if x.keys[i] == key {
		x.counts[x.ids[i]]++
		return
	}
	x.keys[i], x.ids[i] = key, uint32(len(x.counts))
	x.counts = append(x.counts, 1)
	if len(x.counts)*3 > len(x.keys)*2 {
		x.widen()
	}
}

func (x *featureIndex) widen() {
	keys, ids := x.keys, x.ids
	x.keys, x.ids = make([]uint64, 2*len(keys)), make([]uint32, 2*len(keys))
	for i, k := range keys {
		if k != 0 {
			j := x.slot(k)
			x.keys[j], x.ids[j] = k, ids[i]
		}
	}
}

// count gives numbers to the features that the lessons have at least minCount
// times: a first pass counts roughly, in a table of small counters, a second
// one numbers what is frequent.
func (t *training) count(ctx context.Context, features func(w *window, i int) []uint64) error {
	size := 1 << max(16, min(27, bits.Len(uint(t.words*128))))
	seen := make([]uint8, size)
	mask := uint64(size - 1)
	w := window{known: t.known, names: t.table}
	for pass := range 2 {
		for i := range t.lessons {
			if i%1024 == 0 && ctx.Err() != nil {
				return ctx.Err()
			}
			t.read(&w, &t.lessons[i])
			for j := range w.n {
				for _, f := range features(&w, j) {
					c := &seen[f>>20&mask]
					switch {
					case pass == 0:
						*c = min(*c, 254) + 1
					case *c >= minCount:
						t.index.add(f)
					}
				}
			}
		}
	}
	return nil
}

// read has the window take in a lesson.
func (t *training) read(w *window, l *lesson) {
	w.read(l.tokens)
	for i, e := range l.echoes {
		w.words[margin+i].echo = e
	}
}
