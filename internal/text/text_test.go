package text

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"
)

// The cases of testdata are numbered and titled. After the title comes a
// text, then a sentence a line with a space between its tokens.
func TestCases(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txt")
	require.NoError(t, err)
	require.NotEmpty(t, files)
	var b Buffer
	for _, file := range files {
		data, err := os.ReadFile(file)
		require.NoError(t, err)
		for _, c := range strings.Split(strings.TrimSpace(string(data)), "\n====\n") {
			title, rest, ok := strings.Cut(c, "\n----\n")
			require.True(t, ok, "%s: no text in %q", file, c)
			text, want, ok := strings.Cut(rest, "\n----\n")
			require.True(t, ok, "%s: no sentences in %q", file, c)
			t.Run(filepath.Base(file)+"/"+title, func(t *testing.T) {
				require.Equal(t, strings.TrimSpace(want), render(&b, text))
				requireSound(t, &b, text)
			})
		}
	}
}

// render writes a sentence a line, with a space between its tokens.
func render(b *Buffer, text string) string {
	b.Split(text)
	lines := make([]string, len(b.Sentences))
	for i, s := range b.Sentences {
		words := make([]string, 0, s.Last-s.First)
		for _, w := range b.Tokens[s.First:s.Last] {
			words = append(words, text[w.Start:w.End])
		}
		lines[i] = strings.Join(words, " ")
	}
	return strings.Join(lines, "\n")
}

// requireSound checks what Split promises for any text.
func requireSound(t *testing.T, b *Buffer, text string) {
	t.Helper()
	end, valid := 0, utf8.ValidString(text)
	for i, w := range b.Tokens {
		if w.Start < end || w.Start >= w.End || w.End > len(text) {
			t.Fatalf("token %d, %v, is empty, out of range or overlaps the one before", i, w)
		}
		requireOnlySpace(t, text[end:w.Start])
		if strings.IndexFunc(text[w.Start:w.End], IsSpace) >= 0 {
			t.Fatalf("token %d holds space: %q", i, text[w.Start:w.End])
		}
		if valid && (!utf8.RuneStart(text[w.Start]) || w.End < len(text) && !utf8.RuneStart(text[w.End])) {
			t.Fatalf("token %d, %v, starts or ends inside a character", i, w)
		}
		end = w.End
	}
	requireOnlySpace(t, text[end:])

	next := 0
	for i, s := range b.Sentences {
		if s.First != next || s.Last <= s.First || s.Start != b.Tokens[s.First].Start || s.End != b.Tokens[s.Last-1].End {
			t.Fatalf("sentence %d, %v, is empty, does not follow the one before or does not fit its tokens", i, s)
		}
		next = s.Last
	}
	require.Equal(t, len(b.Tokens), next, "tokens in no sentence")
}

func requireOnlySpace(t *testing.T, s string) {
	t.Helper()
	if strings.IndexFunc(s, func(r rune) bool { return !IsSpace(r) }) >= 0 {
		t.Fatalf("%q is in no token", s)
	}
}

func TestNothingInNothingOut(t *testing.T) {
	var b Buffer
	for _, s := range []string{"", " ", "\n\n\t", "\u00a0\u2003\u3000", "\x00", "\ufeff", "\u200b\u200e"} {
		b.Split(s)
		require.Empty(t, b.Tokens, "%q", s)
		require.Empty(t, b.Sentences, "%q", s)
	}
}

func TestSpaceOfEveryKindPartsWords(t *testing.T) {
	var b Buffer
	for _, s := range []string{" ", "\t", "\r\n", "\u00a0", "\u2009", "\u202f", "\u3000", "\u2028", "\x00", "\u200b", "\ufeff"} {
		require.Equal(t, []string{"Mr.", "Xi"}, strings.Fields(render(&b, s+"Mr."+s+"Xi"+s)), "%q", s)
	}
}

func TestBrokenTextIsReadAsItIs(t *testing.T) {
	var b Buffer
	for _, c := range []struct{ text, want string }{
		{"caf\xe9 ol\xe9.", "caf\xe9 ol\xe9 ."},
		{"\xff\xfe", "\xff\xfe"},
		{"don\xe2\x80t go\xe2", "don\xe2\x80t go\xe2"},
		{"wo\u00adrd wo\u200drd", "wo\u00adrd wo\u200drd"},
	} {
		require.Equal(t, c.want, render(&b, c.text), "%q", c.text)
		requireSound(t, &b, c.text)
	}
}

func TestBlankLineAlwaysEndsASentence(t *testing.T) {
	var b Buffer
	for _, gap := range []string{"\n\n", "\r\n\r\n", "\n \t\n", "\r\r", "\u2029\u2029", "\n\u00a0\n"} {
		b.Split("the men of" + gap + "and the women")
		require.Len(t, b.Sentences, 2, "%q", gap)
	}
}

func TestBufferKeepsNothingOfTheLastText(t *testing.T) {
	var used Buffer
	for _, text := range seeds {
		var fresh Buffer
		require.Equal(t, render(&fresh, text), render(&used, text))
		require.True(t, slices.Equal(fresh.Tokens, used.Tokens))
		require.True(t, slices.Equal(fresh.Sentences, used.Sentences))
	}
}

func TestSecondSplitDoesNotAllocate(t *testing.T) {
	var b Buffer
	b.Split(news)
	require.Zero(t, testing.AllocsPerRun(10, func() { b.Split(news) }))
}

func TestAbbreviationHasOneKind(t *testing.T) {
	seen := map[string]bool{}
	for _, l := range abbreviationLists {
		for _, w := range strings.Fields(l.words) {
			require.False(t, seen[w], "%q is listed twice", w)
			require.Equal(t, strings.ToLower(w), w)
			require.Equal(t, l.kind, abbreviation(w))
			seen[w] = true
		}
	}
}

func TestLongAddressDoesNotHideThatATextIsWrapped(t *testing.T) {
	paragraph := "The committee heard from the head of the state bank, who came\n" +
		"to Ostby by train on the day before and spoke to nobody at all.\n"
	text := strings.Repeat(paragraph, 12) + "See https://example.org/" + strings.Repeat("x", 200) + "\nfor more.\n"
	var b Buffer
	b.Split(text)
	require.Len(t, b.Sentences, 13)
}
