package entity

import (
	"fmt"
	"strconv"
)

// DocumentError says where a document contradicts itself.
type DocumentError struct {
	Path    string // JSON Pointer of the place: "/mentions/3/end"
	Problem string // what is wrong there
}

func (e *DocumentError) Error() string { return "document: " + e.Path + ": " + e.Problem }

// documentError is a DocumentError at list/i/field; field may be empty.
func documentError(list string, i int, field, format string, args ...any) error {
	path := "/" + list + "/" + strconv.Itoa(i)
	if field != "" {
		path += "/" + field
	}
	return &DocumentError{Path: path, Problem: fmt.Sprintf(format, args...)}
}

// Validate checks the document against itself: that offsets are inside the text,
// sentences and tokens without overlap, mentions in the order of their starts,
// the texts of tokens and mentions the document's text there, that indices lead
// to something, and scores lie between 0 and 1. It does not look at what the
// strings say, nor whether mentions and entities name each other. It reports the
// first fault as a *[DocumentError]. It is linear in the document.
func (doc *Document) Validate() error {
	end := 0
	for i := range doc.Sentences {
		s := &doc.Sentences[i]
		if s.Start < end || s.End < s.Start || s.End > len(doc.Text) {
			return documentError("sentences", i, "", "bytes %d to %d, after byte %d of a text of %d", s.Start, s.End, end, len(doc.Text))
		}
		if err := doc.validateTokens(i); err != nil {
			return err
		}
		end = s.End
	}
	start := 0
	for i := range doc.Mentions {
		if doc.Mentions[i].Start < start {
			return documentError("mentions", i, "start", "byte %d, before the mention that comes first", doc.Mentions[i].Start)
		}
		start = doc.Mentions[i].Start
		if err := doc.validateMention(i); err != nil {
			return err
		}
	}
	for i := range doc.Entities {
		if err := doc.validateEntity(i); err != nil {
			return err
		}
	}
	return nil
}

func (doc *Document) validateTokens(i int) error {
	s := &doc.Sentences[i]
	if len(s.Tokens) == 0 {
		return documentError("sentences", i, "tokens", "none")
	}
	end := s.Start
	for j := range s.Tokens {
		t := &s.Tokens[j]
		field := "tokens/" + strconv.Itoa(j)
		switch {
		case t.Start < end || t.End < t.Start || t.End > s.End:
			return documentError("sentences", i, field, "bytes %d to %d, after byte %d of a sentence that ends at %d", t.Start, t.End, end, s.End)
		case t.Text != doc.Text[t.Start:t.End]:
			return documentError("sentences", i, field, "%q is not the text there", t.Text)
		case t.Head < None || t.Head >= len(s.Tokens) || t.Head == j:
			return documentError("sentences", i, field, "head %d of %d tokens", t.Head, len(s.Tokens))
		}
		end = t.End
	}
	return nil
}

func (doc *Document) validateMention(i int) error {
	m := &doc.Mentions[i]
	if m.Start < 0 || m.End < m.Start || m.End > len(doc.Text) {
		return documentError("mentions", i, "end", "bytes %d to %d of a text of %d", m.Start, m.End, len(doc.Text))
	}
	if m.Text != doc.Text[m.Start:m.End] {
		return documentError("mentions", i, "text", "%q is not the text there", m.Text)
	}
	if m.Sentence < 0 || m.Sentence >= len(doc.Sentences) {
		return documentError("mentions", i, "sentence", "%d of %d sentences", m.Sentence, len(doc.Sentences))
	}
	n := len(doc.Sentences[m.Sentence].Tokens)
	if m.First < 0 || m.First >= m.Last || m.Last > n {
		return documentError("mentions", i, "first", "tokens %d to %d of %d", m.First, m.Last, n)
	}
	if m.Head < m.First || m.Head >= m.Last {
		return documentError("mentions", i, "head", "token %d of a mention from %d to %d", m.Head, m.First, m.Last)
	}
	if m.Entity < None || m.Entity >= len(doc.Entities) {
		return documentError("mentions", i, "entity", "%d of %d entities", m.Entity, len(doc.Entities))
	}
	if !(m.Score >= 0 && m.Score <= 1) {
		return documentError("mentions", i, "score", "%v is not between 0 and 1", m.Score)
	}
	return nil
}

func (doc *Document) validateEntity(i int) error {
	e := &doc.Entities[i]
	if e.ID != i {
		return documentError("entities", i, "id", "%d", e.ID)
	}
	for j, m := range e.Mentions {
		if m < 0 || m >= len(doc.Mentions) {
			return documentError("entities", i, "mentions/"+strconv.Itoa(j), "%d of %d mentions", m, len(doc.Mentions))
		}
	}
	for j, r := range e.Roles {
		if r.Start < 0 || r.End < r.Start || r.End > len(doc.Text) {
			return documentError("entities", i, "roles/"+strconv.Itoa(j), "bytes %d to %d of a text of %d", r.Start, r.End, len(doc.Text))
		}
	}
	if e.Place < None || e.Place >= len(doc.Entities) {
		return documentError("entities", i, "place", "%d of %d entities", e.Place, len(doc.Entities))
	}
	if e.ActsFor < None || e.ActsFor >= len(doc.Entities) {
		return documentError("entities", i, "acts_for", "%d of %d entities", e.ActsFor, len(doc.Entities))
	}
	return nil
}
