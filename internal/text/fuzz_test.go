package text

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// seeds are texts that tokenizers stumble over.
var seeds = []string{
	"", " ", ".", "...", "\x00", "\xff", "\xe2\x80", "’", "''", "\"", "'s", "n't", ":-)", "[1]", "a.b.c.",
	news,
	"“Don’t,” said Ms. O’Shea’s aide — “we can’t.” [4] He’d left.",
	"A.\nB.\n\n1. C\n2) D\n(c) E\n• F\n",
	"http://a.example/x?y=(z). me@example.com, www.example.org/a-b.",
	"US$5m 10am '90s 1990's #1 5% 11/15/2014 3-4 555-1234 50-year-old w/o 24/7 c/o",
	"x. [1] [2] [citation needed] Y ]] [[ ] [",
	strings.Repeat("([{<", 40), strings.Repeat("'.", 40), strings.Repeat("a'", 40), strings.Repeat(".a", 40), strings.Repeat("-", 100),
	strings.Repeat("x", 100) + "'s " + strings.Repeat("\u0301", 50),
	"\ufeffKYIV\u00a0—\u200bHe came.\u2028She left.\u2029\u2029They stayed",
	"one\rtwo\r\nthree\x0bfour\x0cfive\u0085six",
}

func FuzzSplit(f *testing.F) {
	for _, s := range seeds {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		var b Buffer
		b.Split(text)
		requireSound(t, &b, text)
		tokens, sentences := slices.Clone(b.Tokens), slices.Clone(b.Sentences)
		b.Split("It's over. " + text)
		b.Split(text)
		require.True(t, slices.Equal(tokens, b.Tokens), "a used buffer gives other tokens")
		require.True(t, slices.Equal(sentences, b.Sentences), "a used buffer gives other sentences")
	})
}
