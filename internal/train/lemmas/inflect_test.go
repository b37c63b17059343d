package main

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestBaseOfARegularForm(t *testing.T) {
	known := map[string]int{
		"stop": 50, "call": 50, "love": 50, "star": 500, "stare": 5, "carry": 50, "tie": 9, "play": 50, "lie": 50,
		"mimic": 5, "visit": 50, "quit": 50, "box": 50, "horse": 50, "policy": 50, "see": 50, "big": 50, "cancel": 50,
	}
	count := func(w string) int { return known[w] }
	for _, c := range []struct{ word, suffix, base string }{
		{"stopped", "ed", "stop"}, {"called", "ed", "call"}, {"loved", "ed", "love"}, {"staring", "ing", "stare"},
		{"starring", "ing", "star"}, {"carried", "ed", "carry"}, {"tied", "ed", "tie"}, {"playing", "ing", "play"},
		{"lying", "ing", "lie"}, {"mimicking", "ing", "mimic"}, {"visited", "ed", "visit"}, {"quitting", "ing", "quit"},
		{"boxes", "s", "box"}, {"horses", "s", "horse"}, {"policies", "s", "policy"}, {"seeing", "ing", "see"},
		{"bigger", "er", "big"}, {"cancelled", "ed", "cancel"}, {"canceled", "ed", "cancel"},
		{"unknowned", "ed", ""}, {"red", "ed", ""}, {"sing", "ing", ""},
	} {
		require.Equal(t, c.base, baseOf(c.word, c.suffix, count), c.word)
	}
}
