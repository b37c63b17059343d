package main

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dossier-nlp/dossier"
)

var update = flag.Bool("update", false, "write sentence.svg anew")

func output(t *testing.T, args ...string) string {
	t.Helper()
	var out strings.Builder
	require.NoError(t, run(&page{w: &out}, args))
	return out.String()
}

func TestQuickstartTellsOfItsOwnArticle(t *testing.T) {
	out := output(t)
	for _, line := range []string{
		"1. Read a text", "article.txt: 2063 bytes",
		"[Kari Nyland PERSON] met [Helena Quintela PERSON]",
		"Norway accused Portuguese trawlers.", "*accused*",
		"Duarte Salgado will visit", "Blue Sea Watch is based in Bergen.",
	} {
		require.Contains(t, out, line)
	}
	require.NotContains(t, out, "\x1b", "colours are for terminals")
	for line := range strings.SplitSeq(out, "\n") {
		require.LessOrEqual(t, columns(line), 140)
	}
}

func TestReadmesShowWhatIsPrinted(t *testing.T) {
	out := output(t)
	for _, file := range []string{"README.md", filepath.Join("..", "..", "README.md")} {
		readme, err := os.ReadFile(file)
		require.NoError(t, err)
		_, rest, ok := strings.Cut(string(readme), "A part of what it prints:\n\n```\n")
		require.True(t, ok, file)
		block, _, ok := strings.Cut(rest, "```")
		require.True(t, ok, file)
		for line := range strings.Lines(block) {
			require.Contains(t, out, strings.TrimRight(line, "\n"), file)
		}
	}
}

// sentence.svg is the picture of a sentence that the README shows.
func TestPictureShowsTheAccusation(t *testing.T) {
	text, err := os.ReadFile(ownArticle())
	require.NoError(t, err)
	doc, err := dossier.Extract(string(text))
	require.NoError(t, err)
	var picture strings.Builder
	for _, r := range doc.Relations {
		if r.Name == "accused" {
			require.NoError(t, doc.WriteSVG(&picture, r.Sentence))
			break
		}
	}
	require.Contains(t, picture.String(), "accused")
	if *update {
		require.NoError(t, os.WriteFile("sentence.svg", []byte(picture.String()), 0o644))
	}
	stored, err := os.ReadFile("sentence.svg")
	require.NoError(t, err)
	require.Equal(t, string(stored), picture.String(), "if that is meant: go test ./examples/quickstart -update")
}

func TestQuickstartReadsTheUsersFile(t *testing.T) {
	file := filepath.Join(t.TempDir(), "mine.txt")
	require.NoError(t, os.WriteFile(file, []byte("Maria Lopez met David Cohen in Geneva.\x1b[31m\xff\n"), 0o600))
	out := output(t, file)
	require.Contains(t, out, "Maria Lopez met David Cohen.")
	require.NotContains(t, out, "\x1b", "a text does not steer the terminal")
}

func TestQuickstartReadsAnEmptyFile(t *testing.T) {
	file := filepath.Join(t.TempDir(), "empty.txt")
	require.NoError(t, os.WriteFile(file, nil, 0o600))
	require.Contains(t, output(t, file), "None of the built-in relations is in this text.")
}

func TestQuickstartSaysWhichFileIsMissing(t *testing.T) {
	require.ErrorContains(t, run(&page{w: new(strings.Builder)}, []string{"no-such-file"}), "no-such-file")
	require.Error(t, run(&page{w: new(strings.Builder)}, []string{"one", "two"}))
}
