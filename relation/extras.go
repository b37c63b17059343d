package relation

import "strings"

// extras.go fills the further arguments of a relation: what its pattern named,
// the role of a standing relation, and place and time, which any event may have.

func (m *matcher) arguments(f *found, p *pattern, info *relInfo, r *Relation) {
	for i, name := range p.named {
		if tok := f.named[2+i]; tok != none {
			m.setArg(r, name, tok, f)
		}
	}
	if p.shape == shapeCopula && info.standing {
		m.role(f, r)
		return
	}
	if p.shape == shapeWords || info.standing {
		return
	}
	m.placeAndTime(f.trigger[0], f, r)
	if f.trigger[1] >= 0 {
		m.placeAndTime(f.trigger[1], f, r)
	}
	if v := m.g.carrier(f.trigger[0]); v != none {
		m.placeAndTime(v, f, r)
	}
}

func (m *matcher) set(r *Relation, name string, a Argument) {
	if r.Args == nil {
		r.Args = make(map[string]Argument, 2)
	}
	if _, has := r.Args[name]; !has {
		r.Args[name] = a
	}
}

func (m *matcher) setArg(r *Relation, name string, tok int32, f *found) {
	from, to := m.g.extent(tok, f.a, f.b)
	if from >= to {
		return
	}
	a := Argument{Span: m.span(from, to), Entity: -1, Mention: -1}
	if mt := m.g.t[tok].mention; mt != none && m.g.mentions[mt].first == from && m.g.mentions[mt].last == to {
		a = m.mentionArg(mt)
	}
	m.set(r, name, a)
}

// setTime takes the time with its determiner: "this week".
func (m *matcher) setTime(r *Relation, tok int32) {
	from, to := m.g.extent(tok, none, none)
	if from > 0 && m.g.t[from-1].pos == posDet && m.g.t[from-1].head == tok {
		from--
	}
	if from < to {
		m.set(r, "time", Argument{Span: m.span(from, to), Entity: -1, Mention: -1})
	}
}

const maxExtent = 48 // words of a topic

// extent is the stretch of tokens below tok, without its preposition, relative
// clauses and outer marks, and up to a phrase that is mention a or b.
func (g *graph) extent(tok, a, b int32) (from, to int32) {
	var stack [maxExtent]int32
	stack[0] = tok
	n, seen := 1, 0
	limit := int32(len(g.t))
	from, to = tok, tok+1
	for n > 0 && seen < maxExtent {
		n--
		at := stack[n]
		seen++
		from, to = min(from, at), max(to, at+1)
		for c := g.t[at].first; c != none; c = g.t[c].next {
			switch d := g.t[c].dep; {
			case c > tok && (d == depNmod || d == depObl) && g.t[c].mention != none && (g.t[c].mention == a || g.t[c].mention == b):
				limit = min(limit, g.phraseStart(c))
			case at == tok && (d == depCase || d == depMark || d == depCc || d == depDet || d == depPunct || d == depRelcl || d == depParataxis || d == depAdvcl && g.t[tok].pos != posVerb):
			case n < len(stack):
				stack[n] = c
				n++
			}
		}
	}
	if limit > tok {
		to = min(to, limit)
	}
	for from < to-1 && (g.t[from].pos == posDet || g.t[from].dep == depPunct || g.t[from].dep == depCase || g.t[from].dep == depMark) && from != tok {
		from++
	}
	for to-1 > from && g.t[to-1].dep == depPunct && to-1 != tok {
		to--
	}
	return from, to
}

// phraseStart is the first token of the phrase headed by c.
func (g *graph) phraseStart(c int32) int32 {
	first := c
	for k := g.t[c].first; k != none && k < first; k = g.t[k].next {
		first = k
	}
	return first
}

// role is the office as the text words it: the noun with its modifiers, without
// the owner and the name.
func (m *matcher) role(f *found, r *Relation) {
	g := &m.g
	n := f.trigger[0]
	from, to := n, n+1
	for i := n - 1; i >= max(0, n-8); i-- {
		t := &g.t[i]
		if t.mention != none || t.pos == posPoss || t.pos == posDet {
			break
		}
		if t.pos != posNoun && t.pos != posName && t.pos != posAdj && g.toks[i].Text != "-" {
			break
		}
		from = i
	}
	for from < n && g.toks[from].Text == "-" {
		from++
	}
	for int(to) < len(g.t) && to < n+5 && g.t[to].mention == none && (g.noun(to) || g.toks[to].Text == "-" && int(to)+1 < len(g.t) && g.t[to+1].mention == none) {
		to++
	}
	if i := g.afterPhrase(n); i > n+1 && int(i) < len(g.t) && g.startAt[i] == f.a { // Secretary of State Ruiz
		named := false
		for k := n + 1; k < i; k++ {
			named = named || g.t[k].mention != none
		}
		if !named {
			to = i
		}
	}
	m.set(r, "role", Argument{Span: m.span(from, to), Entity: -1, Mention: -1})
}

// placeAndTime reads "in Oslo" and "on Monday" below the word.
func (m *matcher) placeAndTime(w int32, f *found, r *Relation) {
	g := &m.g
	for c := g.t[w].first; c != none; c = g.t[c].next {
		switch g.t[c].dep {
		case depObl, depNmod, depOblTime, depAdvmod:
		default:
			continue
		}
		if mt := g.t[c].mention; mt != none {
			first, _ := g.prep(c)
			if first != 0 && g.mentions[mt].kind == kindPlace && mt != f.a && mt != f.b {
				switch m.rules.vocab.words[first] {
				case "in", "at", "near", "inside":
					m.set(r, "place", m.mentionArg(mt))
				}
			}
			continue
		}
		if g.t[c].class&classTime != 0 && g.t[c].pos != posModal {
			if g.t[c].dep == depAdvmod && !strings.EqualFold(g.toks[c].Text, "today") && !strings.EqualFold(g.toks[c].Text, "tomorrow") && !strings.EqualFold(g.toks[c].Text, "yesterday") {
				continue
			}
			m.setTime(r, c)
		}
	}
}
