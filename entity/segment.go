package entity

import (
	"context"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/dossier-nlp/dossier/internal/desk"
	"github.com/dossier-nlp/dossier/internal/text"
)

// Words is the built-in Segmenter: sentences, and words as the Universal
// Dependencies treebanks of English split them. It is safe for concurrent use
// and linear in the text. A sentence of more than 2,048 words is cut after each
// 2,048; one of more than 32 kB may be cut at white space, and within a word
// where 256 kB have none.
var Words Segmenter = segmenter{}

type segmenter struct{}

// stretch is the length from which a text is cut at the next blank line, which
// ends a sentence in any case; where none comes within another stretch, before
// the last sentence so far. It bounds the scratch memory and the time until the
// context is looked at again.
const stretch = 16 << 10

// unbroken is the length at which a text without white space is cut anyway.
const unbroken = 16 * stretch

// longest is the number of words from which a sentence is cut.
const longest = 2048

// segmentScratch is what a call needs.
type segmentScratch struct {
	text.Buffer
	sentences []Sentence // so far: how many there will be is not known
}

var segmentScratches desk.Shelf[segmentScratch]

func (s segmenter) Segment(doc *Document) error {
	return s.SegmentContext(context.Background(), doc)
}

// SegmentContext is Segment that gives up when the context is done.
func (segmenter) SegmentContext(ctx context.Context, doc *Document) error {
	b := segmentScratches.Take(ctx)
	defer segmentScratches.Give(ctx, b)
	defer b.forget()
	doc.Sentences = nil
	for start := 0; start < len(doc.Text); {
		if err := ctx.Err(); err != nil {
			return err
		}
		length, blank := cut(doc.Text[start:])
		b.Split(doc.Text[start : start+length])
		sentences := b.Sentences
		if last := len(sentences) - 1; last > 0 && !blank {
			length = sentences[last].Start // it may go on
			sentences = sentences[:last]
		}
		b.take(doc.Text, sentences, start)
		start += length
	}
	if len(b.sentences) > 0 {
		doc.Sentences = slices.Clone(b.sentences)
	}
	return nil
}

// cut is the length of the first stretch of a text, and whether it ends where
// a sentence ends in any case: behind a blank line or at the text's end.
func cut(s string) (length int, blank bool) {
	if len(s) <= 2*stretch {
		return len(s), true
	}
	for i := stretch; i < 2*stretch; {
		n := strings.IndexByte(s[i:2*stretch], '\n')
		if n < 0 {
			break
		}
		i += n + 1
		rest := strings.TrimLeft(s[i:min(i+8, len(s))], " \t\r")
		if strings.HasPrefix(rest, "\n") {
			return i, true
		}
	}
	n := strings.IndexFunc(s[2*stretch:min(unbroken, len(s))], unicode.IsSpace)
	switch {
	case n >= 0:
		return 2*stretch + n, false
	case len(s) <= unbroken:
		return len(s), true
	}
	end := unbroken
	for end > unbroken-utf8.UTFMax && !utf8.RuneStart(s[end]) {
		end--
	}
	return end, false
}

// forget drops what holds on to the document.
func (b *segmentScratch) forget() {
	clear(b.sentences)
	b.sentences = b.sentences[:0]
}

// take appends the sentences of a stretch that starts at the given byte.
func (b *segmentScratch) take(text string, sentences []text.Sentence, start int) {
	if len(sentences) == 0 {
		return
	}
	tokens := make([]Token, sentences[len(sentences)-1].Last)
	for i, span := range b.Tokens[:len(tokens)] {
		from, to := start+span.Start, start+span.End
		tokens[i] = Token{Start: from, End: to, Text: text[from:to], Head: None}
	}
	for _, s := range sentences {
		for first := s.First; first < s.Last; first += longest {
			last := min(first+longest, s.Last)
			b.sentences = append(desk.Room(b.sentences, 1), Sentence{
				Start:  tokens[first].Start,
				End:    tokens[last-1].End,
				Tokens: tokens[first:last:last],
			})
		}
	}
}
