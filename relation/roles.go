package relation

// roles.go finds the logical arguments of a verb or noun in its tree: who does
// it, to whom, with whom, whatever the voice, and whether the argument stands
// by the word or has to be fetched from further up (relative clause, participle,
// infinitive, shared subject). The labels are those of Universal Dependencies
// (Nivre et al., 2016); the ways to fetch follow PredPatt (White et al., 2016).
//
// Every walk is bounded by a depth, so that a broken tree costs no more than a
// sound one.

const (
	maxDepth = 8  // steps up or down one walk may take
	maxArgs  = 6  // heads of one role; coordination is expanded later
	maxObl   = 12 // prepositional phrases of one word
)

// heads is a short list of tokens without repetition.
type heads struct {
	n int8
	v [maxArgs]int32
}

func (h *heads) add(t int32) {
	for _, x := range h.list() {
		if x == t {
			return
		}
	}
	if t >= 0 && int(h.n) < len(h.v) {
		h.v[h.n] = t
		h.n++
	}
}

func (h *heads) list() []int32 { return h.v[:h.n] }

// oblique is a prepositional phrase: its noun (or gerund) and prepositions.
type oblique struct {
	tok         int32
	first, last wordID
}

// frame holds the logical arguments of one verb or noun.
type frame struct {
	word    int32
	passive bool
	derived bool  // the subject was fetched from another clause
	subj    heads // who does it
	obj     heads // to whom; a recipient before the thing given
	theme   heads // the thing given, if there is a recipient too
	implied heads // of a noun: who takes part in the clause around it
	weak    heads // of a noun: countries and organizations in front of it
	obl     [maxObl]oblique
	nobl    int
	parts   [3]wordID // particles: take over
	light   int32     // of a noun: the verb that only carries it, or none
}

func (f *frame) addObl(g *graph, tok int32) {
	if f.nobl == len(f.obl) {
		return
	}
	first, last := g.prep(tok)
	if g.t[tok].pos == posVerb && g.infinitive(tok) { // for Peru to pay
		s := g.child(tok, depNsubj)
		if s == none || first == 0 || g.t[tok].first == none {
			if first != 0 && g.vocab.words[first] == "to" {
				return
			}
		} else {
			tok, last = s, first
		}
	}
	f.obl[f.nobl] = oblique{g.antecedentOf(tok), first, last}
	f.nobl++
}

// verbFrame fills f with the arguments of verb v.
func (g *graph) verbFrame(v int32, f *frame) {
	*f = frame{word: v, light: none}
	surface, passive, derived := g.surface(v, maxDepth)
	f.passive, f.derived = passive, derived
	var obj, iobj, agents heads
	nparts := 0
	for c := g.t[v].first; c != none; c = g.t[c].next {
		d := g.t[c].dep
		switch d {
		case depObj, depIobj, depXcomp:
			switch first, _ := g.prep(c); {
			case first != 0 && g.nominal(c): // a parser's slip: "called on/case Peru/obj"
				g.phraseArg(c, passive, &agents, f)
			case g.t[c].class&classTime != 0 && g.t[c].mention == none: // met Wednesday
			case d == depObj:
				obj.add(g.antecedentOf(c))
			case d == depIobj:
				iobj.add(g.antecedentOf(c))
			case g.t[c].pos == posName && g.t[c].mention != none: // a name is no predicate
				obj.add(c)
			}
		case depOblAgent, depObl, depNmod:
			g.phraseArg(c, passive, &agents, f)
		case depOblTime: // what hangs on "Tuesday" belongs to the verb
			g.phraseArg(c, passive, &agents, f)
			g.timePhrases(c, passive, &agents, f)
		case depAdvcl:
			f.addObl(g, c)
		case depCcomp, depAppos, depConj, depOther:
			if first, _ := g.prep(c); first != 0 && g.nominal(c) {
				g.phraseArg(c, passive, &agents, f)
			}
		case depPrt, depAdvmod:
			if (d == depPrt || g.t[c].pos == posPrep || g.t[c].pos == posAdv) && nparts < len(f.parts) {
				f.parts[nparts] = g.t[c].word
				nparts++
			}
		}
		if g.t[c].class&classTime != 0 && d != depOblTime {
			g.timePhrases(c, passive, &agents, f)
		}
	}
	if obj.n == 0 && iobj.n == 0 && !passive {
		if a := g.gap(v); a != none {
			obj.add(a)
		}
	}
	if passive {
		f.subj, f.obj, f.theme = agents, surface, obj
		return
	}
	if surface.n == 0 {
		surface.add(g.lostSubject(v))
	}
	if obj.n == 0 && iobj.n == 0 {
		obj.add(g.claimBefore(v))
	}
	if obj.n == 0 && iobj.n == 0 && surface.n == 1 {
		if name := g.swallowed(surface.v[0], v); name != none {
			obj.add(surface.v[0])
			surface = heads{}
			surface.add(name)
		}
	}
	f.subj = surface
	if iobj.n > 0 {
		f.obj, f.theme = iobj, obj
		return
	}
	f.obj = obj
	if obj.n == 0 {
		f.obj = g.raisedObject(v)
	}
	if f.obj.n == 0 {
		f.obj.add(g.lostObject(v))
	}
}

