package relation

import "strings"

// copula.go matches "A be president of B" in all the ways in which a text says
// so: "A is the president of B", "A, president of B", "B's president, A",
// "B President A", "serves as president of B".

// copular binds A and B around the role noun n.
func (m *matcher) copular(p *pattern, n int32, b *binding) bool {
	b.reset()
	var hold, own *step
	for i := range p.steps {
		if p.steps[i].where == atOwner {
			own = &p.steps[i]
		} else {
			hold = &p.steps[i]
		}
	}
	holder := m.holder(p, hold, n, b)
	if b.a.n == 0 {
		b.failed = 0
		return false
	}
	m.owners(p, own, n, holder, b)
	if b.b.n == 0 {
		b.failed = 1
		return false
	}
	for i, x := range b.b.list() { // head of Oslo-based Berg Mining
		if y := m.g.compounded(x); y != none && m.g.fits(&own.slot, y) {
			b.b.v[i] = y
		}
	}
	return true
}

// holder binds those who are n, and gives the head of the phrase that names
// them if it follows n directly, else none.
func (m *matcher) holder(p *pattern, st *step, n int32, b *binding) int32 {
	g := &m.g
	// the president of B A
	if mt := g.nameAfterPhrase(n); mt != none && st.slot.kinds&kindPlace == 0 && g.fits(&st.slot, mt) {
		b.a.add(mt)
		return none
	}
	// B President A: the name follows the noun
	for i := n + 1; int(i) < len(g.t) && i < n+5; i++ {
		if g.toks[i].Text == "-" && i == n+1 { // President-elect
			i++
			continue
		}
		t := &g.t[i]
		if mt := g.startAt[i]; mt != none && g.fits(&st.slot, mt) && g.outermost(mt) {
			b.a.add(mt)
			if strings.HasSuffix(g.toks[n].Text, "s") { // Prime Ministers Ruiz and Berg
				g.listAfter(mt, &b.a)
			}
			return g.mentions[mt].head
		}
		joined := t.class&classTrigCopula != 0 && t.pos != posVerb || t.dep == depCc && t.head > i
		if !joined && t.pos != posOther {
			break
		}
		if t.pos == posOther && g.toks[i].Text != "-" && g.toks[i].Text != "\"" {
			break
		}
	}
	if place := st.slot.kinds&kindPlace != 0; !place || b.a.n == 0 {
		mt := g.acrossCommaBefore(&st.slot, n)
		if mt == none && !place {
			mt = g.acrossComma(&st.slot, n)
		}
		if mt != none {
			b.a.add(mt)
			return none
		}
	}
	head := n
	for range 3 { // secretary and member of ..., A
		m.holderAt(p, st, head, b)
		up := g.t[head].head
		if b.a.n > 0 || g.t[head].dep != depConj || up == none || g.t[up].class&classTrigCopula == 0 {
			break
		}
		head = up
	}
	return none
}

// outermost says that no longer mention starts where this one does and covers it.
func (g *graph) outermost(m int32) bool {
	at := g.t[g.mentions[m].first].mention
	return at == m || at == none || g.mentions[at].first != g.mentions[m].first
}

func (m *matcher) holderAt(p *pattern, st *step, n int32, b *binding) {
	g := &m.g
	cop := false
	for c := g.t[n].first; c != none; c = g.t[c].next {
		switch g.t[c].dep {
		case depCop:
			cop = true
		case depAppos, depFlat:
			if g.t[c].mention != none || g.noun(c) {
				m.bindNamed(st, c, b)
			}
		}
	}
	if b.a.n > 0 {
		return
	}
	h := g.t[n].head
	switch d := g.t[n].dep; {
	case cop:
		for c := g.t[n].first; c != none; c = g.t[c].next {
			if d := g.t[c].dep; d == depNsubj {
				m.bind(p, st, g.antecedentOf(c), b)
			}
		}
		if b.a.n == 0 && d == depRelcl && h != none && !g.ownSubject(n) {
			m.bind(p, st, h, b)
		}
		if b.a.n == 0 && d == depConj && h != none {
			subj, _, _ := g.surface(n, maxDepth)
			for _, s := range subj.list() {
				m.bind(p, st, s, b)
			}
		}
	case h == none:
	case d == depAppos || d == depNmodDesc || d == depFlat || d == depCompound && g.t[h].mention != none:
		m.bindNamed(st, h, b)
		if b.a.n == 0 && d == depAppos {
			m.bind(p, st, h, b)
		}
	case d == depObl && g.t[h].pos == posVerb, d == depXcomp && g.t[h].pos == posVerb, d == depObj && m.becomes(h):
		m.predicative(p, st, n, h, b)
	case d == depParataxis && g.noun(h):
		m.bindNamed(st, h, b)
	}
}

// bindNamed binds the mention that covers tok, without going further.
func (m *matcher) bindNamed(st *step, tok int32, b *binding) {
	g := &m.g
	if mt := m.g.t[tok].mention; mt != none && g.fits(&st.slot, mt) {
		b.a.add(mt)
		return
	}
	for c := m.g.t[tok].first; c != none; c = m.g.t[c].next {
		if d := m.g.t[c].dep; (d == depFlat || d == depAppos) && m.g.t[c].mention != none && g.fits(&st.slot, g.t[c].mention) {
			b.a.add(m.g.t[c].mention)
		}
	}
}

// becomes spots verbs whose object is what their subject is.
func (m *matcher) becomes(v int32) bool {
	switch m.g.toks[v].Lemma {
	case "become", "remain", "stay":
		return true
	}
	return false
}

// predicative reads "serves as president", "became president" and "was elected
// president": the subject, if nobody is said to have put it there.
func (m *matcher) predicative(p *pattern, st *step, n, v int32, b *binding) {
	g := &m.g
	if g.t[n].dep == depObl {
		first, _ := g.prep(n)
		if first == 0 || m.rules.vocab.words[first] != "as" {
			return
		}
	}
	var vf frame
	g.verbFrame(v, &vf)
	if !vf.passive && vf.obj.n > 0 && !m.becomes(v) {
		return
	}
	list := &vf.subj
	if vf.passive {
		if vf.subj.n > 0 {
			return
		}
		list = &vf.obj
	}
	for _, s := range list.list() {
		m.bind(p, st, s, b)
	}
}
