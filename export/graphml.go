package export

import (
	"bufio"
	"encoding/xml"
	"fmt"
	"io"
	"strings"

	"github.com/dossier-nlp/dossier"
)

// NewGraphML writes a directed graph in GraphML (graphml.graphdrawing.org):
// entities as nodes with name, kind and document, relations as edges with
// name, factuality, trigger and score.
//
// A relation with an end that is no entity is left out, and so are who says so
// and further arguments.
func NewGraphML(w io.Writer) Writer {
	var documents counter
	edgeCount := 0
	head := xml.Header + `<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
<key id="name" for="node" attr.name="name" attr.type="string"/>
<key id="kind" for="node" attr.name="kind" attr.type="string"/>
<key id="document" for="node" attr.name="document" attr.type="string"/>
<key id="relation" for="edge" attr.name="relation" attr.type="string"/>
<key id="factuality" for="edge" attr.name="factuality" attr.type="string"/>
<key id="trigger" for="edge" attr.name="trigger" attr.type="string"/>
<key id="score" for="edge" attr.name="score" attr.type="double"/>
<graph id="dossier" edgedefault="directed">
`
	return newStream(w, format{head: head, tail: "</graph>\n</graphml>\n", write: func(w *bufio.Writer, id string, doc *dossier.Document) error {
		nodes, edges := graph(documents.next(), doc)
		for _, n := range nodes {
			fmt.Fprintf(w, "<node id=\"%s\"><data key=\"name\">%s</data><data key=\"kind\">%s</data><data key=\"document\">%s</data></node>\n",
				n.id, escaped(n.name), escaped(string(n.kind)), escaped(id))
		}
		for _, e := range edges {
			edgeCount++
			fmt.Fprintf(w, "<edge id=\"r%d\" source=\"%s\" target=\"%s\"><data key=\"relation\">%s</data><data key=\"factuality\">%s</data><data key=\"trigger\">%s</data><data key=\"score\">%.2f</data></edge>\n",
				edgeCount, e.from, e.to, escaped(e.r.Name), escaped(string(e.r.Factuality)), escaped(trigger(e.r)), e.r.Score)
		}
		return nil
	}})
}

// escaped is text for XML 1.0; characters that XML cannot hold become U+FFFD.
func escaped(s string) string {
	var b strings.Builder
	xml.EscapeText(&b, []byte(valid(s))) // a strings.Builder does not fail
	return b.String()
}
