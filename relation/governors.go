package relation

import "strings"

// governors.go says what verbs, nouns and prepositions do to the factuality of
// what they govern.

// govern is a verb or adjective with an infinitive or participle below it.
func (g *graph) govern(h int32, below *token) Factuality {
	c := g.t[h].class
	switch {
	case c&classNotVerb != 0 || g.yet(h):
		return Negated
	case c&classDeny != 0:
		return Negated
	case c&classBlock != 0 && c&classSubjectControl == 0 && c&classPossibleVerb != 0 && g.alone(h):
		return Possible // demanded to speak with Ruiz
	case c&classBlock != 0:
		return blocked
	case c&classFutureVerb != 0:
		return Future
	case c&classPossibleVerb != 0:
		return Possible
	}
	return Asserted
}

// yet spots "has yet to".
func (g *graph) yet(h int32) bool {
	if g.t[h].word == 0 || g.t[h].word != g.have {
		return false
	}
	for c := g.t[h].first; c != none; c = g.t[c].next {
		if g.t[c].dep == depAdvmod && strings.EqualFold(g.toks[c].Text, "yet") {
			return true
		}
	}
	return false
}

// alone says that a verb of asking has nobody that it asks.
func (g *graph) alone(v int32) bool {
	return g.child(v, depObj) == none && g.child(v, depIobj) == none && g.child(v, depObl) == none && g.child(v, depNsubjPass) == none
}

// governClause is a verb with a finite clause below it.
func (g *graph) governClause(h int32) Factuality {
	c := g.t[h].class
	switch {
	case c&classDeny != 0:
		return Negated
	case c&classBlock != 0:
		return blocked
	case c&classSay != 0:
		return Asserted
	case c&(classPossibleVerb|classFutureVerb) != 0:
		return Possible
	}
	return Asserted
}

// governNoun is a verb whose object or subject the event noun is.
func (g *graph) governNoun(h int32) Factuality {
	c := g.t[h].class
	if g.t[h].pos != posVerb {
		return Asserted
	}
	switch {
	case c&classNotVerb != 0 || g.calledOff(h):
		return Negated
	case c&classCarry != 0 && c&classFutureVerb != 0:
		return Future
	case c&classCarry != 0:
		return Possible
	case c&classLight != 0:
		return Asserted
	case c&classDeny != 0:
		return Negated
	case g.noted(h):
		return Asserted
	case c&classFutureVerb != 0:
		return Future
	case c&classPossibleVerb != 0 && c&classSay == 0:
		return Possible
	}
	return Asserted
}

// calledOff spots that verb and its particle.
func (g *graph) calledOff(v int32) bool {
	p := g.child(v, depPrt)
	return p != none && g.toks[v].Lemma == "call" && strings.EqualFold(g.toks[p].Text, "off")
}

// noted spots verbs that take an event for granted although the same verb
// makes an infinitive only possible: "attempts", but "ordered the attack".
func (g *graph) noted(h int32) bool {
	switch strings.ToLower(g.toks[h].Lemma) {
	case "order", "authorize", "decide", "mean", "need", "enable", "try", "attempt", "warn", "go", "set", "think", "fear", "press":
		return true
	}
	return false
}

// byNoun is a noun with an infinitive or phrase below it: "plan to", "threat of".
func (g *graph) byNoun(n int32) Factuality {
	c := g.t[n].class
	switch {
	case c&classNotNoun != 0:
		return Negated
	case c&classPossibleNoun != 0:
		return Possible
	case c&classFutureNoun != 0:
		return Future
	}
	return Asserted
}

// adverbial is the step from an adverbial clause to its main clause.
func (g *graph) adverbial(cur, h int32) Factuality {
	mark := none
	for c := g.t[cur].first; c != none; c = g.t[c].next {
		if g.t[c].dep == depMark || g.t[c].dep == depAdvmod && g.t[c].pos == posAdv && g.t[c].first == none {
			if mark == none || g.t[c].pos == posTo { // in order to
				mark = int(c)
			}
		}
	}
	if mark == none {
		return Asserted
	}
	m := &g.t[mark]
	switch {
	case m.class&classCondition != 0:
		return Possible
	case strings.EqualFold(g.toks[mark].Text, "instead") && g.tag(int32(cur)) == "VBG":
		return Negated
	case m.pos == posTo && g.t[h].class&classBlock != 0:
		return blocked
	case strings.EqualFold(g.toks[mark].Text, "against") && g.t[h].class&classBlock == 0: // is against lending
		return Negated
	case m.pos == posTo && (g.toks[h].Lemma == "use" || g.toks[h].Lemma == "vote"): // used the address to criticize
		return Asserted
	case m.pos == posTo:
		return Future
	case g.present(cur) && m.class&classWhen != 0 && !g.present(h):
		return Future // said he would ask when he meets Ruiz
	case g.present(cur) && (m.class&classBefore != 0 || g.t[h].class&classFutureVerb != 0 || g.infinitive(h)):
		return Future // before Ruiz visits
	case m.pos == posPrep && g.t[h].class&classBlock != 0 && g.t[cur].pos == posVerb && g.gerund(cur) && chargePrep(g.toks[mark].Text):
		return blocked
	case m.pos == posPrep && g.t[h].class&classNotVerb != 0 && strings.EqualFold(g.toks[mark].Text, "from"):
		return Negated
	}
	return Asserted
}

// present says that v is in the present tense.
func (g *graph) present(v int32) bool {
	return (g.tag(v) == "VBZ" || g.tag(v) == "VBP") && g.ownSubject(v)
}

