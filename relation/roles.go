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
	byObj   bool  // the implied ones hold or plan it: "concluded talks"
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
			if g.bareObl(c, v) {
				obj.add(g.antecedentOf(c))
				continue
			}
			g.phraseArg(c, passive, &agents, f)
		case depOblTime: // what hangs on "Tuesday" belongs to the verb
			g.phraseArg(c, passive, &agents, f)
			g.timePhrases(c, passive, &agents, f)
		case depAdvcl:
			f.addObl(g, c)
		case depCcomp, depAppos, depConj, depOther:
			switch first, _ := g.prep(c); {
			case first != 0 && g.nominal(c):
				g.phraseArg(c, passive, &agents, f)
			case d == depConj && obj.n > 0 && g.nominal(c) && !g.ownSubject(c): // arrested him [and the others]
				obj.add(c)
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
		if agents.n == 0 {
			agents = g.sharedAgent(v)
		}
		if agents.n == 0 {
			agents = g.deepAgent(v)
		}
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

// sharedAgent is the by-phrase of a passive joined to passive v: "was arrested
// and charged by Peru".
func (g *graph) sharedAgent(v int32) (out heads) {
	for c := g.t[v].first; c != none; c = g.t[c].next {
		if g.t[c].dep != depConj || g.tag(c) != "VBN" {
			continue
		}
		for k := g.t[c].first; k != none; k = g.t[k].next {
			if first, _ := g.prep(k); g.t[k].dep == depOblAgent || g.t[k].dep == depObl && g.isBy(first) {
				out.add(g.antecedentOf(k))
			}
		}
	}
	return out
}

// deepAgent is the by-phrase of passive v that a parser hung on the phrase
// between them: "was hit with sanctions by Peru", "was held in Lima by police".
func (g *graph) deepAgent(v int32) (out heads) {
	for c := g.t[v].first; c != none; c = g.t[c].next {
		if d := g.t[c].dep; c < v || d != depObl && d != depOblTime && d != depObj && d != depXcomp {
			continue
		}
		first, _ := g.prep(c)
		if g.t[c].class&(classTrigNoun|classClaim) != 0 && (first == 0 || g.vocab.words[first] != "with") {
			continue // in an attack by Peru
		}
		for k := g.t[c].first; k != none; k = g.t[k].next {
			if by, _ := g.prep(k); g.isBy(by) && g.nominal(k) && g.t[k].dep == depNmod {
				out.add(g.antecedentOf(k))
				continue
			}
			for x := g.t[k].first; x != none && g.t[c].dep == depXcomp; x = g.t[x].next { // found guilty of murder by
				if by, _ := g.prep(x); g.isBy(by) && g.nominal(x) {
					out.add(g.antecedentOf(x))
				}
			}
		}
	}
	return out
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

func (g *graph) isBy(w wordID) bool { return w != 0 && w == g.by }

// infinitive says whether v stands with "to".
func (g *graph) infinitive(v int32) bool {
	for c := g.t[v].first; c != none; c = g.t[c].next {
		if g.t[c].pos == posTo && (g.t[c].dep == depMark || g.t[c].dep == depAux || g.t[c].dep == depCase) {
			return true
		}
	}
	return false
}
