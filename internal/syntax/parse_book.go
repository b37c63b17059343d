package syntax

import (
	"cmp"
	"math"
	"slices"
)

// triple is the weights of a feature, in units of 1/arcScale.
type triple [Transitions]int16

func toTriple(w [Transitions]float32) (t triple) {
	for k, v := range w {
		t[k] = int16(max(1-arcBias, min(arcBias-1, math.Round(float64(v)*arcScale))))
	}
	return t
}

func (t triple) packed() (p uint64) {
	for k, v := range t {
		p |= uint64(int64(v)+arcBias) << (k * sumBits)
	}
	return p
}

func (t triple) distance(u triple) int32 {
	a, b, c := int32(t[0])-int32(u[0]), int32(t[1])-int32(u[1]), int32(t[2])-int32(u[2])
	return a*a + b*b + c*c
}

// book is the book of an arcTable in the making.
type book struct {
	counts map[triple]int // how much each triple matters
	where  map[triple]int // the page of each
	pages  []triple
}

func (b *book) count(w [Transitions]float32, n int32) {
	if b.counts == nil {
		b.counts = map[triple]int{}
	}
	b.counts[toTriple(w)] += int(n)
}

func (b *book) page(w [Transitions]float32) int { return b.where[toTriple(w)] }

// bookRounds is how often the pages are moved to the middle of what they stand
// for.
const bookRounds = 12

// make finds the pages: those of frequent and of large weights to begin with,
// then moved to where the sum of squared errors is least (Lloyd, 1982).
func (b *book) make() {
	all := make([]triple, 0, len(b.counts))
	for t := range b.counts {
		all = append(all, t)
	}
	cost := func(t triple) int { return b.counts[t] * int(t.distance(triple{})) }
	slices.SortFunc(all, func(x, y triple) int {
		return cmp.Or(cost(y)-cost(x), slices.Compare(x[:], y[:]))
	})
	b.pages = append([]triple{{}}, all[:min(len(all), bookPages-1)]...)
	b.where = make(map[triple]int, len(all))
	for range bookRounds {
		b.assign(all)
		b.move(all)
	}
	b.assign(all)
}

func (b *book) assign(all []triple) {
	for _, t := range all {
		b.where[t] = b.nearest(t)
	}
}

func (b *book) move(all []triple) {
	sums := make([][Transitions]int, len(b.pages))
	counts := make([]int, len(b.pages))
	for _, t := range all {
		at, n := b.where[t], b.counts[t]
		for k, v := range t {
			sums[at][k] += n * int(v)
		}
		counts[at] += n
	}
	for i := 1; i < len(b.pages); i++ { // page 0 stays
		for k := range b.pages[i] {
			if counts[i] > 0 {
				b.pages[i][k] = int16(math.Round(float64(sums[i][k]) / float64(counts[i])))
			}
		}
	}
}

func (b *book) nearest(t triple) int {
	best, least := 0, int32(math.MaxInt32)
	for i, p := range b.pages {
		if d := t.distance(p); d < least {
			best, least = i, d
		}
	}
	return best
}
