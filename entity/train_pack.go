package entity

import (
	"encoding/binary"
	"math"
	"slices"
)

// pack makes the weights into a model: the rows that weigh most, one byte a
// weight.
func (t *training) pack() *Model {
	L := t.chain.labels
	type row struct {
		weight float32
		key    uint64
		id     uint32
	}
	var rows []row
	for i, key := range t.index.keys {
		if key == 0 {
			continue
		}
		id := t.index.ids[i]
		var sum float64
		for _, w := range t.weights.rows[int(id)*L : int(id)*L+L] {
			sum += float64(w) * float64(w)
		}
		if sum == 0 {
			continue
		}
		sum *= math.Sqrt(float64(t.index.counts[id]))
		rows = append(rows, row{float32(sum), key, id})
	}
	slices.SortFunc(rows, func(a, b row) int {
		switch {
		case a.weight > b.weight:
			return -1
		case a.weight < b.weight:
			return 1
		case a.key < b.key:
			return -1
		}
		return 1
	})
	size := rowSize(len(t.kinds))
	m := &Model{kinds: t.kinds, chain: t.chain, table: t.table, trans: t.weights.arcs}
	m.n = uint64(max(1, min(t.size/(size*rowsPerBucket), len(rows)*5/4/rowsPerBucket)))
	m.scale = t.scale()
	table := make([]byte, int(m.n)*rowsPerBucket*size)
	for _, r := range rows {
		b, print := bucketOf(r.key, m.n)
		for k := range rowsPerBucket {
			slot := table[(int(b)*rowsPerBucket+k)*size:][:size]
			old := binary.LittleEndian.Uint32(slot[size-4:]) >> 8
			if old == print {
				break // a weightier feature with the same fingerprint
			}
			if old != 0 {
				continue
			}
			binary.LittleEndian.PutUint32(slot[size-4:], print<<8)
			for y, w := range t.weights.rows[int(r.id)*L : int(r.id)*L+L] {
				q := math.RoundToEven(float64(w / m.scale))
				slot[y] = byte(int(max(min(q, 127), -127)) + 128)
			}
			break
		}
	}
	m.rows = string(table)
	m.curves = make([]float32, len(t.kinds)*curveSize)
	return m
}

// scale is a step of the packed weights: all but one in 20,000 fit, and
// those that have the priors.
func (t *training) scale() float32 {
	var sample []float32
	for i := 0; i < len(t.weights.rows); i += 7 {
		sample = append(sample, float32(math.Abs(float64(t.weights.rows[i]))))
	}
	slices.Sort(sample)
	top := sample[min(len(sample)-1, len(sample)-len(sample)/20000)]
	for _, w := range t.everyRow() {
		top = max(top, w, -w)
	}
	return max(top, 0.1) / 127
}

func floatBits(f []float32) []uint32 {
	out := make([]uint32, len(f))
	for i, x := range f {
		out[i] = math.Float32bits(x)
	}
	return out
}

func bitsFloat(b []uint32) []float32 {
	out := make([]float32, len(b))
	for i, x := range b {
		out[i] = math.Float32frombits(x)
	}
	return out
}
