package entity

// maxBarred bounds the fellow arguments that are looked at.
const maxBarred = 4

// bar notes the entities of the pronoun's fellow arguments, and of the subject
// that its verb shares with another: whatever else the text calls them, the
// pronoun is none of them.
func (f *frame) bar() {
	for k := range f.barred {
		f.barred[k] = -1
	}
	if f.p.possessive || f.p.reflexive || f.place == otherPlace || f.place == possessorPlace {
		return
	}
	s, n := f.st.ms[f.i].Sentence, 0
	verb := f.toks[f.word].Head
	if f.place != subjectPlace && f.sameClause() && f.first >= 0 {
		if m := f.st.mentionOf(s, f.first); m >= 0 {
			f.barred[n] = m
			n++
		}
	}
	if verb < 0 || verb >= len(f.toks) || !isVerb(f.toks[verb].Tag) {
		return
	}
	for t := max(0, verb-subjectWindow); t < len(f.toks) && t < verb+subjectWindow && n < maxBarred; t++ {
		if f.toks[t].Head == verb && t != f.word {
			switch placeOf(f.toks[t].Dep) {
			case subjectPlace, objectPlace:
				if m := f.st.mentionAt(s, t); m >= 0 && m != f.i {
					f.barred[n] = m
					n++
				}
			}
		}
	}
}

// fits reports whether the mention may be the antecedent at all.
func (f *frame) fits(j, root int32) bool {
	st := f.st
	c := &st.clusters[root]
	if st.info[j].role >= roleCandidate && c.full < 0 && c.country < 0 && !f.mayBeUnnamed(j) {
		return false
	}
	for _, b := range f.barred {
		if b >= 0 && st.root(b) == root {
			return false
		}
	}
	if !f.agrees(c) && !(f.p.number == plural && f.isSeveral(j)) {
		return false
	}
	if f.w == &thingWeights && f.onlyModifies(j) {
		return false
	}
	m, cand := &st.ms[f.i], &st.ms[j]
	if cand.Start <= m.Start && m.End <= cand.End {
		return false
	}
	if f.quote >= 0 {
		if sp := st.quotes[f.quote].speaker; sp >= 0 && st.root(sp) == root {
			return false // in a quotation, "he" is not the one who speaks
		}
	}
	if cand.Sentence != m.Sentence {
		return !f.p.reflexive
	}
	return f.bound(j)
}

// onlyModifies reports whether a candidate only modifies a noun ("US
// officials"), other than one that says what it is ("the Xinhua news agency").
func (f *frame) onlyModifies(j int32) bool {
	if !f.st.isModifier(j) {
		return false
	}
	toks := f.st.toksOf(j)
	h := toks[f.st.info[j].head].Head
	if h < 0 || h >= len(toks) || h < f.st.ms[j].Last && h >= f.st.ms[j].First {
		return false
	}
	class, _ := nounOf(lemmaOf(&toks[h]))
	return class != orgNoun
}

// isSeveral reports whether a mention stands for several entities or is the
// first of a coordination.
func (f *frame) isSeveral(j int32) bool {
	x := &f.st.info[j]
	return x.extra > 0 || x.conjunct > 0 && f.st.ms[j].Form != Pronoun && f.st.toksOf(j)[x.head].Dep != "conj"
}

// mayBeUnnamed reports whether an unresolved mention may be the antecedent: a
// person that the text does not name ("a doctor"), or "she" for "her". The
// pronoun then stays without an entity, but no namesake gets it.
func (f *frame) mayBeUnnamed(j int32) bool {
	if f.p.number != singular || f.p.gender == neuter {
		return false
	}
	x := &f.st.info[j]
	if x.role == pronounCandidate {
		return x.gender == f.p.gender
	}
	return x.noun == personNoun || x.noun == manNoun
}

// agrees reports whether kind, number and gender fit.
func (f *frame) agrees(c *cluster) bool {
	if f.p.number == plural {
		return c.kind == Group || c.kind == Org || c.number == plural
	}
	if c.number == plural {
		return false
	}
	if f.p.gender == neuter {
		return c.kind == Org || c.kind == Place
	}
	return c.kind == Person && (c.gender == anyGender || c.gender == f.p.gender)
}

// bound applies the binding principles (Chomsky, 1981) to a candidate of the
// same sentence: a reflexive takes the subject of its clause; another pronoun
// is none of its fellow arguments.
func (f *frame) bound(j int32) bool {
	word, p := standing(f.toks, int(f.st.info[j].head))
	if f.p.reflexive {
		return f.first < 0 || word == f.first
	}
	if f.p.possessive {
		owned := f.toks[f.head].Head
		if owned < 0 || owned >= len(f.toks) {
			return true
		}
		head := int(f.st.info[j].head)
		return head != owned && phraseHead(f.toks, head) != phraseHead(f.toks, owned) // "his friend Tom Berg"
	}
	if f.toks[word].Head == f.toks[f.word].Head && f.toks[word].Head >= 0 && word != f.word &&
		p != otherPlace && f.place != otherPlace && p != possessorPlace {
		return false
	}
	if word == f.word { // coordinated: "Ruiz and he"
		return false
	}
	if f.place != subjectPlace && word == f.first && f.place != possessorPlace && f.sameClause() {
		return false // "Ruiz wanted to see him": Ruiz is not him
	}
	return true
}

// sameClause reports whether the pronoun is an argument of its clause's own
// predicate.
func (f *frame) sameClause() bool { return f.toks[f.word].Head == f.clause }

// ahead returns a name after the pronoun that it may stand for: the subject of
// the clause that follows the pronoun's own clause ("After he left, Ruiz
// said"), -1 if there is none.
func (f *frame) ahead() int32 {
	v := f.clause
	if f.p.reflexive || v < 0 || f.toks[v].Dep != "advcl" && f.toks[v].Dep != "advcl:relcl" && f.toks[v].Dep != "parataxis" {
		if !f.p.possessive {
			return -1
		}
	}
	above := f.toks[v].Head
	if f.toks[v].Dep == "root" || above < 0 {
		above = v
	}
	if above < f.head {
		return -1
	}
	subject := subjectOf(f.toks, above)
	if subject <= f.head {
		return -1
	}
	m := &f.st.ms[f.i]
	j := f.st.mentionOf(m.Sentence, subject)
	if j < 0 || j <= f.i || f.st.ms[j].Form != Name || !f.fits(j, f.st.root(j)) {
		return -1
	}
	return j
}