// settled says that an adverbial clause stands by itself whatever becomes of
// the main clause: it tells the past, or what comes before.
func (g *graph) settled(cur int32) bool {
	if !g.ownSubject(cur) {
		return false
	}
	m := g.child(cur, depMark)
	condition := m != none && g.t[m].class&classCondition != 0
	return !condition && (g.tag(cur) == "VBG" || g.tag(cur) == "VBD" || g.tag(cur) == "VBN" || m != none && g.t[m].class&classBefore != 0)
}

// chargePrep spots the prepositions that bring the content of a charge or
// warning: accuse of, blame for, warn against, charge with.
func chargePrep(w string) bool {
	switch strings.ToLower(w) {
	case "of", "for", "against", "with", "over", "into":
		return true
	}
	return false
}

// presupposedIn says that the event noun cur is taken for granted whatever
// becomes of h: "through a treaty with Peru, Norway will ...", "an end to the siege".
func (g *graph) presupposedIn(cur, h int32) bool {
	first, _ := g.prep(cur)
	if first == 0 {
		return false
	}
	switch w := g.vocab.words[first]; {
	case g.t[h].pos == posVerb:
		return w == "through" || w == "under" || w == "despite" || w == "since" || w == "amid" || w == "following"
	case w == "to" || w == "of":
		switch g.toks[h].Lemma {
		case "end", "halt", "cessation", "lifting", "suspension", "victim", "anniversary", "aftermath", "result":
			return true
		}
	}
	return false
}

// phraseOf is the step from an event noun in a phrase to what the phrase
// stands by.
func (g *graph) phraseOf(cur, h int32) Factuality {
	first, last := g.prep(cur)
	if k := g.child(cur, depCase); k > 0 && first == g.of && g.t[k-1].class&classBefore != 0 { // ahead of
		return Future
	}
	if first != 0 && (g.vocab.class[first]|g.vocab.class[last])&classBefore != 0 {
		return Future
	}
	t := &g.t[cur]
	if g.noun(h) && (t.dep == depNmod || t.dep == depObl) && first != 0 {
		switch w := g.vocab.words[first]; w {
		case "of", "for", "to", "against", "about", "on":
			f := g.byNoun(h)
			if (w == "on" || w == "about") && g.t[h].class&classTalk == 0 {
				return Asserted
			}
			return f
		}
		return Asserted
	}
	if g.noun(h) && (t.dep == depCompound || t.dep == depAmod) {
		return g.byNoun(h)
	}
	if (g.t[h].pos == posVerb || g.t[h].pos == posAdj) && first != 0 {
		c := g.t[h].class
		w := g.vocab.words[first]
		switch {
		case c&classBlock != 0 && chargePrep(w) && g.t[h].class&classPossibleVerb == 0:
			return blocked
		case w == "for" && c&classMotion != 0 && !g.under(h): // flew to Lima for talks
			return Future
		case w == "for" && c&classPossibleVerb != 0: // call for talks, push for
			return Possible
		case w == "for" && c&classFutureVerb != 0: // prepare for, schedule for
			return Future
		case w == "from" && c&classNotVerb != 0:
			return Negated
		}
	}
	return Asserted
}

// under says that v has a phrase with "under": "came under fire for".
func (g *graph) under(v int32) bool {
	for c := g.t[v].first; c != none; c = g.t[c].next {
		if g.t[c].dep == depCase && strings.EqualFold(g.toks[c].Text, "under") {
			return true
		}
		if k := g.child(c, depCase); k != none && strings.EqualFold(g.toks[k].Text, "under") {
			return true
		}
	}
	return false
}

// keeps says that what the verb says of a role leaves it as it is, or tells only
// its end: "will remain as chief".
func (g *graph) keeps(v int32) bool {
	switch g.toks[v].Lemma {
	case "remain", "stay", "continue", "keep", "leave", "resign", "quit", "step":
		return true
	}
	return false
}

// standing is the factuality of a state: that of its own clause if it is the
// predicate of one ("is not a member", "will become president"), else asserted,
// whatever the sentence says of the person ("refused to see Minister Ruiz").
func (g *graph) standing(n int32) Factuality {
	f := Asserted
	if g.noun(n) {
		f = g.nounModality(n)
	}
	t := &g.t[n]
	predicate := g.child(n, depCop) != none || t.pos == posVerb
	for c := t.first; c != none; c = g.t[c].next {
		if g.t[c].dep == depAmod && strings.EqualFold(g.toks[c].Text, "next") {
			f = wrap(Future, f)
		}
	}
	if h := t.head; !predicate && h != none && g.t[h].pos == posVerb && !g.keeps(h) {
		first, _ := g.prep(n)
		predicate = t.dep == depXcomp || t.dep == depObl && first != 0 && g.vocab.words[first] == "as"
	}
	if !predicate || t.pos == posVerb && (t.dep == depAcl || t.dep == depAmod || t.dep == depRelcl) {
		return f
	}
	var c climb
	g.factuality(n, &c)
	if c.f == blocked {
		return Asserted
	}
	return wrap(f, c.f)
}

// promised is what a verb of promising makes of the thing that is to be given:
// "pledged aid", "offered help". Praise and support are given with the word.
func (g *graph) promised(v, thing int32) Factuality {
	switch g.toks[thing].Lemma {
	case "support", "backing", "praise", "solidarity", "sympathy", "condolence", "confidence", "congratulation", "apology":
		return Asserted
	}
	switch g.toks[v].Lemma {
	case "offer":
		return Possible
	case "pledge", "promise", "vow":
		return Future
	}
	return Asserted
}
