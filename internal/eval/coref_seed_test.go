package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dossier-nlp/dossier"
	"github.com/dossier-nlp/dossier/entity"
)

func TestNamesThatAReaderTakesForOneAreOne(t *testing.T) {
	e := &env{data: filepath.Join("..", "..", "..", "shared")}
	text, err := os.ReadFile(e.path("seed", "article.txt"))
	if err != nil {
		t.Skip("the shared data is not there")
	}
	data, err := os.ReadFile(e.path("seed", "expected.json"))
	require.NoError(t, err)
	var want expectation
	require.NoError(t, json.Unmarshal(data, &want))
	doc, err := dossier.Extract(string(text))
	require.NoError(t, err)
	groupOf := make(map[int]int) // of entities
	for g, names := range want.Entities.Same {
		ids := make(map[int]bool)
		for _, name := range names {
			for _, m := range doc.Mentions {
				if m.Form == entity.Name && m.Text == name {
					ids[m.Entity] = true
				}
			}
		}
		require.Len(t, ids, 1, "%v", names)
		for id := range ids {
			require.NotContains(t, groupOf, id, "%v", names)
			groupOf[id] = g
		}
	}
	for _, m := range doc.Mentions {
		if m.Form == entity.Pronoun {
			require.NotEqual(t, entity.None, m.Entity, "%s at %d", m.Text, m.Start)
		}
	}
}
