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
