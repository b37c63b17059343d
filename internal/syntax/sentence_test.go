package syntax

import (
	"strings"
	"testing"

	"github.com/dossier-nlp/dossier/internal/model"
	"github.com/stretchr/testify/require"
)

func sentence(t *testing.T, text string) *Sentence {
	t.Helper()
	classes, err := model.DefaultClasses()
	require.NoError(t, err)
	s := new(Sentence)
	s.Set(strings.Fields(text), classes)
	return s
}

func TestCasesOfWords(t *testing.T) {
	for word, want := range map[string]WordCase{
		"met": Small, "Met": Capital, "A": Capital, "U.S.": AllCaps, "UN": AllCaps, "iPhone": Mixed,
		"1984": Uncased, "--": Uncased, "élan": Small, "Élan": Capital, "McBain": Capital,
	} {
		require.Equal(t, want, sentence(t, word).Words[0].Case, word)
	}
}

func TestCasesOfSentences(t *testing.T) {
	for text, want := range map[string]SentenceCase{
		"The minister met Kari Nyland in Lisbon .":        Prose,
		"Minister Meets Rebel Leaders After Deadly Raid":  Headline,
		"MINISTER MEETS REBEL LEADERS":                    Shouted,
		"minister meets rebel leaders":                    Lowered,
		"The United Nations Security Council met today .": Prose,
		"Yes !": Prose,
		"UN":    Prose,
	} {
		require.Equal(t, want, sentence(t, text).Case, text)
	}
}

func TestCapitalsTellWordsApartWhereTheyMeanSomething(t *testing.T) {
	us := func(text string, i int) model.WordInfo { return sentence(t, text).Words[i].Info }
	require.NotEqual(t, us("They told us .", 2), us("They told US officials .", 2))
	require.Equal(t, us("they told us so", 2), us("THEY TOLD US SO", 2))
}

func TestShapesJoinRunsOfAKind(t *testing.T) {
	shape := func(w string) uint64 { return sentence(t, w).Words[0].Shape }
	require.Equal(t, shape("Lisbon"), shape("Rome"))
	require.Equal(t, shape("rank-and-file"), shape("up-to-date"))
	require.NotEqual(t, shape("Lisbon"), shape("lisbon"))
	require.NotEqual(t, shape("U.S."), shape("US"))
}

func FuzzAnyWordsGetATree(f *testing.F) {
	f.Add("The minister met her in Lisbon .")
	f.Add("\xff\x00 ( ' ’ \u2028 -- \u00e9")
	f.Fuzz(func(t *testing.T, text string) {
		a, err := Default()
		require.NoError(t, err)
		words := strings.Split(text, " ")
		var p Parse
		a.Analyze(words, &p)
		wellFormed(t, words, &p)
	})
}
