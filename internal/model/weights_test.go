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
		w.AddAll([]uint64{f.Feature}, &got)
		if got != want {
			differ++
		}
	}
	require.LessOrEqual(t, differ, 20) // those that a fingerprint mistakes for another
	var none Scores
	w.AddAll([]uint64{Mix(12345, 8)}, &none)
	require.Equal(t, Scores{}, none)
}

func TestWeightsOfManyFeaturesAddUpAsOneByOne(t *testing.T) {
	var features []FeatureWeights
	var hashes []uint64
	for i := range 100 {
		features = append(features, FeatureWeights{Mix(uint64(i), 7), []LabelWeight{{uint8(i % 50), int8(i)}}})
		hashes = append(hashes, Mix(uint64(i), 7), Mix(uint64(i), 9))
	}
	w := openWeights(t, 0.7, features...)
	var want, got Scores
	for _, h := range hashes {
		w.AddAll([]uint64{h}, &want)
	}
	w.AddAll(hashes, &got)
	require.Equal(t, want, got)
	require.NotEqual(t, Scores{}, got)
}

func TestTableOfWeightsWithoutFreeSlotIsRefused(t *testing.T) {
	for _, slots := range [][]uint64{nil, {homeBit}} {
		f, err := Open("test", writeFile(t, "test", Section{"w", Bytes(slots)}))
		require.NoError(t, err)
		_, err = OpenWeights(f, "w")
		require.ErrorIs(t, err, ErrFormat)
	}
}
