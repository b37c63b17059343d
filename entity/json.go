package entity

import (
	"encoding/json"
	"slices"
	"strconv"
	"unicode/utf8"
)

// The JSON form of a document. Keys that a document has nothing for are left
// out only where omitempty or a pointer says so; the lists are always there.
type documentJSON struct {
	Text      string            `json:"text"`
	Sentences []sentenceJSON    `json:"sentences"`
	Mentions  []mentionJSON     `json:"mentions"`
	Entities  []entityJSON      `json:"entities"`
	Raw       map[string][]byte `json:"raw,omitempty"`
}

type sentenceJSON struct {
	Start  int       `json:"start"`
	End    int       `json:"end"`
	Tokens tokenList `json:"tokens"`
}

type mentionJSON struct {
	Start    int     `json:"start"`
	End      int     `json:"end"`
	Text     string  `json:"text"`
	Kind     Kind    `json:"kind"`
	Form     Form    `json:"form"`
	Entity   *int    `json:"entity,omitempty"`
	Sentence int     `json:"sentence"`
	First    int     `json:"first"`
	Last     int     `json:"last"`
	Head     int     `json:"head"`
	Score    float64 `json:"score"`
	Sieve    string  `json:"sieve,omitempty"`
	Key      string  `json:"key,omitempty"`
}

type entityJSON struct {
	ID       int        `json:"id"`
	Kind     Kind       `json:"kind"`
	Name     string     `json:"name"`
	Mentions []int      `json:"mentions"`
	Aliases  []string   `json:"aliases"`
	Roles    []roleJSON `json:"roles,omitempty"`
	Place    *int       `json:"place,omitempty"`
	ActsFor  *int       `json:"acts_for,omitempty"`
	Key      string     `json:"key,omitempty"`
}

type roleJSON struct {
	Title string `json:"title"`
	Start int    `json:"start"`
	End   int    `json:"end"`
}

// MarshalJSON writes the document as one object with the keys text, sentences,
// mentions and entities. A token is an array: start, end, tag, lemma, head,
// label. Nothing is lost: UnmarshalJSON gives the same document again.
//
// JSON has no place for broken UTF-8. If a string is broken, it is written
// with U+FFFD for each broken byte, and its true bytes stand in base64 under
// the key raw, by the string's JSON Pointer (RFC 6901): offsets count the
// bytes of raw["/text"] then.
func (doc Document) MarshalJSON() ([]byte, error) {
	w := documentJSON{
		Text:      doc.Text,
		Sentences: make([]sentenceJSON, len(doc.Sentences)),
		Mentions:  make([]mentionJSON, len(doc.Mentions)),
		Entities:  make([]entityJSON, len(doc.Entities)),
	}
	for i, s := range doc.Sentences {
		w.Sentences[i] = sentenceJSON{s.Start, s.End, tokenList{tokens: s.Tokens}}
	}
	for i, m := range doc.Mentions {
		w.Mentions[i] = mentionJSON{m.Start, m.End, m.Text, m.Kind, m.Form, indexOut(m.Entity), m.Sentence,
			m.First, m.Last, m.Head, m.Score, m.Sieve, m.Key}
	}
	for i, e := range doc.Entities {
		w.Entities[i] = entityJSON{e.ID, e.Kind, e.Name, listOut(e.Mentions), listOut(e.Aliases), nil,
			indexOut(e.Place), indexOut(e.ActsFor), e.Key}
		for _, r := range e.Roles {
			w.Entities[i].Roles = append(w.Entities[i].Roles, roleJSON(r))
		}
	}
	w.keepBroken()
	return json.Marshal(&w)
}

