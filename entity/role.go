package entity

import (
	"iter"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/dossier-nlp/dossier/internal/lexicon"
)

// roleOf is a role that the text gives to a mention.
type roleOf struct {
	mention    int32
	sentence   int32
	first, end int32  // tokens of the title in the sentence
	head       uint64 // hash of its head word's lower-case form
	copula     bool
	next       int32 // the entity's next role in state.roles, -1 if there is none
}

// findRoles collects the roles of persons and organizations: titles before the
// name ("President Ruiz"), appositions ("Ruiz, the minister of trade"), and
// what the name is said to be ("Ruiz, who is the minister of trade"). They
// stand in st.roles, in the order of their mentions.
func (st *state) findRoles() {
	st.roles = st.roles[:0]
	if len(st.doc.Sentences) == 0 {
		return
	}
	for i := range st.ms {
		m := &st.ms[i]
		if m.Form != Name || m.Kind != Person && m.Kind != Org || len(st.toksOf(int32(i))) == 0 {
			continue
		}
		if m.Kind == Person {
			st.titleWithin(i)
			st.rolesBefore(i)
		} else {
			st.nounBefore(i)
		}
		st.rolesByGrammar(i)
	}
}

// titleWithin notes a title that the name's mention itself holds.
func (st *state) titleWithin(i int) {
	m, x := &st.ms[i], &st.info[i]
	if !x.title || x.words == x.wordsEnd {
		return
	}
	toks := st.doc.Sentences[m.Sentence].Tokens
	name := m.Start + int(st.words[x.words].start)
	end := m.First
	for end < m.Last && toks[end].Start < name {
		end++
	}
	if end > m.First {
		st.addRole(i, m.First, end, end-1, false)
	}
}

// maxTitle bounds the length of a title before a name, in tokens.
const maxTitle = 7

// rolesBefore notes the title that stands right before a name.
func (st *state) rolesBefore(i int) {
	m := &st.ms[i]
	toks := st.doc.Sentences[m.Sentence].Tokens
	first := m.First
	for first > 0 && m.First-first < maxTitle && isTitleWord(&toks[first-1]) && !st.ends(i, toks[first-1].End) {
		first--
	}
	if first == m.First {
		return
	}
	head := -1
	for t := m.First - 1; t >= first; t-- {
		if isRole(&toks[t]) {
			head = t
			break
		}
	}
	if head >= 0 && head >= m.First-2 {
		st.addRole(i, first, head+1, head, false)
	}
}

// nounBefore notes the noun right before an organization's name that says what
// it is: "the agency Xinhua".
func (st *state) nounBefore(i int) {
	m := &st.ms[i]
	if m.First == 0 {
		return
	}
	tok := &st.doc.Sentences[m.Sentence].Tokens[m.First-1]
	if tok.Tag != "NN" || st.ends(i, tok.End) {
		return
	}
	if class, _ := nounOf(lemmaOf(tok)); class == orgNoun {
		st.addRole(i, m.First-1, m.First, m.First-1, false)
	}
}

// ends reports whether a mention before i ends at the byte.
func (st *state) ends(i, end int) bool {
	for j := i - 1; j >= 0 && j >= i-3; j-- {
		if st.ms[j].End == end && st.ms[j].Form != Pronoun && st.info[j].role != roleCandidate {
			return true
		}
	}
	return false
}

// isTitleWord reports whether a token may be part of a title before a name.
func isTitleWord(tok *Token) bool {
	switch tok.Tag {
	case "NN", "NNP", "NNS", "NNPS", "JJ", "HYPH", "VBG", "":
		return tok.Text != "" && (tok.Text[0] >= 'A' || tok.Text == "-")
	}
	return false
}

// isRole reports whether a token names a role.
func isRole(tok *Token) bool {
	f := lexicon.TokenOf(tok.Text).Word()
	if f.Has(lexicon.Role | lexicon.Title) {
		return true
	}
	return tok.Lemma != "" && strings.HasPrefix(tok.Tag, "NN") && lexicon.TokenOf(tok.Lemma).Word().Has(lexicon.Role|lexicon.Title)
}

