package export

import (
	"bufio"
	"io"
	"strings"

	"github.com/dossier-nlp/dossier"
	"github.com/dossier-nlp/dossier/entity"
)

// NewCoNLL writes the named mentions in the columns of CoNLL-2003 with IOB2
// tags: word, part of speech, entity tag, parted by tabs; a blank line ends a
// sentence, a -DOCSTART- line starts a document. Of nested names the longest
// is written.
func NewCoNLL(w io.Writer) Writer {
	return newStream(w, format{write: func(w *bufio.Writer, id string, doc *dossier.Document) error {
		w.WriteString("-DOCSTART-\t-X-\tO\n\n")
		mentions := outermost(doc, named)
		for i := range doc.Sentences {
			for _, t := range doc.Sentences[i].Tokens {
				for len(mentions) > 0 && mentions[0].End <= t.Start {
					mentions = mentions[1:]
				}
				w.WriteString(column(t.Text) + "\t" + column(t.Tag) + "\t" + iob(mentions, t) + "\n")
			}
			w.WriteByte('\n')
		}
		return nil
	}})
}

// iob is the tag of a token, given the mentions from its place on.
func iob(mentions []*entity.Mention, t entity.Token) string {
	if len(mentions) == 0 || t.Start < mentions[0].Start {
		return "O"
	}
	if t.Start == mentions[0].Start {
		return "B-" + column(string(mentions[0].Kind))
	}
	return "I-" + column(string(mentions[0].Kind))
}

// column makes a value fit for a column: never empty, without white space.
func column(s string) string {
	s = strings.Join(strings.Fields(valid(s)), "_")
	if s == "" {
		return "_"
	}
	return s
}
