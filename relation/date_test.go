package relation

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

func TestTimesBecomeDaysSeenFromThePublication(t *testing.T) {
	published := time.Date(2024, 3, 13, 17, 30, 0, 0, time.UTC) // a Wednesday
	for _, c := range []struct {
		text       string
		fact       Factuality
		start, end string
	}{
		{"Monday", Asserted, "2024-03-11", "2024-03-12"},
		{"Wednesday", Asserted, "2024-03-13", "2024-03-14"},
		{"Monday", Future, "2024-03-18", "2024-03-19"},
		{"next Monday", Asserted, "2024-03-18", "2024-03-19"},
		{"last Wednesday", Asserted, "2024-03-06", "2024-03-07"},
		{"yesterday", Asserted, "2024-03-12", "2024-03-13"},
		{"tomorrow", Future, "2024-03-14", "2024-03-15"},
		{"this week", Asserted, "2024-03-11", "2024-03-18"},
		{"next month", Future, "2024-04-01", "2024-05-01"},
		{"last year", Asserted, "2023-01-01", "2024-01-01"},
		{"two weeks ago", Asserted, "2024-02-28", "2024-03-06"},
		{"March 3, 2021", Asserted, "2021-03-03", "2021-03-04"},
		{"3 March", Asserted, "2024-03-03", "2024-03-04"},
		{"November", Asserted, "2023-11-01", "2023-12-01"},
		{"November", Future, "2024-11-01", "2024-12-01"},
		{"May 2020", Asserted, "2020-05-01", "2020-06-01"},
		{"1990", Asserted, "1990-01-01", "1991-01-01"},
	} {
		t.Run(c.text+" "+string(c.fact), func(t *testing.T) {
			r := Relation{Factuality: c.fact, Args: map[string]Argument{"time": {Span: Span{Text: c.text}}}}
			start, end, ok := r.Date(published)
			require.True(t, ok)
			require.Equal(t, c.start, start.Format(time.DateOnly))
			require.Equal(t, c.end, end.Format(time.DateOnly))
		})
	}
}

func TestUnknownTimesAreNoDays(t *testing.T) {
	for _, text := range []string{"", "the morning", "after the storm", "March 77", "last", "ten ago"} {
		r := Relation{Args: map[string]Argument{"time": {Span: Span{Text: text}}}}
		_, _, ok := r.Date(time.Now())
		require.False(t, ok, text)
	}
	_, _, ok := (&Relation{}).Date(time.Now())
	require.False(t, ok)
}
