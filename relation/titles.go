package relation

import "github.com/dossier-nlp/dossier/entity"

// titles.go finds the name of a described person: "President Obama", "the envoy,
// Anna Ruiz".

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
	if out.n == 0 && g.t[tok].class&classTrigCopula != 0 {
		if m := g.nameAfterPhrase(tok); m != none {
			out.add(m)
			return
		}
	}
	if i := tok + 1; out.n == 0 && g.tag(tok) == "NNS" && g.comma(i) && int(i)+1 < len(g.t) {
		if m := g.startAt[i+1]; m != none && g.mentions[m].kind == kindPerson { // four others, A, B and C
			var list actors
			if g.listAfter(m, &list); list.n > 0 {
				out.add(m)
				for _, x := range list.list() {
					out.add(x)
				}
				return
			}
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
	from := g.pastBrackets(mt.last) // the Rapid Support Forces (RSF) leader Ruiz
	for i := from; int(i) < len(g.t) && i < from+4; i++ {
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

// pastBrackets is the token after a short name in brackets at i, or i.
func (g *graph) pastBrackets(i int32) int32 {
	if int(i)+3 < len(g.t) && g.toks[i].Text == "(" && g.toks[i+2].Text == ")" {
		return i + 3
	}
	return i
}

// apposed is the name that group m only describes, as an apposition to it; none
// if it is none.
func (g *graph) apposed(m, tok int32) int32 {
	h := g.t[tok].head
	if g.mentions[m].form != entity.GroupForm || g.t[tok].dep != depAppos || h == none {
		return none
	}
	x := g.t[h].mention
	if x == none || g.mentions[x].form != entity.Name {
		return none
	}
	return x
}

// nameAfterPhrase is the person named right after noun n and its phrase: "the
// president of Peru Anna Ruiz".
func (g *graph) nameAfterPhrase(n int32) int32 {
	i := g.afterPhrase(n)
	if i <= n+2 || int(i) >= len(g.t) {
		return none
	}
	office := g.t[i-1].pos == posName && g.t[i-1].class&classTitle == 0 && g.t[n+1].word == g.of // Secretary of State A
	if g.t[i-1].mention == none && !office {
		return none
	}
	if m := g.startAt[i]; m != none && g.mentions[m].kind == kindPerson && g.mentions[m].form == entity.Name {
		return m
	}
	return none
}

// compounded is the name behind a participle that mention m is joined to by a
// hyphen, none if there is none.
func (g *graph) compounded(m int32) int32 {
	i := g.mentions[m].last
	if int(i)+2 >= len(g.t) || g.toks[i].Text != "-" || g.tag(i+1) != "VBN" {
		return none
	}
	x := g.startAt[i+2]
	if x == none || g.mentions[x].form != entity.Name {
		return none
	}
	return x
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
