package main

import (
	"fmt"
	"strings"
	"text/tabwriter"

	"github.com/dossier-nlp/dossier"
)

// entities is a table of the entities that a text names.
func entities(doc *dossier.Document) string {
	var b strings.Builder
	t := tabwriter.NewWriter(&b, 0, 0, 2, ' ', 0)
	fmt.Fprintln(t, "ENTITY\tKIND\tID\tMENTIONS")
	for _, e := range doc.Entities {
		var words []string
		for _, m := range e.Mentions {
			words = append(words, doc.Mentions[m].Text)
		}
		fmt.Fprintf(t, "%s\t%s\t%s\t%s\n", e.Name, e.Kind, e.Key, strings.Join(words, ", "))
	}
	_ = t.Flush() // a strings.Builder does not fail
	return b.String()
}

// relations are the relations of a text, a line each.
func relations(doc *dossier.Document) string {
	var b strings.Builder
	for _, r := range doc.Relations {
		fmt.Fprintf(&b, "%s %s %s, %s, by %s\n", r.Source.Text, r.Name, r.Target.Text, r.Factuality, r.Rule)
	}
	return b.String()
}

// sentences puts each sentence of a text on a line.
func sentences(text string) string { return strings.Join(strings.SplitAfter(text, ". "), "\n") }