// UnmarshalJSON reads what MarshalJSON writes. Keys that it does not know are
// passed over. JSON of another shape is an error of encoding/json; a document
// that contradicts itself, with offsets outside the text or ids that do not
// exist, is a *[DocumentError].
func (doc *Document) UnmarshalJSON(data []byte) error {
	var w documentJSON
	if err := json.Unmarshal(data, &w); err != nil {
		return err
	}
	for i := range w.Sentences {
		if n := w.Sentences[i].Tokens.malformed; n > 0 {
			return documentError("sentences", i, "tokens/"+strconv.Itoa(n-1), "not [start, end, tag, lemma, head, label]")
		}
	}
	if err := w.restoreBroken(); err != nil {
		return err
	}
	d := Document{Text: w.Text}
	for _, s := range w.Sentences {
		d.Sentences = append(d.Sentences, Sentence{s.Start, s.End, s.Tokens.tokens})
	}
	for i, m := range w.Mentions {
		if m.Text == "" || len(w.Raw) > 0 {
			m.Text = textAt(w.Text, m.Start, m.End)
		}
		d.Mentions = append(d.Mentions, Mention{m.Start, m.End, m.Text, m.Kind, m.Form, indexIn(w.Mentions[i].Entity),
			m.Sentence, m.First, m.Last, m.Head, m.Score, m.Sieve, m.Key})
	}
	for _, e := range w.Entities {
		x := Entity{e.ID, e.Kind, e.Name, listIn(e.Mentions), listIn(e.Aliases), nil, indexIn(e.Place), indexIn(e.ActsFor), e.Key}
		for _, r := range e.Roles {
			x.Roles = append(x.Roles, Role(r))
		}
		d.Entities = append(d.Entities, x)
	}
	for _, s := range d.Sentences {
		for i := range s.Tokens {
			s.Tokens[i].Text = textAt(d.Text, s.Tokens[i].Start, s.Tokens[i].End)
		}
	}
	if err := d.Validate(); err != nil {
		return err
	}
	*doc = d
	return nil
}

// tokenList is a sentence's tokens as arrays, since most of a document is them.
type tokenList struct {
	tokens    []Token
	malformed int // the number, from 1, of the first array that is no token; 0 if there is none
}

func (l tokenList) MarshalJSON() ([]byte, error) {
	b := make([]byte, 0, 2+40*len(l.tokens))
	b = append(b, '[')
	for i := range l.tokens {
		t := &l.tokens[i]
		if i > 0 {
			b = append(b, ',')
		}
		b = append(b, '[')
		b = strconv.AppendInt(b, int64(t.Start), 10)
		b = append(b, ',')
		b = strconv.AppendInt(b, int64(t.End), 10)
		b = append(b, ',')
		b = appendString(b, t.Tag)
		b = append(b, ',')
		b = appendString(b, t.Lemma)
		b = append(b, ',')
		b = strconv.AppendInt(b, int64(t.Head), 10)
		b = append(b, ',')
		b = appendString(b, t.Dep)
		b = append(b, ']')
	}
	return append(b, ']'), nil
}

func (l *tokenList) UnmarshalJSON(data []byte) error {
	var rows []json.RawMessage
	if err := json.Unmarshal(data, &rows); err != nil {
		return err
	}
	*l = tokenList{tokens: make([]Token, len(rows))}
	for i, row := range rows {
		t := &l.tokens[i]
		fields := []any{&t.Start, &t.End, &t.Tag, &t.Lemma, &t.Head, &t.Dep}
		if err := json.Unmarshal(row, &fields); err != nil {
			return err
		}
		if l.malformed == 0 && (len(fields) != 6 || slices.Contains(fields, nil)) {
			l.malformed = i + 1
		}
	}
	return nil
}

// appendString appends s in quotes, as encoding/json would.
func appendString(b []byte, s string) []byte {
	for i := 0; i < len(s); i++ {
		if c := s[i]; c < ' ' || c >= utf8.RuneSelf || c == '"' || c == '\\' {
			quoted, _ := json.Marshal(s) // a string cannot fail
			return append(b, quoted...)
		}
	}
	b = append(b, '"')
	b = append(b, s...)
	return append(b, '"')
}

func indexOut(i int) *int {
	if i == None {
		return nil
	}
	return &i
}

func indexIn(i *int) int {
	if i == nil {
		return None
	}
	return *i
}

// listOut is never null in JSON; listIn is nil again for an empty list.
func listOut[T any](s []T) []T {
	if s == nil {
		return []T{}
	}
	return s
}

func listIn[T any](s []T) []T {
	if len(s) == 0 {
		return nil
	}
	return s
}

// textAt is text[start:end] as far as that exists; Validate reports the rest.
func textAt(text string, start, end int) string {
	if start < 0 || end > len(text) || start > end {
		return ""
	}
	return text[start:end]
}
