package relation

import "strings"

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
	b.pairs, b.weak, b.missing = false, false, false
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
		if b.missing && m.reciprocal(p, st, b) {
			continue
		}
		b.failed = i
		return false
	}
	return true
}

// reciprocal lets a plural subject stand for both sides: "Ruiz and Berg met".
func (m *matcher) reciprocal(p *pattern, st *step, b *binding) bool {
	if p.unless || !m.rules.relation[p.relation].symmetric || st.slot.n != slotB || b.weak || st.words != nil {
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

// object takes a direct object: by its words, by the owner of its words, or
// what it is.
func (m *matcher) object(p *pattern, st *step, f *frame, b *binding) bool {
	if st.words != nil || st.owner {
		for _, list := range [2]*heads{&f.obj, &f.theme} {
			for _, h := range list.list() {
				if m.worded(p, st, h, b) {
					return true
				}
			}
		}
		return false
	}
	if st.slot.n > slotB && f.theme.n > 0 {
		return m.bind(p, st, f.theme.v[0], b)
	}
	ok := false
	for _, h := range f.obj.list() {
		ok = m.bind(p, st, h, b) || ok
	}
	return ok
}

// worded checks a noun, and those joined to it, against the words of the step,
// and binds its owner if the step asks for one.
func (m *matcher) worded(p *pattern, st *step, h int32, b *binding) bool {
	if m.wordedOne(p, st, h, b) {
		return true
	}
	for c := m.g.t[h].first; c != none; c = m.g.t[c].next {
		d := m.g.t[c].dep
		first, _ := m.g.prep(c)
		if (d == depConj || d == depNmod && first == m.g.of) && m.wordedOne(p, st, c, b) {
			return true
		}
	}
	return false
}

func (m *matcher) wordedOne(p *pattern, st *step, h int32, b *binding) bool {
	if st.words != nil && !st.words.has(m.g.t[h].word) {
		return false
	}
	if st.words == nil && (!m.g.noun(h) || m.g.t[h].mention != none || m.g.t[h].class&(classWrapper|classTrigCopula) != 0) {
		return false
	}
	if st.owner {
		if !m.bindOwner(p, st, h, b) {
			return false
		}
	}
	if b.literal == none {
		b.literal = h
	} else {
		b.extra = h
	}
	return true
}

// bindOwner binds the one whose plan, offer or claim noun h is.
func (m *matcher) bindOwner(p *pattern, st *step, h int32, b *binding) bool {
	var nf frame
	m.g.nounFrame(h, &nf)
	ok := false
	if !nf.derived && nf.light == none {
		for _, s := range nf.subj.list() {
			ok = m.bind(p, st, s, b) || ok
		}
	}
	if ok {
		return true
	}
	for _, s := range nf.weak.list() {
		ok = m.bind(p, st, s, b) || ok
	}
	for _, o := range nf.obl[:nf.nobl] {
		if !ok && (o.first == m.g.of && !m.g.ofPatient(h) || m.ownerPrep(o.first)) {
			ok = m.bind(p, st, o.tok, b)
		}
	}
	if !ok && m.g.t[h].class&classClaim != 0 && nf.subj.n == 0 {
		if a := m.g.accuser(h); a != none {
			ok = m.bind(p, st, a, b)
		}
	}
	b.weak = true
	return ok
}

// ofPatient says that what follows noun n with "of" suffers it and is not its
// owner: "the dismissal of Ruiz".
func (g *graph) ofPatient(n int32) bool {
	switch g.toks[n].Lemma {
	case "dismissal", "removal", "execution", "killing", "murder", "arrest", "detention", "death", "use", "invasion",
		"occupation", "bombing", "assassination", "treatment", "handling", "release", "imprisonment", "sentence",
		"expulsion", "extradition", "deployment", "sale", "test", "launch", "support", "appointment", "election":
		return true
	}
	return false
}

func (m *matcher) ownerPrep(w wordID) bool {
	return w != 0 && (m.rules.vocab.words[w] == "from" || m.rules.vocab.words[w] == "by")
}

// prep takes a prepositional phrase of the verb or noun, of the noun that the
// pattern asked for, or, as parsers often attach it there, of the object.
func (m *matcher) prep(p *pattern, st *step, f *frame, b *binding) bool {
	if len(st.parts) > 0 && !m.particles(st.parts, f) {
		return false
	}
	b.missing = true
	ok := false
	for i := range f.obl[:f.nobl] {
		o := &f.obl[i]
		if !st.preps.has(o.first) && !st.preps.has(o.last) {
			continue
		}
		b.missing = false
		ok = m.phrase(p, st, o.tok, b) || ok
	}
	if ok {
		return true
	}
	for _, noun := range [2]int32{b.literal, b.extra} {
		if noun == none {
			continue
		}
		if m.below(p, st, noun, b) {
			return true
		}
		for c := m.g.t[noun].first; c != none; c = m.g.t[c].next {
			if m.g.t[c].dep == depConj && m.below(p, st, c, b) { // the conviction and sentence of
				return true
			}
		}
	}
	if m.particles(st.preps, f) { // took over B
		if m.object(p, st, f, b) {
			return true
		}
	}
	if p.shape == shapeNoun { // the murder of [Ruiz by Berg]
		for _, o := range f.obl[:f.nobl] {
			if g := &m.g; o.first == g.of && m.below(p, st, o.tok, b) {
				return true
			}
		}
		for _, h := range f.subj.list() {
			if !f.derived && h > f.word && m.below(p, st, h, b) { // a letter by Ruiz to Berg
				return true
			}
		}
	}
	if f.passive && st.slot.n > slotB { // accused by Peru [of spying]
		for _, h := range f.subj.list() {
			if m.below(p, st, h, b) {
				return true
			}
		}
	}
	if st.slot.n > slotNone || st.words != nil {
		for _, list := range [2]*heads{&f.obj, &f.theme} {
			for _, h := range list.list() {
				if m.below(p, st, h, b) {
					return true
				}
			}
		}
	}
	return m.predicate(p, st, f, b)
}

// predicate reads "elected him president": a role that stands without "as".
func (m *matcher) predicate(p *pattern, st *step, f *frame, b *binding) bool {
	if st.slot.n <= slotB {
		return false
	}
	for c := m.g.t[f.word].first; c != none; c = m.g.t[c].next {
		if m.g.t[c].dep == depXcomp && m.g.noun(c) {
			return m.bind(p, st, c, b)
		}
	}
	return false
}

// below looks for the phrase under a noun.
func (m *matcher) below(p *pattern, st *step, noun int32, b *binding) bool {
	ok := false
	for c := m.g.t[noun].first; c != none; c = m.g.t[c].next {
		switch m.g.t[c].dep {
		case depNmod, depObl, depAcl, depAdvcl:
			if m.g.hasPrep(c, st.preps) {
				b.missing = false
				ok = m.phrase(p, st, c, b) || ok
			}
		}
	}
	return ok
}

func (m *matcher) phrase(p *pattern, st *step, tok int32, b *binding) bool {
	if st.words != nil || st.owner {
		return m.worded(p, st, tok, b)
	}
	return m.bind(p, st, tok, b)
}

func (m *matcher) particles(want wordSet, f *frame) bool {
	for _, x := range f.parts {
		if x != 0 && want.has(x) {
			return true
		}
	}
	return false
}

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
		if found.n >= 2 {
			b.a, b.pairs = found, true
			return true
		}
	}
	return false
}
