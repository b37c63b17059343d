package syntax

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dossier-nlp/dossier/internal/model"
)

// grammarOf is what the analyzer says of words.
func grammarOf(t *testing.T, words ...string) Parse {
	t.Helper()
	a, err := Default()
	require.NoError(t, err)
	var p Parse
	a.Analyze(words, &p)
	return p
}

func TestARowOfMarksHangsOnItsFirst(t *testing.T) {
	for _, mark := range []string{"(", "]", "}", "$", ".", "\"", "-", "====="} {
		words := strings.Fields(strings.Repeat(mark+" ", fewMarks+8))
		p := grammarOf(t, words...)
		for i := range words {
			head, label := 0, "punct"
			if i == 0 {
				head, label = nowhere, "root"
			}
			require.Equal(t, head, p.Heads[i], "%s %d", mark, i)
			require.Equal(t, label, p.Deps[i], "%s %d", mark, i)
		}
	}
}

func TestAWordAmongMarksIsTheirHead(t *testing.T) {
	row := strings.Fields(strings.Repeat("( ", fewMarks))
	p := grammarOf(t, append(append(append([]string{}, row...), "Peru"), row...)...)
	for i, head := range p.Heads {
		if i == len(row) {
			require.Equal(t, nowhere, head)
		} else {
			require.Equal(t, len(row), head)
		}
	}
}

func TestSymbolsHaveNoLettersOrDigits(t *testing.T) {
	classes, err := model.DefaultClasses()
	require.NoError(t, err)
	for word, want := range map[string]bool{
		"(": true, "}": true, "&%$#*": true, "------------": true,
		"a": false, "(a": false, "Q": false, "7": false, "é": false, "((((((((a": false, "中": false,
	} {
		var s Sentence
		s.Set([]string{word}, classes)
		require.Equal(t, want, s.Words[0].symbol(), word)
	}
}
