package export

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"github.com/dossier-nlp/dossier"
	"github.com/dossier-nlp/dossier/entity"
	"github.com/dossier-nlp/dossier/relation"
)

// NewDOT writes a directed graph in the DOT language of GraphViz: entities as
// nodes, relations as edges, a cluster a document. Dashed edges are not told
// as facts, or are denied.
//
// A relation with an end that is no entity is left out, and so is who says so.
func NewDOT(w io.Writer) Writer {
	var documents counter
	head := "digraph dossier {\n  rankdir=LR;\n  node [shape=box, style=\"rounded,filled\", fontname=\"sans-serif\"];\n  edge [fontname=\"sans-serif\", fontsize=10];\n"
	return newStream(w, format{head: head, tail: "}\n", write: func(w *bufio.Writer, id string, doc *dossier.Document) error {
		prefix := documents.next()
		nodes, edges := graph(prefix, doc)
		fmt.Fprintf(w, "  subgraph cluster_%s {\n    label=%s;\n", prefix, quoted(id))
		for _, n := range nodes {
			fmt.Fprintf(w, "    %s [label=%s, fillcolor=\"%s\"];\n", n.id, quoted(n.name), color(n.kind))
		}
		w.WriteString("  }\n")
		for _, e := range edges {
			fmt.Fprintf(w, "  %s -> %s [label=%s%s];\n", e.from, e.to, quoted(e.r.Name), dotStyle(e.r.Factuality))
		}
		return nil
	}})
}

// quoted is a DOT string: only the quote and the backslash are special.
func quoted(s string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", " ", "\r", " ", "\x00", "\uFFFD").Replace(valid(s)) + `"`
}

func dotStyle(f relation.Factuality) string {
	if f == relation.Asserted {
		return ""
	}
	return `, style=dashed, tooltip=` + quoted(string(f))
}

// color is the fill of a node.
func color(k entity.Kind) string {
	switch k {
	case entity.Person:
		return "#ffe3c2"
	case entity.Org:
		return "#cfe3ff"
	case entity.Place:
		return "#cdeed3"
	case entity.Group:
		return "#ecd9fb"
	}
	return "#e4e1da"
}
