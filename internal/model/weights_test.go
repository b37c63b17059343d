package model

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func openWeights(t *testing.T, load float64, features ...FeatureWeights) *Weights {
	t.Helper()
	section, err := PackWeights(features, load)
	require.NoError(t, err)
	f, err := Open("test", writeFile(t, "test", Section{"w", section}))
	require.NoError(t, err)
	w, err := OpenWeights(f, "w")
	require.NoError(t, err)
	return w
}

func TestWeightsOfACrowdedTableAddUp(t *testing.T) {
	var features []FeatureWeights
	for i := range 1000 {
		var labels []LabelWeight
		for j := range i % 9 {
			labels = append(labels, LabelWeight{uint8((i + 5*j) % MaxLabels), int8(i%255 - 127)})
		}
		features = append(features, FeatureWeights{Mix(uint64(i), 7), labels})
	}
	w := openWeights(t, 0.9, features...)
	differ := 0
	for _, f := range features {
		var want, got Scores
		for _, l := range f.Labels {
			want[l.Label] += int32(l.Weight)
		}
		w.Add(f.Feature, &got)
		if got != want {
			differ++
		}
	}
	require.LessOrEqual(t, differ, 20) // those that a fingerprint mistakes for another
	var none Scores
	w.Add(Mix(12345, 8), &none)
	require.Equal(t, Scores{}, none)
}

func TestTableOfWeightsWithoutFreeSlotIsRefused(t *testing.T) {
	for _, slots := range [][]uint64{nil, {takenBit}} {
		f, err := Open("test", writeFile(t, "test", Section{"w", Bytes(slots)}))
		require.NoError(t, err)
		_, err = OpenWeights(f, "w")
		require.ErrorIs(t, err, ErrFormat)
	}
}
