package main

import (
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dossier-nlp/dossier/internal/syntax"
)

// randomTree is a tree of n words, most often with crossing arcs.
func randomTree(rng *rand.Rand, n int) []int32 {
	heads := make([]int32, n)
	order := rng.Perm(n)
	heads[order[0]] = -1
	for i := 1; i < n; i++ {
		heads[order[i]] = int32(order[rng.IntN(i)])
	}
	return heads
}

func requireTree(t *testing.T, heads []int32) {
	t.Helper()
	roots := 0
	for i := range heads {
		if heads[i] < 0 {
			roots++
		}
		at, steps := int32(i), 0
		for at >= 0 {
			at = heads[at]
			steps++
			require.LessOrEqual(t, steps, len(heads), "a cycle in %v", heads)
		}
	}
	require.Equal(t, 1, roots, "roots of %v", heads)
}

func TestProjectiveTreeHasTransitions(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 1))
	for range 500 {
		heads := projective(randomTree(rng, 1+rng.IntN(12)))
		requireTree(t, heads)
		for _, late := range []bool{false, true} {
			_, ok := syntax.Oracle(heads, late)
			require.True(t, ok, "%v", heads)
		}
		require.Equal(t, heads, projective(heads), "a projective tree stays as it is")
	}
}

func TestReducedTreeIsATree(t *testing.T) {
	rng := rand.New(rand.NewPCG(2, 2))
	for range 500 {
		n := 1 + rng.IntN(12)
		heads := randomTree(rng, n)
		var kept []int32
		for i := range n {
			if rng.IntN(3) > 0 {
				kept = append(kept, int32(i))
			}
		}
		if len(kept) > 0 {
			requireTree(t, reduce(heads, kept))
		}
	}
	require.Equal(t, []int32{1, -1}, reduce([]int32{2, -1, 3, 1}, []int32{0, 1}), "the word between them is left out")
}

func TestFlipTwiceIsTheSame(t *testing.T) {
	heads := []int32{1, -1, 1, 2}
	flip(heads)
	require.Equal(t, []int32{1, 2, -1, 2}, heads)
	flip(heads)
	require.Equal(t, []int32{1, -1, 1, 2}, heads)
}

func TestVoteOfOneIsItsTree(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 3))
	var v voter
	for range 300 {
		want := projective(randomTree(rng, 1+rng.IntN(12)))
		v.start(len(want))
		v.add(want, 1)
		got := make([]int32, len(want))
		require.InDelta(t, 1, v.tree(got), 1e-6)
		require.Equal(t, want, got)
	}
}

func TestVoteFollowsTheMajority(t *testing.T) {
	var v voter
	v.start(3)
	v.add([]int32{1, -1, 1}, 1)
	v.add([]int32{1, -1, 0}, 1) // its last arc crosses none, but is alone
	v.add([]int32{1, -1, 1}, 1)
	got := make([]int32, 3)
	share := v.tree(got)
	require.Equal(t, []int32{1, -1, 1}, got)
	require.InDelta(t, 8.0/9, share, 1e-6)
}

func TestVaryPutsANounInThePronounsPlace(t *testing.T) {
	tags := func(names ...string) []uint8 { return numbers(names) }
	words := func(n int) []syntax.Word {
		w := make([]syntax.Word, n)
		for i := range w {
			w[i].Key = uint64(100*n + i)
		}
		return w
	}
	they := example{ // they accused him of fraud
		words: words(5), tags: tags("PRP", "VBD", "PRP", "IN", "NN"), doubt: tags("", "", "", "RP", ""), heads: []int32{1, -1, 1, 4, 1},
	}
	noun := example{ // police questioned Berg
		words: words(3), tags: tags("NNS", "VBD", "NNP"), doubt: tags("", "", "NN"), heads: []int32{1, -1, 1},
	}
	out := vary([]example{they, noun})
	require.Len(t, out, 1)
	require.Equal(t, tags("PRP", "VBD", "NNP", "IN", "NN"), out[0].tags)
	require.Equal(t, tags("", "", "", "RP", ""), out[0].doubt)
	require.Equal(t, noun.words[2], out[0].words[2])
	require.Equal(t, they.heads, out[0].heads)
	require.Equal(t, uint64(502), they.words[2].Key, "the example itself stays as it is")
}