// lostSubject is what stands right before a finite verb that the tree leaves
// without a subject: a name, or a noun that acts for one.
func (g *graph) lostSubject(v int32) int32 {
	if tag := g.tag(v); tag != "VBD" && tag != "VBZ" && tag != "VBP" {
		return none
	}
	i := v - 1
	for i > 0 && (g.t[i].pos == posAdv || g.t[i].pos == posModal || g.t[i].dep == depAux) {
		i--
	}
	if i < 0 {
		return none
	}
	m := g.endAt[i]
	if m == none {
		if t := &g.t[i]; t.pos == posNoun && t.class&(classWrapper|classCollective) != 0 {
			return i
		}
		return none
	}
	if g.mentions[m].kind&kindDemonym != 0 {
		return none
	}
	if k := g.mentions[m].first - 1; k > 0 && (g.t[k].pos == posPrep || g.t[k].pos == posDet && g.t[k-1].pos == posPrep) {
		return none // officials in Lima denied
	}
	return g.mentions[m].head
}

// claimBefore is the charge that a bare relative clause is about, however the
// tree reads it: "charges Peru denies".
func (g *graph) claimBefore(v int32) int32 {
	i := v - 1
	for i > 0 && (g.t[i].pos == posAdv || g.t[i].dep == depAux) {
		i--
	}
	if i < 1 || g.endAt[i] == none {
		return none
	}
	i = g.mentions[g.endAt[i]].first - 1
	if i > 0 && (g.t[i].pos == posRel || g.t[i].pos == posDet) {
		i--
	}
	if i >= 0 && g.t[i].class&classClaim != 0 && (int(v)+1 >= len(g.t) || g.t[v+1].dep == depPunct) {
		return i
	}
	return none
}

// lostObject is the head of the noun phrase right after a verb that the tree
// leaves without an object, if the phrase has a name in it.
func (g *graph) lostObject(v int32) int32 {
	i := v + 1
	if g.t[v].class&classTrigVerb == 0 || int(i) >= len(g.t) || g.t[i].dep == depMark || g.t[i].dep == depCase {
		return none
	}
	switch m := g.t[i].mention; {
	case m != none:
	case g.t[i].pos == posAdj || g.t[i].pos == posDet || g.t[i].pos == posName:
	case (g.tag(i) == "VBG" || g.tag(i) == "VBN") && (g.t[i].dep == depAmod || int(i)+1 < len(g.t) && g.t[i+1].class&classTrigCopula != 0):
	default:
		return none
	}
	for k := i; k < min(i+8, int32(len(g.t))); k++ {
		if d := g.t[k].dep; d == depNsubj || d == depNsubjPass {
			if h := g.t[k].head; h == none || h > k && g.t[h].class&(classClaim|classTrigNoun) == 0 {
				return none // a clause begins here
			}
		}
		if g.t[k].class&classTime != 0 && g.t[k].mention == none {
			return none
		}
		if g.t[k].mention == none && !g.inPhrase(k) {
			break
		}
	}
	return g.objectAfter(i)
}

// swallowed finds the subject of a bare relative clause that a parser hung on
// the noun before it: "a charge [Norway] denies". It is the name that follows
// noun n directly and stands before verb v.
func (g *graph) swallowed(n, v int32) int32 {
	if g.t[n].mention != none || !g.noun(n) {
		return none
	}
	m := g.t[min(n+1, int32(len(g.t)-1))].mention
	if n+1 < v && m != none && g.mentions[m].first == n+1 && g.mentions[m].last <= v && v-g.mentions[m].last <= 3 && g.t[n].class&classClaim != 0 {
		return g.mentions[m].head
	}
	return none
}

// accuser is the subject of the verb of accusation before claim n that has no
// owner of its own: "Peru accused Norway of spying, a charge Norway denies".
func (g *graph) accuser(n int32) int32 {
	for i := n - 1; i >= max(0, n-60); i-- {
		if g.t[i].class&classAccuse == 0 || g.t[i].pos != posVerb {
			continue
		}
		var f frame
		g.verbFrame(i, &f)
		if f.subj.n > 0 {
			return f.subj.v[0]
		}
		return none
	}
	return none
}

