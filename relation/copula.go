package relation

import (
	"strings"

	"github.com/dossier-nlp/dossier/entity"
)

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
	return true
}

// holder binds those who are n, and gives the head of the phrase that names
// them if it follows n directly, else none.
func (m *matcher) holder(p *pattern, st *step, n int32, b *binding) int32 {
	g := &m.g
	// the president of B A
	if i := g.afterPhrase(n); i > n+2 && int(i) < len(g.t) && g.noun(i-1) && (g.t[i-1].mention != none || g.t[i-1].class&classTitle == 0) {
		if mt := g.startAt[i]; mt != none && st.slot.kinds&kindPlace == 0 && g.fits(&st.slot, mt) && g.mentions[mt].form == entity.Name {
			b.a.add(mt)
			return none
		}
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

// acrossComma reads what commas say, whatever the tree makes of them: "the
// mayor of Lima, A, said".
func (g *graph) acrossComma(s *slot, n int32) int32 {
	i := g.afterPhrase(n)
	if !g.comma(i) || int(i)+1 >= len(g.t) {
		return none
	}
	mt := g.startAt[i+1]
	if mt == none || !g.fits(s, mt) || g.mentions[mt].form != entity.Name {
		return none
	}
	after := g.mentions[mt].last
	if int(after) >= len(g.t) || g.comma(after) || g.toks[after].Text == "." || g.t[after].pos == posVerb || g.t[after].pos == posModal {
		return mt
	}
	return none
}

// afterPhrase is the first token after noun n and the phrase that belongs to
// it: "mayor of the old city of Lima".
func (g *graph) afterPhrase(n int32) int32 {
	i := n + 1
	if int(i) >= len(g.t) || g.t[i].pos != posPrep && g.t[i].pos != posTo || !g.rolePrep(g.t[i].word) {
		return i
	}
	for i++; int(i) < len(g.t) && i < n+14; {
		if mt := g.t[i].mention; mt != none {
			if g.mentions[mt].kind&kindPerson != 0 {
				break
			}
			i = max(i+1, g.mentions[mt].last)
			continue
		}
		if !g.inPhrase(i) && g.t[i].word != g.of && !strings.EqualFold(g.toks[i].Text, "in") && g.tag(i) != "VBN" && g.t[i].dep != depCc {
			break
		}
		i++
	}
	return i
}

// rolePrep says that a preposition goes on with a role: "envoy to", "head of".
func (g *graph) rolePrep(w wordID) bool {
	if w == 0 {
		return false
	}
	switch g.vocab.words[w] {
	case "of", "for", "at", "to", "in", "from", "with", "on":
		return true
	}
	return false
}

func (g *graph) inPhrase(i int32) bool {
	switch g.t[i].pos {
	case posDet, posAdj, posNoun, posName, posNum, posPoss:
		return true
	}
	return g.toks[i].Text == "-"
}

// acrossCommaBefore reads "A, the new mayor of Lima".
func (g *graph) acrossCommaBefore(s *slot, n int32) int32 {
	for i := n - 1; i > max(0, n-10); i-- {
		if g.comma(i) {
			mt := g.endAt[i-1]
			if mt == none || !g.fits(s, mt) || g.mentions[mt].form != entity.Name || s.kinds&kindPlace != 0 && g.t[i+1].pos != posDet {
				return none
			}
			return mt
		}
		if g.t[i].mention == none && !g.inPhrase(i) && g.t[i].pos != posPron && g.tag(i) != "VBG" && g.tag(i) != "VBN" {
			return none
		}
	}
	return none
}

func (g *graph) comma(i int32) bool { return i >= 0 && int(i) < len(g.t) && g.toks[i].Text == "," }

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
	if b.b.n > 0 || holder == none {
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
