package syntax

import (
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"
)

// someArcs are entries with weights as a trained model has them: most small, a
// few large.
func someArcs(n int) []ArcEntry {
	rng := rand.New(rand.NewPCG(3, 4))
	out := make([]ArcEntry, n)
	for i := range out {
		out[i] = ArcEntry{Hash: rng.Uint64(), Updates: 1 + rng.Int32N(20)}
		size := 1.5
		if i%50 == 0 {
			size = 30
		}
		for k := range out[i].Weights {
			out[i].Weights[k] = float32(rng.NormFloat64() * size)
		}
	}
	return out
}

func TestArcTableGivesTheWeightsThatItWasMadeOf(t *testing.T) {
	entries := someArcs(6000)
	table := packArcs(entries, 4000)
	var off, all, right float64
	for _, e := range entries {
		var got [Transitions]int32
		table.add([]uint64{e.Hash}, &got)
		near := true
		for k, w := range e.Weights {
			d := float64(got[k])/arcScale - float64(w)
			off += d * d
			all += float64(w * w)
			near = near && d*d < 1+float64(w*w)/4
		}
		if near {
			right++
		}
	}
	require.Less(t, off/all, 0.1, "squared error")
	require.Greater(t, right/float64(len(entries)), 0.9)
}

func TestArcTableAddsUpAnyNumberOfFeatures(t *testing.T) {
	entries := someArcs(3000)
	table := packArcs(entries, 4000)
	for _, n := range []int{0, 1, 15, 16, 17, 150} {
		var one, want [Transitions]int32
		var hashes []uint64
		for _, e := range entries[:n] {
			one = [Transitions]int32{}
			table.add([]uint64{e.Hash}, &one)
			for k := range want {
				want[k] += one[k]
			}
			hashes = append(hashes, e.Hash)
		}
		got := [Transitions]int32{5, -6, 7}
		table.add(hashes, &got)
		for k, start := range []int32{5, -6, 7} {
			require.Equal(t, want[k]+start, got[k], "%d features, transition %d", n, k)
		}
	}
}

func TestFeaturesThatTheTableDoesNotHaveSeldomWeighAnything(t *testing.T) {
	table := packArcs(someArcs(12000), 4000)
	rng := rand.New(rand.NewPCG(5, 6))
	wrong := 0
	const n = 20000
	for range n {
		var got [Transitions]int32
		table.add([]uint64{rng.Uint64()}, &got)
		if got != [Transitions]int32{} {
			wrong++
		}
	}
	require.Less(t, wrong, n/200)
}

func TestOfTwoEntriesTheFirstFindsRoom(t *testing.T) {
	many := someArcs(100)
	many[0].Weights = [Transitions]float32{40, -20, 3}
	table := packArcs(many, 1)
	var got [Transitions]int32
	table.add([]uint64{many[0].Hash}, &got)
	require.Equal(t, [Transitions]int32{40 * arcScale, -20 * arcScale, 3 * arcScale}, got)
}
