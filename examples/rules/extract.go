package main

import (
	"context"
	"fmt"
	"strings"

	"github.com/dossier-nlp/dossier"
	"github.com/dossier-nlp/dossier/examples/internal/notebook"
	"github.com/dossier-nlp/dossier/relation"
)

// sentences have the relations of own.rules in other words than its patterns.
var sentences = []string{
	"Teresa Quintal, who was praised by Norland and Velmora for her patience, met Viktor Malenko on Thursday.",
	"President Leila Nasrin refused to thank Castria for its silence.",
	"Hanna Brek chairs the Norland Intelligence Service and may commend Norland for the truce.",
	"Ines Valadao said that Castria would thank Norland for the ships.",
	"Lucia Ferrante leads Marco Delane in the polls.",
}

// puzzles are sentences in which praised_for finds nothing.
var puzzles = []string{
	"Norland praised Hanna Brek.",
	"Praise for Hanna Brek came from Halvik.",
}

// extract shows the relations of each text with the rule that found them.
func extract(n *notebook.Book, x *dossier.Extractor, texts []string) error {
	for _, text := range texts {
		doc, err := x.Extract(context.Background(), text)
		if err != nil {
			return err
		}
		var found strings.Builder
		fmt.Fprintln(&found, text)
		for _, r := range doc.Relations {
			fmt.Fprintln(&found, "    "+line(r))
		}
		if len(doc.Relations) == 0 {
			fmt.Fprintln(&found, "    nothing")
		}
		n.Show(found.String())
	}
	return nil
}

// line is a relation in one line.
func line(r relation.Relation) string {
	s := fmt.Sprintf("%s %s %s", r.Source.Text, r.Name, r.Target.Text)
	if topic, ok := r.Args["topic"]; ok {
		s += fmt.Sprintf(" (%s)", topic.Text)
	}
	for _, a := range r.Attribution {
		s += ", says " + a.Text
	}
	return fmt.Sprintf("%s, %s, by %s", s, r.Factuality, r.Rule)
}
