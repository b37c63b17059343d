package entity

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestOneDocumentCallsOneNameByOneKind(t *testing.T) {
	for _, c := range []struct {
		text, name string
		times      int
	}{
		{"Prime Minister Astrid Nyberg flew to Rome. Reporters asked Nyberg about the budget. The Nyberg government has six months left.\n\nNyberg is not worried.", "Nyberg", 3},
		{"Kalvora accused its neighbour of cutting the cable. The president of Kalvora flew to Rome. Two ships left the port of Kalvora for Spain, and Kalvora sent planes.", "Kalvora", 4},
	} {
		require.Len(t, kindsOf(t, c.text, c.name), c.times)
		require.Len(t, slices.Compact(kindsOf(t, c.text, c.name)), 1)
	}
}

// kindsOf are the kinds that the mentions of a name have.
func kindsOf(t *testing.T, text, name string) []Kind {
	var kinds []Kind
	for _, m := range read(t, text).Mentions {
		if m.Text == name {
			kinds = append(kinds, m.Kind)
		}
	}
	return kinds
}

func TestFullNameVouchesForTheSurname(t *testing.T) {
	text := "Prime Minister Astrid Nyberg flew to Rome. The Nyberg government has six months left, and Nyberg accused Spain."
	require.Equal(t, []Kind{Person, Person}, kindsOf(t, text, "Nyberg"))
}

func TestNamesJoinedByAndAreParted(t *testing.T) {
	tagger, err := NewTagger()
	require.NoError(t, err)
	doc := &Document{Text: "Northfield Bank and Lima Shipping merged. Northfield Bank is older. Lima Shipping is larger."}
	require.NoError(t, Words.Segment(doc))
	s := new(scratch)
	L := tagger.model.chain.labels
	for i := range doc.Sentences {
		tokens := doc.Sentences[i].Tokens
		tagger.score(tokens, s)
		s.starts = append(s.starts, len(s.words))
		s.words = append(s.words, s.window.words[margin:margin+len(tokens)]...)
		s.own = append(s.own, make([]float32, len(tokens)*L)...)
	}
	org := tagger.org
	doc.Mentions = []Mention{
		tagger.mention(doc, 0, 0, 5, org, 0.6), tagger.mention(doc, 1, 0, 2, org, 0.9), tagger.mention(doc, 2, 0, 2, org, 0.9)}
	tagger.agree(doc, 0, 3, 0, s)
	got := []string{}
	for _, m := range doc.Mentions {
		got = append(got, m.Text)
	}
	require.Equal(t, []string{"Northfield Bank", "Lima Shipping", "Northfield Bank", "Lima Shipping"}, got)
}
