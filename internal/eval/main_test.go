package main

import (
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestCommandsAreListedAndFaultsNamed(t *testing.T) {
	var out strings.Builder
	require.Error(t, run(nil, &out))
	for _, c := range commands {
		require.Contains(t, out.String(), c.name)
	}
	require.Error(t, run([]string{"nothing"}, io.Discard))
	require.ErrorContains(t, run([]string{"words", "-data", "no-such-folder"}, io.Discard), "no-such-folder")
	require.ErrorContains(t, run([]string{"words", "-data", ".", "more"}, io.Discard), "more")
	require.ErrorContains(t, run([]string{"words", "-data", t.TempDir()}, io.Discard), "en_ewt-ud-dev")
}

func TestTreebankDocumentsArePutTogetherAgain(t *testing.T) {
	file := filepath.Join(t.TempDir(), "a.conllu")
	require.NoError(t, os.WriteFile(file, []byte(`# newdoc id = one
# newpar
# newpar_block = p (2 s)
# text = Ana left.
1	Ana	_	_	_	_	2	_	_	_
2	left	_	_	_	_	0	_	_	SpaceAfter=No
3	.	_	_	_	_	2	_	_	_

# text = Why?
1	Why	_	_	_	_	0	_	_	SpaceAfter=No
2	?	_	_	_	_	1	_	_	Entity=x|SpaceAfter=No

# text = Who?
1	Who	_	_	_	_	0	_	_	SpaceAfter=No
2	?	_	_	_	_	1	_	_	_

# newpar
# text = Oh!
1	Oh	_	_	_	_	0	_	_	SpaceAfter=No
2	!	_	_	_	_	1	_	_	_

# newdoc id = two
# newpar
# text = Yes.
1	Yes	_	_	_	_	0	_	_	_

`), 0o600))
	docs, err := documents(file)
	require.NoError(t, err)
	require.Equal(t, []document{
		{"one", "Ana left. Why?Who?\n\nOh!", []string{"Ana left.", "Why?", "Who?", "Oh!"}},
		{"two", "Yes.", []string{"Yes."}},
	}, docs)
}

// The figures that words and sentences must not fall below.
func TestWordsAndSentencesKeepTheirFigures(t *testing.T) {
	data := filepath.Join("..", "..", "..", "shared")
	if _, err := os.Stat(filepath.Join(data, "data", "ud")); err != nil {
		t.Skip("the treebanks are not beside the repository")
	}
	var out strings.Builder
	require.NoError(t, run([]string{"words", "-data", data}, &out))
	figures := regexp.MustCompile(`(?m)^(\S+-dev) +([0-9.]+)`).FindAllStringSubmatch(out.String(), -1)
	require.Len(t, figures, 3)
	for i, least := range []float64{98.5, 99.0, 92.0} {
		f1, err := strconv.ParseFloat(figures[i][2], 64)
		require.NoError(t, err)
		require.GreaterOrEqual(t, f1, least, figures[i][1])
	}
}
