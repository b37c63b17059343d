package relation

import (
	"fmt"
	"strings"

	"github.com/dossier-nlp/dossier/entity"
)

// verify.go runs the yes and no lines of rules.

// Analyzer reads a text up to its entities. It stands for the steps before the
// relations, so that this package needs none of their models; with the root
// package it is dossier's Extract.
type Analyzer func(text string) (*entity.Document, error)

// Result is the outcome of one example.
type Result struct {
	Example
	Problem string     // empty if the example holds
	Found   []Relation // the relations of the example's name that were found
}

// Report is the outcome of all examples.
type Report struct {
	Results []Result
	Failed  int
}

// OK says whether every example holds.
func (r *Report) OK() bool { return r.Failed == 0 }

// String lists what failed, and ends with a count, as go test does.
func (r *Report) String() string {
	var b strings.Builder
	for i := range r.Results {
		x := &r.Results[i]
		if x.Problem == "" {
			continue
		}
		want := "no"
		if x.Yes {
			want = "yes"
		}
		fmt.Fprintf(&b, "--- FAIL: %s (%s)\n    %s: %s\n    %s\n", x.Relation, x.Rule, want, x.Text, x.Problem)
	}
	if r.OK() {
		fmt.Fprintf(&b, "ok   %d examples\n", len(r.Results))
	} else {
		fmt.Fprintf(&b, "FAIL %d of %d examples\n", r.Failed, len(r.Results))
	}
	return b.String()
}

// Verify reads every example with analyze and checks what the rules find: in a
// yes line the relation, with each of its triples and no other of its name; in
// a no line no relation of that name. The error is that of analyze.
func (r *Rules) Verify(analyze Analyzer) (*Report, error) {
	rep := &Report{}
	for _, ex := range r.examples {
		doc, err := analyze(ex.Text)
		if err != nil {
			return rep, fmt.Errorf("verify %s: %w", ex.Rule, err)
		}
		all, err := r.Find(doc)
		if err != nil {
			return rep, err
		}
		res := Result{Example: ex}
		for _, rel := range all {
			if rel.Name == ex.Relation {
				res.Found = append(res.Found, rel)
			}
		}
		res.Problem = r.problem(doc, &ex, res.Found)
		if res.Problem != "" {
			rep.Failed++
		}
		rep.Results = append(rep.Results, res)
	}
	return rep, nil
}

func (r *Rules) problem(doc *entity.Document, ex *Example, got []Relation) string {
	switch {
	case !ex.Yes && len(got) > 0:
		return "found " + triple(&got[0]) + " by " + got[0].Rule
	case !ex.Yes:
		return ""
	case len(got) == 0:
		return "found nothing"
	case len(ex.Triples) == 0:
		return ""
	}
	used := make([]bool, len(got))
	for _, want := range ex.Triples {
		hit := false
		for i := range got {
			if r.holds(doc, &want, &got[i]) {
				hit, used[i] = true, true
			}
		}
		if !hit {
			return fmt.Sprintf("%s, %s %s was not found, but %s", want.Source, want.Target, want.Factuality, triple(&got[0]))
		}
	}
	for i := range got {
		if !used[i] {
			return "found " + triple(&got[i]) + " too, by " + got[i].Rule
		}
	}
	return ""
}

func triple(r *Relation) string {
	return fmt.Sprintf("%s %s (%s)", r.Source.Text+", "+r.Target.Text, r.Factuality, r.Name)
}

func (r *Rules) holds(doc *entity.Document, want *Triple, got *Relation) bool {
	if want.Factuality != "" && want.Factuality != got.Factuality {
		return false
	}
	if names(doc, want.Source, &got.Source) && names(doc, want.Target, &got.Target) {
		return true
	}
	return r.Symmetric(got.Name) && names(doc, want.Source, &got.Target) && names(doc, want.Target, &got.Source)
}

// names says whether text means the argument: its words, its last words, or
// its entity's name.
func names(doc *entity.Document, text string, a *Argument) bool {
	if alike(text, a.Text) {
		return true
	}
	return a.Entity >= 0 && a.Entity < len(doc.Entities) && alike(text, doc.Entities[a.Entity].Name)
}

func alike(a, b string) bool {
	a, b = strings.ToLower(a), strings.ToLower(b)
	return a == b || strings.HasSuffix(a, " "+b) || strings.HasSuffix(b, " "+a)
}
