package relation

import (
	"strings"

	"github.com/dossier-nlp/dossier/entity"
)

// dep is a Universal Dependencies label, as far as the matcher tells them apart.
type dep uint8

const (
	depOther dep = iota
	depRoot
	depNsubj
	depNsubjPass
	depObj
	depIobj
	depObl
	depOblAgent
	depOblTime // obl:unmarked, obl:tmod
	depNmod
	depNmodPoss
	depNmodDesc
	depAppos
	depCompound
	depPrt
	depFlat
	depAmod
	depDet
	depNummod
	depConj
	depCc
	depCase
	depMark
	depAdvmod
	depAux
	depAuxPass
	depCop
	depXcomp
	depCcomp
	depAdvcl
	depAcl
	depRelcl
	depParataxis
	depFixed
	depPunct
	depExpl
)

func depOf(label string) dep {
	switch label {
	case "root":
		return depRoot
	case "nsubj", "csubj", "nsubj:outer", "csubj:outer":
		return depNsubj
	case "nsubj:pass", "csubj:pass":
		return depNsubjPass
	case "obj":
		return depObj
	case "iobj":
		return depIobj
	case "obl":
		return depObl
	case "obl:agent":
		return depOblAgent
	case "obl:unmarked", "obl:tmod", "obl:npmod":
		return depOblTime
	case "nmod", "nmod:unmarked", "nmod:tmod", "nmod:npmod":
		return depNmod
	case "nmod:poss":
		return depNmodPoss
	case "nmod:desc":
		return depNmodDesc
	case "appos":
		return depAppos
	case "compound":
		return depCompound
	case "compound:prt":
		return depPrt
	case "flat", "goeswith":
		return depFlat
	case "amod":
		return depAmod
	case "det", "det:predet":
		return depDet
	case "nummod":
		return depNummod
	case "conj":
		return depConj
	case "cc", "cc:preconj":
		return depCc
	case "case":
		return depCase
	case "mark":
		return depMark
	case "advmod":
		return depAdvmod
	case "aux":
		return depAux
	case "aux:pass":
		return depAuxPass
	case "cop":
		return depCop
	case "xcomp":
		return depXcomp
	case "ccomp":
		return depCcomp
	case "advcl", "advcl:relcl":
		return depAdvcl
	case "acl":
		return depAcl
	case "acl:relcl":
		return depRelcl
	case "parataxis", "list", "dislocated":
		return depParataxis
	case "fixed":
		return depFixed
	case "punct":
		return depPunct
	case "expl":
		return depExpl
	}
	return depOther
}

// pos is a coarse part of speech.
type pos uint8

const (
	posOther pos = iota
	posNoun
	posName
	posVerb
	posAdj
	posAdv
	posPron
	posRel // who, which, that as a pronoun
	posDet
	posNum
	posPrep
	posTo
	posModal
	posPoss // 's
)

func posOf(tag string) pos {
	switch tag {
	case "NN", "NNS":
		return posNoun
	case "NNP", "NNPS":
		return posName
	case "VB", "VBD", "VBG", "VBN", "VBP", "VBZ":
		return posVerb
	case "JJ", "JJR", "JJS", "AFX":
		return posAdj
	case "RB", "RBR", "RBS", "WRB":
		return posAdv
	case "PRP", "PRP$", "EX":
		return posPron
	case "WP", "WDT", "WP$":
		return posRel
	case "DT", "PDT":
		return posDet
	case "CD":
		return posNum
	case "IN", "RP":
		return posPrep
	case "TO":
		return posTo
	case "MD":
		return posModal
	case "POS":
		return posPoss
	}
	return posOther
}

// token is what the matcher needs of one word; none is -1.
type token struct {
	head        int32
	first, last int32 // children, in the order of the sentence
	next        int32 // next child of the same head
	mention     int32 // index in graph.mentions of the outermost mention over it
	word        wordID
	class       class
	children    uint8
	dep         dep
	pos         pos
}

// graph is one sentence made ready for matching. It is scratch: one graph is
// filled for sentence after sentence.
type graph struct {
	vocab                   *vocabulary
	by, of, as, have, other wordID
	doc                     *entity.Document
	sent                    int
	toks                    []entity.Token
	t                       []token
	mentions                []mention
	startAt                 []int32 // by token: first mention that starts there
	endAt                   []int32 // by token: first mention that ends with it
	naming                  bool    // unnamed is being asked; see there
}

// mention is a mention of the sentence, by tokens.
type mention struct {
	doc         int32 // index in Document.Mentions
	first, last int32 // tokens, half open
	head        int32
	kind        kindSet
	form        entity.Form
	entity      int
	nextStart   int32 // next mention with the same first token
	nextEnd     int32 // next mention with the same last token
}

const none = -1

// maxChildren bounds what is looked at below one word, and with it every walk.
const maxChildren = 64

