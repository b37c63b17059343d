package export

import (
	"bufio"
	"encoding/json"
	"io"

	"github.com/dossier-nlp/dossier"
)

// spacyDoc is what spaCy's Doc.to_json gives and Doc.from_json reads (v3).
type spacyDoc struct {
	Text   string       `json:"text"`
	Ents   []spacySpan  `json:"ents"`
	Sents  []spacySpan  `json:"sents"`
	Tokens []spacyToken `json:"tokens"`
	ID     string       `json:"id"` // not spaCy's, which leaves it alone
}

type spacySpan struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Label string `json:"label,omitempty"`
}

type spacyToken struct {
	ID    int    `json:"id"`
	Start int    `json:"start"`
	End   int    `json:"end"`
	Tag   string `json:"tag"`
	Lemma string `json:"lemma"`
	Dep   string `json:"dep"`
	Head  int    `json:"head"` // index in the document; the root is its own head
}

// NewSpaCy writes JSON Lines of the form that spaCy's Doc.from_json reads, from
// which a DocBin is made: for line in file:
// docbin.add(Doc(nlp.vocab).from_json(json.loads(line))). Offsets are code
// points. Of nested names the longest is written, since spaCy's ents cannot
// nest.
func NewSpaCy(w io.Writer) Writer {
	return newStream(w, format{write: func(w *bufio.Writer, id string, doc *dossier.Document) {
		if line, err := json.Marshal(toSpaCy(id, doc)); err == nil { // plain data always marshals
			w.Write(line)
			w.WriteByte('\n')
		}
	}})
}

func toSpaCy(id string, doc *dossier.Document) spacyDoc {
	at := newRunes(doc.Text)
	out := spacyDoc{ID: id, Text: valid(doc.Text), Ents: []spacySpan{}, Sents: []spacySpan{}, Tokens: []spacyToken{}}
	for _, m := range outermost(doc, named) {
		out.Ents = append(out.Ents, spacySpan{at.offset(m.Start), at.offset(m.End), string(m.Kind)})
	}
	for _, s := range doc.Sentences {
		out.Sents = append(out.Sents, spacySpan{Start: at.offset(s.Start), End: at.offset(s.End)})
		base := len(out.Tokens)
		for i, t := range s.Tokens {
			head := base + t.Head
			if t.Head < 0 {
				head = base + i
			}
			out.Tokens = append(out.Tokens, spacyToken{base + i, at.offset(t.Start), at.offset(t.End), t.Tag, t.Lemma, t.Dep, head})
		}
	}
	return out
}
