package main

import (
	"bytes"
	"context"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestEndlessSourceStopsAfterEnoughSentences(t *testing.T) {
	var out bytes.Buffer
	require.NoError(t, run(t.Context(), &out, repeat(os.DirFS("../../testdata/articles")), 500))
	require.Contains(t, out.String(), "3. What came of it")
	require.NotContains(t, out.String(), " 0 relations")
}

func TestCtrlCIsNoError(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	source := repeat(os.DirFS("../../testdata/articles"))
	texts := source.all
	source.all = func(yield func(string) bool) {
		n := 0
		texts(func(s string) bool {
			if n++; n == 50 {
				cancel()
			}
			return yield(s)
		})
	}
	var out bytes.Buffer
	require.NoError(t, run(ctx, &out, source, 1<<30))
	require.Contains(t, out.String(), "stopped by Ctrl-C")
}

func TestBlankLinesPartTexts(t *testing.T) {
	var got []string
	source := paragraphs(strings.NewReader("one\ntwo\n\n\n\nthree\n \nfour"))
	source.all(func(s string) bool { got = append(got, s); return true })
	require.NoError(t, source.err())
	require.Equal(t, []string{"one\ntwo\n", "three\n", "four\n"}, got)
}

func TestALineOverTheLimitIsAnError(t *testing.T) {
	source := paragraphs(strings.NewReader(strings.Repeat("x", 2*largest)))
	source.all(func(string) bool { return true })
	require.Error(t, source.err())
}
