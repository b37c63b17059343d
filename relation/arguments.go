package relation

import "github.com/dossier-nlp/dossier/entity"

// arguments.go goes from the head word of an argument to the mentions that it
// stands for: coordination, appositions, titles, and nouns that act for the
// name beside them ("representatives of the Justice Department").

const maxMentions = 24 // of one argument

// actors is the list of mentions (indices in graph.mentions) of one argument.
type actors struct {
	n     int
	named bool // take only what the phrase names, not what it acts for
	v     [maxMentions]int32
}

func (a *actors) add(m int32) {
	for _, x := range a.v[:a.n] {
		if x == m {
			return
		}
	}
	if m >= 0 && a.n < len(a.v) {
		a.v[a.n] = m
		a.n++
	}
}

func (a *actors) list() []int32 { return a.v[:a.n] }

// expand adds the mentions that the phrase headed by tok stands for.
func (g *graph) expand(tok int32, out *actors, depth int) {
	if depth == 0 || tok < 0 {
		return
	}
	if m := g.t[tok].mention; m != none {
		if x := g.titled(m); x != none { // FBI Director James Comey
			m = x
			tok = g.mentions[x].head
		} else if x := g.apposed(m, tok); x != none { // Blue Sea Watch, a group from Bergen
			m = x
			tok = g.mentions[x].head
		} else if x := g.compounded(m); x != none { // London-based HSBC
			m = x
			tok = g.mentions[x].head
		}
		if !g.bareModifier(m, tok) && !g.unnamed(m) {
			out.add(m)
		}
	} else {
		var own actors
		if g.t[tok].pos != posVerb {
			g.describe(tok, &own, depth)
		}
		if own.n == 0 && g.noun(tok) && !out.named {
			g.nested(tok, &own, depth)
		}
		at := tok
		if h := g.t[tok].head; h != none && g.t[tok].dep == depConj && g.t[h].dep == depAppos && g.t[h].mention == none {
			at = h // Berg Mining, a coal and oil company
		}
		if h := g.t[at].head; own.n == 0 && g.t[at].dep == depAppos && h != none && g.t[h].mention != none && g.noun(tok) {
			if x := g.t[h].mention; g.mentions[x].form == entity.Name {
				own.add(x) // M23, a rebel group that ...
			}
		}
		for _, x := range own.list() {
			out.add(x)
		}
	}
	g.expandConj(tok, out, depth)
	m := g.t[tok].mention
	if m == none {
		return
	}
	mt := &g.mentions[m]
	if mt.form == entity.GroupForm { // officials of Peru, Chile and Bolivia
		for x, n := g.endAt[mt.last-1], 0; x != none && n < maxDepth; x, n = g.mentions[x].nextEnd, n+1 {
			if g.mentions[x].form == entity.Name {
				g.listAfter(x, out)
				break
			}
		}
	} else {
		before := out.n
		g.listAfter(m, out)
		if out.n > before {
			g.listBefore(m, out)
		}
		g.officialsAfter(m, out, depth)
	}
	for i := mt.first; i < min(mt.last, mt.first+8); i++ { // "and Berg" may hang on any word of the name
		if i != tok {
			g.expandConj(i, out, depth)
		}
	}
}

// officialsAfter adds those for whom a noun acts that is joined right after
// mention m, whatever the tree joins it to: "Ruiz and representatives of Peru".
func (g *graph) officialsAfter(m int32, out *actors, depth int) {
	i := g.mentions[m].last
	if g.comma(i) {
		i++
	}
	if int(i)+1 >= len(g.t) || g.t[i].class&classAnd == 0 || g.t[i].dep != depCc {
		return
	}
	for i++; int(i)+1 < len(g.t) && (g.t[i].pos == posDet || g.t[i].pos == posAdj); i++ {
	}
	if t := &g.t[i]; t.dep == depConj && t.class&classWrapper != 0 && g.tag(i) == "NNS" && depth > 1 && t.mention == none {
		var own actors
		g.nested(i, &own, depth-1)
		for _, x := range own.list() {
			out.add(x)
		}
	} else if t.dep == depConj && t.mention != none && g.mentions[t.mention].form == entity.GroupForm && g.mentions[t.mention].head == i {
		out.add(t.mention)
	}
}

