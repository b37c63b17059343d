package syntax

// stateScorer gives the transitions of a state their scores.
type stateScorer interface {
	score(b *beam, at int32, to *[Transitions]int32)
}

// beam is a search in progress: scratch, to be used again.
type beam struct {
	sent   *ParseSentence
	states []state
	front  []int32 // the hypotheses of this step
	cands  []candidate
	feats  features
	scores [Transitions]int32
	slack  int32   // how far behind the best a hypothesis may be
	step   int     // transitions of each hypothesis
	margin int32   // what leaving the right transitions is given, in training
	gold   []uint8 // the right transitions, in training
}

type candidate struct {
	score  int32
	state  int32
	action uint8
}

// start makes the beam hold the one state before any transition.
func (b *beam) start(s *ParseSentence) {
	b.sent = s
	b.states = append(b.states[:0], state{top: leaf(nowhere), next: leaf(0), below: nowhere, prev: nowhere, gold: true})
	b.front = append(b.front[:0], 0)
	b.step = 0
}

// beneath gives the two subtrees under the top of a state's stack.
func (b *beam) beneath(s *state) (under, third *subtree) {
	under, third = &noSubtree, &noSubtree
	if s.below != nowhere {
		below := &b.states[s.below]
		under = &below.top
		if below.below != nowhere {
			third = &b.states[below.below].top
		}
	}
	return under, third
}

// advance takes all hypotheses one transition further and keeps the best
// width.
func (b *beam) advance(scorer stateScorer, width int) {
	b.cands = b.cands[:0]
	for _, at := range b.front {
		s := &b.states[at]
		ok := b.allowed(s)
		b.scores = [Transitions]int32{}
		scorer.score(b, at, &b.scores)
		for a, score := range b.scores {
			if ok[a] {
				if s.gold && b.gold != nil && b.gold[b.step] != uint8(a) {
					score += b.margin
				}
				b.keep(candidate{s.score + score, at, uint8(a)}, width)
			}
		}
	}
	b.front = b.front[:0]
	for _, c := range b.cands {
		if c.score < b.cands[0].score-b.slack {
			break
		}
		t := b.apply(c.state, c.action, c.score)
		if b.gold != nil {
			s := &b.states[c.state]
			t.gold = s.gold && b.gold[b.step] == c.action
		}
		b.front = append(b.front, int32(len(b.states)))
		b.states = append(b.states, t)
	}
	b.step++
}

// keep puts a candidate in its place among the best, the first come first
// where scores are equal.
func (b *beam) keep(c candidate, width int) {
	i := len(b.cands)
	if i == width {
		if c.score <= b.cands[i-1].score {
			return
		}
		i--
	} else {
		b.cands = append(b.cands, c)
	}
	for i > 0 && b.cands[i-1].score < c.score {
		b.cands[i] = b.cands[i-1]
		i--
	}
	b.cands[i] = c
}

// heads writes the heads of a finished hypothesis.
func (b *beam) heads(at int32, heads []int32) {
	for b.states[at].prev != nowhere {
		s := &b.states[b.states[at].prev]
		switch b.states[at].action {
		case Left:
			h := s.next.token
			if h == int32(b.sent.n) {
				h = nowhere
			}
			heads[s.top.token] = h
		case Right:
			heads[s.top.token] = b.states[s.below].top.token
		}
		at = b.states[at].prev
	}
}
