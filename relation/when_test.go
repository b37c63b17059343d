package relation

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

func TestTimeIsCountedFromTheDayOfTheText(t *testing.T) {
	written := time.Date(2031, time.March, 14, 16, 30, 0, 0, time.UTC) // a Friday
	const day = "2006-01-02"
	for _, c := range []struct {
		text     string
		fact     Factuality
		from, to string
	}{
		{"Friday", Asserted, "2031-03-14", "2031-03-15"},
		{"on Wednesday", Asserted, "2031-03-12", "2031-03-13"},
		{"on Wednesday", Future, "2031-03-19", "2031-03-20"},
		{"Wednesday morning", Asserted, "2031-03-12", "2031-03-13"},
		{"last Friday", Asserted, "2031-03-07", "2031-03-08"},
		{"next Friday", Future, "2031-03-21", "2031-03-22"},
		{"this Sunday", Future, "2031-03-16", "2031-03-17"},
		{"yesterday", Asserted, "2031-03-13", "2031-03-14"},
		{"tomorrow", Future, "2031-03-15", "2031-03-16"},
		{"this week", Asserted, "2031-03-10", "2031-03-17"},
		{"last week", Asserted, "2031-03-03", "2031-03-10"},
		{"next month", Future, "2031-04-01", "2031-05-01"},
		{"last month", Asserted, "2031-02-01", "2031-03-01"},
		{"later this month", Future, "2031-03-01", "2031-04-01"},
		{"last year", Asserted, "2030-01-01", "2031-01-01"},
		{"in May", Future, "2031-05-01", "2031-06-01"},
		{"in May", Asserted, "2030-05-01", "2030-06-01"},
		{"last November", Asserted, "2030-11-01", "2030-12-01"},
		{"two days ago", Asserted, "2031-03-12", "2031-03-13"},
		{"a year ago", Asserted, "2030-03-14", "2030-03-15"},
		{"in three weeks", Future, "2031-04-04", "2031-04-05"},
		{"March 3", Asserted, "2031-03-03", "2031-03-04"},
		{"March 30", Asserted, "2030-03-30", "2030-03-31"},
		{"March 3", Future, "2032-03-03", "2032-03-04"},
		{"Nov. 15, 2014", Asserted, "2014-11-15", "2014-11-16"},
		{"Saturday, 15 November 2014", Asserted, "2014-11-15", "2014-11-16"},
		{"June 2014", Asserted, "2014-06-01", "2014-07-01"},
		{"2014", Asserted, "2014-01-01", "2015-01-01"},
		{"2014-11-15", Asserted, "2014-11-15", "2014-11-16"},
		{"one day", Asserted, "", ""},
		{"February 30", Asserted, "", ""},
		{"the other day", Asserted, "", ""},
		{"99999 years ago", Asserted, "", ""},
		{"", Asserted, "", ""},
		{"on", Asserted, "", ""},
	} {
		r := Relation{Factuality: c.fact, Args: map[string]Argument{"time": {Span: Span{Text: c.text}}}}
		from, to, ok := r.When(written)
		require.Equal(t, c.from != "", ok, c.text)
		if ok {
			require.Equal(t, []string{c.from, c.to}, []string{from.Format(day), to.Format(day)}, "%s, %s", c.text, c.fact)
		}
	}
	_, _, ok := Relation{}.When(written)
	require.False(t, ok)
}

func TestTimeOfDaysThatNotEveryMonthHas(t *testing.T) {
	for _, c := range []struct {
		written, text string
		fact          Factuality
		want          string
	}{
		{"2031-03-31", "a month ago", Asserted, "2031-02-28"},
		{"2031-03-30", "a month ago", Asserted, "2031-02-28"},
		{"2031-03-29", "a month ago", Asserted, "2031-02-28"},
		{"2031-03-28", "a month ago", Asserted, "2031-02-28"},
		{"2032-03-31", "a month ago", Asserted, "2032-02-29"},
		{"2031-05-31", "two months ago", Asserted, "2031-03-31"},
		{"2031-01-31", "in a month", Future, "2031-02-28"},
		{"2030-12-31", "in 14 months", Future, "2032-02-29"},
		{"2032-02-29", "a year ago", Asserted, "2031-02-28"},
		{"2032-02-29", "four years ago", Asserted, "2028-02-29"},
		{"2032-02-29", "February 29", Asserted, "2032-02-29"},
		{"2032-02-29", "February 29", Future, "2032-02-29"},
		{"2032-02-28", "February 29", Asserted, "2028-02-29"},
		{"2032-03-01", "February 29", Future, "2036-02-29"},
		{"2031-03-14", "February 29", Asserted, "2028-02-29"},
		{"2031-03-14", "February 29", Future, "2032-02-29"},
		{"1896-03-01", "February 29", Future, "1904-02-29"},
		{"2031-03-14", "February 29, 2031", Asserted, ""},
		{"2031-03-14", "February 29, 2028", Asserted, "2028-02-29"},
		{"2031-05-31", "April 31", Asserted, ""},
		{"2031-05-30", "May 31", Asserted, "2030-05-31"},
	} {
		written, err := time.Parse(time.DateOnly, c.written)
		require.NoError(t, err)
		r := Relation{Factuality: c.fact, Args: map[string]Argument{"time": {Span: Span{Text: c.text}}}}
		from, to, ok := r.When(written)
		require.Equal(t, c.want != "", ok, "%s on %s", c.text, c.written)
		if ok {
			require.Equal(t, c.want, from.Format(time.DateOnly), "%s on %s", c.text, c.written)
			require.Equal(t, from.AddDate(0, 0, 1), to)
		}
	}
}
