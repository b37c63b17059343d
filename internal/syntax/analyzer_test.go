package syntax

import (
	"strings"
	"testing"

	"github.com/dossier-nlp/dossier/internal/model"
	"github.com/stretchr/testify/require"
)

// wellFormed checks that a parse has a value for each word and is one tree.
func wellFormed(t *testing.T, words []string, p *Parse) {
	t.Helper()
	require.Len(t, p.Tags, len(words))
	require.Len(t, p.Lemmas, len(words))
	require.Len(t, p.Heads, len(words))
	require.Len(t, p.Deps, len(words))
	known := map[string]bool{}
	for _, name := range TagNames()[1:] {
		known[name] = true
	}
	// state of a word: 0 not seen, 1 on the way up from it, 2 leads to a root.
	state := make([]uint8, len(words))
	for i := range words {
		require.True(t, known[p.Tags[i]], "tag %q", p.Tags[i])
		require.NotEmpty(t, p.Deps[i])
		var way []int
		for j := i; j >= 0 && state[j] != 2; j = p.Heads[j] {
			require.NotEqual(t, uint8(1), state[j], "the heads go round in a circle")
			require.Less(t, p.Heads[j], len(words))
			state[j] = 1
			way = append(way, j)
		}
		for _, j := range way {
			state[j] = 2
		}
	}
}

func TestAnyListOfWordsGetsATree(t *testing.T) {
	a, err := Default()
	require.NoError(t, err)
	for name, words := range map[string][]string{
		"nothing":            {},
		"one word":           {"Yes"},
		"one mark":           {"."},
		"only punctuation":   strings.Fields("... -- ( ) \" ' !"),
		"no verb":            strings.Fields("A quiet night in Lisbon ."),
		"broken UTF-8":       {"\xff", "met", "\xc3\x28", "\x00"},
		"empty words":        {"", "", ""},
		"a word of 1 MB":     {"The", strings.Repeat("x", 1<<20), "met", strings.Repeat("é", 1<<19)},
		"the same word":      strings.Fields(strings.Repeat("buffalo ", 300)),
		"only open brackets": strings.Fields(strings.Repeat("( ", 1000)),
	} {
		t.Run(name, func(t *testing.T) {
			var p Parse
			a.Analyze(words, &p)
			wellFormed(t, words, &p)
		})
	}
}

func TestSentenceOfFiveThousandWordsIsNoSpecialCase(t *testing.T) {
	a, err := Default()
	require.NoError(t, err)
	var words []string
	for len(words) < 5000 {
		words = append(words, strings.Fields("the minister who met the rebels in Lisbon said that")...)
	}
	var p Parse
	a.Analyze(words, &p)
	wellFormed(t, words, &p)
}

func TestParseOfAnEarlierSentenceLeavesNoTrace(t *testing.T) {
	a, err := Default()
	require.NoError(t, err)
	long, short := strings.Fields("He said that they had met in Lisbon on Monday ."), []string{"They", "met", "."}
	var used, fresh Parse
	a.Analyze(long, &used)
	a.Analyze(short, &used)
	a.Analyze(short, &fresh)
	require.Equal(t, fresh, used)
}

func TestDamagedModelFilesAreClearErrors(t *testing.T) {
	for name, m := range map[string]struct {
		file string
		open func(string) error
	}{
		"tagger":     {taggerFile, func(s string) error { _, err := OpenTagger(s); return err }},
		"lemmatizer": {lemmasFile, func(s string) error { _, err := OpenLemmatizer(s); return err }},
	} {
		t.Run(name, func(t *testing.T) {
			require.NoError(t, m.open(m.file))
			err := m.open(m.file[:len(m.file)/2])
			require.ErrorIs(t, err, model.ErrFormat)
			require.ErrorContains(t, err, name)
			changed := []byte(m.file)
			changed[len(changed)/2] ^= 1
			require.ErrorIs(t, m.open(string(changed)), model.ErrChecksum)
			require.ErrorIs(t, m.open(""), model.ErrFormat)
		})
	}
	_, err := OpenTagger(lemmasFile)
	require.ErrorIs(t, err, model.ErrFormat)
}

func TestContractedHaveIsToldFromBe(t *testing.T) {
	a, err := Default()
	require.NoError(t, err)
	var p Parse
	a.Analyze(strings.Fields("He 's been in Lisbon since Monday ."), &p)
	require.Equal(t, "have", p.Lemmas[1])
	a.Analyze(strings.Fields("She 's met them twice ."), &p)
	require.Equal(t, "have", p.Lemmas[1])
	a.Analyze(strings.Fields("He 's a minister ."), &p)
	require.Equal(t, "be", p.Lemmas[1])
}
