package relation

import "github.com/dossier-nlp/dossier/entity"

// nested.go looks inside noun phrases: at nouns that act for a name beside them
// ("representatives of the Justice Department") and at groups of several sides.

// outer drops what lies inside another mention of the list: "US" beside "US and
// Chinese officials".
func (g *graph) outer(a *actors) {
	k := 0
	for i, x := range a.list() {
		inside := false
		for j, y := range a.list() {
			p, q := &g.mentions[x], &g.mentions[y]
			inside = inside || i != j && p.first >= q.first && p.last <= q.last && p.last-p.first < q.last-q.first
		}
		if !inside {
			a.v[k] = x
			k++
		}
	}
	a.n = k
}

// parts are the readings of a group of several sides, "US and Chinese
// officials": the last with the noun, the others as they stand.
func (g *graph) parts(m int32) (out actors) {
	whole := &g.mentions[m]
	if whole.form != entity.GroupForm {
		return out
	}
	for i := max(0, m-maxDepth); i < min(m+maxDepth, int32(len(g.mentions))); i++ {
		p := &g.mentions[i]
		if i != m && p.form == entity.GroupForm && p.first >= whole.first && p.last <= whole.last && p.last-p.first < whole.last-whole.first {
			out.add(i)
		}
	}
	return out
}

// nested looks inside a noun phrase whose head acts for a name in it.
func (g *graph) nested(tok int32, out *actors, depth int) {
	t := &g.t[tok]
	tag := g.tag(tok)
	plural := tag == "NNS" || tag == "NNPS"
	for c := t.first; c != none; c = g.t[c].next { // critics such as B
		if first, last := g.prep(c); c > tok && first != 0 && (g.vocab.class[first]|g.vocab.class[last])&classSuchAs != 0 {
			g.expand(c, out, depth-1)
		}
	}
	if out.n > 0 {
		return
	}
	switch {
	case t.class&classThing != 0:
		for c := t.first; c != none; c = g.t[c].next {
			if first, _ := g.prep(c); g.t[c].dep == depNmod && first == g.of {
				g.expand(c, out, depth-1)
			}
		}
		if of := g.phraseAfter(tok); out.n == 0 && of != none {
			if first, _ := g.prep(of); first == g.of {
				g.expand(of, out, depth-1)
			}
		}
		if t.class&(classWrapper|classCollective) == 0 {
			return
		}
	case t.class&classWrapper != 0 && plural, t.class&classCollective != 0:
	case plural && t.class&(classTrigNoun|classAbstract) == 0 && g.beforeNoun(tok):
	default:
		return
	}
	if out.n > 0 {
		return
	}
	for _, poss := range [2]bool{false, true} { // Peru's Andina news agency is Andina
		for c := t.first; c != none && c < tok && out.n == 0; c = g.t[c].next {
			switch d := g.t[c].dep; {
			case poss == (d == depNmodPoss) && (d == depCompound || d == depAmod || d == depNmodPoss || d == depNmodDesc || d == depNmod):
				if !g.hyphened(c) {
					g.inner(c, out, depth-1)
				}
			}
		}
	}
	for i := tok - 1; out.n == 0 && i >= max(0, tok-3); i-- {
		if m := g.t[i].mention; m != none && !g.possessive(i+1) && !g.hyphened(i) {
			out.add(m)
		} else if p := g.t[i].pos; p != posAdj && p != posNoun && p != posName {
			break
		}
	}
	if out.n > 0 {
		return
	}
	for c := t.first; c != none; c = g.t[c].next {
		if g.t[c].dep == depNmod && c > tok && g.belongs(c, plural) {
			g.inner(c, out, depth-1)
		}
	}
}

// belongs says that a phrase after a noun tells whose or where from it is:
// "officials in Lima", "the government of Peru".
func (g *graph) belongs(c int32, plural bool) bool {
	first, last := g.prep(c)
	for _, w := range [2]wordID{first, last} {
		if w == 0 {
			continue
		}
		switch g.vocab.words[w] {
		case "of", "from", "at":
			return true
		case "in", "inside", "to":
			return plural && g.vocab.words[w] != "to"
		}
	}
	return false
}

// phraseAfter is the head of the prepositional phrase that follows tok
// directly, wherever the tree hangs it; none if there is none.
func (g *graph) phraseAfter(tok int32) int32 {
	i := tok + 1
	if int(i) >= len(g.t) || g.t[i].pos != posPrep && g.t[i].pos != posTo || g.t[i].dep != depCase {
		return none
	}
	return g.t[i].head
}

// hyphened says that a hyphen follows: "U.S.-led".
func (g *graph) hyphened(i int32) bool {
	return int(i)+1 < len(g.t) && g.toks[i+1].Text == "-"
}

// beforeNoun says that a mention of a place or organization stands right in
// front of the noun, as in a group: "Kurdish rebels".
func (g *graph) beforeNoun(tok int32) bool {
	for c := g.t[tok].first; c != none && c < tok; c = g.t[c].next {
		if d := g.t[c].dep; d != depAmod && d != depCompound {
			continue
		}
		if m := g.t[c].mention; m != none && !g.hyphened(c) && g.mentions[m].kind&(kindPlace|kindOrg) != 0 {
			return true
		}
	}
	return false
}

// inner adds the mention of a modifier and of what is joined to it.
func (g *graph) inner(tok int32, out *actors, depth int) {
	if depth == 0 {
		return
	}
	if m := g.t[tok].mention; m != none && g.mentions[m].kind != 0 {
		out.add(m)
		g.listAfter(m, out)
	} else if g.noun(tok) {
		var own actors
		g.nested(tok, &own, depth)
		for _, x := range own.list() {
			out.add(x)
		}
	}
	for c := g.t[tok].first; c != none; c = g.t[c].next {
		if g.t[c].dep == depConj {
			g.inner(c, out, depth-1)
		}
	}
}
