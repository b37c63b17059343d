package dossier_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dossier-nlp/dossier"
	"github.com/dossier-nlp/dossier/entity"
)

var update = flag.Bool("update", false, "write testdata/golden.txt anew from what is found now")

// What is found in the forty articles may change only on purpose:
//
//	go test . -run Golden -update
//
// writes the file anew, and git shows what has changed, a line an entity or
// relation.
func TestGoldenResultsDoNotChangeSilently(t *testing.T) {
	const golden = "testdata/golden.txt"
	files, err := filepath.Glob("testdata/articles/*.txt")
	require.NoError(t, err)
	require.Len(t, files, 40)
	x := extractor(t)
	var got strings.Builder
	for _, file := range files {
		text, err := os.ReadFile(file)
		require.NoError(t, err)
		doc, err := x.Extract(t.Context(), string(text))
		require.NoError(t, err)
		fmt.Fprintf(&got, "# %s\n%s\n", strings.TrimSuffix(filepath.Base(file), ".txt"), digest(doc))
	}
	if *update {
		require.NoError(t, os.WriteFile(golden, []byte(got.String()), 0o644))
	}
	want, err := os.ReadFile(golden)
	require.NoError(t, err)
	if changes := lineChanges(string(want), got.String()); changes != "" {
		t.Errorf("results have changed; if that is meant: go test . -run Golden -update\n%s", changes)
	}
}

// digest is what a reader wants to see change: entities by name with what they
// are called, relations with their factuality and words.
func digest(doc *dossier.Document) string {
	name := func(id int, words string) string {
		if id == entity.None {
			return words
		}
		return doc.Entities[id].Name
	}
	var lines []string
	for _, e := range doc.Entities {
		line := fmt.Sprintf("%-7s %s", e.Kind, e.Name)
		if len(e.Aliases) > 0 {
			line += " (" + strings.Join(e.Aliases, ", ") + ")"
		}
		for _, r := range e.Roles {
			line += ", " + r.Title
		}
		lines = append(lines, line)
	}
	slices.Sort(lines)
	for _, r := range doc.Relations {
		line := fmt.Sprintf("  %s: %s -> %s, %s", r.Name, name(r.Source.Entity, r.Source.Text), name(r.Target.Entity, r.Target.Text), r.Factuality)
		for _, a := range r.Attribution {
			line += ", says " + name(a.Entity, a.Text)
		}
		lines = append(lines, line)
	}
	return strings.Join(lines, "\n") + "\n"
}

// lineChanges lists the lines that went and came, under the article they are
// of. Lines that only moved within an article are no change.
func lineChanges(want, got string) string {
	var out strings.Builder
	wanted, articles := sections(want)
	found, more := sections(got)
	for _, article := range more {
		if _, ok := wanted[article]; !ok {
			articles = append(articles, article)
		}
	}
	for _, article := range articles {
		gone := without(wanted[article], found[article])
		come := without(found[article], wanted[article])
		if len(gone)+len(come) > 0 {
			out.WriteString(article + "\n")
		}
		for _, l := range gone {
			out.WriteString("  - " + l + "\n")
		}
		for _, l := range come {
			out.WriteString("  + " + l + "\n")
		}
	}
	return out.String()
}

// sections cuts a golden file into its articles, in order.
func sections(s string) (lines map[string][]string, order []string) {
	lines = map[string][]string{}
	title := ""
	for _, l := range strings.Split(s, "\n") {
		if strings.HasPrefix(l, "# ") {
			title = l
			order = append(order, title)
		} else if l != "" {
			lines[title] = append(lines[title], strings.TrimSpace(l))
		}
	}
	return lines, order
}

// without gives the lines of a that b does not have as often.
func without(a, b []string) []string {
	left := map[string]int{}
	for _, l := range b {
		left[l]++
	}
	var out []string
	for _, l := range a {
		if left[l]--; left[l] < 0 {
			out = append(out, l)
		}
	}
	return out
}

func TestGoldenDiffNamesTheArticleAndTheLines(t *testing.T) {
	want := "# one\nPERSON  Ana\n  met: Ana -> Berg, asserted\n\n# two\nPLACE   Oslo\n"
	got := "# one\n  met: Ana -> Berg, future\nPERSON  Ana\n\n# two\nPLACE   Oslo\n"
	require.Equal(t, "# one\n  - met: Ana -> Berg, asserted\n  + met: Ana -> Berg, future\n", lineChanges(want, got))
	require.Empty(t, lineChanges(want, want))
}
