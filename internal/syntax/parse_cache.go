package syntax

// arcScorer scores states with a structural model. Hypotheses of a beam share
// most of what they look at, and what lies on the stack comes to the top again,
// so the sums of the features' weights are kept, by what a group of features
// sees: which tokens are where, or what is attached to them too. It is scratch
// of one parser.
type arcScorer struct {
	arcs   *arcTable
	time   uint32 // counts the sentences: what was kept for another is void
	coming [4]keptScores
	fronts [1 << logFronts]keptScores
	stacks [1 << logPlaces]keptScores
	piles  [1 << logPlaces]keptScores
	backs  [1 << logPlaces]keptScores
	nears  [1 << logPlaces]keptScores
	fars   [1 << logPlaces]keptScores
}

type keptScores struct {
	key    uint64
	time   uint32
	scores [Transitions]int32
}

// Binary logarithms of how many sums of a group are kept.
const (
	logFronts = 6
	logPlaces = 7
)

func (a *arcScorer) start(arcs *arcTable) {
	a.arcs = arcs
	if a.time++; a.time == 0 {
		*a = arcScorer{arcs: arcs, time: 1}
	}
}

// kept finds the place of a key, and whether its scores are there.
func (a *arcScorer) kept(k *keptScores, key uint64) bool {
	if k.key == key && k.time == a.time {
		return true
	}
	*k = keptScores{key: key, time: a.time}
	return false
}

func (a *arcScorer) score(b *beam, at int32, to *[Transitions]int32) {
	s := &b.states[at]
	f := &b.feats
	under, third := b.beneath(s)

	coming := &a.coming[int(s.next.token)%len(a.coming)]
	if !a.kept(coming, uint64(uint32(s.next.token))) {
		f.n = 0
		f.coming(b.sent, s.next.token)
		a.arcs.add(f.h[:f.n], &coming.scores)
	}
	key := uint64(uint32(under.token))<<32 | uint64(uint32(s.top.token))
	stack := &a.stacks[key*step1>>(64-logPlaces)]
	if !a.kept(stack, key) {
		f.n = 0
		f.stack(b.sent, under.token, s.top.token)
		a.arcs.add(f.h[:f.n], &stack.scores)
	}
	over := under.hash()
	key = over*step1 + s.top.hash()
	pile := &a.piles[key*step2>>(64-logPlaces)]
	if !a.kept(pile, key) {
		f.n = 0
		f.pile(b.sent, under, &s.top)
		a.arcs.add(f.h[:f.n], &pile.scores)
	}
	key = uint64(uint32(s.top.token))<<32 | uint64(uint32(s.next.token))
	front := &a.fronts[key*step1>>(64-logFronts)]
	if !a.kept(front, key) {
		f.n = 0
		f.front(b.sent, s.top.token, s.next.token)
		a.arcs.add(f.h[:f.n], &front.scores)
	}
	key = key*step1 + uint64(uint32(under.token))
	back := &a.backs[key*step2>>(64-logPlaces)]
	if !a.kept(back, key) {
		f.n = 0
		f.back(b.sent, under.token, s.top.token, s.next.token)
		a.arcs.add(f.h[:f.n], &back.scores)
	}
	key = s.top.hash()*step1 + s.next.hash()
	near := &a.nears[key*step2>>(64-logPlaces)]
	if !a.kept(near, key) {
		f.n = 0
		f.near(b.sent, &s.top, &s.next)
		a.arcs.add(f.h[:f.n], &near.scores)
	}
	key = (key*step1+uint64(uint32(third.token)))*step1 + over
	far := &a.fars[key*step2>>(64-logPlaces)]
	if !a.kept(far, key) {
		f.n = 0
		f.far(b.sent, third, under, &s.top, &s.next)
		a.arcs.add(f.h[:f.n], &far.scores)
	}
	for i := range to {
		to[i] = coming.scores[i] + front.scores[i] + stack.scores[i] + pile.scores[i] + back.scores[i] + near.scores[i] + far.scores[i]
	}
}

// hash is the same for two subtrees if they are.
func (t *subtree) hash() uint64 {
	h := uint64(uint32(t.token))*step2 ^ (uint64(uint32(t.left))<<32 | uint64(uint32(t.right)))
	h = h*step1 + uint64(uint32(t.left2))<<32 + uint64(uint32(t.right2))
	h = h*step1 + uint64(uint32(t.leftLeft))<<32 + uint64(t.leftKinds)<<16 + uint64(t.rightKinds)
	return h*step1 + uint64(uint32(t.edge))<<32 + uint64(t.lefts)<<8 + uint64(t.rights)
}
