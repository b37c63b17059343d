package main

import (
	"cmp"
	"slices"
	"strings"

	"github.com/dossier-nlp/dossier"
	"github.com/dossier-nlp/dossier/entity"
	"github.com/dossier-nlp/dossier/relation"
)

// triple is a relation as the gold files and the reference scorer have it.
type triple struct {
	Rel   string `json:"rel"`
	Src   string `json:"src"`
	Tgt   string `json:"tgt"`
	Fact  string `json:"fact"`
	SrcIs string `json:"src_is,omitempty"`
	TgtIs string `json:"tgt_is,omitempty"`
	Attr  string `json:"attr,omitempty"`

	rule string // which rule found it
}

// symmetric are the built-in relations whose ends may change places.
var symmetric = func() map[string]bool {
	rules, err := relation.News()
	if err != nil {
		panic(err) // they are tested where they are kept
	}
	names := map[string]bool{}
	for _, name := range rules.Relations() {
		names[name] = rules.Symmetric(name)
	}
	return names
}()

// standing are the relations that hold for a time; the others are events
// between actors.
var standing = setOf("holds_role member_of based_in located_in from related_to")

// triples is what the library found, in the form of the gold files.
func triples(doc *dossier.Document) []triple {
	out := []triple{}
	name := func(i int) string {
		if i == entity.None {
			return ""
		}
		return doc.Entities[i].Name
	}
	for _, r := range doc.Relations {
		t := triple{Rel: r.Name, Src: r.Source.Text, Tgt: r.Target.Text, Fact: string(r.Factuality),
			SrcIs: name(r.Source.Entity), TgtIs: name(r.Target.Entity), rule: r.Rule}
		if len(r.Attribution) > 0 {
			t.Attr = r.Attribution[0].Text
		}
		out = append(out, t)
	}
	return out
}

func (t triple) fact() string { return cmp.Or(t.Fact, "asserted") }

func (t triple) turned() triple {
	t.Src, t.Tgt, t.SrcIs, t.TgtIs = t.Tgt, t.Src, t.TgtIs, t.SrcIs
	return t
}

func (t triple) String() string {
	s := t.Rel + ": " + t.Src
	if t.SrcIs != "" && t.SrcIs != t.Src {
		s += " (" + t.SrcIs + ")"
	}
	s += " -> " + t.Tgt
	if t.TgtIs != "" && t.TgtIs != t.Tgt {
		s += " (" + t.TgtIs + ")"
	}
	return s + ", " + t.fact()
}

func sameArgument(gold, goldIs, got, gotIs string) bool {
	for _, g := range []string{gold, goldIs} {
		for _, p := range []string{got, gotIs} {
			if g != "" && p != "" && sameMention(g, p) {
				return true
			}
		}
	}
	return false
}

func sameTriple(g, p triple) bool {
	if g.Rel != p.Rel {
		return false
	}
	if sameArgument(g.Src, g.SrcIs, p.Src, p.SrcIs) && sameArgument(g.Tgt, g.TgtIs, p.Tgt, p.TgtIs) {
		return true
	}
	if !symmetric[g.Rel] {
		return false
	}
	p = p.turned()
	return sameArgument(g.Src, g.SrcIs, p.Src, p.SrcIs) && sameArgument(g.Tgt, g.TgtIs, p.Tgt, p.TgtIs)
}

// key is equal for predictions that say the same in the same words.
func (t triple) key() string {
	a, b := strings.ToLower(t.Src), strings.ToLower(t.Tgt)
	if symmetric[t.Rel] && b < a {
		a, b = b, a
	}
	return strings.ToLower(t.Rel) + "\x00" + a + "\x00" + b
}

// match pairs gold triples with found ones: as many as can be (Kuhn, 1955), and
// of the pairs those with the same factuality first. Found triples that repeat
// one, or that are right but whose gold triple another has taken, are
// duplicates and count neither way.
func match(gold, got []triple) (owner map[int]int, duplicate map[int]bool) {
	duplicate = map[int]bool{}
	seen := map[string]bool{}
	var once []int
	for j, p := range got {
		if seen[p.key()] {
			duplicate[j] = true
		} else {
			once = append(once, j)
		}
		seen[p.key()] = true
	}
	edges := make([][]int, len(gold))
	near := map[int]bool{}
	for i, g := range gold {
		for _, j := range once {
			if sameTriple(g, got[j]) {
				edges[i] = append(edges[i], j)
				near[j] = true
			}
		}
		slices.SortStableFunc(edges[i], func(a, b int) int {
			return cmp.Compare(one(got[a].fact() != g.fact()), one(got[b].fact() != g.fact()))
		})
	}
	owner = map[int]int{}
	var place func(i int, tried map[int]bool) bool
	place = func(i int, tried map[int]bool) bool {
		for _, j := range edges[i] {
			if tried[j] {
				continue
			}
			tried[j] = true
			if other, taken := owner[j]; !taken || place(other, tried) {
				owner[j] = i
				return true
			}
		}
		return false
	}
	for i := range gold {
		place(i, map[int]bool{})
	}
	for _, j := range once {
		if _, ok := owner[j]; !ok && near[j] {
			duplicate[j] = true
		}
	}
	return owner, duplicate
}
