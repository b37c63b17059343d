package syntax

import (
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestLabelTableKeepsTheLargestWeights(t *testing.T) {
	var e LabelEntry
	e.Hash = 12345
	for k, w := range []int16{9, -60, 300, 4, -1000, 20, 8} {
		e.Weights[2*k] = w
	}
	table := packLabels([]LabelEntry{e}, 16)
	require.EqualValues(t, 4, table.best([]uint64{e.Hash}, MaxLabels))
	require.EqualValues(t, 0, table.best([]uint64{e.Hash + 1}, MaxLabels), "nothing is known of another feature")

	other := LabelEntry{Hash: 999}
	other.Weights[10] = 900 // a little less than what e has for 8, and against it
	other.Weights[8], other.Weights[4] = 1000, -300
	table = packLabels([]LabelEntry{e, other}, 16)
	require.EqualValues(t, 10, table.best([]uint64{e.Hash, other.Hash}, MaxLabels))
}

func TestLabelWeightsAreNearTheirValues(t *testing.T) {
	for v := int16(4); v < 1200; v++ {
		for _, w := range []int16{v, -v} {
			require.InEpsilon(t, w, labelWeights[nearestWeight(w)], 0.25, "%d", w)
		}
	}
}

func TestOfLabelEntriesTheFirstFindRoom(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	entries := make([]LabelEntry, 400)
	for i := range entries {
		entries[i].Hash = rng.Uint64()
		entries[i].Weights[1+i%40] = 100
	}
	table := packLabels(entries, 100)
	found := func(list []LabelEntry) (n int) {
		for _, e := range list {
			if table.best([]uint64{e.Hash}, MaxLabels) != 0 {
				n++
			}
		}
		return n
	}
	require.Greater(t, found(entries[:50]), 45)
	require.Less(t, found(entries[350:]), 20)
}
