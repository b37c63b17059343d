package entity

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"
)

// whole is the document cut in one go.
func whole(s string) *Document {
	var b segmentScratch
	b.Split(s)
	b.take(s, b.Sentences, 0)
	return &Document{Text: s, Sentences: b.sentences}
}

func TestStretchesOfALongTextChangeNothing(t *testing.T) {
	paragraph := "Ana Lind met Carlos Berg in Oslo on Jan. 5. \"It went well,\" she said. He left at 3 p.m. for Rome.\n"
	for name, s := range map[string]string{
		"blank lines":         strings.Repeat(paragraph+"\n", 2000),
		"blank lines in CRLF": strings.Repeat(strings.ReplaceAll(paragraph, "\n", "\r\n")+" \r\n", 2000),
		"lines":               strings.Repeat(paragraph, 2000),
		"no line":             strings.Repeat(strings.ReplaceAll(paragraph, "\n", " "), 2000),
		"white space":         strings.Repeat(" \n", 200_000) + "x" + strings.Repeat("\t", 100_000),
		"one word":            strings.Repeat("word", 50_000),
	} {
		doc := &Document{Text: s}
		require.NoError(t, Words.Segment(doc))
		require.Equal(t, whole(s).Sentences, doc.Sentences, name)
		require.NoError(t, doc.Validate(), name)
	}
}

func TestTextWithoutWhiteSpaceIsCutBetweenLetters(t *testing.T) {
	for _, s := range []string{strings.Repeat("x", 2*unbroken+5), "x" + strings.Repeat("語", unbroken), strings.Repeat("\xa0", unbroken+9)} {
		ctx := &endsAfter{Context: t.Context(), left: 1000}
		doc := &Document{Text: s}
		require.NoError(t, segmenter{}.SegmentContext(ctx, doc))
		require.NoError(t, doc.Validate())
		require.Less(t, ctx.left, int64(999), "the context is looked at again")
		at := 0
		for _, sentence := range doc.Sentences {
			require.Equal(t, at, sentence.Start)
			at = sentence.End
			require.Equal(t, utf8.ValidString(s), utf8.ValidString(sentence.Tokens[0].Text))
		}
		require.Equal(t, len(s), at)
	}
}

func TestSentenceOfTooManyWordsIsCut(t *testing.T) {
	doc := &Document{Text: strings.Repeat("(", 5000) + " " + strings.Repeat("so ", 1000)}
	require.NoError(t, Words.Segment(doc))
	require.NoError(t, doc.Validate())
	n := 0
	for _, s := range doc.Sentences {
		require.LessOrEqual(t, len(s.Tokens), longest)
		n += len(s.Tokens)
	}
	require.Equal(t, 6000, n)
}

func TestSentenceWithoutEndIsCutAtWhiteSpace(t *testing.T) {
	s := strings.Repeat("and then they met again ", 20_000)
	doc := &Document{Text: s}
	require.NoError(t, Words.Segment(doc))
	require.NoError(t, doc.Validate())
	require.Greater(t, len(doc.Sentences), 1)
	n := 0
	for _, sentence := range doc.Sentences {
		require.LessOrEqual(t, sentence.End-sentence.Start, 2*stretch+8)
		n += len(sentence.Tokens)
	}
	require.Equal(t, 100_000, n)
}