// rolesByGrammar notes appositions and predicates of the mention.
func (st *state) rolesByGrammar(i int) {
	m := &st.ms[i]
	toks := st.doc.Sentences[m.Sentence].Tokens
	h := int(st.info[i].head)
	top := h
	for n := 0; n < maxClimb && isPart(toks[top].Dep) && toks[top].Head >= 0 && toks[top].Head < len(toks); n++ {
		top = toks[top].Head
	}
	if up := toks[h].Head; m.Kind == Org && isPart(toks[h].Dep) && up >= m.Last && up < m.Last+3 && up < len(toks) {
		if class, _ := nounOf(lemmaOf(&toks[up])); class == orgNoun { // "the Xinhua news agency"
			st.addRole(i, m.Last, up+1, up, false)
		}
	}
	if toks[top].Dep == "appos" {
		if up := toks[top].Head; up >= 0 && up < len(toks) {
			st.roleNoun(i, up, false)
		}
	}
	if strings.HasPrefix(toks[top].Dep, "nsubj") {
		st.predicate(i, toks[top].Head)
	}
	for t := top + 1; t < len(toks) && t < top+subjectWindow; t++ {
		if toks[t].Head != top && toks[t].Head != h {
			continue
		}
		switch toks[t].Dep {
		case "appos":
			st.roleNoun(i, t, false)
		case "acl:relcl":
			st.predicate(i, t)
		}
	}
}

// predicate notes the noun at token t as a role if it is a predicate with a
// copula in the indicative ("is the minister"), not denied.
func (st *state) predicate(i, t int) {
	toks := st.doc.Sentences[st.ms[i].Sentence].Tokens
	if t < 0 || t >= len(toks) || !strings.HasPrefix(toks[t].Tag, "NN") {
		return
	}
	copula := false
	for u := t - 1; u >= 0 && u > t-subjectWindow; u-- {
		if toks[u].Head != t {
			continue
		}
		switch {
		case toks[u].Dep == "cop":
			copula = true
		case toks[u].Lemma == "not" || toks[u].Lemma == "n't" || toks[u].Lemma == "never" || toks[u].Tag == "MD":
			return
		}
	}
	if copula {
		st.roleNoun(i, t, true)
	}
}

// roleNoun notes the noun phrase headed by token t as a role, if it is one.
func (st *state) roleNoun(i, t int, copula bool) {
	m := &st.ms[i]
	toks := st.doc.Sentences[m.Sentence].Tokens
	if t >= m.First && t < m.Last || !strings.HasPrefix(toks[t].Tag, "NN") {
		return
	}
	if m.Kind == Person && !isRole(&toks[t]) {
		return
	}
	if m.Kind == Org {
		if class, _ := nounOf(toks[t].Lemma); class != orgNoun {
			return
		}
	}
	first := t
	for first > 0 && t-first < maxTitle && isTitleWord(&toks[first-1]) && toks[first-1].Head <= t && toks[first-1].Head >= first-1 {
		if tok := &toks[first-1]; strings.HasSuffix(tok.Dep, "poss") {
			break
		}
		first--
	}
	st.addRole(i, first, t+1, t, copula)
}

