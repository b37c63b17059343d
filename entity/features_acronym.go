package entity

// abbreviation is a word's part in "long form (LF)", as in "Federal Bureau of
// Investigation (FBI)" (Schwartz and Hearst, 2003).
type abbreviation uint8

const (
	noAbbreviation abbreviation = iota
	longFirst                   // first word of a long form
	longInside
	longLast
	shortForm      // an acronym whose long form stands before it
	shortCommon    // the same, but the long form is no name: "chief executive officer (CEO)"
	shortUnmatched // one capitalized word in brackets, of no known long form
)

// longestForm bounds how many words before the bracket may be the long form.
const longestForm = 12

// abbreviations finds "long form (LF)" in the sentence.
func (c *window) abbreviations() {
	for i := 1; i+2 < c.n; i++ {
		w := &c.words[margin+i+1]
		if !w.caps.named() || w.size < 2 || !isMark(&c.words[margin+i], '(') || !isMark(&c.words[margin+i+2], ')') {
			continue
		}
		w.short = shortUnmatched
		if w.caps != allCaps || w.size > 8 {
			continue
		}
		first := c.longForm(i, w)
		switch {
		case first < 0:
			continue
		case !c.words[margin+first].caps.named():
			w.short = shortCommon
			continue
		}
		w.short = shortForm
		for k := first; k < i; k++ {
			c.words[margin+k].short = longInside
		}
		c.words[margin+first].short = longFirst
		c.words[margin+i-1].short = longLast
	}
}

func isMark(w *word, mark byte) bool { return w.size == 1 && byte(w.prefix) == mark }

// longForm is the first of the words before the bracket at i whose initials
// are the letters of the acronym, or -1. Small words may go uncounted.
func (c *window) longForm(i int, acronym *word) int {
	k := i - 1
	for j := range int(acronym.size) { // the suffix is packed from the last letter on
		letter := byte(acronym.suffix >> (8 * j))
		if letter < 'a' || letter > 'z' {
			return -1
		}
		for k >= 0 && i-k <= longestForm && byte(c.words[margin+k].prefix) != letter {
			if j == 0 || c.words[margin+k].caps.named() {
				return -1
			}
			k--
		}
		if k < 0 || i-k > longestForm {
			return -1
		}
		k--
	}
	return k + 1
}
