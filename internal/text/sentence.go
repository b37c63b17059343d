package text

import "strings"

// sentences fills Sentences from Tokens.
func (b *Buffer) sentences(text string) {
	if len(b.Tokens) == 0 {
		return
	}
	l := b.layout(text)
	first, k := 0, 0           // first token of the sentence, number of the line
	cut := b.dateline(text, 0) // where the dateline at the start of the line ends
	for i := 1; i <= len(b.Tokens); i++ {
		if i < len(b.Tokens) {
			end := false
			switch n := b.notes[i]; {
			case n&gapBlank != 0:
				end = true
				k++
			case n&gapLine != 0:
				end = b.breaks(text, l, k)
				k++
			}
			if end {
				cut = b.dateline(text, i)
			} else if i != cut && (i < cut || !b.ends(text, first, i)) {
				continue
			}
		}
		b.Sentences = append(b.Sentences, Sentence{Span{b.Tokens[first].Start, b.Tokens[i-1].End}, first, i})
		first = i
	}
}

// word is the text of token i.
func (b *Buffer) word(text string, i int) string {
	return text[b.Tokens[i].Start:b.Tokens[i].End]
}

// ends reports whether the sentence that starts at token first ends before
// token next, as the words and marks there tell.
func (b *Buffer) ends(text string, first, next int) bool {
	n := b.notes[next]
	if n&gapSpace == 0 {
		return b.endsUnspaced(text, next)
	}
	if b.joins(text, next) {
		return false
	}
	last := b.stop(text, first, next)
	if last < first {
		return false
	}
	if n&isLowercase != 0 && !b.lowStart(text, last, next) {
		return false
	}
	switch m := b.notes[last]; {
	case m&markEnd != 0 && b.dots(text, last):
		return n&isCapital != 0 || opening(b.word(text, next)) > 0 && b.word(text, next)[0] != '('
	case m&markEnd != 0:
		if last == next-1 && b.numbered(text, first, next) {
			return false
		}
		if text[b.Tokens[last].Start] == '.' || last == next-1 {
			return !(last > first && b.word(text, last) == "!" && b.word(text, last-1) == "Yahoo")
		}
		return !b.reported(text, next) // "Why?" Smith asked.
	case m&stopped != 0:
		return n&isCapital != 0 && b.endsAbbreviation(text, last, next)
	}
	return false
}

// dots reports whether the mark at token i is an ellipsis.
func (b *Buffer) dots(text string, i int) bool {
	w := b.word(text, i)
	return w == "…" || len(w) > 1 && w[0] == '.' && w[1] == '.'
}

// stop returns the token that may end the sentence first..next: the last one
// before the closing quotes and brackets that stand before next. It is less
// than first if there is none.
func (b *Buffer) stop(text string, first, next int) int {
	i := next - 1
	for i >= first {
		m := b.notes[i]
		if m&(markEnd|stopped) != 0 {
			return i
		}
		// A citation after the stop is part of the sentence: "He left.[4]".
		if k := b.citationBefore(text, first, i); k < i {
			i = k
			continue
		}
		if m&markClose != 0 && m&gapSpace == 0 {
			i--
			continue
		}
		break
	}
	return first - 1
}

// citationWords is how many tokens the note in brackets after a sentence has.
const citationWords = 4

// citation returns how many tokens make up the note in square brackets that
// stands at token i, the number of a source or a few words in small letters; 0
// if there is none.
func (b *Buffer) citation(text string, i int) int {
	if b.word(text, i) != "[" {
		return 0
	}
	for k := i + 1; k < len(b.Tokens) && k-i <= citationWords+1; k++ {
		w := b.word(text, k)
		if w == "]" && k > i+1 {
			return k + 1 - i
		}
		if b.notes[k]&isLowercase == 0 && !isNumber(w) {
			return 0
		}
	}
	return 0
}

// citationBefore returns the token before the citation that ends at token i,
// i itself if there is none.
func (b *Buffer) citationBefore(text string, first, i int) int {
	if b.word(text, i) != "]" {
		return i
	}
	for k := i - 2; k > first && i-k <= citationWords+1; k-- {
		if b.word(text, k) == "[" && b.citation(text, k) == i+1-k {
			return k - 1
		}
	}
	return i
}

// numbered reports whether all of the sentence up to next is the number of an
// item or a caption: "1.", "Figure 2.".
func (b *Buffer) numbered(text string, first, next int) bool {
	if k := b.enumerator(text, first); k > 0 {
		return first+k == next
	}
	if next-first != 3 || !isNumber(b.word(text, first+1)) {
		return false
	}
	switch b.word(text, first) {
	case "Figure", "Fig.", "Table", "Chapter", "Section", "Part", "Rule", "Article", "Step", "Photo":
		return true
	}
	return false
}

