//go:build !race

// The race detector makes some steps slower than others, and lets pools forget
// at random.

package dossier_test

import (
	"flag"
	"runtime"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dossier-nlp/dossier"
)

var longest = flag.Int("longest", 16<<10, "bytes of the longest text that TestHostileTextsCostLittleMoreThanNews reads, up to 16777216")

// cost is what reading a text took, for each byte of it.
type cost struct{ nanoseconds, allocated float64 }

// costOf reads a text twice or more often, and gives what the cheapest reading
// took: the first makes room, and the machine may have other work.
func costOf(t *testing.T, x *dossier.Extractor, text string) cost {
	t.Helper()
	best := cost{1e9, 1e9}
	for range min(3, 2+(4<<20)/len(text)) {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		start := cpu()
		_, err := x.Extract(t.Context(), text)
		took := cpu() - start
		runtime.ReadMemStats(&after)
		require.NoError(t, err)
		best.nanoseconds = min(best.nanoseconds, float64(took)/float64(len(text)))
		best.allocated = min(best.allocated, float64(after.TotalAlloc-before.TotalAlloc)/float64(len(text)))
	}
	return best
}

// mostTimes is how many times as much time and memory a byte of any text may
// cost as one of plain news.
const mostTimes = 4

// All lengths up to 16 MB, with the figures:
//
//	go test . -run CostLittleMore -v -timeout 2h -longest 16777216
func TestHostileTextsCostLittleMoreThanNews(t *testing.T) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	x := extractor(t, dossier.WithLimit(17<<20)) // some are a few bytes longer than asked
	for _, n := range []int{1 << 10, 16 << 10, 64 << 10, 1 << 20, 16 << 20} {
		if n > *longest {
			break
		}
		text := news(t, n)
		plain := costOf(t, x, text)
		t.Logf("%8d bytes of %-30s %8.0f ns %6.1f B a byte", n, "news", plain.nanoseconds, plain.allocated)
		for _, h := range hostile {
			text := h.text(n)
			c := costOf(t, x, text)
			time, memory := c.nanoseconds/plain.nanoseconds, c.allocated/plain.allocated
			t.Logf("%8d bytes of %-30s %8.0f ns %6.1f B a byte, %5.2f and %5.2f times news", len(text), h.name, c.nanoseconds, c.allocated, time, memory)
			if time > mostTimes || memory > mostTimes {
				t.Errorf("%d bytes of %s cost %.1f times the time and %.1f times the memory of news", len(text), h.name, time, memory)
			}
		}
	}
}

// Once an Extractor is warm it allocates for what a document returns alone.
func TestAllocationsAreForTheDocument(t *testing.T) {
	x := extractor(t)
	texts := append(corpus(t), news(t, 4<<10), news(t, 256<<10))
	size := 0
	read := func() {
		for _, text := range texts {
			_, err := x.Extract(t.Context(), text)
			require.NoError(t, err)
		}
	}
	read()
	for _, text := range texts {
		size += len(text)
	}
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	read()
	runtime.ReadMemStats(&after)
	require.Less(t, float64(after.TotalAlloc-before.TotalAlloc)/float64(size), 40.0, "bytes a byte of text")
}
