package export_test

import (
	"os/exec"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dossier-nlp/dossier/export"
)

func TestGraphVizReadsDOT(t *testing.T) {
	dot, err := exec.LookPath("dot")
	if err != nil {
		t.Skip("GraphViz is not installed; TestDOTKeepsItsStrings checks the syntax without it")
	}
	cmd := exec.Command(dot, "-Tplain")
	cmd.Stdin = strings.NewReader(written(t, export.NewDOT))
	out, err := cmd.Output()
	require.NoError(t, err)
	require.Equal(t, 2*len(names), strings.Count(string(out), "\nnode "))
}