// load fills the graph with a sentence. Heads and labels that make no sense,
// as hostile input has them, become roots. The sentence's mentions are those of
// the document from fromMention up to toMention.
func (g *graph) load(v *vocabulary, doc *entity.Document, sent, fromMention, toMention int) {
	g.doc, g.sent, g.vocab = doc, sent, v
	g.by, g.of, g.as, g.have, g.other = v.by, v.of, v.as, v.have, v.other
	g.toks = doc.Sentences[sent].Tokens
	n := len(g.toks)
	if cap(g.t) < n {
		g.t = make([]token, n+n/2)
		g.startAt = make([]int32, n+n/2)
		g.endAt = make([]int32, n+n/2)
	}
	g.t, g.startAt, g.endAt = g.t[:n], g.startAt[:n], g.endAt[:n]
	for i := range g.toks {
		tk := &g.toks[i]
		lemma := tk.Lemma
		if lemma == "" {
			lemma = tk.Text
		}
		id := v.find(lemma)
		if n := len(lemma); id == 0 && n > 3 && lemma[n-1] == 's' && tk.Tag[:min(2, len(tk.Tag))] == "NN" {
			id = v.find(lemma[:n-1]) // "Ministers" taken for a name
		}
		g.t[i] = token{head: int32(tk.Head), first: none, last: none, next: none, mention: none,
			word: id, class: v.class[id], dep: depOf(tk.Dep), pos: posOf(tk.Tag)}
		if tk.Head < 0 || tk.Head >= n || tk.Head == i {
			g.t[i].head = none
		}
		g.startAt[i], g.endAt[i] = none, none
	}
	for i := range g.t {
		h := g.t[i].head
		if h == none || g.t[h].children == maxChildren {
			continue
		}
		g.t[h].children++
		if g.t[h].first == none {
			g.t[h].first = int32(i)
		} else {
			g.t[g.t[h].last].next = int32(i)
		}
		g.t[h].last = int32(i)
	}
	g.loadMentions(v, fromMention, toMention)
}

func (g *graph) loadMentions(v *vocabulary, from, to int) {
	g.mentions = g.mentions[:0]
	n := len(g.t)
	for i := from; i < to; i++ {
		m := &g.doc.Mentions[i]
		if m.Sentence != g.sent || m.First < 0 || m.Last > n || m.First >= m.Last {
			continue
		}
		if m.Kind == entity.Person && m.Last == m.First+1 && g.t[m.First].class&classTitle != 0 {
			continue // "President" taken for a name
		}
		head := m.Head
		if head < m.First || head >= m.Last {
			head = m.Last - 1
		}
		at := int32(len(g.mentions))
		g.mentions = append(g.mentions, mention{doc: int32(i), first: int32(m.First), last: int32(m.Last), head: int32(head),
			kind: v.kindOf(m.Kind), form: m.Form, entity: m.Entity,
			nextStart: g.startAt[m.First], nextEnd: g.endAt[m.Last-1]})
		if tag := g.toks[head].Tag; m.Form == entity.Nominal && m.Kind == entity.Place && (tag == "JJ" || tag[:min(2, len(tag))] == "NN") && g.toks[m.First].Tag != "DT" {
			g.mentions[at].kind |= kindDemonym
		}
		g.startAt[m.First], g.endAt[m.Last-1] = at, at
	}
	// names first, then what only describes: a token inside a name belongs to
	// the name, and the head of a group to the group
	for i := range g.mentions {
		m := &g.mentions[i]
		if m.form == entity.GroupForm {
			if g.t[m.head].mention == none {
				g.t[m.head].mention = int32(i)
			}
			continue
		}
		for k := m.first; k < min(m.last, m.first+64); k++ {
			old := g.t[k].mention
			if old == none || g.mentions[old].form != entity.Name && m.form == entity.Name {
				g.t[k].mention = int32(i)
			}
		}
	}
}

// child is the first child of i with the label, none if there is none.
func (g *graph) child(i int32, d dep) int32 {
	for c := g.t[i].first; c != none; c = g.t[c].next {
		if g.t[c].dep == d {
			return c
		}
	}
	return none
}

// tag is the Penn Treebank tag of token i.
func (g *graph) tag(i int32) string { return g.toks[i].Tag }

// noun says whether i heads a noun phrase.
func (g *graph) noun(i int32) bool {
	p := g.t[i].pos
	return p == posNoun || p == posName
}

// prep gives the prepositions of i: the first and the last, the same if there
// is only one, 0 if none. "ahead of" gives ahead and of, "according to"
// according and to.
func (g *graph) prep(i int32) (first, last wordID) {
	for c := g.t[i].first; c != none; c = g.t[c].next {
		d := g.t[c].dep
		if d != depCase && d != depMark || g.t[c].pos == posPoss {
			continue
		}
		w := g.t[c].word
		if w == 0 {
			w = g.other // a preposition that no rule names
		}
		if first == 0 {
			first = w
		}
		last = w
		for f := g.t[c].first; f != none; f = g.t[f].next {
			if g.t[f].dep == depFixed && !(g.t[f].pos == posTo || strings.EqualFold(g.toks[f].Text, "to")) { // according to
				last = g.t[f].word
			}
		}
	}
	return first, last
}

// hasPrep says whether one of the prepositions of i is in the set.
func (g *graph) hasPrep(i int32, preps wordSet) bool {
	first, last := g.prep(i)
	return preps.has(first) || preps.has(last)
}
