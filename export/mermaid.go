package export

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"github.com/dossier-nlp/dossier"
	"github.com/dossier-nlp/dossier/relation"
)

// NewMermaid writes a flowchart for Mermaid (mermaid.js.org), which many
// Markdown viewers draw. Dotted arrows are not told as facts, or are denied.
//
// A relation with an end that is no entity is left out, and so is who says so.
func NewMermaid(w io.Writer) Writer {
	var documents counter
	return newStream(w, format{head: "flowchart LR\n", write: func(w *bufio.Writer, id string, doc *dossier.Document) error {
		nodes, edges := graph(documents.next(), doc)
		for _, n := range nodes {
			fmt.Fprintf(w, "  %s[\"%s\"]\n", n.id, mermaidText(n.name))
		}
		for _, e := range edges {
			arrow, text := "-->", mermaidText(e.r.Name)
			if e.r.Factuality != relation.Asserted {
				arrow, text = "-.->", text+" ("+mermaidText(string(e.r.Factuality))+")"
			}
			fmt.Fprintf(w, "  %s %s|\"%s\"| %s\n", e.from, arrow, text, e.to)
		}
		return nil
	}})
}

// mermaidText writes everything but letters, digits, spaces and a few marks as
// Mermaid's entity codes, so that no text can end its string or bring markup.
func mermaidText(s string) string {
	var b strings.Builder
	for _, r := range valid(s) {
		switch {
		case r == '\n' || r == '\r' || r == '\t':
			b.WriteByte(' ')
		case r >= 'a' && r <= 'z', r >= 'A' && r <= 'Z', r >= '0' && r <= '9', strings.ContainsRune(" .,-_'()", r), r >= 0xA0:
			b.WriteRune(r)
		default:
			fmt.Fprintf(&b, "#%d;", r)
		}
	}
	return b.String()
}
