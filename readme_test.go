package dossier_test

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dossier-nlp/dossier"
)

func TestReadmeShowsRealOutput(t *testing.T) {
	readme, err := os.ReadFile("README.md")
	require.NoError(t, err)
	doc, err := dossier.Extract("France accused Italy of breaking the treaty. " +
		"Italy's foreign minister, Carla Rossi, will visit Paris in May.")
	require.NoError(t, err)
	var out strings.Builder
	for _, r := range doc.Relations {
		fmt.Fprintln(&out, r.Source.Text, r.Name, r.Target.Text, r.Factuality)
	}
	require.Contains(t, string(readme), "```\n"+out.String()+"```\n")
}

// The README tells of ten sentences what it makes of them.
func TestReadmeTellsWhereItFails(t *testing.T) {
	readme, err := os.ReadFile("README.md")
	require.NoError(t, err)
	_, table, found := strings.Cut(string(readme), "| sentence | what comes out | why |\n|---|---|---|\n")
	require.True(t, found)
	rows := 0
	for row := range strings.Lines(table) {
		cells := strings.Split(strings.Trim(row, "|\n"), "|")
		if len(cells) != 3 {
			break
		}
		rows++
		sentence, said := strings.TrimSpace(cells[0]), strings.TrimSpace(cells[1])
		doc, err := dossier.Extract(sentence)
		require.NoError(t, err)
		if said == "nothing" || said == "the names alone" || strings.Contains(said, "missed, and so") {
			require.Empty(t, doc.Relations, sentence)
		}
		if name, ok := strings.CutSuffix(said, " is PLACE"); ok {
			require.Contains(t, kindsOf(doc), name+" PLACE", sentence)
		}
		if said == "both are PLACE" {
			require.NotContains(t, strings.Join(kindsOf(doc), ","), "PERSON", sentence)
		}
	}
	require.Equal(t, 10, rows)
}

// kindsOf lists the names of a document with their kinds.
func kindsOf(doc *dossier.Document) []string {
	var out []string
	for _, m := range doc.Mentions {
		out = append(out, m.Text+" "+string(m.Kind))
	}
	return out
}
