package main

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestMentionsAreTheSameByNameNotByCase(t *testing.T) {
	for _, c := range []struct {
		a, b string
		same bool
	}{
		{"Marta Lind", "Lind", true},
		{"the United States", "U.S.", true},
		{"US", "America", true},
		{"Great Britain", "UK", true},
		{"E.U.", "the European Union", true},
		{"UN", "U.N.", true},
		{"Carl Berg Jr", "Berg", true},
		{"Leo XIV", "Leo", true},
		{"Norland’s leaders", "Norland", true},
		{"senior Norland officials", "Norland officials", true},
		{"northern Norland", "Norland", true},
		{"She", "she", true},
		{"Lind", "Berg", false},
		{"she", "Lind", false},
		{"US", "us", false},
		{"he", "she", false},
		{"South America", "US", false},
		{"Latin America", "America", false},
		{"North Norland", "South Norland", false},
		{"Al", "Alland", false},
		{"", "Lind", false},
	} {
		require.Equal(t, c.same, sameMention(c.a, c.b), "%q and %q", c.a, c.b)
		require.Equal(t, c.same, sameMention(c.b, c.a), "%q and %q", c.b, c.a)
	}
}

func TestTriplesMatchByResolvedNamesAndEitherWayIfSymmetric(t *testing.T) {
	gold := triple{Rel: "visited", Src: "He", Tgt: "Oslo", SrcIs: "Carl Berg"}
	require.True(t, sameTriple(gold, triple{Rel: "visited", Src: "he", Tgt: "Oslo"}))
	require.True(t, sameTriple(gold, triple{Rel: "visited", Src: "Berg", Tgt: "Oslo"}))
	require.True(t, sameTriple(gold, triple{Rel: "visited", Src: "his", SrcIs: "Berg", Tgt: "Oslo"}))
	require.False(t, sameTriple(gold, triple{Rel: "visited", Src: "Lind", Tgt: "Oslo"}))
	require.False(t, sameTriple(gold, triple{Rel: "visited", Src: "Oslo", Tgt: "he"}))
	require.False(t, sameTriple(gold, triple{Rel: "met", Src: "he", Tgt: "Oslo"}))
	require.True(t, sameTriple(triple{Rel: "met", Src: "Berg", Tgt: "Lind"}, triple{Rel: "met", Src: "Lind", Tgt: "Berg"}))
}

func TestTriplesAreCountedOnce(t *testing.T) {
	gold := []triple{
		{Rel: "met", Src: "Ana Lind", Tgt: "Carl Berg"},
		{Rel: "visited", Src: "Berg", Tgt: "Rome", Fact: "future"},
		{Rel: "told", Src: "Berg", Tgt: "Lind"},
	}
	got := []triple{
		{Rel: "met", Src: "Berg", Tgt: "Lind"},
		{Rel: "met", Src: "Lind", Tgt: "Berg"}, // the same again
		{Rel: "met", Src: "Carl Berg", Tgt: "Ana Lind"},
		{Rel: "visited", Src: "Berg", Tgt: "Rome", Fact: "asserted"},
		{Rel: "visited", Src: "Berg", Tgt: "Oslo", Fact: "asserted"},
	}
	s := newTripleScore()
	s.add(gold, got)
	s.add(nil, []triple{{Rel: "met", Src: "A", Tgt: "B"}})
	s.add(nil, nil)
	require.Equal(t, count{tp: 1, fp: 1}, *s.rels["met"])
	require.Equal(t, count{tp: 1, fp: 1}, *s.rels["visited"])
	require.Equal(t, count{fn: 1}, *s.rels["told"])
	require.Equal(t, 2, s.twice)
	require.Equal(t, [2]int{0, 1}, s.facts["future"])
	require.Equal(t, []int{2, 1, 1}, []int{s.empty, s.alarmed, s.alarms})
}

func TestMatchingIsTheLargestAndPrefersTheSameFactuality(t *testing.T) {
	gold := []triple{
		{Rel: "met", Src: "he", Tgt: "Lind", SrcIs: "Berg"},
		{Rel: "met", Src: "Berg", Tgt: "Lind", Fact: "future"},
	}
	got := []triple{{Rel: "met", Src: "Berg", Tgt: "Lind", Fact: "future"}, {Rel: "met", Src: "he", Tgt: "Lind"}}
	owner, duplicate := match(gold, got)
	require.Equal(t, map[int]int{0: 1, 1: 0}, owner)
	require.Empty(t, duplicate)
}

func TestPlacesCountCharactersThatAreNotSpace(t *testing.T) {
	text := "“It’s”  ok"
	at := squeeze(text)
	require.Equal(t, 0, at[0])
	require.Equal(t, 1, at[len("“")])
	require.Equal(t, -1, at[1], "inside a character")
	require.Equal(t, 8, at[len(text)])
	require.Equal(t, []place{{0, 1}, {1, 3}, {3, 5}, {5, 6}, {6, 8}}, inLine([]string{"“", "It", "’s", "”", "ok"}))
}

func TestOffsetsPassOverWhiteSpace(t *testing.T) {
	text := "Ana  Lind met Berg, then Ana Lind left."
	require.Equal(t, []place{{0, 9}, {14, 18}, {25, 33}, {-1, -1}}, offsets(text, []string{"Ana Lind", "Berg", "Ana Lind", "Rome"}))
}

func TestNamesOverUncountedKindsAreLeftOut(t *testing.T) {
	d := goldDoc{Text: "Ana left Gate 5.", Spans: []span{{0, 3, "PERSON"}, {9, 15, "FAC"}}}
	var s nameScore
	s.add(d, []name{{0, 3, "PERSON"}, {0, 3, "PERSON"}, {9, 13, "PLACE"}, {4, 8, "ORG"}})
	require.Equal(t, count{tp: 1}, *s.kinds["PERSON"])
	require.Equal(t, count{}, *s.kinds["PLACE"])
	require.Equal(t, count{fp: 1}, *s.kinds["ORG"])
	require.Equal(t, map[string]int{"PERSON right": 1, "nothing -> ORG": 1}, s.confusion)
}
