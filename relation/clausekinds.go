package relation

import "strings"

// clausekinds.go tells apart what a clause is for: of time or reason, what a
// noun reports, what is asked, what an adjective says of its truth.

// assessed spots a clause whose truth the adjective above it is about: "it is
// not true that", "it is unlikely that".
func (g *graph) assessed(cur, h int32) (f Factuality, ok bool) {
	if g.t[h].pos != posAdj || g.t[cur].pos != posVerb {
		return Asserted, false
	}
	if m := g.child(cur, depMark); m == none || !strings.EqualFold(g.toks[m].Text, "that") {
		return Asserted, false
	}
	switch {
	case g.untrue(h):
		return Negated, true
	case strings.EqualFold(g.toks[h].Lemma, "true"), g.t[h].class&(classPossibleVerb|classFutureVerb) != 0:
		return g.govern(h, &g.t[cur]), true
	}
	return Asserted, false
}

// untrue says that h denies what it is said of.
func (g *graph) untrue(h int32) bool {
	switch strings.ToLower(g.toks[h].Lemma) {
	case "false", "untrue", "baseless", "unfounded", "groundless", "incorrect":
		return true
	}
	return false
}

// content spots a clause that says what the noun above it reports, however a
// parser reads its "that": "no evidence that Peru attacked Norway".
func (g *graph) content(cur, h int32) bool {
	switch strings.ToLower(g.toks[h].Lemma) {
	case "evidence", "proof", "report", "indication", "sign", "suggestion", "claim", "rumor", "rumour", "possibility", "chance", "likelihood", "doubt":
	default:
		return false
	}
	objects, that := 0, false
	for c := g.t[cur].first; c != none; c = g.t[c].next {
		if g.t[c].dep == depObj {
			objects++
		}
		if c < cur && strings.EqualFold(g.toks[c].Text, "that") {
			that = true
			if g.t[c].dep == depMark {
				objects++
			}
		}
	}
	return that && objects > 1
}

// timed spots a clause of time or reason that a parser took for a complement:
// "did not answer until Peru complained".
func (g *graph) timed(v int32) bool {
	m := g.child(v, depMark)
	if m == none || m > v {
		return false
	}
	switch strings.ToLower(g.toks[m].Text) {
	case "until", "till", "before", "after", "because", "since", "although", "though", "while":
		return true
	}
	return false
}

// whether says that a clause leaves open what it asks.
func (g *graph) whether(v int32) bool {
	m := g.child(v, depMark)
	return m != none && m < v && (strings.EqualFold(g.toks[m].Text, "whether") || strings.EqualFold(g.toks[m].Text, "if"))
}

// asksWhat says that a clause takes for granted what it asks about: "wanted to
// know what Ruiz told Peru".
func (g *graph) asksWhat(v int32) bool {
	for c := g.t[v].first; c != none && c < v; c = g.t[c].next {
		if tag := g.tag(c); tag == "WP" || tag == "WRB" {
			return true
		}
	}
	return false
}

// afterwards spots an event that is past although it hangs on an infinitive:
// "offered to mediate after talks with Ruiz".
func (g *graph) afterwards(cur, h int32) bool {
	up := g.t[h].head
	if up == none || g.tag(up) != "VBD" || !g.infinitive(h) {
		return false
	}
	first, _ := g.prep(cur)
	return first != 0 && (g.vocab.words[first] == "after" || g.vocab.words[first] == "following")
}

// gerund says that v is one, also with "having".
func (g *graph) gerund(v int32) bool {
	a := g.child(v, depAux)
	return g.tag(v) == "VBG" || g.tag(v) == "VBN" && a != none && g.tag(a) == "VBG"
}

// whenClause says that a clause begins with when, before or the like.
func (g *graph) whenClause(v int32) bool {
	for c := g.t[v].first; c != none && c < v; c = g.t[c].next {
		if (g.t[c].dep == depAdvmod || g.t[c].dep == depMark) && g.t[c].class&classWhen != 0 {
			return true
		}
	}
	return false
}
