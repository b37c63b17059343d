// Package export writes documents in the formats of other tools, one file a
// format.
//
// Every format is a [Writer]: give it the documents one after another, each
// with an id of the caller's, and Close it. Writers stream: what a document
// gave is written before the next one comes, so an archive of any size needs
// the memory of one document. A Writer is for one goroutine.
//
// The library counts in bytes. Formats that count in characters (brat, spaCy,
// the fragments of N-Triples) get Unicode code points. Text that is not valid
// UTF-8 is written with U+FFFD in the place of each bad byte.
//
//	jsonl.go     JSON Lines      {"id", "doc"}, the library's own form
//	conll.go     CoNLL, IOB2     a token a line
//	brat.go      brat standoff   .txt and .ann
//	spacy.go     spaCy           the form of Doc.to_json
//	dot.go       GraphViz        a network of entities
//	graphml.go   GraphML         the same, for Gephi, yEd, NetworkX
//	mermaid.go   Mermaid         the same, for Markdown
//	ntriples.go  N-Triples       RDF with PROV evidence, also valid Turtle
//	csv.go       CSV             a relation a line
package export

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"unicode/utf8"

	"github.com/dossier-nlp/dossier"
	"github.com/dossier-nlp/dossier/entity"
	"github.com/dossier-nlp/dossier/relation"
)

// Writer takes documents one after another. Write and Close return the first
// error of the io.Writer below; after that error all further calls return it.
// A document that contradicts itself is an error too, a *[entity.DocumentError]
// with the id around it: nothing of that document is written, and the Writer
// takes the next one. Close writes what ends the format and does not close the
// io.Writer.
type Writer interface {
	Write(id string, doc *dossier.Document) error
	Close() error
}

// format is what differs between the formats.
type format struct {
	head  string                                                      // before the first document
	write func(w *bufio.Writer, id string, d *dossier.Document) error // one document, which is valid
	tail  string                                                      // after the last
}

// stream is the Writer of a format.
type stream struct {
	w    *bufio.Writer
	f    format
	open bool // head is written
}

func newStream(w io.Writer, f format) Writer {
	return &stream{w: bufio.NewWriter(w), f: f}
}

func (s *stream) Write(id string, doc *dossier.Document) error {
	if err := check(doc); err != nil {
		return fmt.Errorf("export %q: %w", id, err)
	}
	s.begin()
	if err := s.f.write(s.w, id, doc); err != nil {
		return fmt.Errorf("export %q: %w", id, err)
	}
	return s.w.Flush()
}

// check reports the first fault of a document, so that the formats can follow
// every index.
func check(doc *dossier.Document) error {
	if doc == nil {
		return errors.New("no document")
	}
	if err := doc.Document.Validate(); err != nil {
		return err
	}
	return relation.Validate(&doc.Document, doc.Relations)
}

func (s *stream) Close() error {
	s.begin()
	s.w.WriteString(s.f.tail)
	return s.w.Flush()
}

func (s *stream) begin() {
	if !s.open {
		s.w.WriteString(s.f.head)
		s.open = true
	}
}

// runes turns byte offsets of a text into code points. Making it costs a
// pass over the text, an offset a look-up.
type runes struct {
	text  string
	ascii bool
	at    []int32 // code points before each byte, for texts that are not ASCII
}

func newRunes(text string) *runes {
	r := &runes{text: text, ascii: true}
	for i := 0; i < len(text) && r.ascii; i++ {
		r.ascii = text[i] < 0x80
	}
	if r.ascii {
		return r
	}
	r.at = make([]int32, len(text)+1)
	n := int32(0)
	for i := 0; i < len(text); n++ {
		_, size := utf8.DecodeRuneInString(text[i:]) // a bad byte counts as one, as U+FFFD in its place does
		for range size {
			r.at[i] = n
			i++
		}
	}
	r.at[len(text)] = n
	return r
}

// offset is the number of code points before byte i.
func (r *runes) offset(i int) int {
	if r.ascii {
		return i
	}
	return int(r.at[i])
}

// valid gives each bad byte its own U+FFFD, so that code points can be counted.
func valid(s string) string {
	if utf8.ValidString(s) {
		return s
	}
	return string([]rune(s))
}

// name is the entity's name, or the words of a mention that has none.
func name(doc *dossier.Document, id int, words string) string {
	if id >= 0 {
		return doc.Entities[id].Name
	}
	return words
}

// outermost gives the mentions that no other one holds or crosses before
// them, in the order of the text: flat formats can hold no more.
func outermost(doc *dossier.Document, keep func(*entity.Mention) bool) []*entity.Mention {
	var out []*entity.Mention
	end := 0
	for i := range doc.Mentions {
		if m := &doc.Mentions[i]; m.Start >= end && keep(m) {
			out = append(out, m)
			end = m.End
		}
	}
	return out
}

// named keeps mentions by name.
func named(m *entity.Mention) bool { return m.Form == entity.Name }
