package entity

import (
	"context"
	"strings"
	"testing"

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

func TestEvaluateRefusesFaultySpans(t *testing.T) {
	_, err := Evaluate(context.Background(), fixed{}, []Example{{Text: "short", Spans: []Span{{0, 9, Org}}}})
	require.ErrorIs(t, err, ErrSpanOutside)
}
