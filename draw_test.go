package dossier_test

import (
	"bytes"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dossier-nlp/dossier"
)

func TestDrawingsShowWhatWasFound(t *testing.T) {
	doc, err := dossier.Extract("The prime minister of Norway met Anna Ruiz in Lima on Monday. Nothing else happened.")
	require.NoError(t, err)
	var page, arcs, tree bytes.Buffer
	require.NoError(t, doc.WriteHTML(&page))
	require.NoError(t, doc.WriteSVG(&arcs, 0))
	require.NoError(t, doc.WriteTreeSVG(&tree, 1))
	require.Contains(t, page.String(), ">Anna Ruiz</a> in ")
	require.Contains(t, arcs.String(), ">Anna Ruiz</text>")
	require.Contains(t, tree.String(), ">nsubj</text>")
	var none *dossier.SentenceError
	require.ErrorAs(t, doc.WriteSVG(&arcs, 2), &none)
	require.Equal(t, dossier.SentenceError{Sentence: 2, Sentences: 2}, *none)
	require.EqualError(t, doc.WriteTreeSVG(&tree, -1), "dossier: no sentence -1: the document has 2, counted from 0")
}

func FuzzWriteHTML(f *testing.F) {
	f.Add("Peru accused <b>Norway</b> of spying.")
	f.Add("\"'><script>alert(1)</script> Anna Ruiz met Tomas Berg.\n\n</style>")
	f.Fuzz(func(t *testing.T, text string) {
		doc, err := dossier.Extract(text)
		require.NoError(t, err)
		var page bytes.Buffer
		require.NoError(t, doc.WriteHTML(&page))
		require.Equal(t, 1, strings.Count(page.String(), "<style>"))
		require.Equal(t, 0, strings.Count(page.String(), "<script"))
		require.Equal(t, 2, strings.Count(page.String(), "main>"))
	})
}

func ExampleDocument_WriteHTML() {
	doc, err := dossier.Extract("Peru accused Norway of spying.")
	if err != nil {
		panic(err)
	}
	file, err := os.CreateTemp("", "*.html")
	if err != nil {
		panic(err)
	}
	defer os.Remove(file.Name())
	defer file.Close()
	if err := doc.WriteHTML(file); err != nil {
		panic(err)
	}
	// Open the file in a browser.
	// Output:
}