// listBefore adds the people or organizations before mention m in a list whose
// end stands after it: "A, [B] and C".
func (g *graph) listBefore(m int32, out *actors) {
	kind := g.mentions[m].kind
	if kind != kindPerson && kind != kindOrg {
		return
	}
	for range maxDepth {
		i := g.mentions[m].first - 1
		if i < 1 || !g.comma(i) {
			return
		}
		x := g.endAt[i-1]
		if x == none || g.mentions[x].kind != kind || g.mentions[x].form != entity.Name {
			return
		}
		if k := g.mentions[x].first - 1; k >= 0 && (g.t[k].pos == posPrep || g.t[k].pos == posTo || g.t[k].pos == posPoss) {
			return
		}
		out.add(x)
		m = x
	}
}

// listAfter adds the names of a list that begins with mention m, "A, B and C",
// whatever the tree makes of it: names of one kind, parted by commas, with "and"
// before the last.
func (g *graph) listAfter(m int32, out *actors) {
	kind := g.mentions[m].kind
	i := g.mentions[m].last
	var more actors
	for range maxMentions {
		last := false
		j := i
		if g.comma(j) {
			j++
		}
		if int(j) < len(g.t) && g.t[j].dep == depCc && g.t[j].class&classAnd != 0 {
			last = true
			j++
		}
		if j == i || int(j) >= len(g.t) {
			return
		}
		if g.t[j].pos == posDet {
			j++
		}
		if int(j) >= len(g.t) || g.startAt[j] == none {
			return
		}
		x := g.t[j].mention
		if x == none || g.mentions[x].first != j || g.mentions[x].kind != kind || g.mentions[x].form != entity.Name {
			return
		}
		if d := g.t[g.mentions[x].head].dep; d == depNsubj || d == depNsubjPass {
			return
		}
		i = g.mentions[x].last
		if int(i) < len(g.t) && (g.possessive(i) || g.t[i].pos == posVerb && last && g.t[g.mentions[m].head].dep != depNsubj) {
			return
		}
		more.add(x)
		if last {
			for _, y := range more.list() {
				out.add(y)
			}
			return
		}
	}
}

// bareModifier says that the mention is a demonym that only modifies: as a
// noun of its own ("the Chinese") it is an actor.
func (g *graph) bareModifier(m, tok int32) bool {
	mt := &g.mentions[m]
	return mt.form == entity.Nominal && mt.kind == kindPlace && mt.head != tok
}

// unnamed says that a pronoun that leads to no entity stands for somebody whom
// the sentence describes without a name: "the envoy said he".
func (g *graph) unnamed(m int32) bool {
	mt := &g.mentions[m]
	// The description may hold further pronouns, even this one. They are taken
	// as they stand: to ask about them too need not come to an end.
	if g.naming || mt.form != entity.Pronoun || mt.entity != entity.None {
		return false
	}
	g.naming = true
	defer func() { g.naming = false }()
	for i := mt.first - 1; i >= max(0, mt.first-40); i-- {
		d := g.t[i].dep
		if (d == depNsubj || d == depNsubjPass) && g.t[i].pos == posNoun && g.t[i].mention == none && g.t[i].class&(classTrigCopula|classWrapper) != 0 {
			var names actors
			g.describe(i, &names, 2)
			if names.n == 0 {
				g.nested(i, &names, 2)
			}
			return names.n == 0
		}
	}
	return false
}

// addressed says that a parser took "Lima, Peru" for two joined places: there is
// no "and" with any of them.
func (g *graph) addressed(tok, c int32) bool {
	a, b := g.t[tok].mention, g.t[c].mention
	if a == none || b == none || g.mentions[a].kind&kindPlace == 0 || g.mentions[b].kind&kindPlace == 0 || !g.comma(g.mentions[a].last) {
		return false
	}
	for k := g.t[tok].first; k != none; k = g.t[k].next {
		if g.t[k].dep == depConj && g.child(k, depCc) != none {
			return false
		}
	}
	return true
}

func (g *graph) expandConj(tok int32, out *actors, depth int) {
	for c := g.t[tok].first; c != none; c = g.t[c].next {
		if m := g.t[tok].mention; m != none && c >= g.mentions[m].first && c < g.mentions[m].last {
			continue // inside the mention itself
		}
		if g.t[c].dep == depConj && !g.addressed(tok, c) && g.child(c, depCop) == none && (g.noun(c) || g.t[c].mention != none || g.t[c].pos == posPron || g.t[c].pos == posAdj) {
			g.expand(c, out, depth-1)
		}
	}
}
