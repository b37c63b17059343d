package main

import (
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"strings"

	"github.com/dossier-nlp/dossier"
	"github.com/dossier-nlp/dossier/entity"
)

// What must be found in the seed article: at least so many of the relations
// that a careful reader takes from it, and at most so many others.
const (
	seedMust   = 17
	seedAlarms = 1
)

type expectation struct {
	Entities struct {
		Person []string `json:"PERSON"`
		Org    []string `json:"ORG"`
		Place  []string `json:"PLACE"`
		Same   [][]string
	}
	Must, May []triple
}

// seed prints which relations and names of one article are found, and fails
// if they are too few.
func seed(e *env) error {
	text, err := os.ReadFile(e.path("seed", "article.txt"))
	if err != nil {
		return err
	}
	data, err := os.ReadFile(e.path("seed", "expected.json"))
	if err != nil {
		return err
	}
	var want expectation
	if err := json.Unmarshal(data, &want); err != nil {
		return err
	}
	doc, err := dossier.Extract(string(text))
	if err != nil {
		return err
	}
	if err := found(e, "seed", []docLine{{"seed", doc}}); err != nil {
		return err
	}
	seedNames(e, &want, doc)
	want.resolve()
	got := triples(doc)
	must, alarms := 0, 0
	right, stated := 0, 0
	for _, g := range want.Must {
		hit := slices.ContainsFunc(got, func(p triple) bool { return sameTriple(g, p) })
		if !hit {
			e.printf("missed: %s %s -> %s\n", g.Rel, g.Src, g.Tgt)
			continue
		}
		must++
		if g.Fact != "" {
			stated++
			right += one(slices.ContainsFunc(got, func(p triple) bool { return sameTriple(g, p) && p.Fact == g.Fact }))
		}
	}
	for _, p := range got {
		if !slices.ContainsFunc(slices.Concat(want.Must, want.May), func(g triple) bool { return sameTriple(g, p) }) {
			e.printf("false: %s %s -> %s  [%s]\n", p.Rel, p.Src, p.Tgt, p.rule)
			alarms++
		}
	}
	e.printf("seed: %d of %d must, factuality right on %d of %d, %d false alarms of %d relations\n",
		must, len(want.Must), right, stated, alarms, len(got))
	if must < seedMust || alarms > seedAlarms {
		return fmt.Errorf("want at least %d must and at most %d false alarms", seedMust, seedAlarms)
	}
	return nil
}

// resolve gives the expected triples the first name of each that has several.
func (x *expectation) resolve() {
	for _, list := range [][]triple{x.Must, x.May} {
		for i := range list {
			for _, same := range x.Entities.Same {
				if slices.Contains(same, list[i].Src) {
					list[i].SrcIs = same[0]
				}
				if slices.Contains(same, list[i].Tgt) {
					list[i].TgtIs = same[0]
				}
			}
		}
	}
}

// seedNames prints the expected names that no mention has, and the expected
// identities that were not made.
func seedNames(e *env, want *expectation, doc *dossier.Document) {
	of := map[string]int{}
	for _, m := range doc.Mentions {
		if m.Form == entity.Name {
			of[string(m.Kind)+" "+m.Text] = m.Entity
		}
	}
	all, hits := 0, 0
	for kind, names := range map[entity.Kind][]string{entity.Person: want.Entities.Person, entity.Org: want.Entities.Org, entity.Place: want.Entities.Place} {
		for _, n := range names {
			all++
			if _, ok := of[string(kind)+" "+n]; ok {
				hits++
			} else {
				e.printf("no %s: %s\n", kind, n)
			}
		}
	}
	same := 0
	for _, names := range want.Entities.Same {
		ids := map[int]bool{}
		for key, id := range of {
			if _, n, _ := strings.Cut(key, " "); slices.Contains(names, n) {
				ids[id] = true
			}
		}
		if len(ids) == 1 {
			same++
		} else {
			e.printf("not one: %s\n", strings.Join(names, ", "))
		}
	}
	e.printf("seed: %d of %d names, %d of %d identities\n", hits, all, same, len(want.Entities.Same))
}