// addRole notes tokens first to end as a role of mention i. Words of countries
// at its beginning are left to the place.
func (st *state) addRole(i, first, end, head int, copula bool) {
	m := &st.ms[i]
	toks := st.doc.Sentences[m.Sentence].Tokens
	for first < head {
		if end := st.nameAt(i, first); end > first && end <= head {
			first = end
		} else if toks[first].Tag == "HYPH" || toks[first].Text == "-" || isCapital(toks[first].Text) && !isCapital(toks[head].Text) {
			first++
		} else {
			break
		}
	}
	if toks[first].Dep == "cc" { // "the Justice and Trade ministries": a name's share of a joint noun
		return
	}
	c := &st.clusters[st.root(int32(i))]
	if c.place < 0 && (m.Kind == Person || m.Kind == Org) {
		c.place = st.placeOfRole(m.Sentence, first, head)
	}
	st.roles = append(st.roles, roleOf{
		next: c.roles, mention: int32(i), sentence: int32(m.Sentence), first: int32(first), end: int32(end),
		head: lexicon.TokenOf(lemmaOf(&toks[head])).Hash, copula: copula,
	})
	c.roles = int32(len(st.roles) - 1)
}

func isCapital(word string) bool {
	r, _ := utf8.DecodeRuneInString(word)
	return unicode.IsUpper(r)
}

// placeOfRole returns the mention of the place that an office belongs to: what
// stands before the title ("Chinese President", "China's president") or is its
// complement ("the president of China"); -1 if there is none.
func (st *state) placeOfRole(s, first, head int) int32 {
	toks := st.doc.Sentences[s].Tokens
	for t := first - 1; t >= 0 && t >= first-2; t-- {
		if m := st.mentionAt(s, t); m >= 0 && st.ms[m].Kind == Place {
			return m
		}
		if toks[t].Tag != "POS" {
			break
		}
	}
	for t := first - 1; t >= 0 && t >= first-5; t-- { // "China's official Xinhua news agency"
		if m := st.mentionAt(s, t); m >= 0 && st.ms[m].Kind == Place && toks[t].Head == head {
			return m
		}
	}
	for t := head + 1; t < len(toks) && t <= head+4; t++ {
		if m := st.mentionAt(s, t); m >= 0 && st.ms[m].Kind == Place && toks[t].Head == head && isOf(toks, t) {
			return m
		}
	}
	return -1
}

// isOf reports whether the noun at token t has the preposition "of". An
// ambassador to a country is not of it.
func isOf(toks []Token, t int) bool {
	for u := t - 1; u >= 0 && u >= t-maxTitle; u-- {
		if toks[u].Head == t && toks[u].Dep == "case" && toks[u].Text == "of" {
			return true
		}
	}
	return false
}

// nameAt returns where the name or the adjective of a country around token t,
// near mention i, ends, t if there is none.
func (st *state) nameAt(i, t int) int {
	for j := max(0, i-3); j < len(st.ms) && j <= i+1; j++ {
		m := &st.ms[j]
		if j != i && m.Sentence == st.ms[i].Sentence && m.First <= t && t < m.Last && (m.Form == Name || st.info[j].role == demonymCandidate) {
			return m.Last
		}
	}
	return t
}

func lemmaOf(tok *Token) string {
	if tok.Lemma != "" {
		return tok.Lemma
	}
	return tok.Text
}

// rolesOf yields the roles of an entity, at most maxRoles of them.
func (st *state) rolesOf(root int32) iter.Seq[*roleOf] {
	return func(yield func(*roleOf) bool) {
		n := 0
		for r := st.clusters[root].roles; r >= 0 && n < maxRoles; r = st.roles[r].next {
			if !yield(&st.roles[r]) {
				return
			}
			n++
		}
	}
}

// writeRoles puts the roles on the entities.
func (st *state) writeRoles() {
	doc := st.doc
	for i := range st.roles {
		r := &st.roles[i]
		id := st.newID[st.root(r.mention)]
		if id < 0 {
			continue
		}
		e := &doc.Entities[id]
		toks := doc.Sentences[r.sentence].Tokens
		start, end := toks[r.first].Start, toks[r.end-1].End
		title := doc.Text[start:end]
		known := false
		for _, old := range e.Roles {
			known = known || old.Title == title
		}
		if !known && len(e.Roles) < maxRoles {
			e.Roles = append(e.Roles, Role{Title: title, Start: start, End: end})
		}
	}
}

// maxRoles bounds the different roles kept of one entity.
const maxRoles = 16
