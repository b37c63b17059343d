package text

import "unicode/utf8"

// A line is what stands between two line breaks.
type line struct {
	first int // its first token
	width int // its characters, to the end of the last token
}

// layout is how a text uses line breaks.
type layout struct {
	wrapped bool // lines are cut at a width, sentences run on over breaks
	width   int  // of a full line
}

const (
	widestWrap   = 132 // a longer line shows that the text is not wrapped
	narrowWrap   = 40  // a text of only shorter lines is a list of lines
	wrapSlack    = 8   // how much shorter than it had to be a wrapped line may be
	runOnPercent = 20  // of the breaks after full lines with no stop, how many must go on in small letters
)

// layout finds the lines of the text and whether they are wrapped. In a wrapped
// text the first word of a line would not have fit on the line before; and
// many lines go on in small letters. In a text of one paragraph a line, or of
// headlines and bylines, neither is so.
func (b *Buffer) layout(text string) layout {
	first := 0
	for i := 1; i <= len(b.Tokens); i++ {
		if i == len(b.Tokens) || b.notes[i]&gapLine != 0 {
			span := text[b.Tokens[first].Start:b.Tokens[i-1].End]
			b.lines = append(b.lines, line{first, utf8.RuneCountInString(span)})
			first = i
		}
	}
	l := layout{width: b.usualWidth()}
	if len(b.lines) < 2 || l.width > widestWrap || l.width < narrowWrap {
		return l
	}
	full, runOn := 0, 0
	for k := 1; k < len(b.lines); k++ {
		first := b.lines[k].first
		if b.notes[first]&gapBlank != 0 || b.notes[first-1]&(markEnd|markClose) != 0 || !l.full(b, k-1) {
			continue
		}
		full++
		if b.notes[first]&isLowercase != 0 {
			runOn++
		}
	}
	l.wrapped = full > 0 && runOn*100 >= full*runOnPercent
	return l
}

// usualWidth is the width of the longest line but for one in twenty, which may
// hold an address too long to wrap; widestWrap+1 if it is more than widestWrap.
func (b *Buffer) usualWidth() int {
	var count [widestWrap + 2]int
	for _, x := range b.lines {
		count[min(x.width, widestWrap+1)]++
	}
	width, longer := widestWrap+1, 0
	for width > 0 && (longer+count[width])*20 <= len(b.lines) {
		longer += count[width]
		width--
	}
	return width
}

// full reports whether line k is so long that the first word of the next line
// would not have fit on it.
func (l layout) full(b *Buffer, k int) bool {
	next := b.Tokens[b.lines[k+1].first]
	return b.lines[k].width+1+next.End-next.Start > l.width-wrapSlack
}

// breaks reports whether the line break after line k ends a sentence whatever
// stands before it. It is not asked about blank lines.
func (b *Buffer) breaks(text string, l layout, k int) bool {
	i := b.lines[k+1].first
	n := b.notes[i]
	if b.bullet(text, i) && (!l.wrapped || !l.full(b, k) || b.notes[i-1]&markEnd != 0) {
		return true
	}
	if n&isLowercase != 0 || b.expects(text, i-1) {
		return false
	}
	return !l.wrapped || !l.full(b, k)
}

// expects reports whether token i cannot end a headline or a sentence: a comma,
// a title, a small word that something must follow.
func (b *Buffer) expects(text string, i int) bool {
	w := text[b.Tokens[i].Start:b.Tokens[i].End]
	if b.notes[i]&stopped != 0 {
		return abbreviation(w[:len(w)-1]) == title
	}
	switch w {
	case ",", "-", "(", "[", "&", "/", "$",
		"the", "a", "an", "and", "or", "but", "nor", "of", "to", "in", "on", "at", "by", "for", "from", "with", "as", "that", "which",
		"his", "her", "their", "its", "our", "my", "your", "is", "are", "was", "were", "be", "been", "has", "have", "had", "will", "would",
		"than", "into", "who", "whose", "between", "among", "against", "during", "through", "because", "while", "if", "when":
		return true
	}
	return false
}

// bullet reports whether the item of a list starts at token i.
func (b *Buffer) bullet(text string, i int) bool {
	if i+1 >= len(b.Tokens) {
		return false
	}
	w := text[b.Tokens[i].Start:b.Tokens[i].End]
	spaced := b.notes[i+1]&gapSpace != 0
	switch w {
	case "•", "◦", "▪", "■", "●", "‣", "·", "*", "-", "–", "—", "+", ">":
		return spaced
	}
	return b.enumerator(text, i) > 0
}

// enumerator returns how many tokens number an item of a list from token i on,
// as in "1.", "2.1.", "3)", "(b)"; 0 if none do.
func (b *Buffer) enumerator(text string, i int) int {
	open := text[b.Tokens[i].Start] == '('
	k := i
	if open {
		k++
	}
	if k+1 >= len(b.Tokens) || k > i && b.notes[k]&gapSpace != 0 || b.notes[k+1]&gapSpace != 0 {
		return 0
	}
	w := text[b.Tokens[k].Start:b.Tokens[k].End]
	if len(w) > 5 || !isNumber(w) && (len(w) > 1 || ascii[w[0]&0x7f]&letter == 0) {
		return 0
	}
	end := text[b.Tokens[k+1].Start:b.Tokens[k+1].End]
	if end != ")" && (end != "." || open || !isNumber(w)) {
		return 0
	}
	if k+2 < len(b.Tokens) && b.notes[k+2]&gapSpace == 0 {
		return 0
	}
	return k + 2 - i
}

// isNumber reports whether s is digits, with stops between.
func isNumber(s string) bool {
	if s[0] < '0' || s[0] > '9' {
		return false
	}
	for i := 0; i < len(s); i++ {
		if s[i] != '.' && (s[i] < '0' || s[i] > '9') {
			return false
		}
	}
	return true
}
