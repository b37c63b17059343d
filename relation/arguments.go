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
		g.listAfter(m, out)
	}
	for i := mt.first; i < min(mt.last, mt.first+8); i++ { // "and Berg" may hang on any word of the name
		if i != tok {
			g.expandConj(i, out, depth)
		}
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
	if mt.form != entity.Pronoun || mt.entity != entity.None {
		return false
	}
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
		if g.t[c].dep == depConj && !g.addressed(tok, c) && (g.noun(c) || g.t[c].mention != none || g.t[c].pos == posPron || g.t[c].pos == posAdj) {
			g.expand(c, out, depth-1)
		}
	}
}

// describe looks for the name of a described person: "President Obama", "the
// envoy, Anna Ruiz".
func (g *graph) describe(tok int32, out *actors, depth int) {
	for c := g.t[tok].first; c != none; c = g.t[c].next {
		switch g.t[c].dep {
		case depFlat, depAppos:
			if g.t[c].mention != none || g.t[c].dep == depAppos && g.noun(c) {
				g.named(c, out, depth-1)
			}
		case depNmodDesc, depCompound:
			after := c > tok || g.t[tok].class&classTrigCopula != 0 // elected Anna Ruiz president
			if m := g.t[c].mention; m != none && after && g.mentions[m].kind == kindPerson {
				out.add(m)
			}
		}
	}
	if out.n == 0 && g.t[tok].class&classTrigCopula != 0 && g.tag(tok) != "NNS" {
		person := slot{kinds: kindPerson}
		if m := g.acrossComma(&person, tok); m != none {
			out.add(m)
			return
		}
	}
	if out.n == 0 && g.noun(tok) {
		if m := g.nameAfterTitle(tok); m != none {
			out.add(m)
		}
	}
}

// titled is the person before whose title the organization or place m stands,
// none if there is no such title.
func (g *graph) titled(m int32) int32 {
	mt := &g.mentions[m]
	if mt.kind&(kindOrg|kindPlace) == 0 || int(mt.last)+1 >= len(g.t) || mt.form == entity.GroupForm {
		return none
	}
	for i := mt.last; int(i) < len(g.t) && i < mt.last+4; i++ {
		t := &g.t[i]
		if t.mention != none || t.pos != posNoun && t.pos != posName && t.pos != posAdj {
			return none
		}
		if t.class&classTrigCopula == 0 {
			continue
		}
		if x := g.nameAfterTitle(i); x != none {
			return x
		}
	}
	return none
}

// nameAfterTitle is the person whose name follows noun n, over the rest of the
// title: "Secretary - General Anna Ruiz".
func (g *graph) nameAfterTitle(n int32) int32 {
	for i := n + 1; int(i) < len(g.t) && i < n+5; i++ {
		if m := g.startAt[i]; m != none && g.mentions[m].kind == kindPerson {
			return m
		}
		if g.t[i].pos != posName && g.toks[i].Text != "-" || g.t[i].mention != none {
			return none
		}
	}
	return none
}

// named is expand for an apposition: only what is a name itself counts.
func (g *graph) named(tok int32, out *actors, depth int) {
	if depth == 0 {
		return
	}
	if m := g.t[tok].mention; m != none && g.mentions[m].form == entity.Name {
		out.add(m)
	} else {
		for c := g.t[tok].first; c != none; c = g.t[c].next {
			if g.t[c].dep == depFlat && g.t[c].mention != none {
				out.add(g.t[c].mention)
			}
		}
	}
	for c := g.t[tok].first; c != none; c = g.t[c].next {
		if g.t[c].dep == depConj {
			g.named(c, out, depth-1)
		}
	}
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
