package export

import (
	"bufio"
	"encoding/json"
	"io"

	"github.com/dossier-nlp/dossier"
	"github.com/dossier-nlp/dossier/entity"
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
// nest; relations, and who is the same as whom, have no place in the form.
//
// A Doc of spaCy's keeps of its text the tokens and whether a space follows
// each. So any other white space is a token of its own, tagged _SP, as spaCy's
// own tokenizer makes it; it hangs on the token before it and belongs to that
// one's sentence.
func NewSpaCy(w io.Writer) Writer {
	return newStream(w, format{write: func(w *bufio.Writer, id string, doc *dossier.Document) error {
		line, err := json.Marshal(toSpaCy(id, doc))
		if err != nil {
			return err
		}
		w.Write(line)
		w.WriteByte('\n')
		return nil
	}})
}

func toSpaCy(id string, doc *dossier.Document) spacyDoc {
	b := spacyBuilder{text: doc.Text, at: newRunes(doc.Text),
		doc: spacyDoc{ID: id, Text: valid(doc.Text), Ents: []spacySpan{}, Sents: []spacySpan{}, Tokens: []spacyToken{}}}
	for _, m := range outermost(doc, named) {
		b.doc.Ents = append(b.doc.Ents, spacySpan{b.at.offset(m.Start), b.at.offset(m.End), string(m.Kind)})
	}
	for _, s := range doc.Sentences {
		b.sentence(s.Tokens)
	}
	b.gap(len(doc.Text))
	return b.doc
}

// spacyBuilder fills the tokens and sentences of a spacyDoc.
type spacyBuilder struct {
	text string
	at   *runes
	doc  spacyDoc
	end  int // byte up to which the text is covered
}

func (b *spacyBuilder) sentence(tokens []entity.Token) {
	start := tokens[0].Start
	b.gap(start)
	if len(b.doc.Sents) == 0 {
		start = 0 // white space before the first one is its own
	}
	b.doc.Sents = append(b.doc.Sents, spacySpan{Start: b.at.offset(start)})
	places := make([]int, len(tokens)) // in the document, gaps counted
	for i, t := range tokens {
		b.gap(t.Start)
		places[i] = len(b.doc.Tokens)
		b.add(t.Start, t.End, places[i], t)
	}
	for i, t := range tokens {
		if t.Head >= 0 {
			b.doc.Tokens[places[i]].Head = places[t.Head]
		}
	}
}

// gap makes a token of the text up to byte to that no token covers, but for the
// space that the last token keeps.
func (b *spacyBuilder) gap(to int) {
	from, n := b.end, len(b.doc.Tokens)
	if n > 0 && from < to && b.text[from] == ' ' {
		from++
	}
	if from >= to {
		return
	}
	head := n - 1
	if n == 0 && len(b.text) > to {
		head = 1 // the first word comes after it
	}
	b.add(from, to, max(0, head), entity.Token{Tag: "_SP", Lemma: b.text[from:to], Dep: "dep"})
}

// add appends a token, of the sentence that is open.
func (b *spacyBuilder) add(start, end, head int, t entity.Token) {
	token := spacyToken{len(b.doc.Tokens), b.at.offset(start), b.at.offset(end), t.Tag, t.Lemma, t.Dep, head}
	b.doc.Tokens = append(b.doc.Tokens, token)
	if n := len(b.doc.Sents); n > 0 {
		b.doc.Sents[n-1].End = token.End
	}
	b.end = end
}
