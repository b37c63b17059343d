package relation

import "strings"

// owners.go finds the organization or place of a role: "president of B", "B's
// president", "B President A".

// owners binds the organization or place of role n.
func (m *matcher) owners(p *pattern, st *step, n, holder int32, b *binding) {
	g := &m.g
	for _, at := range [2]int32{n, holder} {
		if at == none {
			continue
		}
		for c := g.t[at].first; c != none; c = g.t[c].next {
			if g.t[c].dep == depNmodPoss && c < n {
				m.bindOwnerOf(p, st, c, b)
			}
		}
	}
	if b.b.n > 0 {
		return
	}
	if holder == none {
		m.ownerAfter(p, st, n, true, b)
	}
	if b.b.n > 0 {
		return
	}
	m.ownerBefore(st, n, b)
	for c := g.t[n].first; c != none && b.b.n == 0; c = g.t[c].next {
		if d := g.t[c].dep; (d == depCompound || d == depAmod || d == depNmod || d == depNmodDesc) && c < n {
			m.bindOwnerOf(p, st, c, b)
		}
	}
	if b.b.n == 0 && holder == none {
		m.ownerAfter(p, st, n, false, b)
	}
	m.sharedOwner(p, st, n, holder, b)
}

// ownerAfter binds the owner in a phrase after the role: first those with
// "of", "for" or "at", then the others of the pattern.
func (m *matcher) ownerAfter(p *pattern, st *step, n int32, close bool, b *binding) {
	g := &m.g
	for c := g.t[n].first; c != none && b.b.n == 0; c = g.t[c].next {
		if d := g.t[c].dep; d != depNmod && d != depObl || c < n || !g.hasPrep(c, st.preps) {
			continue
		}
		if first, _ := g.prep(c); close == g.owning(first) {
			m.bindOwnerOf(p, st, c, b)
		}
	}
	if i := n + 1; close && b.b.n == 0 && int(i) < len(g.t) && g.owning(g.t[i].word) && st.preps.has(g.t[i].word) {
		for k, end := i+1, g.afterPhrase(n); k < end; k++ { // wherever the tree hangs it
			if mt := g.t[k].mention; mt != none && g.fits(&st.slot, mt) {
				if next := g.mentions[mt].last; int(next)+2 < len(g.t) && g.t[next].class&classThing != 0 && g.t[next+1].word == g.of && g.startAt[next+2] != none {
					continue // of the U.S. state of Ohio
				}
				b.b.add(mt)
				g.listAfter(mt, &b.b)
				return
			}
		}
	}
}

// owning says that a preposition brings whose a role is: president of Peru.
func (g *graph) owning(w wordID) bool {
	if w == 0 {
		return false
	}
	switch g.vocab.words[w] {
	case "of", "for", "at":
		return true
	}
	return false
}

// bindOwnerOf binds the mentions of a phrase that may own a role.
func (m *matcher) bindOwnerOf(p *pattern, st *step, tok int32, b *binding) {
	var found actors
	if mt := m.g.t[tok].mention; mt != none {
		found.add(mt)
		m.g.expandConj(tok, &found, maxDepth)
	} else {
		m.g.expand(tok, &found, maxDepth)
		if found.n == 0 {
			m.g.inner(tok, &found, maxDepth)
		}
	}
	m.filter(st, &found)
	for _, x := range found.list() {
		if b.a.n == 0 || x != b.a.v[0] {
			b.b.add(x)
		}
	}
}

// ownerBefore goes left from the role over the words of its phrase to the
// mentions in front of it: "U.S. national security adviser".
func (m *matcher) ownerBefore(st *step, n int32, b *binding) {
	g := &m.g
	joined := false
	for i := n - 1; i >= max(0, n-12); i-- {
		t := &g.t[i]
		if t.mention != none {
			mt := &g.mentions[t.mention]
			if !g.fits(&st.slot, t.mention) {
				return
			}
			if joined { // U.S. and Russian
				b.b.add(t.mention)
			} else {
				b.b.n = 0
				b.b.add(t.mention)
			}
			joined = false
			if g.beforePossessive(mt) {
				return
			}
			i = mt.first
			continue
		}
		switch t.pos {
		case posNoun, posName, posAdj, posPoss:
		case posOther:
			if w := g.toks[i].Text; w != "-" && w != "&" && w != "and" {
				return
			}
		default:
			if g.t[i].dep != depCc && !(t.pos == posVerb && t.dep == depAmod) {
				return
			}
			joined = g.t[i].dep == depCc && b.b.n > 0
		}
	}
}

func (g *graph) beforePossessive(m *mention) bool { return g.possessive(m.last) }

// sharedOwner gives the country of the first of two joined officials to the
// second: "Egypt's president A and foreign minister C".
func (m *matcher) sharedOwner(p *pattern, st *step, n, holder int32, b *binding) {
	g := &m.g
	if b.b.n > 0 || holder == none || g.foreign(n) {
		return
	}
	at := holder
	if mt := g.t[holder].mention; mt != none {
		for i := g.mentions[mt].first; i < min(g.mentions[mt].last, g.mentions[mt].first+8); i++ {
			if g.t[i].dep == depConj {
				at = i
			}
		}
	}
	if g.t[at].dep != depConj && g.t[n].dep == depConj {
		at = n
	}
	h := g.t[at].head
	if g.t[at].dep != depConj || h == none {
		return
	}
	for c := g.t[h].first; c != none; c = g.t[c].next {
		switch {
		case c >= n:
		case g.t[c].dep == depNmodPoss:
			m.bindOwnerOf(p, st, c, b)
		}
	}
}

// foreign says that the role has the adjective of a place that no mention
// tells of: "Norland's president A and [Velmoran] prime minister C".
func (g *graph) foreign(n int32) bool {
	for i := n - 1; i >= max(0, n-4) && (g.t[i].pos == posName || g.t[i].pos == posAdj || g.t[i].pos == posNoun); i-- {
		w := g.toks[i].Text
		if w != "" && w[0] >= 'A' && w[0] <= 'Z' && (strings.HasSuffix(w, "an") || strings.HasSuffix(w, "ese") || strings.HasSuffix(w, "ish")) {
			return true
		}
	}
	return false
}
