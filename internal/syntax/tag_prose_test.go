package syntax

import (
	"testing"

	"github.com/jdkato/prose/v2"
	"github.com/stretchr/testify/require"
)

// BenchmarkProseTagger is what stands beside BenchmarkTagger: prose/v2 with
// its model loaded once, cutting and tagging the same text. Its time without
// tagging is reported by BenchmarkProseTokenizer.
func BenchmarkProseTagger(b *testing.B) { benchmarkProse(b, true) }

func BenchmarkProseTokenizer(b *testing.B) { benchmarkProse(b, false) }

func benchmarkProse(b *testing.B, tagging bool) {
	first, err := prose.NewDocument("A text.")
	require.NoError(b, err)
	model := prose.UsingModel(first.Model)
	_, words := benchSentences()
	b.ReportAllocs()
	for b.Loop() {
		_, err := prose.NewDocument(benchText, model, prose.WithTagging(tagging),
			prose.WithExtraction(false), prose.WithSegmentation(false))
		require.NoError(b, err)
	}
	b.ReportMetric(float64(words*b.N)/b.Elapsed().Seconds(), "tokens/s")
}
