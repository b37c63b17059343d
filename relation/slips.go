package relation

import "strings"

// slips.go reads from the order of the words what parsers often get wrong: an
// object lost before a title, a subject lost to another clause, a phrase hung on
// the time beside it.

// lostSubject is what stands right before a finite verb that the tree leaves
// without a subject: a name, or a noun that acts for one.
func (g *graph) lostSubject(v int32) int32 {
	tag := g.tag(v)
	if tag != "VBD" && tag != "VBZ" && tag != "VBP" && !(tag == "VBN" && g.t[v].dep != depAcl && g.objectLike(v+1)) {
		return none
	}
	i := v - 1
	for i > 0 && (g.t[i].pos == posAdv || g.t[i].pos == posModal || g.t[i].dep == depAux) {
		i--
	}
	if g.comma(i) { // Ruiz, 79, resigned
		j := i - 1
		for j > max(0, i-8) && !g.comma(j) && g.t[j].pos != posVerb {
			j--
		}
		if j < 1 || !g.comma(j) || g.endAt[j-1] == none {
			return none
		}
		i = j - 1
	}
	if i < 0 {
		return none
	}
	m := g.endAt[i]
	if m == none {
		if t := &g.t[i]; t.pos == posNoun && t.class&(classWrapper|classCollective|classDeed) != 0 {
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

// namedRole is the name between commas right before finite verb v, after the
// noun that it names: "its president, Juan Ruiz, accused".
func (g *graph) namedRole(v int32) int32 {
	if tag := g.tag(v); tag != "VBD" && tag != "VBZ" && tag != "VBP" || v < 4 || !g.comma(v-1) {
		return none
	}
	m := g.endAt[v-2]
	if m == none || g.mentions[m].kind&kindPerson == 0 {
		return none
	}
	if k := g.mentions[m].first - 1; k > 0 && g.comma(k) && g.t[k-1].pos == posNoun {
		return g.mentions[m].head
	}
	return none
}

// afterIntro is the subject after an introductory phrase whose name a parser
// took for the subject: "briefed by Ruiz, [Berg] left".
func (g *graph) afterIntro(c int32) int32 {
	if g.t[c].first == none || g.t[c].mention == none {
		return c
	}
	if k := g.child(c, depCase); k == none || k > c || g.t[k].pos != posPrep {
		return c
	}
	for k := g.t[c].first; k != none; k = g.t[k].next {
		if d := g.t[k].dep; (d == depConj || d == depAppos) && k > c && g.t[k].mention != none && g.child(k, depCc) == none && g.comma(g.mentions[g.t[k].mention].first-1) {
			return k
		}
	}
	return c
}

// equated is what a noun without a name stands for as a predicate: "[Berg] is
// the man accused by Peru", "[Berg] was among those killed".
func (g *graph) equated(n int32) int32 {
	at := n
	for range 3 {
		t := &g.t[at]
		if t.mention != none || t.pos == posVerb {
			break
		}
		if g.child(at, depCop) != none {
			if s := g.child(at, depNsubj); s != none && g.t[s].mention != none {
				return s
			}
			break
		}
		h := t.head
		if h == none {
			break
		}
		if t.dep == depAppos && g.t[h].mention != none && g.mentions[g.t[h].mention].kind&kindPerson != 0 {
			return h
		}
		if first, _ := g.prep(at); t.dep != depNmod || first != g.of || g.noun(h) && g.t[h].class&classThing == 0 {
			break
		}
		at = h
	}
	return n
}

// infinitiveUnder says that an infinitive hangs on v.
func (g *graph) infinitiveUnder(v int32) bool {
	for c := g.t[v].first; c != none; c = g.t[c].next {
		if (g.t[c].dep == depAdvcl || g.t[c].dep == depXcomp) && g.infinitive(c) {
			return true
		}
	}
	return false
}

// withSubject is the name in ", with Peru accusing Norway", whatever the tree
// hangs it on; none if the words are others.
func (g *graph) withSubject(v int32) int32 {
	i := v - 1
	for i > 0 && g.t[i].pos == posAdv {
		i--
	}
	if i < 2 || g.endAt[i] == none {
		return none
	}
	m := g.endAt[i]
	k := g.mentions[m].first - 1
	if k > 0 && g.t[k].pos == posDet {
		k--
	}
	if k > 0 && strings.EqualFold(g.toks[k].Text, "with") && g.comma(k-1) {
		return g.mentions[m].head
	}
	return none
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

// objectLike says that an object may begin at token i.
func (g *graph) objectLike(i int32) bool {
	if int(i) >= len(g.t) {
		return false
	}
	switch g.t[i].pos {
	case posDet, posNum, posName:
		return true
	case posPrep:
		return int(i)+1 < len(g.t) && strings.EqualFold(g.toks[i].Text, "at") && strings.EqualFold(g.toks[i+1].Text, "least")
	}
	return g.startAt[i] != none
}

// nameNear says that a name starts at token i.
func (g *graph) nameNear(i int32) bool {
	return int(i) < len(g.t) && g.startAt[i] != none && g.mentions[g.startAt[i]].kind&kindDemonym == 0 && g.t[i].pos == posName
}

// notTime gives, for a time that a parser took for a subject, the name before
// it: "Robert Berg [today] accused".
func (g *graph) notTime(c int32) int32 {
	if c > 0 && g.t[c].class&classTime != 0 && g.t[c].mention == none && g.endAt[c-1] != none {
		return g.mentions[g.endAt[c-1]].head
	}
	return c
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
	case g.t[i].pos == posNoun && (g.nameNear(i+1) || g.nameNear(i+2)): // host Italy
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
	if n.pos == posNoun && n.mention == none && n.class&(classTime|classThing) == 0 && n.head != v && n.head != none && g.t[n.head].pos == posVerb && n.head > v {
		return true // of a clause below: "saying a referral to the council would fail"
	}
	return n.pos == posNoun && n.class&classTrigNoun != 0 && !(n.head == v && (n.dep == depObj || n.dep == depNsubjPass)) && n.dep != depNsubj
}

// bareObl says that c, hung on verb v as a phrase, has no preposition and is no
// time: an object.
func (g *graph) bareObl(c, v int32) bool {
	first, _ := g.prep(c)
	return g.t[c].dep == depObl && c > v && first == 0 && g.t[c].class&classTime == 0 && g.nominal(c)
}

func (g *graph) timePhrases(c int32, passive bool, agents *heads, f *frame) {
	for k := g.t[c].first; k != none; k = g.t[k].next {
		if d := g.t[k].dep; (d == depNmod || d == depObl || d == depOblAgent) && g.t[k].class&classTime == 0 {
			g.phraseArg(k, passive, agents, f)
		}
	}
}

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
