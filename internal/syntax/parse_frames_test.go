package syntax

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestPhraseOfAVerbsFrameIsTheVerbs(t *testing.T) {
	p, err := DefaultParser()
	require.NoError(t, err)
	for _, c := range []struct {
		text     string
		at, head int
		label    string
	}{
		{"Norland/NNP accuses/VBZ Velmora/NNP of/IN cyber/JJ attacks/NNS ./.", 5, 1, "obl"},
		{"Officials/NNS charged/VBD the/DT banker/NN with/IN fraud/NN ./.", 5, 1, "obl"},
		{"The/DT court/NN accused/VBD the/DT president/NN of/IN Norland/NNP of/IN fraud/NN ./.", 8, 2, "obl"},
		{"The/DT court/NN accused/VBD the/DT president/NN of/IN Norland/NNP of/IN fraud/NN ./.", 6, 4, "nmod"},
		{"She/PRP met/VBD the/DT president/NN of/IN Norland/NNP ./.", 5, 3, "nmod"},
	} {
		s := parseTagged(t, c.text)[0]
		requireTree(t, s.heads)
		require.Equal(t, int32(c.head), s.heads[c.at], c.text)
		require.Equal(t, c.label, p.Labels()[s.labels[c.at]], c.text)
	}
}

func TestContractedAuxiliaryWithAnObjectIsActive(t *testing.T) {
	p, err := DefaultParser()
	require.NoError(t, err)
	s := parseTagged(t, "She/PRP 's/VBZ met/VBN the/DT minister/NN twice/RB ./.")[0]
	require.Equal(t, "nsubj", p.Labels()[s.labels[0]])
	require.Equal(t, "aux", p.Labels()[s.labels[1]])
	require.Equal(t, "obj", p.Labels()[s.labels[4]])
}