// joins reports whether what stands at token i, after a stop, is still part of
// the sentence: a mark that opens none, a face, a citation.
func (b *Buffer) joins(text string, i int) bool {
	w := b.word(text, i)
	switch w[0] {
	case ',', ';', ':', ')', ']', '}', '%', '/', '=', '.', '!', '?':
		return len(w) < 2 || w[0] != '.' || w[1] == '.'
	case '[':
		return b.citation(text, i) > 0
	case '-':
		return len(w) == 1 && b.notes[i]&gapLine == 0
	}
	return w == "–" || w == "—" || w == "…"
}

// lowStart reports whether a sentence starts at token next in spite of its small
// letter: a name such as "iPhone", or any word after a full stop that stands
// right after a word that is no abbreviation.
func (b *Buffer) lowStart(text string, last, next int) bool {
	w := b.word(text, next)
	if len(w) > 2 && (ascii[w[1]&0x7f]&letter != 0 && w[1] < 'a' && b.notes[last]&markEnd != 0) {
		return true
	}
	if last != next-1 || last == 0 || b.word(text, last) != "." || b.notes[last]&gapSpace != 0 {
		return false
	}
	return b.notes[last-1]&isLowercase != 0 && b.Tokens[last-1].End-b.Tokens[last-1].Start > 3
}

// reported reports whether a name and a verb of saying, or the verb and a name,
// stand at token i, so that a question or cry before it is what they say.
func (b *Buffer) reported(text string, i int) bool {
	for k := i; k < len(b.Tokens) && k < i+6; k++ {
		if k > i && b.notes[k]&(gapBlank|gapLine) != 0 {
			return false
		}
		if saying(b.word(text, k)) {
			return k == i || k < i+2 || b.notes[k-1]&isCapital != 0 || b.notes[i]&isCapital != 0 && k < i+3
		}
		if b.notes[k]&(isCapital|isLowercase) == 0 && b.word(text, k) != "-" {
			return false
		}
	}
	return false
}

func saying(w string) bool {
	switch w {
	case "said", "says", "asked", "asks", "told", "added", "wrote", "tweeted", "replied",
		"shouted", "exclaimed", "cried", "yelled", "chanted", "quipped", "wondered", "declared", "posted":
		return true
	}
	return false
}

// endsAbbreviation reports whether a sentence ends with the abbreviation at
// token last; next is the first token after it and starts with a capital.
func (b *Buffer) endsAbbreviation(text string, last, next int) bool {
	w := b.word(text, last)
	after := b.word(text, next)
	switch abbreviation(w[:len(w)-1]) {
	case title: // "the sales rep. He left"
		return b.notes[last]&isLowercase != 0 && w != "vs." && starter(after)
	case number, day:
		return false
	}
	if len(w) == 2 { // an initial, which has a name behind it
		return false
	}
	switch w {
	case "a.m.", "p.m.", "A.M.", "P.M.":
		return !zone(after)
	case "etc.":
		return true
	case "i.e.", "e.g.", "I.e.", "E.g.", "P.S.":
		return false
	}
	return starter(after)
}

// zone reports whether w can follow a time of day: a time zone or a date.
func zone(w string) bool {
	switch w {
	case "Eastern", "Central", "Pacific", "Mountain", "Greenwich", "Beijing", "London", "LOCAL", "UTC",
		"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
		"January", "February", "March", "April", "May", "June", "July", "August",
		"September", "October", "November", "December",
		"Jan.", "Feb.", "Mar.", "Apr.", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.",
		"Mon.", "Tue.", "Wed.", "Thu.", "Fri.", "Sat.", "Sun.":
		return true
	}
	w = strings.TrimSuffix(w, ".")
	if len(w) < 2 || len(w) > 5 || w[len(w)-1] != 'T' {
		return false
	}
	return strings.ToUpper(w) == w // EST, CEST, GMT
}

// endsUnspaced reports whether a sentence ends before token next though no
// space stands there: the stop was cut off a small word before a capital.
func (b *Buffer) endsUnspaced(text string, next int) bool {
	if b.notes[next]&isCapital == 0 || next < 2 {
		return false
	}
	i := next - 1
	if b.notes[i]&markClose != 0 && b.notes[i]&gapSpace == 0 && i > 1 {
		i--
	}
	return b.word(text, i) == "." && b.notes[i-1]&isLowercase != 0 && b.Tokens[i-1].End-b.Tokens[i-1].Start > 2
}
