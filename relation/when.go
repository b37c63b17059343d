package relation

import (
	"strconv"
	"strings"
	"time"
)

// When is the stretch of days, half open, that the relation's time argument
// names, for a text that was written on the given day: "Friday", "last month",
// "on March 14", "two weeks ago", "in May 2031". A day or month without more
// is the last one for what is told as done, and the next one for what is to
// come. "A month ago" is the same day of that month, or its last day if it has
// no such day. It reports false if there is no time, or none that it can read.
// The days are those of the location of written.
func (r Relation) When(written time.Time) (from, to time.Time, ok bool) {
	arg, found := r.Args["time"]
	if !found {
		return from, to, false
	}
	year, month, day := written.Date()
	w := when{
		today: time.Date(year, month, day, 0, 0, 0, 0, written.Location()),
		ahead: r.Factuality == Future || r.Factuality == Possible,
	}
	for word := range strings.FieldsFuncSeq(strings.ToLower(arg.Text), func(r rune) bool { return r == ' ' || r == ',' || r == '\n' || r == '\u00a0' }) {
		if word = strings.TrimSuffix(word, "."); word != "" {
			w.words = append(w.words, word)
		}
		if len(w.words) > 8 {
			return from, to, false
		}
	}
	return w.read()
}

// when reads one time expression.
type when struct {
	today time.Time
	ahead bool // without a word for it, the time is to come
	words []string
}

const (
	days = iota
	weeks
	months
	years
)

var units = map[string]int{"day": days, "days": days, "week": weeks, "weeks": weeks,
	"month": months, "months": months, "year": years, "years": years}

