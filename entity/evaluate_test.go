package entity

import (
	"context"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// fixed tags every occurrence of its words.
type fixed map[string]Kind

func (f fixed) Tag(doc *Document) error {
	for word, kind := range f {
		if at := strings.Index(doc.Text, word); at >= 0 {
			doc.Mentions = append(doc.Mentions, Mention{Start: at, End: at + len(word), Text: word, Kind: kind, Form: Name})
		}
	}
	return nil
}

func TestEvaluateCountsStrictlyAndListsErrors(t *testing.T) {
	text := "Anna Berg of Northfield Bank flew to Lima and Quito past Mole Dam."
	span := func(s string, k Kind) Span { at := strings.Index(text, s); return Span{at, at + len(s), k} }
	examples := []Example{{Text: text, Spans: []Span{
		span("Anna Berg", Person), span("Northfield Bank", Org), span("Lima", Place), span("Quito", Place), span("Mole Dam", "FAC")}}}
	r, err := Evaluate(context.Background(), fixed{
		"Anna Berg": Person, "Northfield": Place, "Lima": Org, "flew": Org, "Mole": Place}, examples, WithIgnored("FAC"))
	require.NoError(t, err)
	require.Equal(t, Figures{Right: 1, Wrong: 3, Missed: 3}, r.All)
	require.Equal(t, Figures{Right: 1}, r.Of(Person))
	require.Equal(t, Figures{Wrong: 2, Missed: 1}, r.Of(Org))
	require.Equal(t, Figures{Wrong: 1, Missed: 2}, r.Of(Place))
	require.InDelta(t, 0.25, r.All.Precision(), 1e-9)
	require.InDelta(t, 0.25, r.All.Recall(), 1e-9)
	problems := map[string]string{}
	for _, e := range r.Errors {
		problems[e.Text] = e.Problem()
	}
	require.Equal(t, map[string]string{"Northfield Bank": "span", "Lima": "kind", "Quito": "missed", "flew": "invented"}, problems)
}

func TestEvaluateEndsWithItsContextWithinAText(t *testing.T) {
	tagger, err := NewTagger()
	require.NoError(t, err)
	text := strings.Repeat("Anna Berg met Paul Weber in Geneva on Monday. ", 200)
	for _, checks := range []int64{1, 5, 15} { // within segmenting, then within tagging
		_, err := Evaluate(&endsAfter{Context: t.Context(), left: checks}, tagger, []Example{{Text: text}})
		require.ErrorIs(t, err, context.Canceled, "%d checks", checks)
	}
}

// endsAfter is a context that has ended once it was asked so many times.
type endsAfter struct {
	context.Context
	left int64
}

func (c *endsAfter) Err() error {
	if c.left--; c.left < 0 {
		return context.Canceled
	}
	return nil
}

func TestEvaluateIsLinearInTheNamesOfAText(t *testing.T) {
	const n = 100_000
	x := Example{Text: strings.Repeat("Ab Cd ", n)}
	tagger := make(spanTagger, 0, n)
	for i := range n {
		at := 6 * i
		switch i % 3 {
		case 0: // another kind
			x.Spans = append(x.Spans, Span{at, at + 2, Person})
			tagger = append(tagger, Span{at, at + 2, Org})
		case 1: // not counted
			x.Spans = append(x.Spans, Span{at, at + 2, "FAC"})
			tagger = append(tagger, Span{at + 1, at + 4, Org})
		case 2: // right
			x.Spans = append(x.Spans, Span{at, at + 5, Place})
			tagger = append(tagger, Span{at, at + 5, Place})
		}
	}
	start := time.Now()
	r, err := Evaluate(t.Context(), tagger, []Example{x}, WithIgnored("FAC"))
	require.NoError(t, err)
	require.Equal(t, Figures{Right: n / 3, Wrong: n/3 + 1, Missed: n/3 + 1}, r.All)
	require.Len(t, r.Errors, n/3+1)
	require.Less(t, time.Since(start), 10*time.Second)
}

// spanTagger tags the spans that it is told.
type spanTagger []Span

func (l spanTagger) Tag(doc *Document) error {
	for _, s := range l {
		doc.Mentions = append(doc.Mentions, Mention{Start: s.Start, End: s.End, Kind: s.Kind, Form: Name})
	}
	return nil
}

func TestEvaluateRefusesFaultySpans(t *testing.T) {
	_, err := Evaluate(context.Background(), fixed{}, []Example{{Text: "short", Spans: []Span{{0, 9, Org}}}})
	require.ErrorIs(t, err, ErrSpanOutside)
}
