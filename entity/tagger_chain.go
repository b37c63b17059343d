package entity

import (
	"math"

	"github.com/dossier-nlp/dossier/internal/desk"
)

// maxKinds bounds the kinds of a model.
const maxKinds = 60

// The labels of a chain: 0 for a word outside all names, then four for each
// kind (BIOES, as in Ratinov and Roth, 2009).
const (
	outside = 0
	begin   = iota // first word of a name of several
	inside         // neither first nor last
	end            // last of several
	single         // a name of one word
)

// label is the label of a kind's part, begin to single.
func label(kind, part int) int { return 4*kind + part }

// kindOf is the kind of a label other than outside.
func kindOf(label int) int { return (label - 1) / 4 }

// partOf is begin, inside, end or single, or outside.
func partOf(label int) int {
	if label == outside {
		return outside
	}
	return (label-1)%4 + 1
}

// chain is the shape of the labels of so many kinds: which may stand side by
// side. It is immutable.
type chain struct {
	labels int
	arcs   []arc // by the label they lead to
	into   []int // arcs[into[l]:into[l+1]] lead to label l
	starts []bool
	ends   []bool
}

// arc leads from one label to the next.
type arc struct{ from, to uint8 }

func newChain(kinds int) *chain {
	c := &chain{labels: 4*kinds + 1}
	for to := range c.labels {
		c.into = append(c.into, len(c.arcs))
		opens := partOf(to) == outside || partOf(to) == begin || partOf(to) == single
		closes := partOf(to) == outside || partOf(to) == end || partOf(to) == single
		c.starts = append(c.starts, opens)
		c.ends = append(c.ends, closes)
		for from := range c.labels {
			closed := partOf(from) == outside || partOf(from) == end || partOf(from) == single
			if closed && opens || !closed && !opens && kindOf(from) == kindOf(to) {
				c.arcs = append(c.arcs, arc{uint8(from), uint8(to)})
			}
		}
	}
	c.into = append(c.into, len(c.arcs))
	return c
}

// lattice works on one sentence at a time: scores of labels by word in, the
// best labels or the probabilities of all labels out. Its buffers are kept.
type lattice struct {
	scores   []float32 // by word and label
	alpha    []float32
	beta     []float32
	marginal []float32
	emit     []float32 // exp(score), scaled by word
	back     []uint8
	path     []uint8
}

// best writes the most probable sequence of labels into l.path (Viterbi).
func (l *lattice) best(c *chain, trans []float32, n int) []uint8 {
	L := c.labels
	l.back = desk.Sized(l.back, n*L)
	l.path = desk.Sized(l.path, n)
	l.alpha = desk.Sized(l.alpha, n*L)
	const never = float32(-1e30)
	for y := range L {
		l.alpha[y] = never
		if c.starts[y] {
			l.alpha[y] = l.scores[y]
		}
	}
	for t := 1; t < n; t++ {
		prev, cur := l.alpha[(t-1)*L:t*L], l.alpha[t*L:(t+1)*L]
		for y := range L {
			top, from := never*2, uint8(0)
			for k := c.into[y]; k < c.into[y+1]; k++ {
				a := c.arcs[k].from
				if s := prev[a] + trans[k]; s > top {
					top, from = s, a
				}
			}
			cur[y] = top + l.scores[t*L+y]
			l.back[t*L+y] = from
		}
	}
	top, y := never*4, 0
	for k, s := range l.alpha[(n-1)*L : n*L] {
		if c.ends[k] && s > top {
			top, y = s, k
		}
	}
	for t := n - 1; t >= 0; t-- {
		l.path[t] = uint8(y)
		y = int(l.back[t*L+y])
	}
	return l.path
}

// marginals writes each label's probability at each word into l.marginal, by
// the forward-backward algorithm with scaling, and the logarithm of the sum
// over all sequences in its result. factor is exp of the transitions.
func (l *lattice) marginals(c *chain, factor []float32, n int) float64 {
	L := c.labels
	l.alpha, l.beta = desk.Sized(l.alpha, n*L), desk.Sized(l.beta, n*L)
	l.marginal, l.emit = desk.Sized(l.marginal, n*L), desk.Sized(l.emit, n*L)
	var logZ float64
	for t := range n {
		row := l.scores[t*L : (t+1)*L]
		top := row[0]
		for _, s := range row[1:] {
			top = max(top, s)
		}
		e := l.emit[t*L : (t+1)*L]
		for y, s := range row {
			if d := s - top; d > -30 {
				e[y] = exp32(d)
			} else {
				e[y] = 1e-13 // keeps every allowed sequence possible
			}
		}
		cur := l.alpha[t*L : (t+1)*L]
		var sum float32
		if t == 0 {
			for y := range L {
				cur[y] = 0
				if c.starts[y] {
					cur[y] = e[y]
				}
				sum += cur[y]
			}
		} else {
			prev := l.alpha[(t-1)*L : t*L]
			for y := range L {
				var s float32
				for k := c.into[y]; k < c.into[y+1]; k++ {
					s += prev[c.arcs[k].from] * factor[k]
				}
				cur[y] = s*e[y] + 1e-30
				sum += cur[y]
			}
		}
		inv := 1 / sum
		for y := range cur {
			cur[y] *= inv
		}
		logZ += float64(top) + math.Log(float64(sum))
	}
	last := l.beta[(n-1)*L : n*L]
	for y := range L {
		last[y] = 0
		if c.ends[y] {
			last[y] = 1
		}
	}
	for t := n - 2; t >= 0; t-- {
		cur, next, e := l.beta[t*L:(t+1)*L], l.beta[(t+1)*L:(t+2)*L], l.emit[(t+1)*L:(t+2)*L]
		clear(cur)
		for y := range L {
			s := next[y] * e[y]
			if s == 0 {
				continue
			}
			for k := c.into[y]; k < c.into[y+1]; k++ {
				cur[c.arcs[k].from] += s * factor[k]
			}
		}
		var sum float32
		for _, b := range cur {
			sum += b
		}
		inv := 1 / (sum + 1e-30)
		for y := range cur {
			cur[y] *= inv
		}
	}
	for t := range n {
		m, a, b := l.marginal[t*L:(t+1)*L], l.alpha[t*L:(t+1)*L], l.beta[t*L:(t+1)*L]
		var sum float32
		for y := range m {
			m[y] = a[y] * b[y]
			sum += m[y]
		}
		inv := 1 / (sum + 1e-30)
		for y := range m {
			m[y] *= inv
		}
	}
	return logZ
}

// exp32 is exp for x from -30 to 30, to a relative error of about 2e-4: a
// power of two put together from its bits, and a polynomial for the rest.
func exp32(x float32) float32 {
	x *= 1.44269504
	f := float32(math.Floor(float64(x)))
	r := x - f
	p := 1 + r*(0.69583282+r*(0.22606716+r*0.07802449))
	return math.Float32frombits(math.Float32bits(p) + uint32(int32(f))<<23)
}

// arc is the number of the arc between two labels; they must be allowed to
// stand side by side.
func (c *chain) arc(from, to uint8) int {
	for k := c.into[to]; k < c.into[to+1]; k++ {
		if c.arcs[k].from == from {
			return k
		}
	}
	return 0
}