var numberNames = map[string]int{"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6,
	"seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12}

// monthNames has "march" and "mar".
var monthNames = func() map[string]time.Month {
	names := map[string]time.Month{"sept": time.September}
	for m := time.January; m <= time.December; m++ {
		name := strings.ToLower(m.String())
		names[name], names[name[:3]] = m, m
	}
	return names
}()

var dayNames = func() map[string]time.Weekday {
	names := map[string]time.Weekday{}
	for d := time.Sunday; d <= time.Saturday; d++ {
		names[strings.ToLower(d.String())] = d
	}
	return names
}()

func (w when) read() (from, to time.Time, ok bool) {
	for len(w.words) > 1 {
		switch w.words[0] {
		case "on", "in", "at", "by", "during", "since", "the", "of", "late", "early", "earlier", "later", "mid":
			w.words = w.words[1:]
			continue
		}
		break
	}
	if len(w.words) == 0 {
		return from, to, false
	}
	for _, reading := range []func(when) (time.Time, time.Time, bool){when.named, when.relative, when.ago, when.calendar} {
		if from, to, ok = reading(w); ok {
			return from, to, true
		}
	}
	return from, to, false
}

func stretch(from time.Time, unit, n int) (time.Time, time.Time, bool) {
	switch unit {
	case days:
		return from, from.AddDate(0, 0, n), true
	case weeks:
		return from, from.AddDate(0, 0, 7*n), true
	case months:
		return from, monthsOn(from, n), true
	}
	return from, monthsOn(from, 12*n), true
}

// monthsOn is the same day n months later, or the last day of a month that has
// no such day: a month before March 31 is the end of February.
func monthsOn(t time.Time, n int) time.Time {
	year, month, day := t.Date()
	month += time.Month(n)
	last := time.Date(year, month+1, 0, 0, 0, 0, 0, time.UTC).Day()
	return time.Date(year, month, min(day, last), 0, 0, 0, 0, t.Location())
}

// named reads "today", "Friday", "Friday morning".
func (w when) named() (from, to time.Time, ok bool) {
	switch w.words[0] {
	case "today", "tonight":
		return stretch(w.today, days, 1)
	case "yesterday":
		return stretch(w.today.AddDate(0, 0, -1), days, 1)
	case "tomorrow":
		return stretch(w.today.AddDate(0, 0, 1), days, 1)
	}
	if d, ok := dayNames[w.words[0]]; ok && len(w.words) <= 2 {
		if len(w.words) == 2 && monthNames[w.words[1]] != 0 {
			return from, to, false
		}
		return stretch(w.weekday(d, w.ahead, 0), days, 1)
	}
	return from, to, false
}

// weekday is the nearest such day, today included, ahead or back, at least so
// many days away.
func (w when) weekday(d time.Weekday, ahead bool, least int) time.Time {
	step := -1
	if ahead {
		step = 1
	}
	t := w.today.AddDate(0, 0, step*least)
	for t.Weekday() != d {
		t = t.AddDate(0, 0, step)
	}
	return t
}

// relative reads "last month", "next Friday", "this week", "last May".
func (w when) relative() (from, to time.Time, ok bool) {
	sign, known := map[string]int{"last": -1, "previous": -1, "past": -1, "this": 0, "current": 0, "next": 1, "coming": 1}[w.words[0]]
	if !known || len(w.words) != 2 {
		return from, to, false
	}
	if d, ok := dayNames[w.words[1]]; ok {
		if sign == 0 {
			return stretch(w.weekday(d, w.ahead, 0), days, 1)
		}
		return stretch(w.weekday(d, sign > 0, 1), days, 1)
	}
	if m, ok := monthNames[w.words[1]]; ok {
		ahead := sign > 0 || sign == 0 && w.ahead
		return stretch(w.monthOf(m, ahead), months, 1)
	}
	unit, ok := units[w.words[1]]
	if !ok {
		return from, to, false
	}
	start := map[int]time.Time{
		days:   w.today,
		weeks:  w.today.AddDate(0, 0, -(int(w.today.Weekday())+6)%7), // Monday
		months: w.today.AddDate(0, 0, 1-w.today.Day()),
		years:  time.Date(w.today.Year(), 1, 1, 0, 0, 0, 0, w.today.Location()),
	}[unit]
	from, to, _ = stretch(start, unit, 1)
	switch {
	case sign > 0:
		return stretch(to, unit, 1)
	case sign < 0:
		_, from, _ = stretch(start, unit, -1)
		return from, start, true
	}
	return from, to, true
}

// monthOf is the first day of the nearest such month, this one included.
func (w when) monthOf(m time.Month, ahead bool) time.Time {
	year := w.today.Year()
	switch {
	case ahead && m < w.today.Month():
		year++
	case !ahead && m > w.today.Month():
		year--
	}
	return time.Date(year, m, 1, 0, 0, 0, 0, w.today.Location())
}

// ago reads "two days ago", "in three weeks", "a year later".
func (w when) ago() (from, to time.Time, ok bool) {
	if len(w.words) < 2 || len(w.words) > 3 {
		return from, to, false
	}
	n, known := numberNames[w.words[0]]
	if !known {
		var err error
		if n, err = strconv.Atoi(w.words[0]); err != nil || n < 1 || n > 10000 {
			return from, to, false
		}
	}
	unit, known := units[w.words[1]]
	switch {
	case !known:
		return from, to, false
	case len(w.words) == 3 && w.words[2] == "ago":
		n = -n
	case len(w.words) == 2 && w.ahead:
	default:
		return from, to, false
	}
	_, start, _ := stretch(w.today, unit, n)
	return stretch(start, days, 1)
}

// calendar reads "March 14", "14 March 2031", "May 2031", "May", "2031" and
// "2031-03-14".
func (w when) calendar() (from, to time.Time, ok bool) {
	if t, err := time.ParseInLocation(time.DateOnly, w.words[0], w.today.Location()); err == nil && len(w.words) == 1 {
		return stretch(t, days, 1)
	}
	var month time.Month
	day, year := 0, 0
	for _, word := range w.words {
		n, err := strconv.Atoi(word)
		switch {
		case monthNames[word] != 0 && month == 0:
			month = monthNames[word]
		case isDayName(word) || word == "of":
		case err == nil && 1 <= n && n <= 31 && day == 0:
			day = n
		case err == nil && 1000 <= n && n <= 9999 && year == 0:
			year = n
		default:
			return from, to, false
		}
	}
	switch {
	case month == 0 && day == 0 && year != 0:
		return stretch(time.Date(year, 1, 1, 0, 0, 0, 0, w.today.Location()), years, 1)
	case month == 0:
		return from, to, false
	}
	if day == 0 {
		first := w.monthOf(month, w.ahead)
		if year != 0 {
			first = time.Date(year, month, 1, 0, 0, 0, 0, w.today.Location())
		}
		return stretch(first, months, 1)
	}
	if year == 0 {
		return w.dayOf(month, day)
	}
	if from, ok = w.date(year, month, day); !ok {
		return from, to, false
	}
	return stretch(from, days, 1)
}

// leaps is the most years from one February 29 to the next.
const leaps = 8

// dayOf is the nearest such day, today included, ahead or back.
func (w when) dayOf(m time.Month, day int) (from, to time.Time, ok bool) {
	step := -1
	if w.ahead {
		step = 1
	}
	for i := range leaps + 1 {
		t, ok := w.date(w.today.Year()+step*i, m, day)
		if ok && (t.Equal(w.today) || t.After(w.today) == w.ahead) {
			return stretch(t, days, 1)
		}
	}
	return from, to, false // February 30
}

// date is a day, if its month has it.
func (w when) date(year int, m time.Month, day int) (time.Time, bool) {
	t := time.Date(year, m, day, 0, 0, 0, 0, w.today.Location())
	return t, t.Month() == m
}

func isDayName(word string) bool {
	_, ok := dayNames[word]
	return ok
}
