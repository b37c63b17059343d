package relation

import (
	"strings"

	"github.com/dossier-nlp/dossier/entity"
)

// commas.go reads what commas say of a role and a name, whatever the tree makes
// of them.

// acrossComma reads what commas say, whatever the tree makes of them: "the
// mayor of Lima, A, said".
func (g *graph) acrossComma(s *slot, n int32) int32 {
	i := g.afterPhrase(n)
	if !g.comma(i) || int(i)+1 >= len(g.t) {
		return none
	}
	i++
	for int(i)+1 < len(g.t) && g.t[i].class&classTrigCopula != 0 && g.t[i].mention == none && g.t[i].pos == posName {
		i++ // chief minister, Sheikh A
	}
	mt := g.startAt[i]
	if mt == none || !g.fits(s, mt) || g.mentions[mt].form != entity.Name {
		return none
	}
	after := g.mentions[mt].last
	if int(after) >= len(g.t) || g.comma(after) || g.toks[after].Text == "." || strings.EqualFold(g.toks[after].Text, "as") || g.t[after].pos == posVerb || g.t[after].pos == posModal {
		return mt
	}
	return none
}

// afterPhrase is the first token after noun n and the phrase that belongs to
// it: "mayor of the old city of Lima".
func (g *graph) afterPhrase(n int32) int32 {
	i := n + 1
	if int(i) >= len(g.t) || g.t[i].pos != posPrep && g.t[i].pos != posTo || !g.rolePrep(g.t[i].word) {
		return i
	}
	for i++; int(i) < len(g.t) && i < n+14; {
		if mt := g.t[i].mention; mt != none {
			if g.mentions[mt].kind&kindPerson != 0 {
				break
			}
			i = max(i+1, g.mentions[mt].last)
			continue
		}
		if !g.inPhrase(i) && g.t[i].word != g.of && !strings.EqualFold(g.toks[i].Text, "in") && g.tag(i) != "VBN" && g.t[i].dep != depCc {
			break
		}
		i++
	}
	return i
}

// rolePrep says that a preposition goes on with a role: "envoy to", "head of".
func (g *graph) rolePrep(w wordID) bool {
	if w == 0 {
		return false
	}
	switch g.vocab.words[w] {
	case "of", "for", "at", "to", "in", "from", "with", "on":
		return true
	}
	return false
}

func (g *graph) inPhrase(i int32) bool {
	switch g.t[i].pos {
	case posDet, posAdj, posNoun, posName, posNum, posPoss:
		return true
	}
	return g.toks[i].Text == "-"
}

// acrossCommaBefore reads "A, the new mayor of Lima".
func (g *graph) acrossCommaBefore(s *slot, n int32) int32 {
	for i := n - 1; i > max(0, n-10); i-- {
		if g.comma(i) {
			mt := g.endAt[i-1]
			if mt == none || !g.fits(s, mt) || g.mentions[mt].form != entity.Name || s.kinds&kindPlace != 0 && g.t[i+1].pos != posDet {
				return none
			}
			return mt
		}
		if g.t[i].mention == none && !g.inPhrase(i) && g.t[i].pos != posPron && g.tag(i) != "VBG" && g.tag(i) != "VBN" {
			return none
		}
	}
	return none
}

func (g *graph) comma(i int32) bool { return i >= 0 && int(i) < len(g.t) && g.toks[i].Text == "," }
