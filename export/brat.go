package export

import (
	"bufio"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"github.com/dossier-nlp/dossier"
	"github.com/dossier-nlp/dossier/relation"
)

// NewBratAnn writes brat standoff annotations (brat.nlplab.org/standoff), the
// .ann file of one document: T lines for mentions, R lines for relations, A
// lines for factuality, * lines for what is the same entity, # notes for the
// rule and the words that gave a relation. Who says so and further arguments
// are not written. brat keeps a file a document: make a Writer for each, beside
// the text that [BratText] gives.
func NewBratAnn(w io.Writer) Writer {
	return newStream(w, format{write: func(w *bufio.Writer, id string, doc *dossier.Document) error {
		notes := 0
		note := func(on, text string) {
			notes++
			fmt.Fprintf(w, "#%d\tAnnotatorNotes %s\t%s\n", notes, on, oneLine(text))
		}
		at := newRunes(doc.Text)
		text := []rune(doc.Text)
		for i, m := range doc.Mentions {
			places, words := fragments(text, at.offset(m.Start), at.offset(m.End))
			fmt.Fprintf(w, "T%d\t%s %s\t%s\n", i+1, label(string(m.Kind)), places, words)
			if m.Key != "" {
				note(fmt.Sprintf("T%d", i+1), m.Key)
			}
		}
		for _, e := range doc.Entities {
			if len(e.Mentions) > 1 {
				w.WriteString("*\tEquiv")
				for _, m := range e.Mentions {
					fmt.Fprintf(w, " T%d", m+1)
				}
				w.WriteByte('\n')
			}
		}
		for i := range doc.Relations {
			r := &doc.Relations[i]
			fmt.Fprintf(w, "R%d\t%s Arg1:T%d Arg2:T%d\n", i+1, label(r.Name), r.Source.Mention+1, r.Target.Mention+1)
			fmt.Fprintf(w, "A%d\tFactuality R%d %s\n", i+1, i+1, label(string(r.Factuality)))
			note(fmt.Sprintf("R%d", i+1), r.Rule+": "+trigger(r))
		}
		return nil
	}})
}

// BratText is the .txt that goes with the .ann of [NewBratAnn]: the document's
// text, valid UTF-8, the same code points.
func BratText(doc *dossier.Document) string { return valid(doc.Text) }

// fragments is the span of a mention and its words; brat wants one that
// crosses a line end cut there.
func fragments(text []rune, start, end int) (places, words string) {
	var p, t []string
	from := start
	for i := start; i <= end; i++ {
		if i == end || text[i] == '\n' {
			if i > from {
				p = append(p, fmt.Sprintf("%d %d", from, i))
				t = append(t, oneLine(string(text[from:i])))
			}
			from = i + 1
		}
	}
	return strings.Join(p, ";"), strings.Join(t, " ")
}

// oneLine is text without line ends and tabs.
func oneLine(text string) string {
	return strings.Map(func(r rune) rune {
		if r == '\n' || r == '\r' || r == '\t' {
			return ' '
		}
		return r
	}, text)
}

// label makes a name fit for brat and for identifiers: letters, digits, - and _.
func label(s string) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case r >= 'a' && r <= 'z', r >= 'A' && r <= 'Z', r >= '0' && r <= '9', r == '-', r == '_':
			return r
		}
		return '_'
	}, s)
	if s == "" {
		return "_"
	}
	return s
}

// argumentNames gives the names of a relation's further arguments in one order.
func argumentNames(r *relation.Relation) []string {
	return slices.Sorted(maps.Keys(r.Args))
}
