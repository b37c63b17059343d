package entity

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestOneDocumentCallsOneNameByOneKind(t *testing.T) {
	for _, text := range []string{
		"Prime Minister Astrid Nyberg flew to Rome. Reporters asked Nyberg about the budget. The Nyberg government has six months left.\n\nNyberg is not worried.",
		"Kalvora accused its neighbour of cutting the cable. The president of Kalvora flew to Rome. Two ships left the port of Kalvora for Spain, and Kalvora sent planes.",
	} {
		kinds := map[string]map[Kind]bool{}
		for _, m := range read(t, text).Mentions {
			if kinds[m.Text] == nil {
				kinds[m.Text] = map[Kind]bool{}
			}
			kinds[m.Text][m.Kind] = true
		}
		for name, k := range kinds {
			require.Len(t, k, 1, "%s: %v", name, k)
		}
	}
}

func TestFullNameVouchesForTheSurname(t *testing.T) {
	for _, m := range read(t, "Prime Minister Astrid Nyberg flew to Rome. The Nyberg government has six months left, and Nyberg accused Spain.").Mentions {
		if m.Text == "Nyberg" {
			require.Equal(t, Person, m.Kind)
		}
	}
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
