package main

// count is how many of the gold things were found.
type count struct {
	tp, fp, fn int // found, found but not gold, gold but not found
}

func (c *count) add(d count) { c.tp += d.tp; c.fp += d.fp; c.fn += d.fn }

// prf is precision, recall and their harmonic mean, from 0 to 1.
func (c count) prf() (p, r, f float64) {
	p, r = ratio(c.tp, c.tp+c.fp), ratio(c.tp, c.tp+c.fn)
	if p+r > 0 {
		f = 2 * p * r / (p + r)
	}
	return p, r, f
}

func (c count) f1() float64 {
	_, _, f := c.prf()
	return f
}

// overlap counts how two lists of distinct things agree.
func overlap[T comparable](gold, got []T) count {
	in := make(map[T]bool, len(gold))
	for _, g := range gold {
		in[g] = true
	}
	var c count
	for _, s := range got {
		if in[s] {
			c.tp++
		} else {
			c.fp++
		}
	}
	c.fn = len(gold) - c.tp
	return c
}

func ratio(a, b int) float64 {
	if b == 0 {
		return 0
	}
	return float64(a) / float64(b)
}
