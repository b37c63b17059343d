package export

import (
	"bufio"
	"fmt"
	"io"
	"net/url"
	"strings"

	"github.com/dossier-nlp/dossier"
	"github.com/dossier-nlp/dossier/entity"
	"github.com/dossier-nlp/dossier/relation"
)

// Vocabulary is the namespace of the kinds, relations and properties in
// N-Triples.
const Vocabulary = "https://github.com/dossier-nlp/dossier/vocabulary#"

const (
	rdf  = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
	rdfs = "http://www.w3.org/2000/01/rdf-schema#"
	prov = "http://www.w3.org/ns/prov#"
	xsd  = "http://www.w3.org/2001/XMLSchema#"
)

// NewNTriples writes RDF 1.1 N-Triples, which are valid Turtle too. base is an
// absolute IRI that the caller owns, "https://example.org/news/": a document
// is base + id, its entity 3 base + id + "#e3" (with owl:sameAs-like "key" if
// the caller's gazetteer names it), its relation 5 base + id + "#r5".
//
// A relation is a node of its own, an rdf:Statement with subject, predicate and
// object, factuality and score, that prov:wasQuotedFrom the words of its
// sentence: the document's IRI with a character range (RFC 5147). Who says so
// is prov:wasAttributedTo. What is asserted, and by nobody but the text itself,
// stands as a plain triple beside it.
//
// A relation with an end that is no entity is left out, as is a sayer who is
// none. Further arguments are written as their words.
func NewNTriples(w io.Writer, base string) Writer {
	return newStream(w, format{write: func(w *bufio.Writer, id string, doc *dossier.Document) error {
		t := triples{w: w, doc: doc, iri: base + url.PathEscape(id), at: newRunes(doc.Text)}
		t.add(t.iri, rdf+"type", iri(prov+"Entity"))
		for i := range doc.Entities {
			t.entity(&doc.Entities[i])
		}
		for i := range doc.Relations {
			t.relation(i, &doc.Relations[i])
		}
		return nil
	}})
}

// triples writes the triples of one document.
type triples struct {
	w   *bufio.Writer
	doc *dossier.Document
	iri string
	at  *runes
}

// add writes one triple; the object comes as N-Triples has it.
func (t *triples) add(subject, predicate, object string) {
	t.w.WriteString(iri(subject) + " " + iri(predicate) + " " + object + " .\n")
}

func (t *triples) entityIRI(id int) string { return fmt.Sprintf("%s#e%d", t.iri, id) }

// place is the IRI of a stretch of the document's text.
func (t *triples) place(start, end int) string {
	return fmt.Sprintf("%s#char=%d,%d", t.iri, t.at.offset(start), t.at.offset(end))
}

func (t *triples) entity(e *entity.Entity) {
	s := t.entityIRI(e.ID)
	t.add(s, rdf+"type", iri(Vocabulary+label(string(e.Kind))))
	t.add(s, rdfs+"label", literal(e.Name))
	for _, a := range e.Aliases {
		t.add(s, Vocabulary+"alias", literal(a))
	}
	for _, r := range e.Roles {
		t.add(s, Vocabulary+"role", literal(r.Title))
	}
	if e.Key != "" {
		t.add(s, Vocabulary+"key", literal(e.Key))
	}
	if e.Place >= 0 {
		t.add(s, Vocabulary+"ofPlace", iri(t.entityIRI(e.Place)))
	}
	for _, m := range e.Mentions {
		t.add(s, prov+"wasQuotedFrom", iri(t.place(t.doc.Mentions[m].Start, t.doc.Mentions[m].End)))
	}
}

func (t *triples) relation(i int, r *relation.Relation) {
	if r.Source.Entity < 0 || r.Target.Entity < 0 {
		return
	}
	s, from, to := fmt.Sprintf("%s#r%d", t.iri, i), t.entityIRI(r.Source.Entity), t.entityIRI(r.Target.Entity)
	predicate := Vocabulary + label(r.Name)
	if r.Factuality == relation.Asserted && len(r.Attribution) == 0 {
		t.add(from, predicate, iri(to))
	}
	t.add(s, rdf+"type", iri(rdf+"Statement"))
	t.add(s, rdf+"subject", iri(from))
	t.add(s, rdf+"predicate", iri(predicate))
	t.add(s, rdf+"object", iri(to))
	t.add(s, Vocabulary+"factuality", literal(string(r.Factuality)))
	t.add(s, Vocabulary+"rule", literal(r.Rule))
	t.add(s, Vocabulary+"score", fmt.Sprintf(`"%.2f"^^%s`, r.Score, iri(xsd+"decimal")))
	for _, a := range r.Attribution {
		if a.Entity >= 0 {
			t.add(s, prov+"wasAttributedTo", iri(t.entityIRI(a.Entity)))
		}
	}
	for _, k := range argumentNames(r) {
		t.add(s, Vocabulary+label(k), literal(r.Args[k].Text))
	}
	for _, w := range r.Trigger {
		t.add(s, prov+"wasQuotedFrom", iri(t.place(w.Start, w.End)))
	}
	t.add(s, prov+"wasDerivedFrom", iri(t.iri))
}

// iri is an IRI reference; what must not stand in one is percent-encoded.
func iri(s string) string {
	var b strings.Builder
	b.WriteByte('<')
	for _, r := range valid(s) {
		if r <= ' ' || strings.ContainsRune("<>\"{}|^`\\", r) {
			fmt.Fprintf(&b, "%%%02X", r)
		} else {
			b.WriteRune(r)
		}
	}
	b.WriteByte('>')
	return b.String()
}

// literal is a string literal.
func literal(s string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", `\n`, "\r", `\r`, "\x00", "\uFFFD").Replace(valid(s)) + `"`
}
