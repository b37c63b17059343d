package relation

// match.go checks the steps of a clause against a frame. Steps are taken in
// order and each binds a list of mentions, so there is nothing to go back on:
// a pattern costs its number of steps times the arguments of one word.

// binding is what a pattern has bound so far.
type binding struct {
	a, b    actors
	named   [maxSlots]int32 // head tokens of named slots, none if unbound
	literal int32           // noun that a step asked for by its words, or none
	extra   int32           // second such noun
	pairs   bool            // a holds both sides: "between A and B", "A and B met"
	implied bool            // bound by the clause around a noun
	weak    bool            // bound by a country or organization in front of a noun
	missing bool            // the target was not there at all
	failed  int             // the step that failed, for Explain
}

func (b *binding) reset() {
	b.a.n, b.b.n = 0, 0
	for i := range b.named {
		b.named[i] = none
	}
	b.literal, b.extra = none, none
	b.pairs, b.weak, b.missing, b.implied = false, false, false, false
	b.failed = -1
}

// clause takes the steps of p over frame f.
func (m *matcher) clause(p *pattern, f *frame, b *binding) bool {
	b.reset()
	for i := range p.steps {
		st := &p.steps[i]
		ok := m.step(p, st, f, b)
		if ok || st.optional {
			continue
		}
		if b.missing && m.reciprocal(p, st, f, b) {
			continue
		}
		b.failed = i
		return false
	}
	return true
}

// reciprocal lets a plural subject stand for both sides: "Ruiz and Berg met".
func (m *matcher) reciprocal(p *pattern, st *step, f *frame, b *binding) bool {
	if p.unless || !m.rules.relation[p.relation].symmetric || st.slot.n != slotB || b.weak || b.implied || st.words != nil {
		return false
	}
	if f.derived && m.g.t[f.word].dep == depAdvcl { // they met her to discuss it
		return false
	}
	if b.a.n == 1 {
		b.a = m.g.parts(b.a.v[0])
	}
	if b.a.n < 2 {
		return false
	}
	b.pairs = true
	return true
}

func (m *matcher) step(p *pattern, st *step, f *frame, b *binding) bool {
	b.missing = false
	switch st.where {
	case atSubject:
		return m.subject(p, st, f, b)
	case atObject:
		b.missing = f.obj.n == 0
		return m.object(p, st, f, b)
	case atObjectPrep:
		if f.obj.n > 0 && m.object(p, st, f, b) {
			return true
		}
		ok := m.prep(p, st, f, b)
		b.missing = !ok && f.obj.n == 0 && b.missing
		return ok
	case atPrep:
		return m.prep(p, st, f, b)
	case atParticle:
		return m.particles(st.parts, f)
	case atThat:
		return m.that(p, st, f, b)
	case atTo:
		return m.to(p, st, f, b)
	case atBetween:
		return m.between(p, st, f, b)
	}
	return false
}

func (m *matcher) subject(p *pattern, st *step, f *frame, b *binding) bool {
	if st.slot.n == slotNone || p.unless {
		return true
	}
	for _, h := range f.subj.list() {
		m.bind(p, st, h, b)
	}
	if m.bound(st, b) {
		return true
	}
	for _, h := range f.subj.list() { // U.S. airstrikes killed ...
		if m.g.t[h].class&classDeed != 0 && m.g.t[h].mention == none && p.shape == shapeVerb {
			m.bindOwner(p, st, h, b)
		}
	}
	if m.bound(st, b) {
		return true
	}
	for _, h := range f.weak.list() {
		m.bind(p, st, h, b)
	}
	if b.weak = m.bound(st, b); b.weak || !st.implied {
		return b.weak
	}
	for _, h := range f.implied.list() {
		m.bind(p, st, h, b)
	}
	b.implied = !f.byObj
	return m.bound(st, b)
}

// bind fills the step's slot with the phrase headed by tok; it says whether
// something was bound.
func (m *matcher) bind(p *pattern, st *step, tok int32, b *binding) bool {
	if st.slot.n == slotNone {
		return true
	}
	if p.unless && st.slot.kinds == kindActor && st.slot.holds == nil {
		return true
	}
	found := actors{named: p.shape == shapeCopula && st.where == atSubject}
	m.g.expand(tok, &found, maxDepth)
	if st.slot.n > slotB {
		if st.slot.holds != nil && !st.slot.holds.has(m.g.t[tok].word) {
			return false
		}
		if st.slot.kinds != kindAny && m.filter(st, &found) == 0 {
			return false
		}
		b.named[st.slot.n] = tok
		return true
	}
	if st.slot.holds.has(m.g.t[tok].word) { // Israeli radio
		open := *st
		open.slot.holds = nil
		st = &open
	}
	if m.filter(st, &found) == 0 {
		return false
	}
	side := &b.a
	if st.slot.n == slotB {
		side = &b.b
	}
	for _, x := range found.list() {
		side.add(x)
	}
	m.g.outer(side)
	return true
}

// filter keeps the mentions that may fill the slot and counts them.
func (m *matcher) filter(st *step, found *actors) int {
	k := 0
	for _, x := range found.list() {
		if m.g.fits(&st.slot, x) {
			found.v[k] = x
			k++
		}
	}
	found.n = k
	return k
}

// fits says whether mention x may fill the slot by its kind and words.
func (g *graph) fits(s *slot, x int32) bool {
	mt := &g.mentions[x]
	if mt.kind&s.kinds == 0 {
		return false
	}
	if s.holds == nil {
		return true
	}
	for i := mt.first; i < min(mt.last, mt.first+16); i++ {
		if s.holds.has(g.t[i].word) {
			return true
		}
	}
	return mt.first > 0 && s.holds.has(g.t[mt.first-1].word) // the newspaper El Faro
}

func (m *matcher) bound(st *step, b *binding) bool {
	switch {
	case st.slot.n == slotNone:
		return true
	case st.slot.n == slotA:
		return b.a.n > 0
	case st.slot.n == slotB:
		return b.b.n > 0
	}
	return b.named[st.slot.n] != none
}
