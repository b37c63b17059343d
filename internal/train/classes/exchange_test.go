package main

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// toy is a corpus with two kinds of words: the even ones stand beside contexts
// 0 to 4, the odd ones beside contexts 5 to 9.
func toy() [][]context {
	var words [][]context
	for w := range 40 {
		var list []context
		for i := range 5 {
			list = append(list, context{int32(w%2*5 + i), int32(1 + (w+i)%3)})
		}
		words = append(words, list)
	}
	return words
}

func TestWordsOfLikePlacesShareAClass(t *testing.T) {
	e := newExchange(toy(), 10, 2)
	for w := range e.class { // a start that has nothing to do with the answer
		e.add(w, e.class[w], -1)
		e.add(w, int32(w/20), 1)
	}
	e.run("toy", 20)
	for w, c := range e.numbered() {
		require.Equal(t, 1+w%2, c)
	}
}

func TestExchangesOnlyRaiseTheInformation(t *testing.T) {
	e := newExchange(toy(), 10, 3)
	last := e.information()
	for range 3 {
		for w := range e.words {
			e.move(w)
			now := e.information()
			require.GreaterOrEqual(t, now, last-1e-9)
			last = now
		}
	}
}

func TestCorpusTellsNamesFromWordsByCapitals(t *testing.T) {
	c := &corpus{number: map[string]int32{}}
	c.wordNumber("\n")
	require.Equal(t, small, formOf("may"))
	require.Equal(t, capital, formOf("May"))
	require.Equal(t, capital, formOf("A"))
	require.Equal(t, allCaps, formOf("US"))
	require.Equal(t, allCaps, formOf("U.S."))
	require.Equal(t, small, formOf("1984"))
	require.Equal(t, "it's", fold("It’s"))
	require.Equal(t, "0000-00", fold("1984-85"))
	require.Equal(t, 15, share(7, 7, 15))
	require.Equal(t, 0, share(0, 7, 15))
	require.Less(t, share(99, 100, 15), 15)
	require.Greater(t, share(1, 100, 15), 0)
}
