package relation

// subjects.go finds who does what a verb or noun says when the subject stands
// elsewhere: in the clause above, before a relative pronoun, as a possessor.

// markedAs spots "as demanding": what somebody is quoted or described as doing.
func (g *graph) markedAs(v int32) bool {
	m := g.child(v, depMark)
	if m == none {
		m = g.child(v, depCase)
	}
	return m != none && g.t[m].word != 0 && g.t[m].word == g.as && g.tag(v) == "VBG"
}

// surface gives the grammatical subjects of v, whether v is passive, and
// whether the subjects come from another clause.
func (g *graph) surface(v int32, depth int) (subj heads, passive, derived bool) {
	if depth == 0 {
		return subj, false, true
	}
	hasAux, hasObj, hasPass, hasHave := false, false, false, false
	for c := g.t[v].first; c != none; c = g.t[c].next {
		switch g.t[c].dep {
		case depNsubj:
			subj.add(g.antecedentOf(g.afterIntro(g.notTime(c))))
		case depNsubjPass:
			subj.add(g.antecedentOf(g.afterIntro(g.notTime(c))))
			passive = true
		case depAuxPass:
			passive, hasPass = true, true
		case depAux:
			hasAux = true
			hasHave = hasHave || g.t[c].word != 0 && g.t[c].word == g.have
		case depObj:
			hasObj = true
		case depXcomp: // a name is no predicate
			hasObj = hasObj || g.t[c].pos == posName && g.t[c].mention != none
		}
	}
	if h := g.t[v].head; subj.n > 0 && g.t[v].dep == depRelcl && h != none && g.t[h].mention != none {
		if c := g.child(v, depCc); c != none && c < subj.v[0] && c > h { // [Peru] and its allies accused
			subj.add(h)
		}
	}
	if subj.n > 0 {
		// "Peru named/VBN Berg envoy" and "has agreed" are active, whatever the label
		return subj, passive && (hasPass || !hasObj && !hasHave), false
	}
	h := g.t[v].head
	if h == none {
		return subj, passive, true
	}
	tag := g.tag(v)
	if tag == "VBG" {
		if s := g.withSubject(v); s != none {
			subj.add(s)
			return subj, passive, true
		}
	}
	participle := tag == "VBN" || tag == "VBD"
	bare := participle && !hasAux
	switch g.t[v].dep {
	case depAcl:
		switch {
		case tag == "VBG", g.t[v].pos == posAdj:
			subj.add(g.equated(h))
		case bare: // [Peru] threatened to leave: no participle
			subj.add(g.equated(h))
			passive = passive || !hasObj && !(g.t[v].class&classSubjectControl != 0 && g.infinitiveUnder(v))
		case g.infinitive(v) && g.t[h].class&classPosting != 0: // the choice of Ruiz to replace Berg
			for c := g.t[h].first; c != none; c = g.t[c].next {
				if first, _ := g.prep(c); g.t[c].dep == depNmod && first == g.of {
					subj.add(c)
				}
			}
		case g.infinitive(v) && g.t[h].mention == none && g.t[h].class&(classWrapper|classTrigCopula) == 0:
			subj = g.agents(h, depth-1)
		case g.infinitive(v) && g.t[h].mention != none: // named by Peru to succeed Berg
			if up := g.t[h].head; up != none && g.t[up].pos == posVerb {
				subj = g.controller(up, depth-1)
			}
		case g.infinitive(v): // a representative to speak with
			subj.add(g.equated(h))
		}
	case depRelcl:
		if g.nominal(h) {
			subj.add(g.equated(h))
		}
	case depXcomp:
		subj = g.controller(h, depth-1)
		passive = passive || bare && !hasObj
	case depAdvcl:
		if g.t[h].class&classAppoint != 0 && g.infinitive(v) || g.markedAs(v) || tag == "VBG" && g.t[h].class&(classBlock|classJudge) != 0 && g.child(v, depMark) != none {
			return g.controller(h, depth-1), passive, true
		}
		subj, _, _ = g.surface(h, depth-1)
		passive = passive || bare && !hasObj
	case depConj:
		if s := g.namedRole(v); s != none && g.child(v, depCc) == none {
			subj.add(s)
			return subj, passive, true
		}
		var above bool
		subj, above, _ = g.surface(h, depth-1)
		passive = passive || above && bare && !hasObj
	case depAmod:
		if bare {
			subj.add(h)
			passive = true
		}
	}
	return subj, passive, true
}

