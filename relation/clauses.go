package relation

import "strings"

// clauses.go checks clauses and infinitives below a word, and "between A and B".

// that binds the subject of the clause below the verb.
func (m *matcher) that(p *pattern, st *step, f *frame, b *binding) bool {
	ok := false
	for c := m.g.t[f.word].first; c != none; c = m.g.t[c].next {
		if d := m.g.t[c].dep; d != depCcomp && (d != depAcl || p.shape != shapeNoun) || m.g.infinitive(c) {
			continue
		}
		subj, _, derived := m.g.surface(c, maxDepth)
		if derived {
			continue
		}
		for _, s := range subj.list() {
			ok = m.bind(p, st, s, b) || ok
		}
		for k := m.g.t[c].first; k != none; k = m.g.t[k].next { // that B ..., and that C ...
			if m.g.t[k].dep == depConj && m.g.t[k].pos == posVerb && m.g.child(k, depMark) != none {
				if s := m.g.child(k, depNsubj); s != none {
					ok = m.bind(p, st, s, b) || ok
				}
			}
		}
	}
	if s := m.g.clauseAfter(f.word); !ok && s != none {
		ok = m.bind(p, st, s, b)
	}
	return ok
}

// clauseAfter is the subject of the clause that follows word w directly,
// whatever the tree makes of it: "alleges (that) Peru helps", none if what
// follows is no mention with a verb behind it.
func (g *graph) clauseAfter(w int32) int32 {
	i := w + 1
	if int(i) < len(g.t) && (g.t[i].dep == depMark || strings.EqualFold(g.toks[i].Text, "that")) {
		i++
	}
	if int(i) < len(g.t) && g.t[i].pos == posDet {
		i++
	}
	if int(i) >= len(g.t) || g.startAt[i] == none {
		return none
	}
	m := g.startAt[i]
	for x := m; x != none; x = g.mentions[x].nextStart {
		if g.mentions[x].last > g.mentions[m].last {
			m = x
		}
	}
	next := g.mentions[m].last
	if int(next) < len(g.t) && g.t[next].class&(classDeny|classNotVerb) != 0 {
		return none // charges Peru denies
	}
	if int(next) >= len(g.t) || g.t[next].pos != posVerb && g.t[next].pos != posModal && g.t[next].dep != depCc || g.tag(next) == "VBG" {
		return none
	}
	return g.mentions[m].head
}

// to asks for an infinitive, and binds its object if the step has a slot.
func (m *matcher) to(p *pattern, st *step, f *frame, b *binding) bool {
	if st.slot.n != slotNone {
		return m.infinitiveObject(p, st, f.word, b)
	}
	if m.hasInfinitive(f.word) {
		return true
	}
	for _, h := range f.obj.list() {
		if h != f.word && m.hasInfinitive(h) {
			return true
		}
	}
	for _, o := range f.obl[:f.nobl] {
		if m.hasInfinitive(o.tok) {
			return true
		}
	}
	return false
}

// infinitiveObject binds the object of the infinitive below w, or what the
// infinitive or its object is directed at: "to cut off sales to Peru".
func (m *matcher) infinitiveObject(p *pattern, st *step, w int32, b *binding) bool {
	ok := false
	for c := m.g.t[w].first; c != none; c = m.g.t[c].next {
		if d := m.g.t[c].dep; d != depXcomp && d != depAcl && d != depAdvcl && d != depCcomp || !m.g.infinitive(c) {
			continue
		}
		ok = m.aimedAt(p, st, c, b) || ok
	}
	if next := w + 1; !ok && int(next) < len(m.g.t) && m.g.t[next].pos == posTo {
		if v := m.g.t[next].head; v > next && m.g.t[v].pos == posVerb {
			ok = m.aimedAt(p, st, v, b)
		}
	}
	return ok
}

func (m *matcher) aimedAt(p *pattern, st *step, v int32, b *binding) bool {
	g := &m.g
	var vf frame
	g.verbFrame(v, &vf)
	ok := false
	for _, h := range vf.obj.list() {
		ok = m.bind(p, st, h, b) || ok
	}
	for _, h := range vf.obj.list() {
		for c := g.t[h].first; c != none && !ok; c = g.t[c].next {
			if first, _ := g.prep(c); g.t[c].dep == depNmod && (g.aims(first) || first == g.of) {
				ok = m.bind(p, st, c, b)
			}
		}
	}
	for _, o := range vf.obl[:vf.nobl] {
		if !ok && g.aims(o.first) {
			ok = m.bind(p, st, o.tok, b)
		}
	}
	for _, h := range vf.obj.list() {
		if c := g.phraseAfter(h); !ok && c > h {
			if first, _ := g.prep(c); g.aims(first) {
				ok = m.bind(p, st, c, b)
			}
		}
	}
	return ok
}

// aims says that a preposition brings what an act is directed at.
func (g *graph) aims(w wordID) bool {
	if w == 0 {
		return false
	}
	switch g.vocab.words[w] {
	case "on", "against", "to", "with", "at", "from":
		return true
	}
	return false
}

func (m *matcher) hasInfinitive(w int32) bool {
	for c := m.g.t[w].first; c != none; c = m.g.t[c].next {
		switch m.g.t[c].dep {
		case depXcomp, depCcomp, depAdvcl, depAcl:
			if m.g.infinitive(c) {
				return true
			}
		}
	}
	return false
}

func (m *matcher) between(p *pattern, st *step, f *frame, b *binding) bool {
	for i := range f.obl[:f.nobl] {
		o := &f.obl[i]
		if !st.preps.has(o.first) {
			continue
		}
		var found actors
		m.g.expand(o.tok, &found, maxDepth)
		m.filter(st, &found)
		if found.n == 1 {
			found = m.g.parts(found.v[0])
		}
		if found.n < 2 {
			found = m.g.pairAfter(m.g.child(o.tok, depCase))
			m.filter(st, &found)
		}
		if found.n >= 2 {
			b.a, b.pairs = found, true
			return true
		}
	}
	return false
}

// pairAfter is the pair of mentions after a preposition, "between A and B",
// whatever the tree makes of it.
func (g *graph) pairAfter(k int32) (out actors) {
	if k == none {
		return out
	}
	i := k + 1
	for range 2 {
		if int(i) < len(g.t) && g.t[i].pos == posDet {
			i++
		}
		if int(i) >= len(g.t) || g.startAt[i] == none {
			return actors{}
		}
		m := g.startAt[i]
		for x := m; x != none; x = g.mentions[x].nextStart {
			if g.mentions[x].last > g.mentions[m].last {
				m = x
			}
		}
		out.add(m)
		i = g.mentions[m].last
		if out.n == 1 {
			if int(i) >= len(g.t) || g.t[i].class&classAnd == 0 {
				return actors{}
			}
			i++
		}
	}
	return out
}
