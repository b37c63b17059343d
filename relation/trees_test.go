package relation

import (
	"context"
	"fmt"
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dossier-nlp/dossier/entity"
)

// treeCase is one block of testdata/trees.txt: a parsed sentence and what must
// be found in it. A line of it is
//
//	word lemma tag head label     a token; the head counts from 0, -1 is the root
//	@ first last KIND form        a mention, tokens half open
//	= relation                    an expected relation, as text
//
// and "# ..." the name that opens the block.
type treeCase struct {
	name string
	doc  *entity.Document
	want []string
}

func treeCases(t testing.TB) []treeCase {
	t.Helper()
	text, err := os.ReadFile("testdata/trees.txt")
	require.NoError(t, err)
	var cases []treeCase
	for _, block := range strings.Split(strings.TrimSpace(string(text)), "\n\n") {
		cases = append(cases, readTree(t, block))
	}
	return cases
}

// readTree reads one block.
func readTree(t testing.TB, block string) treeCase {
	t.Helper()
	c := treeCase{doc: &entity.Document{}}
	var toks []entity.Token
	var b strings.Builder
	for _, line := range strings.Split(block, "\n") {
		f := strings.Fields(line)
		switch {
		case f[0] == "#":
			c.name = strings.TrimPrefix(line, "# ")
		case f[0] == "=":
			c.want = append(c.want, strings.TrimPrefix(line, "= "))
		case f[0] == "@":
			first, last := number(t, f[1]), number(t, f[2])
			m := entity.Mention{Start: toks[first].Start, End: toks[last-1].End, Kind: entity.Kind(f[3]), Form: entity.Form(f[4]),
				First: first, Last: last, Head: first, Entity: len(c.doc.Entities)}
			c.doc.Mentions = append(c.doc.Mentions, m)
			c.doc.Entities = append(c.doc.Entities, entity.Entity{ID: m.Entity, Kind: m.Kind, Mentions: []int{m.Entity}, Place: entity.None, ActsFor: entity.None})
		default:
			tok := entity.Token{Start: b.Len(), Text: f[0], Lemma: f[1], Tag: f[2], Head: number(t, f[3]), Dep: f[4]}
			b.WriteString(f[0])
			tok.End = b.Len()
			b.WriteByte(' ')
			toks = append(toks, tok)
		}
	}
	c.doc.Text = b.String()
	c.doc.Sentences = []entity.Sentence{{End: b.Len(), Tokens: toks}}
	for i := range c.doc.Mentions {
		m := &c.doc.Mentions[i]
		m.Text = c.doc.Text[m.Start:m.End]
		c.doc.Entities[m.Entity].Name = m.Text
	}
	return c
}

func number(t testing.TB, s string) int {
	n, err := strconv.Atoi(s)
	require.NoError(t, err)
	return n
}

// shown is a relation as the cases write it.
func shown(r *Relation) string {
	s := fmt.Sprintf("%s: %s -> %s, %s", r.Name, r.Source.Text, r.Target.Text, r.Factuality)
	for _, a := range r.Attribution {
		s += ", says " + a.Text
	}
	for _, name := range []string{"topic", "role", "place", "time"} {
		if a, ok := r.Args[name]; ok {
			s += fmt.Sprintf(", %s %q", name, a.Text)
		}
	}
	return s
}

func TestGrammarBringsEveryFormToTheSameRelation(t *testing.T) {
	rules, err := News()
	require.NoError(t, err)
	for _, c := range treeCases(t) {
		t.Run(c.name, func(t *testing.T) {
			found, err := rules.Find(c.doc)
			require.NoError(t, err)
			require.NoError(t, Validate(c.doc, found))
			var got []string
			for i := range found {
				got = append(got, shown(&found[i]))
			}
			require.Equal(t, c.want, got)
		})
	}
}

func TestEveryRelationNamesItsRuleAndTrigger(t *testing.T) {
	rules, err := News()
	require.NoError(t, err)
	for _, c := range treeCases(t) {
		found, err := rules.Find(c.doc)
		require.NoError(t, err)
		for _, r := range found {
			require.True(t, strings.HasPrefix(r.Rule, "news:"+r.Name+"/"), r.Rule)
			require.NotEmpty(t, r.Trigger)
			require.Contains(t, rules.Explain(c.doc, 0, r.Rule), "matches  "+r.Rule)
		}
	}
}

func TestVerifyReportsBrokenExamples(t *testing.T) {
	c := treeCases(t)[0]
	rules, err := Parse("own.rules", "relation accused\n  A accuse B\n"+
		"  yes: right => "+c.doc.Mentions[0].Text+", "+c.doc.Mentions[1].Text+"\n"+
		"  yes: wrong way => "+c.doc.Mentions[1].Text+", "+c.doc.Mentions[0].Text+"\n"+
		"  no: must not be\n")
	require.NoError(t, err)
	report, err := rules.Verify(func(string) (*entity.Document, error) { return c.doc, nil })
	require.NoError(t, err)
	require.False(t, report.OK())
	require.Equal(t, 2, report.Failed)
	require.Empty(t, report.Results[0].Problem)
	require.Contains(t, report.String(), "--- FAIL: accused (own.rules:4)")
	require.Contains(t, report.String(), "FAIL 2 of 3 examples")
}

func TestFindGivesUpWithTheContext(t *testing.T) {
	rules, err := News()
	require.NoError(t, err)
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	found, err := rules.FindContext(ctx, treeCases(t)[0].doc)
	require.ErrorIs(t, err, context.Canceled)
	require.Nil(t, found)
}

func TestUserKindsFillSlots(t *testing.T) {
	rules, err := Parse("own.rules", "kind VESSEL\nrelation accused\n  A accuse B:VESSEL\n")
	require.NoError(t, err)
	c := treeCases(t)[0]
	found, err := rules.Find(c.doc)
	require.NoError(t, err)
	require.Empty(t, found)
	c.doc.Mentions[1].Kind = "VESSEL"
	found, err = rules.Find(c.doc)
	require.NoError(t, err)
	require.Len(t, found, 1)
}
