package relation

import "strings"

// factuality.go reads from the tree whether an event is told as a fact. It
// climbs from the trigger to the root; each governor on the way wraps what is
// below it: a negation, a modal, a verb such as refuse or plan, a noun such as
// threat. The values and the climbing follow FactBank's polarity and modality
// (Sauri and Pustejovsky, 2009), cut down to four.

// blocked is the factuality of what is urged, warned of or charged: no event
// of its own.
const blocked Factuality = ""

// wrap is the factuality of an event of factuality inner under a governor of
// factuality outer.
func wrap(outer, inner Factuality) Factuality {
	switch {
	case inner == blocked || outer == blocked:
		return blocked
	case outer == Asserted:
		return inner
	case inner == Asserted:
		return outer
	case outer == Negated && inner == Negated:
		return Possible // a rejected denial asserts nothing
	case outer == Negated || inner == Negated:
		return Negated
	case outer == Possible || inner == Possible:
		return Possible
	}
	return Future
}

// climb is the state of one walk to the root.
type climb struct {
	f    Factuality
	said []int32 // the sayers on the way, innermost first
}

// factuality climbs from the trigger and fills c.
func (g *graph) factuality(trigger int32, c *climb) {
	c.f = Asserted
	cur := trigger
	own := true      // cur's own modifiers count in full
	settled := false // the factuality is settled; only who says so is still sought
	for range 3 * maxDepth {
		if !settled {
			g.local(cur, own, c)
		}
		g.sayers(cur, c)
		h := g.t[cur].head
		if h == none {
			return
		}
		up, next, carry := g.edge(cur, h, trigger)
		if !settled {
			c.f = wrap(up, c.f)
		}
		if !carry {
			settled = true
			if g.t[cur].dep == depParataxis {
				return
			}
		}
		own = next
		cur = h
	}
}

// local wraps the event in what stands by one word on the way.
func (g *graph) local(cur int32, own bool, c *climb) {
	if g.t[cur].pos == posVerb || g.t[cur].pos == posModal || g.child(cur, depCop) != none {
		modal, neg := g.modality(cur)
		c.f = wrap(modal, c.f)
		if neg && own {
			c.f = wrap(Negated, c.f)
		}
	} else if g.noun(cur) && own {
		c.f = wrap(g.nounModality(cur), c.f)
	}
}

// modality reads the auxiliaries and adverbs of a verb.
func (g *graph) modality(v int32) (modal Factuality, neg bool) {
	modal = Asserted
	to, be := false, false
	for c := g.t[v].first; c != none; c = g.t[c].next {
		t := &g.t[c]
		switch t.dep {
		case depAux:
			switch {
			case t.class&classModalWill != 0 && t.pos == posModal:
				modal = wrap(Future, modal)
			case t.class&classModalMaybe != 0 && t.pos == posModal:
				modal = wrap(g.maybe(v, c), modal)
			case strings.EqualFold(g.toks[c].Lemma, "be"):
				be = true
			}
		case depCop:
			be = true
		case depMark, depAdvmod, depDet, depCc:
			switch {
			case t.class&classNotWord != 0 && !g.onlyNot(v, c):
				neg = true
			case t.dep == depAdvmod && t.class&classMaybeWord != 0:
				modal = wrap(Possible, modal)
			case t.dep == depMark && t.class&classCondition != 0:
				modal = wrap(Possible, modal)
			case t.pos == posTo:
				to = true
			}
		}
	}
	if to && g.t[v].pos == posVerb {
		switch d := g.t[v].dep; {
		case be, d == depRoot, g.t[v].head == none, (d == depParataxis || d == depCcomp || d == depConj && !g.infinitiveAbove(v)) && g.ownSubject(v):
			modal = wrap(Future, modal) // "is to visit", headlines: "Ruiz to visit Peru"
		}
	}
	return modal, neg
}

func (g *graph) infinitiveAbove(v int32) bool {
	h := g.t[v].head
	return h != none && g.infinitive(h)
}

func (g *graph) ownSubject(v int32) bool {
	return g.child(v, depNsubj) != none || g.child(v, depNsubjPass) != none
}

// maybe tells "would" that reports an earlier "will" from one that supposes.
func (g *graph) maybe(v, aux int32) Factuality {
	l := g.toks[aux].Text
	if !strings.EqualFold(l, "would") && l != "'d" {
		return Possible
	}
	at := v
	for range maxDepth {
		h := g.t[at].head
		if h == none {
			return Possible
		}
		switch g.t[at].dep {
		case depCcomp, depParataxis:
			if g.t[h].class&classSay != 0 {
				return Future
			}
			return Possible
		case depConj, depXcomp, depAdvcl:
			at = h
		default:
			return Possible
		}
	}
	return Possible
}

// onlyNot spots "not only".
func (g *graph) onlyNot(v, c int32) bool {
	return int(c)+1 < len(g.t) && strings.EqualFold(g.toks[c+1].Text, "only")
}

