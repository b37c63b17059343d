package syntax

import (
	"strings"
	"sync"
	"testing"

	"github.com/dossier-nlp/dossier/internal/model"
	"github.com/stretchr/testify/require"
)

func tag(t *testing.T, words []string) []string {
	t.Helper()
	tagger, classes := taggerAndClasses(t)
	var s Sentence
	s.Set(words, classes)
	names := TagNames()
	var out []string
	for _, n := range tagger.Tag(&s, new(TagContext), nil) {
		out = append(out, names[n])
	}
	return out
}

func taggerAndClasses(t *testing.T) (*Tagger, *model.Classes) {
	t.Helper()
	tagger, err := DefaultTagger()
	require.NoError(t, err)
	classes, err := model.DefaultClasses()
	require.NoError(t, err)
	return tagger, classes
}

func TestTagsOfNewsSentences(t *testing.T) {
	for _, c := range []string{
		"The/DT minister/NN met/VBD her/PRP$ counterpart/NN in/IN Lisbon/NNP on/IN Tuesday/NNP ./.",
		"Police/NNS have/VBP arrested/VBN two/CD men/NNS accused/VBN of/IN murder/NN ./.",
		"He/PRP did/VBD n't/RB say/VB who/WP had/VBD been/VBN killed/VBN ./.",
		"Halvorsen/NNP plans/VBZ to/TO meet/VB the/DT rebels/NNS '/POS leader/NN next/JJ week/NN ./.",
		"The/DT talks/NNS were/VBD held/VBN by/IN officials/NNS of/IN both/DT countries/NNS ./.",
	} {
		var words, want []string
		for _, pair := range strings.Fields(c) {
			at := strings.LastIndexByte(pair, '/')
			words, want = append(words, pair[:at]), append(want, pair[at+1:])
		}
		require.Equal(t, want, tag(t, words), c)
	}
}

func TestVerbsOfHeadlinesAreVerbs(t *testing.T) {
	for _, c := range []struct{ headline, verb string }{
		{"Ostrian President Meets Rebel Leaders In Lisbon After Deadly Attack", "Meets"},
		{"Verania Accuses Neighbour Of Shelling Border Town", "Accuses"},
		{"Police Arrest Three Suspects After Port Bombing", "Arrest"},
		{"VERANIA ACCUSES NEIGHBOUR OF SHELLING BORDER TOWN", "ACCUSES"},
		{"minister rejects call for early election", "rejects"},
	} {
		words := strings.Fields(c.headline)
		for i, tag := range tag(t, words) {
			if words[i] == c.verb {
				require.Contains(t, []string{"VBZ", "VBP"}, tag, c.headline)
			}
		}
	}
}

func TestEachWordHasItsDoubt(t *testing.T) {
	tagger, classes := taggerAndClasses(t)
	sentences, _ := benchSentences()
	var s Sentence
	var scratch TagContext
	doubts := 0
	for _, words := range append(sentences, []string{"Police", "Arrest", "Three"}, []string{"."}) {
		s.Set(words, classes)
		tags := tagger.Tag(&s, &scratch, nil)
		require.Len(t, scratch.Doubts(), len(words))
		for i, d := range scratch.Doubts() {
			require.NotEqual(t, tags[i], d)
			if d != 0 {
				doubts++
			}
		}
	}
	require.Positive(t, doubts)
}

func TestTaggerAllocatesNothingOnceWarm(t *testing.T) {
	tagger, classes := taggerAndClasses(t)
	sentences, _ := benchSentences()
	var s Sentence
	var scratch TagContext
	var tags []uint8
	require.Zero(t, testing.AllocsPerRun(10, func() {
		for _, words := range sentences {
			s.Set(words, classes)
			tags = tagger.Tag(&s, &scratch, tags[:0])
		}
	}))
}

func TestTagsDoNotDependOnWhatWasTaggedBefore(t *testing.T) {
	sentences, _ := benchSentences()
	a, err := Default()
	require.NoError(t, err)
	var want Parse
	a.Analyze(sentences[0], &want)
	var group sync.WaitGroup
	for range 8 {
		group.Go(func() {
			var got Parse
			for range 20 {
				for _, words := range sentences {
					a.Analyze(words, &got)
				}
				a.Analyze(sentences[0], &got)
				if !equal(want, got) {
					t.Error("another result than the first time")
				}
			}
		})
	}
	group.Wait()
}

func equal(a, b Parse) bool {
	for i := range a.Tags {
		if a.Tags[i] != b.Tags[i] || a.Lemmas[i] != b.Lemmas[i] || a.Heads[i] != b.Heads[i] || a.Deps[i] != b.Deps[i] {
			return false
		}
	}
	return len(a.Tags) == len(b.Tags)
}
