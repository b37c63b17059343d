package syntax

// The parser is a transition system over a stack and a buffer, arc-hybrid
// (Kuhlmann, Gómez-Rodríguez and Satta, 2011) with the root behind the last
// token (Ballesteros and Nivre, 2013):
//
//	Shift  moves the first token of the buffer to the stack
//	Left   makes the stack's top a dependent of the buffer's first token
//	Right  makes the stack's top a dependent of the token below it
//
// Left and Right take the dependent off the stack. A sentence of n tokens takes
// n Shifts and n others. The last Left is the one to the root, allowed only
// when the stack holds a single token: so there is always exactly one root and
// never a cycle, whatever the scores.
const (
	Shift = iota
	Left
	Right
	Transitions
)

const nowhere = -1

// subtree is a token with the dependents that it has so far.
type subtree struct {
	token         int32
	left, left2   int32 // outermost dependents before the token, the outermost first
	right, right2 int32 // outermost dependents after the token, the outermost first
	lefts, rights uint8 // how many
	leftKinds     uint16
	rightKinds    uint16
	leftLeft      int32 // the outermost dependent before right
	edge          int32 // the first token of it all
}

func leaf(token int32) subtree {
	return subtree{token, nowhere, nowhere, nowhere, nowhere, 0, 0, 0, 0, nowhere, token}
}

var noSubtree = leaf(nowhere)

// state is one hypothesis after some transitions. States share their history:
// below is the state whose top lies under this one's, prev the one before the
// last transition.
type state struct {
	top    subtree // top.token is nowhere when the stack is empty
	next   subtree // first of the buffer; the root when its token is the number of tokens
	below  int32
	prev   int32
	score  int32
	action uint8
	gold   bool
}

// allowed tells which transitions a state allows in a sentence of n tokens.
func (b *beam) allowed(s *state) (ok [Transitions]bool) {
	n := int32(b.sent.n)
	stack := s.top.token != nowhere
	two := stack && s.below != nowhere && b.states[s.below].top.token != nowhere
	ok[Shift] = s.next.token < n
	ok[Left] = stack && (s.next.token < n || !two)
	ok[Right] = two
	return ok
}

// apply is the state after a transition.
func (b *beam) apply(at int32, action uint8, score int32) state {
	s := &b.states[at]
	t := state{prev: at, score: score, action: action}
	switch action {
	case Shift:
		t.top, t.below = s.next, at
		t.next = leaf(s.next.token + 1)
	case Left:
		t.below, t.top, t.next = b.pop(s), b.under(s), s.next
		t.next.addLeft(&s.top, b.sent)
	case Right:
		t.below, t.top, t.next = b.pop(s), b.under(s), s.next
		t.top.addRight(&s.top, b.sent)
	}
	return t
}

// under is the subtree under the top of the stack.
func (b *beam) under(s *state) subtree {
	if s.below == nowhere {
		return leaf(nowhere)
	}
	return b.states[s.below].top
}

func (b *beam) pop(s *state) int32 {
	if s.below == nowhere {
		return nowhere
	}
	return b.states[s.below].below
}

func (h *subtree) addLeft(d *subtree, sent *ParseSentence) {
	h.left2, h.left = h.left, d.token
	h.edge = d.edge
	h.lefts++
	h.leftKinds |= 1 << sent.kind(d.token)
	if h.lefts == 0 {
		h.lefts--
	}
}

func (h *subtree) addRight(d *subtree, sent *ParseSentence) {
	h.right2, h.right, h.leftLeft = h.right, d.token, d.left
	h.rights++
	h.rightKinds |= 1 << sent.kind(d.token)
	if h.rights == 0 {
		h.rights--
	}
}
