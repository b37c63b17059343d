package entity

import (
	"strings"

	"github.com/dossier-nlp/dossier/internal/desk"
)

// place is how a mention stands in its sentence.
type place uint8

const (
	otherPlace place = iota
	subjectPlace
	objectPlace
	obliquePlace
	possessorPlace
)

// sentenceInfo says where a sentence's tokens lie in the arrays of all tokens.
type sentenceInfo struct {
	first     int32 // number of its first token
	paragraph int32
}

// indexTokens numbers the tokens of the document and notes which mention has
// which head, for the sieves that read the syntax.
func (st *state) indexTokens() {
	st.sentences = st.sentences[:0]
	n, paragraph := 0, int32(0)
	for s := range st.doc.Sentences {
		sent := &st.doc.Sentences[s]
		if s > 0 && blankLine(st.doc.Text, st.doc.Sentences[s-1].End, sent.Start) {
			paragraph++
		}
		st.sentences = append(st.sentences, sentenceInfo{first: int32(n), paragraph: paragraph})
		n += len(sent.Tokens)
	}
	st.headOf = desk.Sized(st.headOf, n)
	for i := range st.headOf {
		st.headOf[i] = -1
	}
	if n == 0 {
		return
	}
	for i := range st.ms {
		m := &st.ms[i]
		if m.Last <= m.First {
			continue
		}
		st.info[i].head = int32(m.Head)
		if m.Head < m.First || m.Head >= m.Last {
			st.info[i].head = int32(headToken(st.doc.Sentences[m.Sentence].Tokens, m.First, m.Last))
		}
		at := &st.headOf[st.sentences[m.Sentence].first+st.info[i].head]
		if *at < 0 || st.ms[i].Form == Name && st.ms[*at].Form == Nominal {
			*at = int32(i)
		}
	}
}

// linkConjuncts chains the mentions that are coordinated, from the first one
// on.
func (st *state) linkConjuncts() {
	if len(st.headOf) == 0 {
		return
	}
	for i := len(st.ms) - 1; i >= 0; i-- {
		m := &st.ms[i]
		if m.Last <= m.First {
			continue
		}
		toks := st.doc.Sentences[m.Sentence].Tokens
		tok := &toks[phraseHead(toks, int(st.info[i].head))]
		if tok.Dep != "conj" || tok.Head < 0 || tok.Head >= len(toks) {
			continue
		}
		if first := st.mentionOf(m.Sentence, tok.Head); first >= 0 && int(first) < i && st.info[i].conjunct == 0 {
			st.info[i].conjunct = st.info[first].conjunct
			st.info[first].conjunct = int32(i)
		} else if first >= 0 && int(first) < i {
			st.info[first].conjunct = int32(i)
		}
	}
}

// blankLine reports whether a blank line parts two stretches of the text.
func blankLine(text string, end, start int) bool {
	if end < 0 || start > len(text) || end >= start {
		return false
	}
	return strings.Count(text[end:start], "\n") > 1
}

// headToken is the token of a stretch whose own head lies outside, the last
// one if there are several.
func headToken(toks []Token, first, last int) int {
	for t := last - 1; t >= first; t-- {
		if h := toks[t].Head; (h < first || h >= last) && toks[t].Dep != "punct" && toks[t].Dep != "case" {
			return t
		}
	}
	return last - 1
}

// mentionAt returns the mention whose head is token t of sentence s, -1 if
// there is none.
func (st *state) mentionAt(s, t int) int32 {
	if t < 0 {
		return -1
	}
	return st.headOf[int(st.sentences[s].first)+t]
}

// maxClimb bounds the way up a tree, against trees that are none.
const maxClimb = 12

// isPart reports whether a label only ties the parts of one phrase together.
func isPart(dep string) bool {
	return strings.HasPrefix(dep, "flat") || strings.HasPrefix(dep, "compound") || dep == "goeswith" || dep == "fixed"
}

// standing returns the word whose place in the clause a noun takes (the first
// of a coordination, the noun that an apposition explains), and that place.
func standing(toks []Token, t int) (word int, p place) {
	for range maxClimb {
		tok := &toks[t]
		if tok.Head < 0 || tok.Head >= len(toks) {
			break
		}
		if !isPart(tok.Dep) && tok.Dep != "conj" && tok.Dep != "appos" && tok.Dep != "nmod:desc" {
			break
		}
		if tok.Dep == "conj" && isVerb(toks[tok.Head].Tag) {
			break
		}
		t = tok.Head
	}
	return t, placeOf(toks[t].Dep)
}

// phraseHead returns the head of the phrase that a noun is a part or an
// apposition of.
func phraseHead(toks []Token, t int) int {
	for range maxClimb {
		tok := &toks[t]
		if tok.Head < 0 || tok.Head >= len(toks) || !isPart(tok.Dep) && tok.Dep != "appos" && tok.Dep != "nmod:desc" {
			break
		}
		t = tok.Head
	}
	return t
}

func placeOf(dep string) place {
	switch {
	case strings.HasPrefix(dep, "nsubj"):
		return subjectPlace
	case dep == "obj", dep == "iobj", dep == "dobj":
		return objectPlace
	case dep == "nmod:poss":
		return possessorPlace
	case strings.HasPrefix(dep, "obl"), strings.HasPrefix(dep, "nmod"):
		return obliquePlace
	}
	return otherPlace
}

func isVerb(tag string) bool { return strings.HasPrefix(tag, "VB") }

// clause returns the head word of the clause that token t stands in: the verb
// or predicate above it.
func clause(toks []Token, t int) int {
	for range maxClimb {
		tok := &toks[t]
		if tok.Head < 0 || tok.Head >= len(toks) {
			return t
		}
		if isClause(tok.Dep) || tok.Dep == "conj" && isVerb(tok.Tag) {
			return t
		}
		t = tok.Head
	}
	return t
}

// isClause reports whether a label heads a clause of its own.
func isClause(dep string) bool {
	for _, p := range [...]string{"ccomp", "advcl", "acl", "csubj", "parataxis", "xcomp", "root"} {
		if strings.HasPrefix(dep, p) {
			return true
		}
	}
	return false
}

// subjectOf returns the subject of the verb or predicate at token v, taken
// from the verbs above where it has none of its own ("wants to meet", "came
// and saw"); -1 if there is none. It looks at subjectWindow tokens on both
// sides.
func subjectOf(toks []Token, v int) int {
	for range 4 {
		for d := 1; d <= subjectWindow; d++ {
			for _, t := range [2]int{v - d, v + d} {
				if t >= 0 && t < len(toks) && toks[t].Head == v && strings.HasPrefix(toks[t].Dep, "nsubj") {
					return t
				}
			}
		}
		dep := toks[v].Dep
		if dep != "conj" && !strings.HasPrefix(dep, "xcomp") && !strings.HasPrefix(dep, "advcl") {
			return -1
		}
		if v = toks[v].Head; v < 0 || v >= len(toks) {
			return -1
		}
	}
	return -1
}

// subjectWindow bounds the distance between a verb and its subject, in tokens.
const subjectWindow = 30
