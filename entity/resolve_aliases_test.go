package entity

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestAnEntityOfManyNamesListsEachOnce(t *testing.T) {
	const names = 3_000
	var text strings.Builder
	doc := &Document{}
	for i := range 2 * names {
		start := text.Len()
		fmt.Fprintf(&text, "Falken%04d", i%names)
		doc.Mentions = append(doc.Mentions, Mention{Start: start, End: text.Len(), Kind: Org, Form: Name, Entity: None, Key: "Q1"})
		text.WriteByte(' ')
	}
	doc.Text = text.String()
	require.NoError(t, NewResolver().Resolve(doc))
	require.Len(t, doc.Entities, 1)
	require.Len(t, doc.Entities[0].Aliases, names-1)
	require.Len(t, slices.Compact(slices.Sorted(slices.Values(doc.Entities[0].Aliases))), names-1)
}
