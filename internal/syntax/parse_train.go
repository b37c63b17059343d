package syntax

// Oracle is the transitions that lead to a tree given by the heads of its
// tokens (-1 for the root), or false if there are none, the tree not being
// projective. Right is put off until something has to be attached to the left
// of the stack's top, so that a phrase finds its place when its own
// preposition or conjunction is known.
func Oracle(heads []int32, late bool) ([]uint8, bool) {
	n := int32(len(heads))
	head := func(t int32) int32 {
		if heads[t] < 0 {
			return n
		}
		return heads[t]
	}
	missing := make([]int32, n+1)
	for t := range heads {
		missing[head(int32(t))]++
	}
	var out []uint8
	var stack []int32
	next := int32(0)
	for next < n || len(stack) > 0 {
		k := len(stack)
		if k > 0 {
			top := stack[k-1]
			switch {
			case missing[top] == 0 && head(top) == next:
				out, stack = append(out, Left), stack[:k-1]
				missing[next]--
				continue
			case k > 1 && missing[top] == 0 && head(top) == stack[k-2] &&
				(!late || next == n || leftward(heads, stack[:k-1], top, next)):
				out, stack = append(out, Right), stack[:k-1]
				missing[stack[k-2]]--
				continue
			}
		}
		if next == n {
			return nil, false
		}
		out, stack = append(out, Shift), append(stack, next)
		next++
	}
	return out, true
}

// leftward tells whether next is attached to a token under the top, or has a
// dependent there.
func leftward(heads []int32, under []int32, top, next int32) bool {
	if h := heads[next]; h >= 0 && h < top {
		return true
	}
	for _, t := range under {
		if heads[t] == next {
			return true
		}
	}
	return false
}

// ParseScorer adds up what a model in training gives each transition for some
// features.
type ParseScorer interface {
	AddScores(hashes []uint64, to *[Transitions]int32)
}

type trainingScorer struct{ ParseScorer }

func (t trainingScorer) score(b *beam, at int32, to *[Transitions]int32) {
	t.AddScores(b.collect(at), to)
}

// collect writes the features of a state.
func (b *beam) collect(at int32) []uint64 {
	s := &b.states[at]
	f := &b.feats
	f.n = 0
	under, third := b.beneath(s)
	f.coming(b.sent, s.next.token)
	f.front(b.sent, s.top.token, s.next.token)
	f.stack(b.sent, under.token, s.top.token)
	f.back(b.sent, under.token, s.top.token, s.next.token)
	f.near(b.sent, &s.top, &s.next)
	f.pile(b.sent, under, &s.top)
	f.far(b.sent, third, under, &s.top, &s.next)
	return f.h[:f.n]
}

// ParseSearch is the parser's search laid open for training.
type ParseSearch struct {
	Width  int   // hypotheses
	Slack  int32 // how far behind the best one a hypothesis may be
	Margin int32 // how far the right one has to be ahead

	b beam
}

// Violation is a stretch of transitions for which the model prefers a wrong
// hypothesis to the right one the most (max-violation: Huang, Fayong and Guo,
// 2012).
type Violation struct {
	Right, Wrong int32 // states
	Loss         int32 // how much the wrong one is ahead
}

// Run searches with a beam and gives the largest violation of the right
// transitions; bad is false when the right one ends
// ahead of all by the margin.
func (p *ParseSearch) Run(s *ParseSentence, gold []uint8, scorer ParseScorer) (v Violation, bad bool) {
	b := &p.b
	b.start(s)
	b.gold, b.slack, b.margin = gold, p.Slack, p.Margin
	var in stateScorer = trainingScorer{scorer}
	right := int32(0)
	v.Loss = -1 << 30
	for i := range gold {
		var scores [Transitions]int32
		if !b.inFront(right) {
			scorer.AddScores(b.collect(right), &scores)
		}
		b.advance(in, p.Width)
		next := int32(nowhere)
		for _, at := range b.front {
			if b.states[at].gold {
				next = at
			}
		}
		if next == nowhere {
			if b.states[right].gold && scores == [Transitions]int32{} {
				scorer.AddScores(b.collect(right), &scores)
			}
			t := b.apply(right, gold[i], b.states[right].score+scores[gold[i]])
			next = int32(len(b.states))
			b.states = append(b.states, t)
		}
		right = next
		if best := b.front[0]; best != right {
			if loss := b.states[best].score - b.states[right].score; loss >= v.Loss {
				v = Violation{right, best, loss}
			}
		}
	}
	return v, b.front[0] != right && v.Loss >= 0
}

func (b *beam) inFront(at int32) bool {
	for _, x := range b.front {
		if x == at {
			return true
		}
	}
	return false
}

// Walk calls visit for the states on the ways to the right and to the wrong
// hypothesis of a violation that are not on both, with the features and the
// transition taken.
func (p *ParseSearch) Walk(v Violation, visit func(hashes []uint64, action uint8, right bool)) {
	b := &p.b
	right, wrong := v.Right, v.Wrong
	for right != wrong {
		r, w := &b.states[right], &b.states[wrong]
		visit(b.collect(r.prev), r.action, true)
		visit(b.collect(w.prev), w.action, false)
		right, wrong = r.prev, w.prev
	}
}

// Kept are the words of a sentence without its punctuation marks.
func (s *ParseSentence) Kept() []int32 { return s.kept }

// ArcModel is a structural model by itself, one of an ensemble.
type ArcModel struct {
	arcs arcTable
	s    ParseScratch
}

// NewArcModel makes a model of the entries that find room, the first first.
func NewArcModel(entries []ArcEntry, buckets int) *ArcModel {
	return &ArcModel{arcs: packArcs(entries, buckets)}
}

// Clone is the same model, to be used in another goroutine.
func (m *ArcModel) Clone() *ArcModel { return &ArcModel{arcs: m.arcs} }

// Heads parses a sentence: it gives the heads of its words, without the marks,
// among themselves, good until the next call.
func (m *ArcModel) Heads(words []Word, tags, doubts []uint8, width int) []int32 {
	m.s.sent.Set(words, tags, doubts)
	m.s.search(&m.arcs, width, beamSlack)
	return m.s.heads
}

// MarkSearch is the attachment of punctuation marks laid open for training.
type MarkSearch struct {
	s ParseScratch
}

// Run calls visit for each mark of a sentence whose words have their heads and
// labels, with the words that it can be attached to, as indices in the
// sentence, and the features of each.
func (m *MarkSearch) Run(words []Word, tags []uint8, heads []int32, labels []uint8, visit func(token int32, candidates []int32, hashes [][]uint64)) {
	s := &m.s
	s.sent.Set(words, tags, nil)
	s.tree.set(&s.sent, heads)
	copy(s.tree.labels, labels)
	gap := int32(0)
	for i := range words {
		if int(gap) < len(s.sent.kept) && s.sent.kept[gap] == int32(i) {
			gap++
			continue
		}
		s.candidates = s.tree.markCandidates(gap, s.candidates[:0])
		var hashes [][]uint64
		for k, c := range s.candidates {
			s.beam.feats.n = 0
			s.beam.feats.attach(&s.sent, &s.tree, mark(words, tags, i), gap, c, int32(k))
			hashes = append(hashes, append([]uint64(nil), s.beam.feats.h[:s.beam.feats.n]...))
		}
		for k, c := range s.candidates {
			s.candidates[k] = s.sent.kept[c]
		}
		visit(int32(i), s.candidates, hashes)
	}
}