// controller is the understood subject of an infinitive under v: the object of
// v if it has one and v does not let its subject act ("asked Peru to go", but
// "promised Peru to go"), else the subject.
func (g *graph) controller(v int32, depth int) heads {
	if g.t[v].class&classSubjectControl == 0 {
		var obj heads
		for c := g.t[v].first; c != none; c = g.t[c].next {
			if d := g.t[c].dep; d == depObj || d == depIobj || g.bareObl(c, v) {
				obj.add(g.antecedentOf(c))
			}
		}
		if obj.n == 0 && g.t[v].class&classBlock != 0 { // called on Peru to go
			for c := g.t[v].first; c != none; c = g.t[c].next {
				if g.t[c].dep == depObl && g.t[c].first != none {
					if first, _ := g.prep(c); first != 0 {
						obj.add(c)
						break
					}
				}
			}
		}
		if obj.n > 0 {
			return obj
		}
	}
	subj, passive, _ := g.surface(v, depth)
	if g.t[v].class&classAppoint != 0 && !passive {
		return heads{}
	}
	return subj
}

// antecedentOf replaces a relative pronoun by the noun that it stands for.
func (g *graph) antecedentOf(tok int32) int32 {
	if g.t[tok].pos != posRel {
		return tok
	}
	near := g.nameBefore(tok)
	if near != none && g.t[tok].class&classWho != 0 {
		return near
	}
	v := g.t[tok].head
	for range maxDepth {
		if v == none {
			break
		}
		switch g.t[v].dep {
		case depRelcl, depAcl:
			if h := g.t[v].head; h != none && (near == none || g.t[h].mention != none) {
				return g.equated(h)
			}
			v = none
			continue
		}
		v = g.t[v].head
	}
	if near != none {
		return near
	}
	return tok
}

// nameBefore is the head of the mention that ends right before tok, or before
// the comma before it.
func (g *graph) nameBefore(tok int32) int32 {
	i := tok - 1
	if i > 0 && g.t[i].dep == depPunct {
		i--
	}
	if i < 0 || g.endAt[i] == none {
		return none
	}
	return g.mentions[g.endAt[i]].head
}

// gap is the antecedent of a relative clause that lacks the object of v and
// has no pronoun for it: "a charge China denies".
func (g *graph) gap(v int32) int32 {
	if h := g.t[v].head; g.t[v].dep != depRelcl || h == none || !g.nominal(h) {
		return none
	}
	subject := false
	for c := g.t[v].first; c != none; c = g.t[c].next {
		d := g.t[c].dep
		if g.t[c].pos == posRel && d != depMark || g.tag(c) == "WRB" {
			return none
		}
		subject = subject || d == depNsubj || d == depNsubjPass
	}
	if !subject {
		return none
	}
	return g.equated(g.t[v].head)
}

// agents are those who do what noun n says: its possessor, its by-phrase, or
// the subject of the verb that carries it.
func (g *graph) agents(n int32, depth int) (out heads) {
	if depth == 0 {
		return out
	}
	for c := g.t[n].first; c != none; c = g.t[c].next {
		switch g.t[c].dep {
		case depNmodPoss:
			out.add(c)
		case depNmod, depObl, depOblAgent:
			if first, _ := g.prep(c); g.isBy(first) {
				out.add(c)
			}
		}
	}
	if out.n > 0 {
		return out
	}
	v := g.carrier(n)
	if h := g.t[n].head; v == none && g.t[n].class&(classFutureNoun|classPossibleNoun|classNotNoun) != 0 && (g.t[n].dep == depObj || g.t[n].dep == depObl) && h != none && g.t[h].pos == posVerb {
		v = h // indicated readiness to talk; left in a bid to talk
	}
	if v == none {
		return out
	}
	subj, passive, _ := g.surface(v, depth-1)
	if !passive {
		return subj
	}
	for c := g.t[v].first; c != none; c = g.t[c].next {
		if first, _ := g.prep(c); g.t[c].dep == depOblAgent || g.t[c].dep == depObl && g.isBy(first) {
			out.add(c)
		}
	}
	return out
}

// carrier is the light verb whose object (or passive subject) n is, or none.
func (g *graph) carrier(n int32) int32 {
	for range maxDepth {
		h := g.t[n].head
		if h == none {
			return none
		}
		switch g.t[n].dep {
		case depObj, depNsubjPass:
			if g.t[h].class&(classLight|classCarry) != 0 && g.t[h].pos == posVerb {
				return h
			}
			return none
		case depRelcl:
			return none
		case depConj:
			n = h
		case depNmod: // four days of meetings, a round of talks
			if first, _ := g.prep(n); first != g.of {
				return none
			}
			n = h
		default:
			return none
		}
	}
	return none
}
