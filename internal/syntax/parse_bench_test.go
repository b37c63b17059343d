package syntax

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dossier-nlp/dossier/internal/model"
)

// taggedNews is a text of our own with its tags, for tests of the parser alone.
const taggedNews = `The/DT foreign/JJ minister/NN of/IN Norland/NNP ,/, Anna/NNP Berg/NNP ,/, accused/VBD the/DT neighbouring/VBG government/NN on/IN Tuesday/NNP of/IN sending/VBG armed/JJ boats/NNS into/IN the/DT disputed/JJ strait/NN ,/, and/CC said/VBD that/IN her/PRP$ country/NN would/MD consider/VB sanctions/NNS ./.
Officials/NNS in/IN the/DT capital/NN denied/VBD the/DT charge/NN ./.
The/DT two/CD presidents/NNS ,/, who/WP met/VBD in/IN Geneva/NNP last/JJ month/NN ,/, are/VBP expected/VBN to/TO hold/VB talks/NNS again/RB before/IN the/DT summit/NN ,/, a/DT spokesman/NN for/IN the/DT ministry/NN told/VBD reporters/NNS ./.
Shares/NNS of/IN Halden/NNP Oil/NNP Co./NNP ,/, the/DT state/NN -/HYPH owned/VBN company/NN that/WDT runs/VBZ the/DT port/NN ,/, fell/VBD 4.5/CD %/NN after/IN the/DT news/NN ./.
He/PRP was/VBD arrested/VBN by/IN police/NNS and/CC charged/VBN with/IN fraud/NN ,/, his/PRP$ lawyer/NN said/VBD ./.`

type taggedSentence struct {
	words  Sentence
	tags   []uint8
	heads  []int32
	labels []uint8
}

func taggedSentences(t testing.TB, text string) []taggedSentence {
	classes, err := model.DefaultClasses()
	require.NoError(t, err)
	var out []taggedSentence
	for line := range strings.Lines(text) {
		var s taggedSentence
		var words []string
		for pair := range strings.FieldsSeq(line) {
			at := strings.LastIndexByte(pair, '/')
			words = append(words, pair[:at])
			s.tags = append(s.tags, ParseTag(pair[at+1:]))
		}
		s.words.Set(words, classes)
		s.heads = make([]int32, len(words))
		s.labels = make([]uint8, len(words))
		out = append(out, s)
	}
	return out
}

func BenchmarkParse(b *testing.B) {
	p, err := DefaultParser()
	require.NoError(b, err)
	sentences := taggedSentences(b, taggedNews)
	var scratch ParseScratch
	tokens := 0
	parse := func() {
		for i := range sentences {
			s := &sentences[i]
			p.Parse(s.words.Words, s.tags, nil, s.heads, s.labels, &scratch)
			tokens += len(s.tags)
		}
	}
	parse()
	tokens = 0
	b.ReportAllocs()
	for b.Loop() {
		parse()
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(tokens), "ns/token")
}
