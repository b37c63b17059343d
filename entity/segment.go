package entity

import (
	"context"
	"strings"
	"sync"

	"github.com/dossier-nlp/dossier/internal/text"
)

// Words is the built-in Segmenter: sentences, and words as the Universal
// Dependencies treebanks of English split them. It is safe for concurrent use
// and linear in the text.
var Words Segmenter = segmenter{}

type segmenter struct{}

// stretch is the length from which a text is cut at the next blank line, which
// ends a sentence in any case. It bounds the scratch memory, and the time until
// the context is looked at again.
const stretch = 64 << 10

var buffers = sync.Pool{New: func() any { return new(text.Buffer) }}

func (s segmenter) Segment(doc *Document) error {
	return s.SegmentContext(context.Background(), doc)
}

// SegmentContext is Segment that gives up when the context is done.
func (segmenter) SegmentContext(ctx context.Context, doc *Document) error {
	b := buffers.Get().(*text.Buffer)
	defer buffers.Put(b)
	doc.Sentences = nil
	for start := 0; start < len(doc.Text); {
		if err := ctx.Err(); err != nil {
			return err
		}
		end := start + cut(doc.Text[start:])
		b.Split(doc.Text[start:end])
		doc.take(b, start)
		start = end
	}
	return nil
}

// cut is where the first stretch of a text ends: behind a blank line, or at
// the text's end.
func cut(s string) int {
	for i := stretch; i < len(s); {
		n := strings.IndexByte(s[i:], '\n')
		if n < 0 {
			break
		}
		i += n + 1
		rest := strings.TrimLeft(s[i:min(i+8, len(s))], " \t\r")
		if strings.HasPrefix(rest, "\n") {
			return i
		}
	}
	return len(s)
}

// take appends the sentences of a stretch that starts at the given byte.
func (doc *Document) take(b *text.Buffer, start int) {
	tokens := make([]Token, len(b.Tokens))
	for i, span := range b.Tokens {
		from, to := start+span.Start, start+span.End
		tokens[i] = Token{Start: from, End: to, Text: doc.Text[from:to], Head: None}
	}
	for _, s := range b.Sentences {
		doc.Sentences = append(doc.Sentences, Sentence{
			Start:  start + s.Start,
			End:    start + s.End,
			Tokens: tokens[s.First:s.Last:s.Last],
		})
	}
}
