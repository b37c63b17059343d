package dossier_test

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// news is plain news of about n bytes: the repository's article, again and
// again.
func news(t testing.TB, n int) string {
	t.Helper()
	article, err := os.ReadFile("testdata/article.txt")
	require.NoError(t, err)
	return again(string(article)+"\n", n)
}

// again repeats s up to n bytes.
func again(s string, n int) string {
	return strings.Repeat(s, n/len(s)+1)[:n]
}

// hostile are texts of about n bytes that no newspaper prints.
var hostile = []struct {
	name string
	text func(n int) string
}{
	{"brackets", func(n int) string { return again("(", n) }},
	{"closing brackets", func(n int) string { return again("]", n) }},
	{"braces", func(n int) string { return again("}", n) }},
	{"brackets of all kinds", func(n int) string { return again("([{<>}])", n) }},
	{"brackets around letters", func(n int) string { return again("(a", n) }},
	{"brackets around numbers", func(n int) string { return again("1)", n) }},
	{"brackets in a sentence", func(n int) string { return "Ana met " + again("[", n) + " Berg." }},
	{"symbols", func(n int) string { return again("$%#&*+=~^", n) }},
	{"symbols between letters", func(n int) string { return again("a{1%", n) }},
	{"letters", func(n int) string { return again("a b C d ", n) }},
	{"numbers", func(n int) string { return again("1 2 0 3 ", n) }},
	{"quotes", func(n int) string { return again(`"`, n) }},
	{"curly quotes", func(n int) string { return again("‘’“”", n) }},
	{"dots", func(n int) string { return again(".", n) }},
	{"dots and letters", func(n int) string { return again("U.S.", n) }},
	{"dashes", func(n int) string { return again("-—", n) }},
	{"hyphened word", func(n int) string { return again("so-", n) }},
	{"apostrophes", func(n int) string { return again("n't's", n) }},
	{"capitals", func(n int) string { return again("NORWAY ACCUSED PERU OF LYING ", n) }},
	{"slashed words", func(n int) string { return again("and/or/", n) }},
	{"Chinese", func(n int) string { return again("中国人民。", n) }},
	{"one sentence", func(n int) string { return again("and the envoy of Peru met her ", n) }},
	{"one sentence of names", func(n int) string { return again("Ana Lind of Peru, ", n) }},
	{"one word", func(n int) string { return again("a", n) }},
	{"one capital word", func(n int) string { return again("A", n) }},
	{"one number", func(n int) string { return again("1,", n) }},
	{"one address", func(n int) string { return "http://" + again("a.b/", n) }},
	{"nested quotes", func(n int) string {
		return again("\"Ana said 'Berg said ", n/2) + again("' said she\"", n/2)
	}},
	{"nested brackets", func(n int) string { return again("(Ana [met ", n/2) + again("] Berg)", n/2) }},
	{"one name", func(n int) string { return again("Peru. ", n) }},
	{"one name in one sentence", func(n int) string { return again("Peru ", n) }},
	{"different people", func(n int) string {
		var b strings.Builder
		for i := 0; b.Len() < n; i++ {
			fmt.Fprintf(&b, "Maria %s met Carlos %s. ", letters(i), letters(i+7))
		}
		return b.String()
	}},
	{"different people in one list", func(n int) string {
		var b strings.Builder
		for i := 0; b.Len() < n; i++ {
			fmt.Fprintf(&b, "Maria %s, ", letters(i))
		}
		return b.String()
	}},
	{"pronouns", func(n int) string { return again("He told her that they met him. ", n) }},
	{"accusations", func(n int) string { return again("Peru accused Chile of accusing Peru of accusing ", n) }},
	{"one-letter sentences", func(n int) string { return again("A. b! C? ", n) }},
	{"right-to-left marks", func(n int) string { return again("Ana \u202eLind\u202c met\u200f Berg. ", n) }},
	{"zero-width characters", func(n int) string { return again("A\u200bna\u200d\ufeff met Berg. ", n) }},
	{"combining marks", func(n int) string { return again("A\u0301\u0302\u0303\u0304", n) }},
	{"emoji", func(n int) string { return again("👩‍👩‍👧‍👦🇵🇪 ", n) }},
	{"NUL bytes", func(n int) string { return again("\x00", n) }},
	{"broken UTF-8", func(n int) string { return again("Ana \xff\xc3 met \xe2\x80 Berg\xf0. ", n) }},
	{"HTML", func(n int) string { return again("<p>Ana&nbsp;Lind met <b>Berg</b>&rsquo;s envoy.</p>\n", n) }},
	{"mixed line ends", func(n int) string { return again("Ana met\r Berg.\r\nShe\n\rleft.\u2028\v\f", n) }},
	{"spaces", func(n int) string { return again(" ", n) }},
	{"blank lines", func(n int) string { return again("\n", n) }},
	{"odd spaces", func(n int) string { return again("\u00a0\u2003\u3000\t", n) }},
}

// letters spells a number as a capitalized name.
func letters(i int) string {
	b := []byte{'A' + byte(i%26)}
	for i /= 26; i > 0; i /= 26 {
		b = append(b, 'a'+byte(i%26))
	}
	return string(b) + "son"
}
