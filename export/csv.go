package export

import (
	"bufio"
	"encoding/csv"
	"io"
	"strconv"
	"strings"

	"github.com/dossier-nlp/dossier"
	"github.com/dossier-nlp/dossier/relation"
)

// NewCSV writes a relation a line, with a header (RFC 4180). source and target
// are the words of the text, source_name and target_name the entities' names;
// start and end are the bytes of the sentence that says so.
func NewCSV(w io.Writer) Writer {
	head := "document,relation,source,source_name,source_kind,target,target_name,target_kind,factuality,attribution,trigger,arguments,rule,score,start,end,sentence\n"
	return newStream(w, format{head: head, write: func(w *bufio.Writer, id string, doc *dossier.Document) error {
		out := csv.NewWriter(w)
		for i := range doc.Relations {
			out.Write(record(id, doc, &doc.Relations[i]))
		}
		out.Flush()
		return nil // w keeps its error
	}})
}

func record(id string, doc *dossier.Document, r *relation.Relation) []string {
	s := doc.Sentences[r.Sentence]
	fields := []string{id, r.Name, r.Source.Text, name(doc, r.Source.Entity, r.Source.Text), string(r.Source.Kind),
		r.Target.Text, name(doc, r.Target.Entity, r.Target.Text), string(r.Target.Kind), string(r.Factuality),
		attribution(r), trigger(r), arguments(r), r.Rule, strconv.FormatFloat(r.Score, 'f', 2, 64),
		strconv.Itoa(s.Start), strconv.Itoa(s.End), doc.Text[s.Start:s.End]}
	for i, f := range fields {
		fields[i] = valid(f)
	}
	return fields
}

// attribution is the chain of who says so, the outermost first.
func attribution(r *relation.Relation) string {
	var names []string
	for _, a := range r.Attribution {
		names = append(names, a.Text)
	}
	return strings.Join(names, " > ")
}

// trigger is the words that say so.
func trigger(r *relation.Relation) string {
	var words []string
	for _, t := range r.Trigger {
		words = append(words, t.Text)
	}
	return strings.Join(words, " ")
}

// arguments is "name=words; name=words", by name.
func arguments(r *relation.Relation) string {
	var parts []string
	for _, k := range argumentNames(r) {
		parts = append(parts, k+"="+r.Args[k].Text)
	}
	return strings.Join(parts, "; ")
}
