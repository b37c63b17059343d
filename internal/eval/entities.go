package main

import (
	"context"
	"encoding/json"
	"fmt"
	"path/filepath"
	"strings"

	"github.com/dossier-nlp/dossier"
	"github.com/dossier-nlp/dossier/entity"
)

var nameKinds = []entity.Kind{entity.Person, entity.Org, entity.Place}

// name is a named thing in a text, by its bytes, half open.
type name struct {
	start, end int
	kind       entity.Kind
}

// goldDoc is a text with its names. Those of the kind FAC count neither way.
type goldDoc struct {
	ID    string `json:"id"`
	Text  string `json:"text"`
	Spans []span `json:"spans"`
}

type span name

func (s *span) UnmarshalJSON(data []byte) error {
	return json.Unmarshal(data, &[]any{&s.start, &s.end, &s.kind})
}

// docLine is a document as the reference scorers read it.
type docLine struct {
	ID  string            `json:"id"`
	Doc *dossier.Document `json:"doc"`
}

// entities prints strict F1 (span and kind) of names by kind, beside prose and
// a plain list of the training files' names.
func entities(e *env) error {
	x, err := dossier.New()
	if err != nil {
		return err
	}
	list, err := readNameList(e.path("data", "ner", "train"))
	if err != nil {
		return err
	}
	names := []string{"dev/ww-dev", "dev/uner-dev"}
	if e.test {
		names = append(names, "public-test/uner-test")
	}
	for _, set := range names {
		docs, err := readLines[goldDoc](e.path("data", "ner", filepath.FromSlash(set)+".jsonl"))
		if err != nil {
			return err
		}
		var ours, theirs, listed nameScore
		var bins reliability
		fresh := map[entity.Kind]*count{}
		var lines []docLine
		for _, d := range docs {
			doc, err := x.Extract(context.Background(), d.Text)
			if err != nil {
				return err
			}
			lines = append(lines, docLine{d.ID, doc})
			got := docNames(doc)
			ours.add(d, got)
			bins.add(d, doc)
			countFresh(fresh, list, d, got)
			if e.list {
				listNames(e, d, got)
			}
			others, err := proseNames(d.Text)
			if err != nil {
				return err
			}
			theirs.add(d, others)
			listed.add(d, list.names(&doc.Document))
		}
		if err := found(e, filepath.Base(set), lines); err != nil {
			return err
		}
		e.printf("%s\n", set)
		ours.print(e, "dossier")
		theirs.print(e, "prose")
		listed.print(e, "name list")
		printFresh(e, fresh)
		ours.printConfusions(e)
		bins.print(e)
		e.printf("\n")
	}
	return nil
}

func docNames(doc *dossier.Document) []name {
	var out []name
	for _, m := range doc.Mentions {
		if m.Form == entity.Name && isNameKind(m.Kind) {
			out = append(out, name{m.Start, m.End, m.Kind})
		}
	}
	return out
}

func isNameKind(k entity.Kind) bool {
	return k == entity.Person || k == entity.Org || k == entity.Place
}

// split parts gold names into those that count and those that do not, and
// drops what was found over the latter.
func (d *goldDoc) split(got []name) (gold, kept []name) {
	var free []name
	for _, s := range d.Spans {
		if isNameKind(s.kind) {
			gold = append(gold, name(s))
		} else {
			free = append(free, name(s))
		}
	}
	seen := map[name]bool{}
	for _, p := range got {
		if !seen[p] && !overlaps(free, p) {
			kept = append(kept, p)
		}
		seen[p] = true
	}
	return gold, kept
}

func overlaps(list []name, p name) bool {
	for _, f := range list {
		if p.start < f.end && f.start < p.end {
			return true
		}
	}
	return false
}

type nameScore struct {
	kinds     map[entity.Kind]*count
	confusion map[string]int
}

