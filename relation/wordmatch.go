package relation

import "github.com/dossier-nlp/dossier/entity"

// wordmatch.go matches sequences of words. From the anchor, items are matched
// to the right and to the left; what is optional and how far a gap reaches is
// tried within a budget, so that no sequence can cost more than a constant.

const (
	maxGap    = 4
	seqBudget = 128 // items tried for one anchor
)

type seqMatch struct {
	m      *matcher
	p      *pattern
	b      *binding
	budget int
}

// sequence matches p with its anchor on token at.
func (m *matcher) sequence(p *pattern, at int32, b *binding) bool {
	b.reset()
	s := seqMatch{m, p, b, seqBudget}
	if !s.right(p.anchor+1, at+1) {
		b.failed = p.anchor + 1
		return false
	}
	if !s.left(p.anchor-1, at-1) {
		b.failed = max(0, p.anchor-1)
		return false
	}
	if b.a.n == 1 && m.g.tag(at) == "NNS" { // the British charities A and C
		m.g.listAfter(b.a.v[0], &b.a)
	}
	return b.a.n > 0 && b.b.n > 0 || p.unless
}

// right matches items from i on against the tokens from at on.
func (s *seqMatch) right(i int, at int32) bool {
	if i >= len(s.p.items) {
		return true
	}
	if s.budget--; s.budget < 0 {
		return false
	}
	it := &s.p.items[i]
	switch {
	case it.gap:
		for k := int32(0); k <= maxGap; k++ {
			if s.right(i+1, at+k) {
				return true
			}
			if !s.skippable(at + k) {
				break
			}
		}
	case int(at) >= len(s.m.g.t):
	case it.isSlot:
		for x, n := s.m.g.startAt[at], 0; x != none && n < maxDepth; x, n = s.m.g.mentions[x].nextStart, n+1 {
			if s.m.g.fits(&it.slot, x) && s.m.g.outermost(x) && !(it.slot.n == slotA && s.m.g.modifies(x)) {
				mark := *s.b
				s.fill(it, x)
				if s.right(i+1, s.m.g.mentions[x].last) {
					return true
				}
				*s.b = mark
			}
		}
	default:
		if it.words.has(s.m.g.t[at].word) && s.right(i+1, at+1) {
			return true
		}
	}
	return it.optional && s.right(i+1, at)
}

// left matches items from i down against the tokens from at down.
func (s *seqMatch) left(i int, at int32) bool {
	if i < 0 {
		return true
	}
	if s.budget--; s.budget < 0 {
		return false
	}
	it := &s.p.items[i]
	switch {
	case it.gap:
		for k := int32(0); k <= maxGap; k++ {
			if s.left(i-1, at-k) {
				return true
			}
			if !s.skippable(at - k) {
				break
			}
		}
	case at < 0:
	case it.isSlot:
		for x, n := s.m.g.endAt[at], 0; x != none && n < maxDepth; x, n = s.m.g.mentions[x].nextEnd, n+1 {
			if s.m.g.fits(&it.slot, x) && s.m.outermostEnd(x) {
				mark := *s.b
				s.fill(it, x)
				if s.left(i-1, s.m.g.mentions[x].first-1) {
					return true
				}
				*s.b = mark
			}
		}
	default:
		if it.words.has(s.m.g.t[at].word) && s.left(i-1, at-1) {
			return true
		}
	}
	return it.optional && s.left(i-1, at)
}

// modifies says that the mention only modifies the noun behind it, and is not
// what the phrase is about: "Peru's EU accession".
func (g *graph) modifies(x int32) bool {
	mt := &g.mentions[x]
	if mt.kind != kindOrg || int(mt.last) >= len(g.t) {
		return false
	}
	last := mt.last
	for int(last) < len(g.t) && last < mt.last+4 && g.t[last].pos == posNoun && g.t[last].mention == none {
		last++
	}
	return last > mt.last && g.t[last-1].class&(classCollective|classTime) == 0 // Andina news agency
}

// outermostEnd says that the mention is not the tail of a longer name.
func (m *matcher) outermostEnd(x int32) bool {
	mt := &m.g.mentions[x]
	at := m.g.t[mt.last-1].mention
	return at == x || at == none || m.g.mentions[at].last != mt.last
}

func (s *seqMatch) fill(it *item, x int32) {
	switch it.slot.n {
	case slotA:
		s.b.a.add(x)
	case slotB:
		s.b.b.add(x)
	default:
		s.b.named[it.slot.n] = s.m.g.mentions[x].head
	}
}

// skippable says that a gap may run over the token: a word of a noun phrase,
// no name and no mark.
func (s *seqMatch) skippable(at int32) bool {
	if at < 0 || int(at) >= len(s.m.g.t) {
		return false
	}
	t := &s.m.g.t[at]
	if t.mention != none && s.m.g.mentions[t.mention].form == entity.Name {
		return false
	}
	switch t.pos {
	case posNoun, posName, posAdj, posDet, posNum, posAdv:
		return true
	}
	return s.m.g.toks[at].Text == "-" || t.pos == posVerb && t.dep == depAmod
}
