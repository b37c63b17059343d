package export

import (
	"strconv"

	"github.com/dossier-nlp/dossier"
	"github.com/dossier-nlp/dossier/entity"
	"github.com/dossier-nlp/dossier/relation"
)

// node is an entity of one document, for the graph formats. Entities of
// several documents stay apart; entity.Collection joins them.
type node struct {
	id   string // unique in the file: letters, digits and _
	name string
	kind entity.Kind
}

// edge is a relation of one document.
type edge struct {
	from, to string // ids of nodes
	r        *relation.Relation
}

// graph gives the entities that take part in a relation, and the relations
// between entities; one with an end that is no entity has no place in a graph.
// prefix sets the documents of a file apart.
func graph(prefix string, doc *dossier.Document) (nodes []node, edges []edge) {
	id := func(entity int) string { return prefix + "_e" + strconv.Itoa(entity) }
	used := make([]bool, len(doc.Entities))
	for i := range doc.Relations {
		r := &doc.Relations[i]
		if r.Source.Entity < 0 || r.Target.Entity < 0 {
			continue
		}
		used[r.Source.Entity], used[r.Target.Entity] = true, true
		edges = append(edges, edge{id(r.Source.Entity), id(r.Target.Entity), r})
	}
	for i := range doc.Entities {
		if e := &doc.Entities[i]; used[i] {
			nodes = append(nodes, node{id(i), valid(e.Name), e.Kind})
		}
	}
	return nodes, edges
}

// counter names the documents of a file d1, d2, ...
type counter int

func (c *counter) next() string {
	*c++
	return "d" + strconv.Itoa(int(*c))
}