func (n *nameScore) add(d goldDoc, got []name) {
	if n.kinds == nil {
		n.kinds, n.confusion = map[entity.Kind]*count{}, map[string]int{}
		for _, k := range nameKinds {
			n.kinds[k] = new(count)
		}
	}
	gold, kept := d.split(got)
	for _, k := range nameKinds {
		n.kinds[k].add(overlap(ofKind(gold, k), ofKind(kept, k)))
	}
	for what, k := range confusions(gold, kept) {
		n.confusion[what] += k
	}
}

func ofKind(list []name, k entity.Kind) []name {
	var out []name
	for _, x := range list {
		if x.kind == k {
			out = append(out, x)
		}
	}
	return out
}

func (n *nameScore) print(e *env, who string) {
	var all count
	for _, k := range nameKinds {
		all.add(*n.kinds[k])
	}
	p, r, f := all.prf()
	e.printf("%-10s P %.1f R %.1f F1 %.1f ", who, 100*p, 100*r, 100*f)
	for _, k := range nameKinds {
		e.printf(" %s %.1f", k, 100*n.kinds[k].f1())
	}
	e.printf("\n")
}

// confusions counts what became of the names that are not right: another
// kind, another span, missed, or found where nothing is.
func confusions(gold, got []name) map[string]int {
	out := map[string]int{}
	for _, g := range gold {
		out[fate(g, got, "missed")]++
	}
	for _, p := range got {
		if !overlaps(gold, p) {
			out[fmt.Sprintf("nothing -> %s", p.kind)]++
		}
	}
	return out
}

func fate(g name, got []name, none string) string {
	best := fmt.Sprintf("%s -> %s", g.kind, none)
	for _, p := range got {
		switch {
		case p == g:
			return fmt.Sprintf("%s right", g.kind)
		case p.start == g.start && p.end == g.end:
			return fmt.Sprintf("%s -> %s", g.kind, p.kind)
		case p.start < g.end && g.start < p.end:
			best = fmt.Sprintf("%s -> %s, other span", g.kind, p.kind)
		}
	}
	return best
}

func (n *nameScore) printConfusions(e *env) {
	for _, k := range sortedByCount(n.confusion) {
		if !strings.HasSuffix(k, "right") {
			e.printf("  %5d  %s\n", n.confusion[k], k)
		}
	}
}

func listNames(e *env, d goldDoc, got []name) {
	gold, kept := d.split(got)
	show := func(n name) string {
		from, to := max(0, n.start-40), min(len(d.Text), n.end+40)
		return strings.ToValidUTF8(strings.ReplaceAll(d.Text[from:n.start]+"["+d.Text[n.start:n.end]+"]"+d.Text[n.end:to], "\n", " "), "")
	}
	for _, g := range gold {
		if f := fate(g, kept, "missed"); !strings.HasSuffix(f, "right") {
			e.printf("%s: %s\n", f, show(g))
		}
	}
	for _, p := range kept {
		if !overlaps(gold, p) {
			e.printf("nothing -> %s: %s\n", p.kind, show(p))
		}
	}
}

// countFresh counts the recall of names that no training file holds.
func countFresh(fresh map[entity.Kind]*count, list *nameList, d goldDoc, got []name) {
	in := map[name]bool{}
	for _, p := range got {
		in[p] = true
	}
	gold, _ := d.split(nil)
	for _, g := range gold {
		if list.has(d.Text[g.start:g.end]) {
			continue
		}
		if fresh[g.kind] == nil {
			fresh[g.kind] = new(count)
		}
		if in[g] {
			fresh[g.kind].tp++
		} else {
			fresh[g.kind].fn++
		}
	}
}

func printFresh(e *env, fresh map[entity.Kind]*count) {
	var all count
	for _, c := range fresh {
		all.add(*c)
	}
	_, r, _ := all.prf()
	e.printf("recall on the %d names that no file of ner/train holds: %.1f ", all.tp+all.fn, 100*r)
	for _, k := range nameKinds {
		if c := fresh[k]; c != nil {
			_, r, _ := c.prf()
			e.printf(" %s %.1f", k, 100*r)
		}
	}
	e.printf("\n")
}
