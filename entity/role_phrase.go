package entity

import (
	"strings"
)

// addNominal adds the phrase headed by token t if it may stand for something
// named before: it begins with a definite determiner and has no complement of
// its own that says which one is meant; a relative clause after a comma is
// none.
func (st *state) addNominal(s, t int) {
	toks := st.doc.Sentences[s].Tokens
	tok := &toks[t]
	lemma := lemmaOf(tok)
	class, g := nounOf(lemma)
	if tok.Tag == "CD" {
		class = manNoun // "the two"
	}
	if class == noNoun || isPart(tok.Dep) {
		return
	}
	isPlural := tok.Tag == "NNS" || tok.Tag == "CD"
	first, two, definite, both, owned, indefinite := t, tok.Tag == "CD", false, false, false, false
	for u := t - 1; u >= 0 && u >= t-maxTitle; u-- {
		d := &toks[u]
		if d.Head != t && !(d.Head > u && d.Head < t) {
			break
		}
		switch d.Text {
		case "the", "The", "this", "This", "that", "That", "THE":
			definite = true
		case "both", "Both":
			two, both = true, true
		case "two":
			two = true
		}
		if d.Dep == "punct" || d.Dep == "cc" || d.Dep == "case" {
			break
		}
		owned = owned || strings.HasSuffix(d.Dep, "poss")
		indefinite = indefinite || d.Text == "a" || d.Text == "A" || d.Text == "an" || d.Text == "An" || d.Text == "another"
		first = u
	}
	if (owned || indefinite) && !isPlural && (class == personNoun || class == manNoun) {
		st.addUnnamed(s, first, t, class, g)
		return
	}
	if owned {
		if class == countryNoun && !isPlural && toks[first].Tag == "PRP$" {
			st.add(s, first, t+1, t, Place, Nominal, mentionInfo{country: -1, record: -1, capital: -1, number: singular, role: ownCandidate})
		}
		return
	}
	if !definite && !(two && both) || isPlural && !two && class != groupNoun {
		return
	}
	for u := t + 1; u < len(toks) && u < t+maxTitle; u++ {
		if toks[u].Head == t && isComplement(&toks[u]) && !(toks[u].Dep == "acl:relcl" && toks[t+1].Text == ",") {
			return
		}
	}
	n := singular
	if isPlural {
		n = plural
	}
	kind := Kind("")
	switch class {
	case countryNoun, cityNoun, regionNoun:
		kind = Place
	case orgNoun:
		kind = Org
	case personNoun, manNoun:
		kind = Person
	case groupNoun:
		kind = Group
	}
	st.add(s, first, t+1, t, kind, Nominal, mentionInfo{country: -1, record: -1, capital: -1,
		gender: g, number: n, role: roleCandidate, noun: class, two: two})
}

// addUnnamed adds a phrase for a person whom the text need not name ("a
// doctor", "his teacher"): it may be what a pronoun means.
func (st *state) addUnnamed(s, first, t int, class nounClass, g gender) {
	toks := st.doc.Sentences[s].Tokens
	if toks[t].Dep == "appos" || isPart(toks[t].Dep) {
		return
	}
	for u := max(0, t-maxTitle); u < len(toks) && u < t+maxTitle; u++ {
		if toks[u].Head == t && (toks[u].Dep == "cop" || toks[u].Dep == "appos" || isPart(toks[u].Dep) && u > t) {
			return
		}
	}
	if t+1 < len(toks) && (toks[t+1].Tag == "NNP" || toks[t+1].Tag == "NNPS") {
		return
	}
	st.add(s, first, t+1, t, Person, Nominal, mentionInfo{country: -1, record: -1, capital: -1,
		gender: g, number: singular, role: unnamedCandidate, noun: class})
}

// isComplement reports whether a word after a noun begins what narrows it
// down: "the president of Peru", "the company that failed".
func isComplement(tok *Token) bool {
	switch {
	case tok.Dep == "nmod:poss" || tok.Dep == "nmod:tmod" || tok.Dep == "nmod:npmod" || tok.Dep == "nmod:unmarked":
		return false
	case strings.HasPrefix(tok.Dep, "nmod"), strings.HasPrefix(tok.Dep, "acl"), tok.Dep == "conj", tok.Dep == "nummod":
		return true
	}
	return false
}
