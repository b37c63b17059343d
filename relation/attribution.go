package relation

import "strings"

// attribution.go finds who says so. While factuality.go climbs from the
// trigger, every verb of saying on the way that governs the clause, and every
// "X said" and "according to X" that hangs on it, gives a sayer.

// sayers adds what says cur: the verb above it, a tail clause, "according to".
func (g *graph) sayers(cur int32, c *climb) {
	t := &g.t[cur]
	if h := t.head; h != none && g.sayVerb(h) {
		switch t.dep {
		case depCcomp:
			if !g.timed(cur) {
				g.sayer(h, c)
			}
		case depParataxis:
			if g.t[h].class&(classAccuse|classBlock|classDeny) == 0 {
				g.sayer(h, c)
			}
		case depObj: // announced the takeover
			if g.noun(cur) && g.t[h].class&classTells != 0 {
				g.sayer(h, c)
			}
		}
	}
	for k := t.first; k != none; k = g.t[k].next {
		switch g.t[k].dep {
		case depParataxis, depCcomp, depAdvcl:
			if (g.t[k].dep == depParataxis || g.quoting(k)) && g.t[k].pos == posVerb && g.t[k].class&classQuotes != 0 && g.child(k, depCcomp) == none {
				g.sayer(k, c)
			}
		case depObl, depNmod:
			g.source(k, c)
		case depConj: // ..., and others were injured, according to B
			for x := g.t[k].first; x != none; x = g.t[x].next {
				if g.t[k].pos == posVerb && g.t[x].dep == depObl {
					g.source(x, c)
				}
			}
		}
	}
}

// source notes "according to B".
func (g *graph) source(k int32, c *climb) {
	first, last := g.prep(k)
	if (g.vocab.class[first]|g.vocab.class[last])&classSource != 0 && len(c.said) < maxDepth {
		c.said = append(c.said, g.antecedentOf(k))
	}
}

func (g *graph) sayVerb(v int32) bool {
	return g.t[v].pos == posVerb && g.t[v].class&(classSay|classDeny) != 0
}

// quoting spots "as Ruiz said": an adverbial clause of saying.
func (g *graph) quoting(v int32) bool {
	if g.t[v].dep != depAdvcl {
		return false
	}
	m := g.child(v, depMark)
	return m != none && strings.EqualFold(g.toks[m].Text, "as") && g.tag(v) != "VBG" && g.ownSubject(v)
}

// sayer adds the logical subject of a verb of saying.
func (g *graph) sayer(v int32, c *climb) {
	if len(c.said) >= maxDepth {
		return
	}
	subj, passive, _ := g.surface(v, maxDepth)
	if passive {
		for k := g.t[v].first; k != none; k = g.t[k].next {
			if first, _ := g.prep(k); g.t[k].dep == depOblAgent || g.t[k].dep == depObl && g.isBy(first) {
				c.said = append(c.said, k)
				return
			}
		}
		if g.t[v].word != 0 && g.vocab.words[g.t[v].word] == "quote" { // B was quoted as saying
			c.said = append(c.said, subj.list()...)
		}
		return
	}
	near := int32(none)
	for _, s := range subj.list() {
		if near == none || max(s-v, v-s) < max(near-v, v-near) {
			near = s
		}
	}
	if near != none {
		c.said = append(c.said, near)
	}
}
