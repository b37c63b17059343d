package relation

import (
	"strconv"
	"strings"
	"time"
)

// Date reads the relation's time argument as days, half open, seen from the day
// that the text was published: "Monday" is the last one, or the next one if the
// relation is to come. It knows weekdays, months, years, dates, today, yesterday
// and tomorrow, "last|this|next week|month|year", and "two days ago". It reports
// false if there is no time or it does not know it.
func (r *Relation) Date(published time.Time) (start, end time.Time, ok bool) {
	a, has := r.Args["time"]
	if !has {
		return start, end, false
	}
	d := dateReader{words: dateWords(a.Text), day: dayOf(published), ahead: r.Factuality == Future}
	return d.read()
}

func dayOf(t time.Time) time.Time {
	return time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, t.Location())
}

// dateWords are the words of a time, lower-case, without marks; no more than
// any time has.
func dateWords(text string) []string {
	if len(text) > 80 {
		return nil
	}
	return strings.FieldsFunc(strings.ToLower(text), func(r rune) bool {
		return r == ' ' || r == ',' || r == '.' || r == '\n' || r == '\t'
	})
}

type dateReader struct {
	words []string
	day   time.Time // of publication
	ahead bool
}

func (d *dateReader) read() (start, end time.Time, ok bool) {
	w := d.words
	for len(w) > 0 && (w[0] == "on" || w[0] == "in" || w[0] == "the" || w[0] == "late" || w[0] == "early" || w[0] == "earlier" || w[0] == "later") {
		w = w[1:]
	}
	if n := len(w); n == 3 && w[2] == "ago" {
		return d.ago(w[0], w[1])
	}
	if len(w) == 0 {
		return start, end, false
	}
	switch w[0] {
	case "today", "tonight":
		return days(d.day, 1)
	case "yesterday":
		return days(d.day.AddDate(0, 0, -1), 1)
	case "tomorrow":
		return days(d.day.AddDate(0, 0, 1), 1)
	case "this", "last", "next", "past", "coming":
		if len(w) > 1 {
			return d.relative(w[0], w[1])
		}
		return start, end, false
	}
	if wd, ok := weekday(w[0]); ok {
		return days(d.nearest(wd), 1)
	}
	return d.calendar(w)
}

func days(from time.Time, n int) (start, end time.Time, ok bool) {
	return from, from.AddDate(0, 0, n), true
}

// nearest is the weekday on or before the publication, or after it.
func (d *dateReader) nearest(wd time.Weekday) time.Time {
	back := (int(d.day.Weekday()) - int(wd) + 7) % 7
	if d.ahead {
		return d.day.AddDate(0, 0, (7-back)%7)
	}
	return d.day.AddDate(0, 0, -back)
}

func (d *dateReader) relative(which, unit string) (start, end time.Time, ok bool) {
	step := map[string]int{"last": -1, "past": -1, "this": 0, "next": 1, "coming": 1}[which]
	monday := d.day.AddDate(0, 0, -(int(d.day.Weekday())+6)%7)
	switch unit {
	case "week":
		return days(monday.AddDate(0, 0, 7*step), 7)
	case "month":
		first := d.day.AddDate(0, 0, 1-d.day.Day()).AddDate(0, step, 0)
		return first, first.AddDate(0, 1, 0), true
	case "year":
		first := time.Date(d.day.Year()+step, 1, 1, 0, 0, 0, 0, d.day.Location())
		return first, first.AddDate(1, 0, 0), true
	}
	if wd, ok := weekday(unit); ok {
		d.ahead = step > 0 || step == 0 && d.ahead
		at := d.nearest(wd)
		if step != 0 && at.Equal(d.day) {
			at = at.AddDate(0, 0, 7*step)
		}
		return days(at, 1)
	}
	if m, ok := month(unit); ok {
		return d.inMonth(m, step)
	}
	return start, end, false
}

func (d *dateReader) ago(count, unit string) (start, end time.Time, ok bool) {
	n, err := strconv.Atoi(count)
	if err != nil {
		n = 1 + indexOf(count, "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
		if count == "a" || count == "an" {
			n = 1
		}
	}
	if n < 1 || n > 1000 {
		return start, end, false
	}
	switch strings.TrimSuffix(unit, "s") {
	case "day":
		return days(d.day.AddDate(0, 0, -n), 1)
	case "week":
		return days(d.day.AddDate(0, 0, -7*n), 7)
	case "month":
		first := d.day.AddDate(0, 0, 1-d.day.Day()).AddDate(0, -n, 0)
		return first, first.AddDate(0, 1, 0), true
	case "year":
		first := time.Date(d.day.Year()-n, 1, 1, 0, 0, 0, 0, d.day.Location())
		return first, first.AddDate(1, 0, 0), true
	}
	return start, end, false
}

// calendar reads "March 3, 2024", "3 March 2024", "March 3", "March 2024",
// "March" and "2024".
func (d *dateReader) calendar(w []string) (start, end time.Time, ok bool) {
	year, mon, day := 0, time.Month(0), 0
	for _, x := range w {
		m, isMonth := month(x)
		n, err := strconv.Atoi(strings.TrimRight(x, "stndrh"))
		switch {
		case isMonth && mon == 0:
			mon = m
		case err == nil && n >= 1000 && n <= 2999 && year == 0:
			year = n
		case err == nil && n >= 1 && n <= 31 && day == 0 && len(x) <= 4:
			day = n
		default:
			return start, end, false
		}
	}
	switch {
	case mon == 0 && day == 0 && year != 0:
		first := time.Date(year, 1, 1, 0, 0, 0, 0, d.day.Location())
		return first, first.AddDate(1, 0, 0), true
	case mon == 0:
		return start, end, false
	case year == 0:
		year = d.yearOf(mon, max(1, day))
	}
	first := time.Date(year, mon, max(1, day), 0, 0, 0, 0, d.day.Location())
	if day == 0 {
		return first, first.AddDate(0, 1, 0), true
	}
	return days(first, 1)
}

// yearOf is the year that puts the day nearest to the publication on the side
// where it must be.
func (d *dateReader) yearOf(mon time.Month, day int) int {
	at := time.Date(d.day.Year(), mon, day, 0, 0, 0, 0, d.day.Location())
	switch {
	case d.ahead && at.AddDate(0, 1, 0).Before(d.day):
		return d.day.Year() + 1
	case !d.ahead && at.After(d.day):
		return d.day.Year() - 1
	}
	return d.day.Year()
}

func (d *dateReader) inMonth(m time.Month, step int) (start, end time.Time, ok bool) {
	year := d.day.Year()
	if step < 0 && m >= d.day.Month() {
		year--
	} else if step > 0 && m <= d.day.Month() {
		year++
	}
	first := time.Date(year, m, 1, 0, 0, 0, 0, d.day.Location())
	return first, first.AddDate(0, 1, 0), true
}

func indexOf(w string, list ...string) int {
	for i, x := range list {
		if x == w {
			return i
		}
	}
	return -1
}

func weekday(w string) (time.Weekday, bool) {
	i := indexOf(w, "sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday")
	return time.Weekday(i), i >= 0
}

func month(w string) (time.Month, bool) {
	i := indexOf(w, "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december")
	if i < 0 {
		i = indexOf(w, "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sept", "oct", "nov", "dec")
	}
	if i < 0 && w == "sep" {
		i = 8
	}
	return time.Month(i + 1), i >= 0
}
