package text

import (
	"strings"
	"testing"
)

const news = `Ministers of Two Neighbors Agree to Reopen Border

By Ada Lindqvist

HALVORSEN (NWA) - The foreign ministers of Norvania and Eastmark agreed on Tuesday to reopen the border crossing at St. Olaf's Bridge, which has been closed since Jan. 5, an official said.
"It's a first step," said Gov. R. J. Petrov, who didn't attend the talks. "We can't ask for more." The U.S. State Department, which had urged both sides to meet, welcomed the deal; the U.N.'s special envoy called it 'long overdue.'
Trade worth $1.2bn a year crossed the bridge before the dispute, and some 3,000 people on each side lost work in the 10-month closure. Mr. Petrov's spokeswoman, Irma Vogel-Hansen, told reporters that buses would run from 6 a.m. on Monday. Norvania's prime minister had accused Eastmark of sheltering smugglers, a charge that Eastmark denies.
`

// Each hostile text comes in two sizes: twice the text takes about twice the time.
func BenchmarkSplit(b *testing.B) {
	for _, c := range []struct {
		name string
		text string
	}{
		{"news-1x", strings.Repeat(news, 50)},
		{"news-2x", strings.Repeat(news, 100)},
		{"brackets-40k", strings.Repeat("(", 20_000) + strings.Repeat(")", 20_000)},
		{"brackets-80k", strings.Repeat("(", 40_000) + strings.Repeat(")", 40_000)},
		{"word-1MB", strings.Repeat("x", 1<<20)},
		{"word-2MB", strings.Repeat("x", 2<<20)},
		{"spaces-1MB", strings.Repeat(" ", 1<<20)},
		{"spaces-2MB", strings.Repeat(" ", 2<<20)},
		{"letters-100k", strings.Repeat("a. ", 100_000)},
		{"letters-200k", strings.Repeat("a. ", 200_000)},
		{"endless-100k", strings.Repeat("and so on ", 33_333)},
		{"endless-200k", strings.Repeat("and so on ", 66_667)},
		{"apostrophes-1MB", strings.Repeat("a'", 1<<19)},
		{"apostrophes-2MB", strings.Repeat("a'", 1<<20)},
		{"quotes-1MB", strings.Repeat("’\"", 1<<18)},
		{"quotes-2MB", strings.Repeat("’\"", 1<<19)},
		{"stops-1MB", strings.Repeat(".a", 1<<19)},
		{"stops-2MB", strings.Repeat(".a", 1<<20)},
		{"hyphens-1MB", strings.Repeat("7-", 1<<19)},
		{"hyphens-2MB", strings.Repeat("7-", 1<<20)},
		{"citations-1MB", "a." + strings.Repeat(" [1]", 1<<18)},
		{"citations-2MB", "a." + strings.Repeat(" [1]", 1<<19)},
		{"lines-1MB", strings.Repeat("Aa\n", 1<<20/3)},
		{"lines-2MB", strings.Repeat("Aa\n", 1<<21/3)},
		{"contractions-1MB", contractions(1 << 20)},
		{"contractions-2MB", contractions(2 << 20)},
	} {
		b.Run(c.name, func(b *testing.B) {
			var buf Buffer
			b.SetBytes(int64(len(c.text)))
			b.ReportAllocs()
			for b.Loop() {
				buf.Split(c.text)
			}
			b.ReportMetric(float64(len(buf.Tokens))*float64(b.N)/b.Elapsed().Seconds(), "tokens/s")
		})
	}
}

// contractions is n bytes of words that differ and all have to be looked at by
// prose: the slowest text there is.
func contractions(n int) string {
	var s strings.Builder
	for x := uint32(1); s.Len() < n; x = x*1664525 + 1013904223 {
		for k := range 4 {
			s.WriteByte('a' + byte(x>>(8*k+3)&15))
		}
		s.WriteString("'s ")
	}
	return s.String()
}
