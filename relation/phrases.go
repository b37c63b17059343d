package relation

// phrases.go checks objects and prepositional phrases, and what hangs on them.

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
		return st.words != nil && !st.owner && m.resulting(st, f)
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

// resulting finds the words of the step in what the object becomes: "shot Ruiz
// dead", "shot dead Ruiz".
func (m *matcher) resulting(st *step, f *frame) bool {
	for c := m.g.t[f.word].first; c != none; c = m.g.t[c].next {
		if d := m.g.t[c].dep; (d == depXcomp || d == depAdvmod) && st.words.has(m.g.t[c].word) {
			return true
		}
	}
	for _, h := range f.obj.list() {
		for c := m.g.t[h].first; c != none; c = m.g.t[c].next {
			d := m.g.t[c].dep // named Ruiz a suspect
			if (d == depAmod && c == f.word+1 || d == depAppos && c > h && !m.g.comma(c-1)) && st.words.has(m.g.t[c].word) {
				return true
			}
		}
	}
	return false
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
		part := d == depNmod && first == m.g.of && m.g.t[h].class&(classThing|classTime) != 0 // a round of talks
		if (d == depConj || part) && m.wordedOne(p, st, c, b) {
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
	if !nf.derived && nf.light == none && !m.g.suffered(h, &nf) {
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

// suffered says that the possessor of an event noun suffers it: "her arrest",
// but not "Peru's arrest of Berg" or "her arrest by Peru".
func (g *graph) suffered(n int32, f *frame) bool {
	switch g.toks[n].Lemma {
	case "arrest", "detention", "killing", "murder", "execution", "assassination", "imprisonment", "death", "dismissal",
		"removal", "extradition", "expulsion", "deportation", "abduction", "kidnapping", "conviction", "trial", "ouster":
	default:
		return false
	}
	if f.obj.n > 0 {
		return false // by somebody
	}
	for _, o := range f.obl[:f.nobl] {
		if o.first == g.of {
			return false
		}
	}
	return true
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
	for i := range f.obl[:f.nobl] { // officials, including B
		if o := &f.obl[i]; !ok && !b.missing && (m.rules.vocab.class[o.first]|m.rules.vocab.class[o.last])&classSuchAs != 0 {
			ok = m.phrase(p, st, o.tok, b)
		}
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
	if f.passive && (st.slot.n > slotNone || st.words != nil) { // accused by Peru and Chile [of spying]
		for _, h := range f.subj.list() {
			if m.belowJoined(p, st, h, b) {
				return true
			}
		}
	}
	if st.slot.n > slotNone || st.words != nil {
		for _, list := range [2]*heads{&f.obj, &f.theme} {
			for _, h := range list.list() {
				if m.belowJoined(p, st, h, b) {
					return true
				}
			}
		}
	}
	return m.predicate(p, st, f, b) || m.adjacent(p, st, f, b)
}

// adjacent reads a phrase right after the word, or after a time that follows
// it, whatever the tree makes of it: "her meeting this week with B".
func (m *matcher) adjacent(p *pattern, st *step, f *frame, b *binding) bool {
	g := &m.g
	if st.words != nil || st.slot.n > slotB {
		return false
	}
	i := f.word + 1
	for int(i)+1 < len(g.t) && i < f.word+4 && (g.t[i].class&classTime != 0 || g.t[i].pos == posAdv || g.t[i+1].class&classTime != 0 && g.t[i].pos != posPrep) {
		i++
	}
	if int(i)+1 >= len(g.t) || g.t[i].pos != posPrep && g.t[i].pos != posTo || !st.preps.has(g.t[i].word) {
		return false
	}
	o := g.objectAfter(i + 1)
	if o == none || g.t[o].mention == none {
		return false
	}
	b.missing = false
	return m.bind(p, st, o, b)
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

// belowJoined is below for a noun and those joined to it.
func (m *matcher) belowJoined(p *pattern, st *step, noun int32, b *binding) bool {
	if m.below(p, st, noun, b) {
		return true
	}
	for c := m.g.t[noun].first; c != none; c = m.g.t[c].next {
		if m.g.t[c].dep == depConj && m.g.t[c].pos != posVerb && m.below(p, st, c, b) {
			return true
		}
	}
	return false
}

func (m *matcher) phrase(p *pattern, st *step, tok int32, b *binding) bool {
	if st.words != nil || st.owner {
		return m.worded(p, st, tok, b)
	}
	if m.bind(p, st, tok, b) {
		return true
	}
	if k := m.g.child(tok, depCase); k != none && (st.slot.n == slotA || st.slot.n == slotB) {
		if o := m.g.objectAfter(k + 1); o != none && o != tok { // to war-torn Peru
			return m.bind(p, st, o, b)
		}
	}
	return false
}

func (m *matcher) particles(want wordSet, f *frame) bool {
	for _, x := range f.parts {
		if x != 0 && want.has(x) {
			return true
		}
	}
	return false
}
