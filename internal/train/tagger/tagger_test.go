package main

import (
	"bytes"
	"math/rand/v2"
	"os"
	"path/filepath"
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

func TestAlteredCopiesHaveATagForEachWord(t *testing.T) {
	copies := altered(smallBank(), rand.New(rand.NewPCG(1, 2)))
	require.NotEmpty(t, copies)
	for _, s := range copies {
		require.Len(t, s.Tags, len(s.Words))
		require.Greater(t, len(s.Words), 1)
	}
}

func TestHeadlinesHaveNoArticlesAndNoPast(t *testing.T) {
	s := treebank.Sentence{
		Words:  strings.Fields("The rebels took the town and were seen by a boy who will run"),
		Tags:   strings.Fields("DT NNS VBD DT NN CC VBD VBN IN DT NN WP MD VB"),
		Lemmas: strings.Fields("the rebel take the town and be see by a boy who will run"),
		Deps:   strings.Fields("det nsubj root det obj cc aux:pass conj case det obl nsubj aux acl:relcl"),
		Heads:  []int{1, 2, -1, 4, 2, 7, 7, 2, 10, 10, 7, 13, 13, 10},
	}
	h := headlinese(s, false)
	require.Equal(t, "rebels take town and seen by boy who to run", strings.Join(h.Words, " "))
	require.Equal(t, "NNS VBP NN CC VBN IN NN WP TO VB", strings.Join(h.Tags, " "))
	require.Equal(t, "The rebels take the town", strings.Join(headlinese(s, true).Words[:5], " "))
	s.Heads, s.Deps = nil, nil // a tagged sentence without its tree
	require.Equal(t, h.Words[:4], headlinese(s, false).Words[:4])
	require.Equal(t, []string{"denies", "meets", "has", "reaches", "goes", "plays"},
		[]string{thirdPerson("deny"), thirdPerson("meet"), thirdPerson("have"), thirdPerson("reach"), thirdPerson("go"), thirdPerson("play")})
}

func TestNamesOfSilverSentencesAreProperNouns(t *testing.T) {
	require.Equal(t, "NNP", properTag("Bush", "NN"))
	require.Equal(t, "NNPS", properTag("Nations", "NNS"))
	require.Equal(t, "IN", properTag("Of", "IN"))
	require.Equal(t, "NN", properTag("bank", "NN"))
}

func TestNamesAreReadToTheLastLine(t *testing.T) {
	file := filepath.Join(t.TempDir(), "x.bio")
	require.NoError(t, os.WriteFile(file, []byte("-DOCSTART-\tO\n\nAnna\tB-PER\nleft\tO\n\nOslo\tB-LOC\nslept\tO"), 0o644))
	sentences, inName, err := readNames(file, 9)
	require.NoError(t, err)
	require.Len(t, sentences, 2)
	require.Equal(t, []string{"Oslo", "slept"}, sentences[1].Words)
	require.Equal(t, [][]bool{{true, false}, {true, false}}, inName)
	sentences, _, err = readNames(file, 1)
	require.NoError(t, err)
	require.Len(t, sentences, 1)
}
