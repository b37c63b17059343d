package dossier

import (
	"encoding/json"
	"unicode/utf8"

	"github.com/dossier-nlp/dossier/relation"
)

// MarshalJSON writes the document as one object: text, sentences, mentions,
// entities, relations. The form is fixed; document.schema.json in this
// directory describes every key.
//
// A token is an array [start, end, tag, lemma, head, label] to keep documents
// small. An index that leads nowhere is left out. If the text is not valid
// UTF-8, the key raw holds its true bytes; see [entity.Document.MarshalJSON].
func (doc Document) MarshalJSON() ([]byte, error) {
	b, err := json.Marshal(&doc.Document)
	if err != nil {
		return nil, err
	}
	relations := doc.Relations
	if relations == nil {
		relations = []relation.Relation{}
	}
	r, err := json.Marshal(relations)
	if err != nil {
		return nil, err
	}
	b = append(b[:len(b)-1], `,"relations":`...)
	b = append(b, r...)
	return append(b, '}'), nil
}

// UnmarshalJSON reads what MarshalJSON writes, and nothing is lost on the way.
// Keys that it does not know are passed over. JSON of another shape is an
// error of encoding/json; a document that contradicts itself, with offsets
// outside the text or ids that do not exist, is a *[entity.DocumentError].
func (doc *Document) UnmarshalJSON(data []byte) error {
	var d Document
	if err := json.Unmarshal(data, &d.Document); err != nil {
		return err
	}
	var rest struct{ Relations []relation.Relation }
	if err := json.Unmarshal(data, &rest); err != nil {
		return err
	}
	if len(rest.Relations) > 0 {
		d.Relations = rest.Relations
	}
	for i := range d.Relations {
		restoreBroken(d.Text, &d.Relations[i])
	}
	if err := relation.Validate(&d.Document, d.Relations); err != nil {
		return err
	}
	*doc = d
	return nil
}

// restoreBroken gives the spans of a relation whose bytes are not valid UTF-8,
// and so could not be written, the text's own bytes again.
func restoreBroken(text string, r *relation.Relation) {
	restore := func(s *relation.Span) {
		if s.Start < 0 || s.End < s.Start || s.End > len(text) {
			return // Validate reports it
		}
		if own := text[s.Start:s.End]; !utf8.ValidString(own) {
			s.Text = own
		}
	}
	restore(&r.Source.Span)
	restore(&r.Target.Span)
	for i := range r.Trigger {
		restore(&r.Trigger[i])
	}
	for i := range r.Attribution {
		restore(&r.Attribution[i].Span)
	}
	for name, a := range r.Args {
		restore(&a.Span)
		r.Args[name] = a
	}
}
