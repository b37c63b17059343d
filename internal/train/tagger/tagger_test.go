package main

import (
	"bytes"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/dossier-nlp/dossier/internal/syntax"
	"github.com/dossier-nlp/dossier/internal/train/treebank"
	"github.com/stretchr/testify/require"
)

// smallBank is a treebank of invented sentences, each several times.
func smallBank() []treebank.Sentence {
	var bank []treebank.Sentence
	for range 12 {
		for _, line := range []string{
			"The/DT minister/NN met/VBD the/DT rebels/NNS ./.",
			"She/PRP was/VBD met/VBN by/IN the/DT rebels/NNS ./.",
			"They/PRP will/MD visit/VB Lisbon/NNP ./.",
			"The/DT visit/NN was/VBD long/JJ ./.",
		} {
			var s treebank.Sentence
			for _, pair := range strings.Fields(line) {
				word, tag, _ := strings.Cut(pair, "/")
				s.Words, s.Tags = append(s.Words, word), append(s.Tags, tag)
			}
			bank = append(bank, s)
		}
	}
	return bank
}

func TestTrainingTwiceGivesTheSameBytes(t *testing.T) {
	train := func() ([]byte, *syntax.Tagger) {
		var last *syntax.Tagger
		b, err := trainTagger(smallBank(), "", func(t *syntax.Tagger) { last = t })
		require.NoError(t, err)
		return b, last
	}
	first, tagger := train()
	second, _ := train()
	require.True(t, bytes.Equal(first, second))
	require.Greater(t, accuracy(tagger, smallBank()), 95.0)
}

func TestAlteredCopiesKeepWordsAndTagsTogether(t *testing.T) {
	known := map[string]string{}
	for _, s := range smallBank() {
		for i, w := range s.Words {
			known[strings.ToLower(w)+" "+s.Tags[i]] = w
		}
	}
	copies := altered(smallBank(), rand.New(rand.NewPCG(1, 2)))
	require.NotEmpty(t, copies)
	for _, s := range copies {
		require.Len(t, s.Tags, len(s.Words))
		for i, w := range s.Words {
			require.Contains(t, known, strings.ToLower(w)+" "+s.Tags[i])
		}
	}
}

func TestNamesOfSilverSentencesAreProperNouns(t *testing.T) {
	require.Equal(t, "NNP", properTag("Bush", "NN"))
	require.Equal(t, "NNPS", properTag("Nations", "NNS"))
	require.Equal(t, "IN", properTag("Of", "IN"))
	require.Equal(t, "NN", properTag("bank", "NN"))
}
