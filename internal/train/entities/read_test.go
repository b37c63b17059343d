package main

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dossier-nlp/dossier/entity"
)

// of marks the first occurrence of each name in a text.
func of(text string, names map[string]entity.Kind) sentence {
	s := sentence{text: text}
	for name, kind := range names {
		at := strings.Index(text, name)
		s.spans = append(s.spans, entity.Span{Start: at, End: at + len(name), Kind: kind})
	}
	slices.SortFunc(s.spans, func(a, b entity.Span) int { return a.Start - b.Start })
	return s
}

func marked(s sentence) map[string]entity.Kind {
	out := map[string]entity.Kind{}
	for _, p := range s.spans {
		out[s.text[p.Start:p.End]] = p.Kind
	}
	return out
}

func TestWordsBecomeNewspaperText(t *testing.T) {
	words := strings.Fields(`" We do n't , " said Anna 's aide ( 40 ) -LRB- in Lima -RRB- .`)
	tags := make([]string, len(words))
	for i := range tags {
		tags[i] = "O"
	}
	tags[7] = "B-PER"
	tags[15] = "B-LOC"
	s := join(words, tags, nil)
	require.Equal(t, `"We don't," said Anna's aide (40) (in Lima).`, s.text)
	require.Equal(t, map[string]entity.Kind{"Anna": entity.Person, "Lima": entity.Place}, marked(s))
}

func TestNamesInCompoundsAreMarked(t *testing.T) {
	names := surfaces{}
	for range 3 {
		names.add([]sentence{
			of("Lima is large.", map[string]entity.Kind{"Lima": entity.Place}),
			of("Port Amsel is small.", map[string]entity.Kind{"Port Amsel": entity.Place}),
			of("Ruritania is far.", map[string]entity.Kind{"Ruritania": entity.Place})})
	}
	all := []sentence{{text: "A Lima-based firm and a Port Amsel-backed group met at Lima-Ruritania talks on a well-known isle."}}
	names.hyphenated(all)
	require.Len(t, all[0].spans, 4)
	require.Equal(t, map[string]entity.Kind{"Lima": entity.Place, "Port Amsel": entity.Place, "Ruritania": entity.Place}, marked(all[0]))
}

func TestSentencesThatShareARareNameComeTogether(t *testing.T) {
	all := []sentence{
		of("Quill Marrow left.", map[string]entity.Kind{"Quill Marrow": entity.Person}),
		of("It rained in Lima.", map[string]entity.Kind{"Lima": entity.Place}),
		of("Marrow came back.", map[string]entity.Kind{"Marrow": entity.Person}),
	}
	docs := byName(all, 1)
	require.Len(t, docs, 2)
	require.Equal(t, "Quill Marrow left.\n\nMarrow came back.", docs[0].Text)
	require.Equal(t, "Marrow", docs[0].Text[docs[0].Spans[1].Start:docs[0].Spans[1].End])
}

func TestPatternsAreFilledAndMarked(t *testing.T) {
	all := []sentence{of("Anna Berg of Northfield Bank left Lima.", map[string]entity.Kind{
		"Anna Berg": entity.Person, "Northfield Bank": entity.Org, "Lima": entity.Place})}
	examples := patterns(all, 0.5)
	require.Len(t, examples, framed+written+chatted)
	for _, e := range examples {
		require.NotContains(t, e.Text, "{")
		require.NotContains(t, e.Text, "}")
		last := 0
		for _, s := range e.Spans {
			require.GreaterOrEqual(t, s.Start, last)
			require.Equal(t, strings.TrimSpace(e.Text[s.Start:s.End]), e.Text[s.Start:s.End])
			last = s.End
		}
	}
	require.Equal(t, examples, patterns(all, 0.5), "the same each time")
}
