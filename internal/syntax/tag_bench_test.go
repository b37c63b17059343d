package syntax

import (
	"strings"
	"testing"

	"github.com/dossier-nlp/dossier/internal/model"
	"github.com/stretchr/testify/require"
)

// benchText is a stretch of invented news, a sentence a line.
const benchText = `The foreign minister of Verania met her Ostrian counterpart in Lisbon on Tuesday , officials said .
Police said that three men who had been arrested near the port were later released without charge .
" We are not going to accept what the company has offered us , " the union 's leader told reporters .
Shares in Halvorsen Marine fell by 4.5 percent after the regulator opened an inquiry into its accounts .
The rebels , who took the northern town of Karsin last week , have denied shelling the hospital .`

func benchSentences() (sentences [][]string, words int) {
	for line := range strings.Lines(benchText) {
		sentences = append(sentences, strings.Fields(line))
		words += len(strings.Fields(line))
	}
	return sentences, words
}

func BenchmarkTagger(b *testing.B) {
	classes, err := model.DefaultClasses()
	require.NoError(b, err)
	tagger, err := DefaultTagger()
	require.NoError(b, err)
	sentences, words := benchSentences()
	var s Sentence
	var scratch TagContext
	var tags []uint8
	b.ReportAllocs()
	for b.Loop() {
		for _, line := range sentences {
			s.Set(line, classes)
			tags = tagger.Tag(&s, &scratch, tags[:0])
		}
	}
	b.ReportMetric(float64(words*b.N)/b.Elapsed().Seconds(), "tokens/s")
}

func BenchmarkLemmatizer(b *testing.B) {
	classes, err := model.DefaultClasses()
	require.NoError(b, err)
	tagger, err := DefaultTagger()
	require.NoError(b, err)
	lemmatizer, err := DefaultLemmatizer()
	require.NoError(b, err)
	sentences, words := benchSentences()
	var scratch TagContext
	read := make([]Sentence, len(sentences))
	tags := make([][]uint8, len(sentences))
	for i, line := range sentences {
		read[i].Set(line, classes)
		tags[i] = tagger.Tag(&read[i], &scratch, nil)
	}
	b.ReportAllocs()
	for b.Loop() {
		for i, line := range sentences {
			for j, word := range line {
				lemmatizer.Lemma(word, &read[i].Words[j], tags[i][j])
			}
		}
	}
	b.ReportMetric(float64(words*b.N)/b.Elapsed().Seconds(), "tokens/s")
}

func BenchmarkAnalyze(b *testing.B) {
	a, err := Default()
	require.NoError(b, err)
	sentences, words := benchSentences()
	var p Parse
	b.ReportAllocs()
	for b.Loop() {
		for _, line := range sentences {
			a.Analyze(line, &p)
		}
	}
	b.ReportMetric(float64(words*b.N)/b.Elapsed().Seconds(), "tokens/s")
}
