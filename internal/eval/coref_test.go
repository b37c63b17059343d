package main

import (
	"io"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestB3OfHandCountedEntities(t *testing.T) {
	// Gold {a b c} {d e}, found {a b} {c d e}: precision (1+1+1/3+2/3+2/3)/5,
	// recall (2/3+2/3+1/3+1+1)/5; pairs 2 of 4 found, 2 of 4 there.
	var s corefScore
	s.add([]int{0, 0, 0, 1, 1}, []int{7, 7, 8, 8, 8})
	p, r, f := s.b3()
	require.InDelta(t, 100*11.0/15, p, 1e-9)
	require.InDelta(t, 100*11.0/15, r, 1e-9)
	require.InDelta(t, 100*11.0/15, f, 1e-9)
	p, r, _ = s.pairs()
	require.InDelta(t, 50, p, 1e-9)
	require.InDelta(t, 50, r, 1e-9)
}

func TestMentionsWithoutEntityAreEachAlone(t *testing.T) {
	var s corefScore
	s.add([]int{0, 0}, []int{-1, -1})
	p, r, _ := s.b3()
	require.InDelta(t, 100, p, 1e-9)
	require.InDelta(t, 50, r, 1e-9)
}

func TestGoldNamesAreSortedAsWellAsPromised(t *testing.T) {
	e := &env{data: filepath.Join("..", "..", "..", "shared"), w: io.Discard}
	file := "gum-licensed-dev.conllu"
	if _, err := os.Stat(e.path("data", "ud", file)); err != nil {
		t.Skip("the shared data is not there")
	}
	names, err := corefGUM(e, file)
	require.NoError(t, err)
	_, _, f := names.b3()
	require.GreaterOrEqual(t, f, corefB3)
	precision, _, _ := names.pairs()
	require.GreaterOrEqual(t, precision, corefPrecision)
}
