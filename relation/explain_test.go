package relation

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dossier-nlp/dossier/entity"
)

func TestExplainTellsWhatFailedFirst(t *testing.T) {
	rules, err := Parse("own.rules", "relation guarded\n  A guard B\nrelation accused\n  A accuse B:PERSON\n")
	require.NoError(t, err)
	c := treeCases(t)[0]
	require.Contains(t, rules.Explain(c.doc, 0, "guarded"), "no word of the sentence is one of: guard")
	require.Contains(t, rules.Explain(c.doc, 0, "accused"), "no mention that fits")
	require.Contains(t, rules.Explain(c.doc, 0, "nosuch"), "there is no rule")
	require.Contains(t, rules.Explain(c.doc, 7, "accused"), "there is no sentence 7")
}

// told are the factualities that Explain gives for what matches.
func told(explained string) []string {
	var out []string
	for _, line := range strings.Split(explained, "\n") {
		if f, ok := strings.CutPrefix(line, "         factuality     "); ok {
			out = append(out, f)
		}
	}
	return out
}

func TestExplainAgreesWithFind(t *testing.T) {
	rules, err := News()
	require.NoError(t, err)
	var docs []*entity.Document
	for _, c := range treeCases(t) {
		docs = append(docs, c.doc)
	}
	random := rand.New(rand.NewPCG(1, 2))
	for range 200 {
		data := make([]byte, 300)
		for i := range data {
			data[i] = byte(random.Uint32())
		}
		docs = append(docs, fuzzDoc(data))
	}
	for _, doc := range docs {
		found, err := rules.Find(doc)
		require.NoError(t, err)
		for _, r := range found {
			explained := rules.Explain(doc, 0, r.Rule)
			require.Contains(t, explained, "matches  "+r.Rule, doc.Text)
			require.Contains(t, told(explained), string(r.Factuality), "%s: %s", r.Rule, doc.Text)
		}
		require.Equal(t, len(found) > 0, strings.Contains(rules.Explain(doc, 0, ""), "\nmatches  "), doc.Text)
	}
}

func TestExplainTriesWhatFindTries(t *testing.T) {
	for _, c := range []struct{ name, rules, tree, explained string }{
		{"a verb that a tagger took for a noun", "relation held\n  A arrest B\n",
			"police police NNS 1 compound\narrest arrest NN -1 root\nBerg Berg NNP 1 dep\n@ 0 1 ORG nominal\n@ 2 3 PERSON name",
			"matches  own:held/1"},
		{"the end of a compound", "relation chose\n  A elect B\n",
			"Ruiz Ruiz NNP 2 nsubj\n- - HYPH 2 punct\nelect elect VB -1 root\nBerg Berg NNP 2 obj\n@ 0 1 PERSON name\n@ 3 4 PERSON name",
			`"elect" is the end of a compound, the rule wants a verb`},
		{"a role that is a verb", "relation led\n  A be head of B\n",
			"Ruiz Ruiz NNP 1 nsubj\nheads head VBZ -1 root\nPeru Peru NNP 1 obj\n@ 0 1 PERSON name\n@ 2 3 PLACE name",
			`"heads" is tagged VBZ, the rule wants a noun or adjective outside a name`},
		{"a question", "relation met\n  A meet B\n",
			"Ruiz Ruiz NNP 1 nsubj\nmet meet VBD -1 root\nBerg Berg NNP 1 obj\n? ? . 1 punct\n@ 0 1 PERSON name\n@ 2 3 PERSON name",
			"no match: in a question no rule is tried"},
		{"slots side by side", "relation from\n  words: B:PLACE A:PERSON\n",
			"Peru Peru NNP 1 compound\nRuiz Ruiz NNP -1 root\n@ 0 1 PLACE name\n@ 1 2 PERSON name",
			"matches  own:from/1"},
		{"slots that are not side by side", "relation from\n  words: B:PLACE A:PERSON\n",
			"Peru Peru NNP 2 nsubj\nmet meet VBD -1 root\nRuiz Ruiz NNP 1 obj\n@ 0 1 PLACE name\n@ 2 3 PERSON name",
			"the words around it do not fit, first at A"},
		{"slots that nothing fits", "relation from\n  words: B:PLACE A:PERSON\n",
			"Berg Berg NNP 1 nsubj\nmet meet VBD -1 root\nRuiz Ruiz NNP 1 obj\n@ 0 1 PERSON name\n@ 2 3 PERSON name",
			"no mention fits B"},
		{"what is promised", "relation backed\n  A promise aid to B\n",
			"Peru Peru NNP 1 nsubj\npromised promise VBD -1 root\naid aid NN 1 obj\nto to IN 4 case\nChad Chad NNP 1 obl\n@ 0 1 PLACE name\n@ 4 5 PLACE name",
			"factuality     future"},
		{"a state", "relation led standing\n  A lead B\n",
			"Ruiz Ruiz NNP 2 nsubj\nmay may MD 2 aux\nleading lead VBG -1 acl\nPeru Peru NNP 2 obj\n@ 0 1 PERSON name\n@ 3 4 PLACE name",
			"factuality     asserted"},
		{"one and the same", "relation met\n  A meet B\n",
			"Ruiz Ruiz NNP 1 nsubj\nmet meet VBD -1 root\nRuiz Ruiz NNP 1 obj\n@ 0 1 PERSON name\n@ 2 3 PERSON name",
			"source and target are the same"},
	} {
		t.Run(c.name, func(t *testing.T) {
			rules, err := Parse("own.rules", c.rules)
			require.NoError(t, err)
			doc := readTree(t, c.tree).doc
			if strings.HasPrefix(c.name, "one") {
				doc.Mentions[1].Entity = doc.Mentions[0].Entity
			}
			explained := rules.Explain(doc, 0, "")
			require.Contains(t, explained, c.explained)
			found, err := rules.Find(doc)
			require.NoError(t, err)
			require.Equal(t, len(found) > 0, strings.Contains(explained, "\nmatches  "))
		})
	}
}

func TestExplainTriesTheRulesThatItsNameMeans(t *testing.T) {
	rules, err := Parse("own.rules", "relation met\n  A meet B\n  A join B\nrelation hit\n  A hit B\n")
	require.NoError(t, err)
	doc := treeCases(t)[0].doc
	for rule, tried := range map[string]int{"own:met/1": 1, "met": 2, "own:met": 2, "": 3} {
		require.Equal(t, tried, strings.Count(rules.Explain(doc, 0, rule), "no word of the sentence"), rule)
	}
}