// afterEvent says that the phrase headed by c follows an event noun that is not
// the verb's object, and so belongs to it: "spoke after talks with Berg".
func (g *graph) afterEvent(c, v int32) bool {
	k := g.child(c, depCase)
	if k < 1 {
		return false
	}
	n := &g.t[k-1]
	return n.pos == posNoun && n.class&classTrigNoun != 0 && !(n.head == v && (n.dep == depObj || n.dep == depNsubjPass)) && n.dep != depNsubj
}

// nominal says whether i is a noun, a pronoun or part of a name.
func (g *graph) nominal(i int32) bool {
	return g.noun(i) || g.t[i].pos == posPron || g.t[i].mention != none
}

// phraseArg notes a prepositional phrase, and the agent of a passive.
func (g *graph) phraseArg(c int32, passive bool, agents *heads, f *frame) {
	if g.afterEvent(c, f.word) {
		return
	}
	first, last := g.prep(c)
	if g.t[c].dep == depOblAgent || passive && (g.isBy(first) || g.isBy(last)) {
		agents.add(g.antecedentOf(c))
	}
	f.addObl(g, c)
}

func (g *graph) timePhrases(c int32, passive bool, agents *heads, f *frame) {
	for k := g.t[c].first; k != none; k = g.t[k].next {
		if d := g.t[k].dep; (d == depNmod || d == depObl || d == depOblAgent) && g.t[k].class&classTime == 0 {
			g.phraseArg(k, passive, agents, f)
		}
	}
}

// markedAs spots "as demanding": what somebody is quoted or described as doing.
func (g *graph) markedAs(v int32) bool {
	m := g.child(v, depMark)
	if m == none {
		m = g.child(v, depCase)
	}
	return m != none && g.t[m].word != 0 && g.t[m].word == g.as && g.tag(v) == "VBG"
}

func (g *graph) isBy(w wordID) bool { return w != 0 && w == g.by }

// raisedObject is the subject of an infinitive or clause that a parser took
// for the complement: "urged [Peru to sign]".
func (g *graph) raisedObject(v int32) (out heads) {
	for c := g.t[v].first; c != none; c = g.t[c].next {
		if d := g.t[c].dep; d != depXcomp && d != depCcomp {
			continue
		}
		if !g.infinitive(c) {
			continue
		}
		for k := g.t[c].first; k != none; k = g.t[k].next {
			if d := g.t[k].dep; d == depNsubj || d == depNsubjPass {
				out.add(k)
			}
		}
	}
	return out
}

// infinitive says whether v stands with "to".
func (g *graph) infinitive(v int32) bool {
	for c := g.t[v].first; c != none; c = g.t[c].next {
		if g.t[c].pos == posTo && (g.t[c].dep == depMark || g.t[c].dep == depAux || g.t[c].dep == depCase) {
			return true
		}
	}
	return false
}

// surface gives the grammatical subjects of v, whether v is passive, and
// whether the subjects come from another clause.
func (g *graph) surface(v int32, depth int) (subj heads, passive, derived bool) {
	if depth == 0 {
		return subj, false, true
	}
	hasAux, hasObj := false, false
	for c := g.t[v].first; c != none; c = g.t[c].next {
		switch g.t[c].dep {
		case depNsubj:
			subj.add(g.antecedentOf(c))
		case depNsubjPass:
			subj.add(g.antecedentOf(c))
			passive = true
		case depAuxPass:
			passive = true
		case depAux:
			hasAux = true
		case depObj:
			hasObj = true
		}
	}
	if subj.n > 0 {
		return subj, passive, false
	}
	h := g.t[v].head
	if h == none {
		return subj, passive, true
	}
	tag := g.tag(v)
	participle := tag == "VBN" || tag == "VBD"
	bare := participle && !hasAux
	switch g.t[v].dep {
	case depAcl:
		switch {
		case tag == "VBG":
			subj.add(h)
		case bare:
			subj.add(h)
			passive = passive || !hasObj
		case g.infinitive(v) && g.t[h].mention == none && g.t[h].class&(classWrapper|classTrigCopula) == 0:
			subj = g.agents(h, depth-1)
		case g.infinitive(v) && g.t[h].mention != none: // named by Peru to succeed Berg
			if up := g.t[h].head; up != none && g.t[up].pos == posVerb {
				subj = g.controller(up, depth-1)
			}
		case g.infinitive(v): // a representative to speak with
			subj.add(h)
		}
	case depRelcl:
		if g.nominal(h) {
			subj.add(h)
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
			if d := g.t[c].dep; d == depObj || d == depIobj {
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
				return h
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
	return g.t[v].head
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
	if h := g.t[n].head; v == none && g.t[n].class&(classFutureNoun|classPossibleNoun|classNotNoun) != 0 && g.t[n].dep == depObj && h != none && g.t[h].pos == posVerb {
		v = h // indicated its readiness to talk
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
