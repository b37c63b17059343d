package treebank

import (
	"os"
	"path/filepath"
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
