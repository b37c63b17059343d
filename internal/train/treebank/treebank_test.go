package treebank

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

const sample = `# newdoc id = first
# sent_id = 1
# text = They don't know.
1	They	they	PRON	PRP	_	4	nsubj	_	_
2-3	don't	_	_	_	_	_	_	_	_
2	do	do	AUX	VBP	_	4	aux	_	_
3	n't	not	PART	RB	_	4	advmod	_	_
4	know	know	VERB	VB	_	0	root	_	SpaceAfter=No
4.1	it	it	PRON	PRP	_	_	_	_	_
5	.	.	PUNCT	.	_	4	punct	_	_

# text = Yes
1	Yes	yes	INTJ	UH	_	0	root	_	_
`

func read(t *testing.T, content string) ([]Sentence, error) {
	t.Helper()
	name := filepath.Join(t.TempDir(), "x.conllu")
	require.NoError(t, os.WriteFile(name, []byte(content), 0o644))
	return Read(name)
}

func TestWordsAreReadWithoutRangesAndEmptyNodes(t *testing.T) {
	s, err := read(t, sample)
	require.NoError(t, err)
	require.Len(t, s, 2)
	require.Equal(t, []string{"They", "do", "n't", "know", "."}, s[0].Words)
	require.Equal(t, []string{"PRP", "VBP", "RB", "VB", "."}, s[0].Tags)
	require.Equal(t, []int{3, 3, 3, -1, 3}, s[0].Heads)
	require.Equal(t, "They don't know.", s[0].Text)
	require.Equal(t, "first", s[1].Doc)
}

func TestBrokenLineIsAnErrorWithItsPlace(t *testing.T) {
	_, err := read(t, "1\tYes\tyes\n")
	require.ErrorContains(t, err, "x.conllu:1")
	_, err = read(t, "1\tYes\tyes\tINTJ\tUH\t_\tx\troot\t_\t_\n")
	require.ErrorContains(t, err, `head "x"`)
}

func TestHeadsThatMakeNoTreeAreErrors(t *testing.T) {
	rows := func(heads ...string) string {
		var b strings.Builder
		for i, h := range heads {
			fmt.Fprintf(&b, "%d\tw\tw\tX\tNN\t_\t%s\tdep\t_\t_\n", i+1, h)
		}
		return b.String()
	}
	for _, c := range []struct{ content, want string }{
		{rows("2", "0", "4"), "x.conllu:4: head 4 of word 3, of 3 words"},
		{rows("2", "0", "-1") + "\n", "x.conllu:4: head -1 of word 3, of 3 words"},
		{rows("0") + "\n" + rows("0", "3", "4", "2") + "\n", "x.conllu:7: the heads of word 2 go in a ring"},
		{rows("1"), "x.conllu:2: the heads of word 1 go in a ring"},
	} {
		_, err := read(t, c.content)
		require.ErrorContains(t, err, c.want)
	}
	s, err := read(t, rows("3", "1", "0", "0"))
	require.NoError(t, err)
	require.Equal(t, []int{2, 0, -1, -1}, s[0].Heads)
}
