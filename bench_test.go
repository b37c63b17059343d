package dossier_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"testing"

	"github.com/jdkato/prose/v2"
	"github.com/stretchr/testify/require"

	"github.com/dossier-nlp/dossier"
)

// corpus is the repository's articles.
func corpus(t testing.TB) []string {
	t.Helper()
	files, err := filepath.Glob("testdata/articles/*.txt")
	require.NoError(t, err)
	require.NotEmpty(t, files)
	var texts []string
	for _, f := range files {
		b, err := os.ReadFile(f)
		require.NoError(t, err)
		texts = append(texts, string(b))
	}
	return texts
}

func extractor(t testing.TB, options ...dossier.Option) *dossier.Extractor {
	t.Helper()
	x, err := dossier.New(options...)
	require.NoError(t, err)
	return x
}

// extractLoop reads one text again and again, and reports its words.
func extractLoop(b *testing.B, text string) {
	x := extractor(b)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	_, err := x.Extract(context.Background(), text) // makes room for texts of this size
	require.NoError(b, err)
	words := 0
	for b.Loop() {
		doc, err := x.Extract(context.Background(), text)
		require.NoError(b, err)
		words = 0
		for i := range doc.Sentences {
			words += len(doc.Sentences[i].Tokens)
		}
	}
	b.ReportMetric(float64(words)*float64(b.N)/b.Elapsed().Seconds(), "tokens/s")
}

// A second New shares the models of the first.
func BenchmarkNew(b *testing.B) {
	extractor(b)
	b.ReportAllocs()
	for b.Loop() {
		extractor(b)
	}
}

func BenchmarkExtractArticle4kB(b *testing.B) { extractLoop(b, news(b, 4<<10)) }

// Time and memory grow as the text does.
func BenchmarkExtractBySize(b *testing.B) {
	for _, n := range []int{1 << 10, 16 << 10, 32 << 10, 256 << 10, 512 << 10} {
		b.Run(fmt.Sprintf("%dkB", n>>10), func(b *testing.B) { extractLoop(b, news(b, n)) })
	}
}

// No text costs much more per byte than news does; twice the text costs about
// twice the time.
func BenchmarkExtractHostile(b *testing.B) {
	for _, h := range hostile {
		for _, n := range []int{64 << 10, 128 << 10} {
			b.Run(fmt.Sprintf("%s/%dkB", h.name, n>>10), func(b *testing.B) { extractLoop(b, h.text(n)) })
		}
	}
}

func BenchmarkExtractAll(b *testing.B) {
	x := extractor(b)
	texts := corpus(b)
	size := 0
	for _, text := range texts {
		size += len(text)
	}
	b.SetBytes(int64(size))
	b.ReportAllocs()
	for b.Loop() {
		for _, err := range x.ExtractAll(context.Background(), slices.Values(texts)) {
			require.NoError(b, err)
		}
	}
}

var proseModel = sync.OnceValue(func() *prose.Model {
	doc, err := prose.NewDocument("A text.")
	if err != nil {
		panic(err)
	}
	return doc.Model
})

// What prose needs for the same article with its model shared.
func BenchmarkProseArticle4kB(b *testing.B) {
	text := news(b, 4<<10)
	model := proseModel()
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		_, err := prose.NewDocument(text, prose.UsingModel(model))
		require.NoError(b, err)
	}
}
