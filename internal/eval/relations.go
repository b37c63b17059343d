package main

import (
	"context"
	"maps"
	"path/filepath"
	"slices"
	"strings"

	"github.com/dossier-nlp/dossier"
)

type goldRelations struct {
	ID        string   `json:"id"`
	Text      string   `json:"text"`
	Relations []triple `json:"relations"`
}

// relations prints precision, recall and F1 of triples on each gold file and
// on all of them, by relation and by rule, relations between actors apart from
// standing ones.
func relations(e *env) error {
	x, err := dossier.New()
	if err != nil {
		return err
	}
	files, err := filepath.Glob(e.path("gold", "*.jsonl"))
	if err != nil {
		return err
	}
	all := newTripleScore()
	for _, file := range files {
		items, err := readLines[goldRelations](file)
		if err != nil {
			return err
		}
		score := newTripleScore()
		base := strings.TrimSuffix(filepath.Base(file), ".jsonl")
		if e.list {
			e.printf("== %s\n", base)
		}
		var docs []docLine
		var preds []goldRelations
		for _, item := range items {
			doc, err := x.Extract(context.Background(), item.Text)
			if err != nil {
				return err
			}
			got := triples(doc)
			docs = append(docs, docLine{item.ID, doc})
			preds = append(preds, goldRelations{ID: item.ID, Relations: got})
			score.add(item.Relations, got)
			all.add(item.Relations, got)
			if e.list {
				listTriples(e, item, got)
			}
		}
		if err := found(e, base, docs); err != nil {
			return err
		}
		if err := found(e, base+".pred", preds); err != nil {
			return err
		}
		e.printf("== %s\n", base)
		score.print(e)
		e.printf("\n")
	}
	e.printf("== all files\n")
	all.print(e)
	e.printf("\n")
	all.printGroups(e)
	all.printRules(e)
	e.printf("\n")
	return plover(e, x)
}

type tripleScore struct {
	rels, rules                   map[string]*count
	facts                         map[string][2]int // right, all
	empty, alarmed, alarms, twice int
}

func newTripleScore() *tripleScore {
	return &tripleScore{rels: map[string]*count{}, rules: map[string]*count{}, facts: map[string][2]int{}}
}

func cell(m map[string]*count, key string) *count {
	if m[key] == nil {
		m[key] = new(count)
	}
	return m[key]
}

func (s *tripleScore) add(gold, got []triple) {
	owner, duplicate := match(gold, got)
	s.twice += len(duplicate)
	hit := map[int]bool{}
	for j, i := range owner {
		hit[i] = true
		cell(s.rels, gold[i].Rel).tp++
		cell(s.rules, got[j].rule).tp++
		f := s.facts[gold[i].fact()]
		f[0] += one(gold[i].fact() == got[j].fact())
		f[1]++
		s.facts[gold[i].fact()] = f
	}
	wrong := 0
	for j, p := range got {
		if _, ok := owner[j]; !ok && !duplicate[j] {
			cell(s.rels, p.Rel).fp++
			cell(s.rules, p.rule).fp++
			wrong++
		}
	}
	for i, g := range gold {
		if !hit[i] {
			cell(s.rels, g.Rel).fn++
		}
	}
	if len(gold) == 0 {
		s.empty++
		s.alarmed += one(wrong > 0)
		s.alarms += wrong
	}
}

func (s *tripleScore) print(e *env) {
	e.printf("%-14s %5s %5s %5s  %6s %6s %6s\n", "relation", "tp", "fp", "fn", "P", "R", "F1")
	var all count
	for _, name := range slices.Sorted(maps.Keys(s.rels)) {
		printCount(e, name, *s.rels[name])
		all.add(*s.rels[name])
	}
	printCount(e, "ALL", all)
	var right, facts int
	var parts []string
	for _, f := range []string{"asserted", "negated", "future", "possible"} {
		if n := s.facts[f]; n[1] > 0 {
			right, facts = right+n[0], facts+n[1]
			parts = append(parts, sprintf("%s %d/%d", f, n[0], n[1]))
		}
	}
	if facts > 0 {
		e.printf("factuality on matched: %d of %d = %.3f (%s)\n", right, facts, ratio(right, facts), strings.Join(parts, ", "))
	}
	e.printf("sentences without gold relations: %d, with a false alarm: %d (%d false triples)\n", s.empty, s.alarmed, s.alarms)
	if s.twice > 0 {
		e.printf("duplicate predictions left out: %d\n", s.twice)
	}
}

func printCount(e *env, name string, c count) {
	p, r, f := c.prf()
	e.printf("%-14s %5d %5d %5d  %6.3f %6.3f %6.3f\n", name, c.tp, c.fp, c.fn, p, r, f)
}

// printGroups prints the relations between actors apart from standing ones.
func (s *tripleScore) printGroups(e *env) {
	var actors, stands count
	for name, c := range s.rels {
		if standing[name] {
			stands.add(*c)
		} else {
			actors.add(*c)
		}
	}
	printCount(e, "actors", actors)
	printCount(e, "standing", stands)
	e.printf("false alarms in %.1f %% of the sentences without relations\n\n", 100*ratio(s.alarmed, s.empty))
}

func (s *tripleScore) printRules(e *env) {
	e.printf("%-34s %5s %5s  %6s\n", "rule", "tp", "fp", "P")
	for _, rule := range slices.Sorted(maps.Keys(s.rules)) {
		c := s.rules[rule]
		p, _, _ := c.prf()
		e.printf("%-34s %5d %5d  %6.3f\n", rule, c.tp, c.fp, p)
	}
}

// listTriples prints what an item's relations should be and are, where they
// differ.
func listTriples(e *env, item goldRelations, got []triple) {
	owner, duplicate := match(item.Relations, got)
	hit := map[int]int{}
	for j, i := range owner {
		hit[i] = j
	}
	var lines []string
	for i, g := range item.Relations {
		if j, ok := hit[i]; !ok {
			lines = append(lines, "  missed  "+g.String())
		} else if g.fact() != got[j].fact() {
			lines = append(lines, "  "+g.fact()+" was taken for "+got[j].fact()+"  "+g.String()+"  ["+got[j].rule+"]")
		}
	}
	for j, p := range got {
		if _, ok := owner[j]; !ok && !duplicate[j] {
			lines = append(lines, "  false   "+p.String()+"  ["+p.rule+"]")
		}
	}
	if len(lines) > 0 {
		e.printf("%s  %s\n%s\n", item.ID, item.Text, strings.Join(lines, "\n"))
	}
}
