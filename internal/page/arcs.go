package page

import (
	"cmp"
	"slices"
)

// arc joins two words of a sentence, by their places in it.
type arc struct {
	from, to int // word indices; the arrow points at to
	label    string
	class    string
	level    int // height above the words, from 1
}

func (a arc) left() int  { return min(a.from, a.to) }
func (a arc) right() int { return max(a.from, a.to) }

// maxLevels bounds the height of a drawing: arcs beyond it share the top.
const maxLevels = 40

// stack gives every arc the lowest level on which it crosses no shorter arc,
// and returns the highest level. Cost: the number of arcs times maxLevels.
func stack(arcs []arc) int {
	order := make([]int, len(arcs))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(x, y int) int {
		a, b := arcs[x], arcs[y]
		return cmp.Or(cmp.Compare(a.right()-a.left(), b.right()-b.left()), cmp.Compare(a.left(), b.left()))
	})
	words := 0
	for _, a := range arcs {
		words = max(words, a.right()+1)
	}
	height := make([]int, words) // highest level above each gap between words
	top := 0
	for _, i := range order {
		a := &arcs[i]
		level := 0
		for w := a.left(); w < a.right(); w++ {
			level = max(level, height[w])
		}
		a.level = min(level+1, maxLevels)
		for w := a.left(); w < a.right(); w++ {
			height[w] = a.level
		}
		top = max(top, a.level)
	}
	return top
}