// nounModality reads what stands before a noun: "no talks", "a possible visit".
func (g *graph) nounModality(n int32) Factuality {
	f := Asserted
	for c := g.t[n].first; c != none; c = g.t[c].next {
		t := &g.t[c]
		switch t.dep {
		case depDet, depAmod, depAdvmod, depCompound, depCc:
			switch {
			case t.dep == depDet && t.class&classNotWord != 0:
				f = wrap(Negated, f)
			case t.dep == depAmod && t.class&classMaybeWord != 0:
				f = wrap(Possible, f)
			case t.dep == depAmod && t.class&classFutureWord != 0 && !g.dated(n, c):
				f = wrap(Future, f)
			}
		case depNmod, depOblTime:
			if g.nextTime(c) {
				f = wrap(Future, f)
			}
		}
	}
	return f
}

// dated keeps "next" before another word from counting: "the next president".
func (g *graph) dated(n, c int32) bool {
	return strings.EqualFold(g.toks[c].Text, "next") && g.t[n].class&classTime == 0
}

// nextTime spots "next week", "tomorrow".
func (g *graph) nextTime(c int32) bool {
	if g.t[c].class&classTime == 0 {
		return false
	}
	if strings.EqualFold(g.toks[c].Text, "tomorrow") {
		return true
	}
	for k := g.t[c].first; k != none; k = g.t[k].next {
		if g.t[k].dep == depAmod && strings.EqualFold(g.toks[k].Text, "next") {
			return true
		}
	}
	return false
}

// edge says what the step from cur up to h does: the factuality of the
// governor, whether h's own negation counts for cur, and whether to go on.
func (g *graph) edge(cur, h, trigger int32) (f Factuality, own, carry bool) {
	t, up := &g.t[cur], &g.t[h]
	if f, ok := g.assessed(cur, h); ok {
		return f, true, true
	}
	switch t.dep {
	case depXcomp:
		if g.noun(cur) && up.class&classAppoint != 0 { // is elected speaker
			return Asserted, true, true
		}
		if up.pos == posAdj || up.pos == posVerb || up.pos == posNoun {
			return g.govern(h, t), true, true
		}
		return Asserted, true, true
	case depCcomp:
		if g.timed(cur) {
			return g.adverbial(cur, h), false, !g.settled(cur)
		}
		switch {
		case g.whether(cur):
			return Possible, false, true
		case g.asksWhat(cur):
			return Asserted, false, false
		}
		return g.governClause(h), true, true
	case depAdvcl:
		return g.adverbial(cur, h), false, !g.settled(cur)
	case depConj:
		return Asserted, g.sharesNegation(cur), !g.ownClause(cur)
	case depAcl:
		if up.class&classClaim != 0 && g.ownSubject(cur) && !strings.EqualFold(g.toks[h].Lemma, "claim") {
			return blocked, false, false // charges that ...
		}
		if g.infinitive(cur) || g.tag(cur) == "VB" || cur != trigger && g.tag(cur) != "VBN" {
			return g.byNoun(h), true, true
		}
		if g.child(cur, depMark) != none && g.ownSubject(cur) { // reports that ...
			return g.byNoun(h), true, true
		}
		return Asserted, false, false
	case depRelcl:
		if g.content(cur, h) {
			return g.byNoun(h), true, true
		}
		if g.whenClause(cur) && g.present(cur) && up.class&classTime == 0 {
			return Future, false, false // hung on a noun: "raise concerns when he meets Ruiz"
		}
		return Asserted, false, false
	case depObj, depIobj, depNsubjPass:
		if cur == trigger && t.class&classSpeech != 0 && up.class&(classNotVerb|classDeny) != 0 {
			return Asserted, false, true // rejected accusations were made
		}
		if g.noun(cur) && up.class&(classPresuppose|classJudge) != 0 && up.pos == posVerb {
			return Asserted, false, false // did not condemn the attack
		}
		return g.governNoun(h), true, true
	case depNsubj:
		if cur != trigger && g.untrue(h) {
			return Negated, true, true
		}
		return Asserted, true, true
	case depObl, depNmod, depOblTime, depNmodPoss:
		if g.afterwards(cur, h) {
			return Asserted, false, false
		}
		return g.phraseOf(cur, h), false, !g.presupposedIn(cur, h)
	case depCompound, depAmod:
		return g.phraseOf(cur, h), false, !g.presupposedIn(cur, h)
	case depParataxis:
		return Asserted, false, false
	case depAppos:
		return Asserted, false, false
	}
	return Asserted, false, true
}

func (g *graph) sharesNegation(cur int32) bool {
	for c := g.t[cur].first; c != none; c = g.t[c].next {
		if g.t[c].dep == depCc && (strings.EqualFold(g.toks[c].Text, "or") || strings.EqualFold(g.toks[c].Text, "nor")) {
			return true
		}
	}
	return g.tag(cur) == "VB" && !g.infinitive(cur)
}

// ownClause says that a conjoined verb has auxiliaries, a tense or a subject
// of its own and so does not share those of the first one.
func (g *graph) ownClause(cur int32) bool {
	if g.t[cur].pos != posVerb {
		return false
	}
	if h := g.t[cur].head; g.tag(cur) == "VBP" && !g.ownSubject(cur) && h != none && g.tag(h) == "VB" {
		return false // is to meet Ruiz and hold talks
	}
	return g.ownSubject(cur) && g.tag(cur) != "VB" || g.tag(cur) == "VBD" || g.tag(cur) == "VBZ" || g.tag(cur) == "VBP"
}
