package dossier_test

import (
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dossier-nlp/dossier"
	"github.com/dossier-nlp/dossier/entity"
	"github.com/dossier-nlp/dossier/relation"
)

// reading is what a careful reader takes from testdata/article.txt.
type reading struct {
	Names     map[entity.Kind][]string
	Same      [][]string
	Relations []struct{ Name, Source, Target, Factuality, Role string }
}

func readArticle(t testing.TB) (*dossier.Document, reading) {
	t.Helper()
	text, err := os.ReadFile("testdata/article.txt")
	require.NoError(t, err)
	doc, err := dossier.Extract(string(text))
	require.NoError(t, err)
	data, err := os.ReadFile("testdata/article.json")
	require.NoError(t, err)
	var want reading
	require.NoError(t, json.Unmarshal(data, &want))
	return doc, want
}

func TestArticleNamesAreFoundWithTheirKinds(t *testing.T) {
	doc, want := readArticle(t)
	got := names(doc, len(doc.Text))
	all, missed := 0, []string{}
	for kind, list := range want.Names {
		for _, name := range list {
			all++
			if !slices.Contains(got, string(kind)+" "+name) {
				missed = append(missed, string(kind)+" "+name)
			}
		}
	}
	require.LessOrEqual(t, 10*len(missed), all, "more than a tenth: %v", missed)
}

func TestArticleIdentitiesAreMade(t *testing.T) {
	doc, want := readArticle(t)
	for _, same := range want.Same {
		ids := map[int]bool{}
		for _, m := range doc.Mentions {
			if m.Form == entity.Name && slices.Contains(same, m.Text) {
				ids[m.Entity] = true
			}
		}
		require.Len(t, ids, 1, "%v", same)
	}
}

// calls reports whether the argument is the one that a reader calls name.
func calls(doc *dossier.Document, a relation.Argument, name string) bool {
	if strings.HasSuffix(a.Text, name) {
		return true
	}
	if a.Entity == entity.None {
		return false
	}
	e := doc.Entities[a.Entity]
	return e.Name == name || slices.Contains(e.Aliases, name)
}

func TestArticleRelationsAreFound(t *testing.T) {
	doc, want := readArticle(t)
	rules, err := relation.News()
	require.NoError(t, err)
	var missed []string
	for _, w := range want.Relations {
		found := slices.ContainsFunc(doc.Relations, func(r relation.Relation) bool {
			if r.Name != w.Name || w.Factuality != "" && string(r.Factuality) != w.Factuality {
				return false
			}
			if w.Role != "" && !strings.EqualFold(r.Args["role"].Text, w.Role) {
				return false
			}
			return calls(doc, r.Source, w.Source) && calls(doc, r.Target, w.Target) ||
				rules.Symmetric(w.Name) && calls(doc, r.Source, w.Target) && calls(doc, r.Target, w.Source)
		})
		if !found {
			missed = append(missed, w.Source+" "+w.Name+" "+w.Target)
		}
	}
	require.LessOrEqual(t, 10*len(missed), len(want.Relations), "more than a tenth: %v", missed)
}
