package text

import (
	"unicode"
	"unicode/utf8"
)

// odd cuts the chunk text[start:end], which holds no space but something that
// is not a letter.
func (b *Buffer) odd(text string, start, end int) {
	// Brackets and quotes around, and the marks after, are tokens of their own
	// wherever they stand; what they hold is cut by what it looks like.
	for start < end {
		n := opening(text[start:end])
		if n == 0 {
			break
		}
		b.add(text, start, start+n)
		start += n
	}
	core := end
	for core > start {
		n := closing(text[start:core])
		if n == 0 {
			break
		}
		core -= n
	}
	if core > start {
		if n := address(text[start:core]); n > 0 {
			b.add(text, start, start+n)
			start += n
		}
		b.core(text, start, core, end)
	}
	b.marks(text, core, end)
}

// opening is the length of the bracket or quote that s starts with, 0 if none.
func opening(s string) int {
	switch s[0] {
	case '"', '(', '[', '{', '<':
		if n := runOf(s); n < len(s) {
			if s[0] == '"' || s[0] == '<' {
				return n
			}
			return 1
		}
		return 0
	}
	if s[0] < utf8.RuneSelf {
		return 0
	}
	switch r, n := utf8.DecodeRuneInString(s); r {
	case '“', '„', '«', '‹':
		return n
	}
	return 0
}

// closing is the length of the mark that s ends with and that no word holds at
// its end, 0 if there is none.
func closing(s string) int {
	switch s[len(s)-1] {
	case ',', ';', ':', '!', '?', ')', ']', '}', '"', '>':
		return 1
	}
	if s[len(s)-1] < utf8.RuneSelf {
		return 0
	}
	switch r, n := utf8.DecodeLastRuneInString(s); r {
	case '”', '“', '»', '›', '…':
		return n
	}
	return 0
}

// runOf is the number of bytes at the start of s equal to its first.
func runOf(s string) int {
	n := 1
	for n < len(s) && s[n] == s[0] {
		n++
	}
	return n
}

// marks appends the marks text[start:end]: a run of one mark is a token, and
// so is a run of ! and ?.
func (b *Buffer) marks(text string, start, end int) {
	for start < end {
		n := 1
		switch c := text[start]; {
		case c == '(' || c == ')' || c == '[' || c == ']' || c == '{' || c == '}':
		case c == '!' || c == '?':
			for start+n < end && (text[start+n] == '!' || text[start+n] == '?') {
				n++
			}
		case c < utf8.RuneSelf:
			n = runOf(text[start:end])
		default:
			_, n = utf8.DecodeRuneInString(text[start:end])
		}
		b.add(text, start, start+n)
		start += n
	}
}

// highNote is the note of a token that starts outside ASCII.
func highNote(s string) note {
	switch r, _ := utf8.DecodeRuneInString(s); {
	case r == '…' || r == '。' || r == '！' || r == '？':
		return markEnd
	case r == '”' || r == '’' || r == '»' || r == '“' || r == '›':
		return markClose
	case unicode.IsUpper(r):
		return isCapital
	case unicode.IsLower(r):
		return isLowercase
	}
	return 0
}

// core cuts text[start:end], which neither starts nor ends with a mark that
// stands alone; the chunk it is part of goes on to limit.
func (b *Buffer) core(text string, start, end, limit int) {
	from := start // start of the piece not yet appended
	for i := start; i < end; {
		c, size := classAt(text, i)
		if c&mark == 0 {
			i += size
			continue
		}
		n, cut := b.cutAt(text, from, i, end)
		if !cut {
			i += n
			continue
		}
		if from < i {
			b.piece(text, from, i, i == limit)
		}
		b.add(text, i, i+n)
		i += n
		from = i
	}
	if from < end {
		b.piece(text, from, end, end == limit)
	}
}

// cutAt says what becomes of the mark at text[i], in a piece that starts at
// from: whether it is a token of its own, and how many bytes it has.
func (b *Buffer) cutAt(text string, from, i, end int) (size int, cut bool) {
	c := text[i]
	next := class(0)
	if i+1 < end {
		next, _ = classAt(text, i+1)
	}
	last := class(0)
	if from < i {
		last, _ = classBefore(text, i)
	}
	switch c {
	case '\'', '_':
		return 1, false
	case '.':
		if n := runOf(text[i:end]); n > 1 {
			return n, true
		}
		return 1, false
	case '-':
		n := runOf(text[i:end])
		if n > 1 {
			return n, true
		}
		return 1, !keepHyphen(text, from, i, end)
	case ',':
		return 1, !(last&digit != 0 && next&digit != 0)
	case ':':
		return 1, !(last&digit != 0 && next&digit != 0)
	case '/':
		return 1, !(last&digit != 0 && next&digit != 0) && !(i-from == 1 && end-i == 2)
	case '&', '@':
		return 1, !(last&letter != 0 && next&letter != 0)
	case '+':
		return 1, !(from == i && next&digit != 0)
	case '!', '?':
		n := 1
		for i+n < end && (text[i+n] == '!' || text[i+n] == '?') {
			n++
		}
		return n, true
	case '$':
		return 1, true
	case '(', ')', '[', ']', '{', '}':
		return 1, true
	}
	if c < utf8.RuneSelf {
		return runOf(text[i:end]), true
	}
	r, n := utf8.DecodeRuneInString(text[i:end])
	if r == '’' || r == '‘' {
		return n, false
	}
	return n, true
}

// classBefore is the class of the character that ends at text[i].
func classBefore(text string, i int) (class, int) {
	if c := text[i-1]; c < utf8.RuneSelf {
		return ascii[c], 1
	}
	_, n := utf8.DecodeLastRuneInString(text[:i])
	c, _ := classAt(text, i-n)
	return c, n
}

// keepHyphen reports whether the hyphen at text[i] is part of the word that
// starts at from: after a prefix that is no word, and in numbers of parts as
// telephones have.
func keepHyphen(text string, from, i, end int) bool {
	if from == i || i+1 == end {
		return false
	}
	if prefix(text[from:i]) {
		c, _ := classAt(text, i+1)
		return c&(letter|digit) != 0
	}
	return phone(text, from, i, end)
}

// prefix reports whether s, before a hyphen, is part of the word behind it.
func prefix(s string) bool {
	var buf [24]byte
	switch string(lowered(&buf, s)) {
	case "non", "e", "mid", "anti", "re", "pro", "pre", "co", "cross", "post", "over", "multi", "ex",
		"sub", "semi", "counter", "mini", "neo", "inter", "intra", "un", "micro", "macro", "ultra", "quasi",
		"trans", "under", "de", "extra", "hyper", "super", "socio", "psycho", "meta", "proto", "pseudo",
		"bi", "tri", "uni", "vice", "arch", "infra", "mis", "dis", "out":
		return true
	}
	return false
}

// phone reports whether the hyphen at text[i] stands in a number of three
// parts, or of three and four digits.
func phone(text string, from, i, end int) bool {
	if digitsBefore(text, from, i) == 0 {
		return false
	}
	after := digitsAfter(text, i+1, end)
	if after == 0 {
		return false
	}
	if i+1+after < end && text[i+1+after] == '-' && digitsAfter(text, i+2+after, end) > 0 {
		return true
	}
	before := digitsBefore(text, from, i)
	if k := i - before - 1; k > from && text[k] == '-' && digitsBefore(text, from, k) > 0 {
		return true
	}
	return before == 3 && after == 4
}

func digitsBefore(text string, from, i int) int {
	n := 0
	for i-n > from && n < 20 && text[i-n-1] >= '0' && text[i-n-1] <= '9' {
		n++
	}
	return n
}

func digitsAfter(text string, i, end int) int {
	n := 0
	for i+n < end && n < 20 && text[i+n] >= '0' && text[i+n] <= '9' {
		n++
	}
	return n
}

// piece appends a stretch of letters, digits, apostrophes and full stops.
// last is set if it ends its chunk.
func (b *Buffer) piece(text string, start, end int, last bool) {
	quoted, dotted, digits := false, false, false
	for i := start; i < end; i++ {
		switch c := text[i]; {
		case c == '\'' || c == 0xe2:
			quoted = true
		case c == '.':
			dotted = true
		case '0' <= c && c <= '9':
			digits = true
		}
	}
	stop := false
	if dotted && text[end-1] == '.' && end-start > 1 {
		stop = true
		if keepsStop(text[start:end]) {
			stop = false
		} else {
			end--
		}
	}
	switch {
	case quoted:
		b.apostrophes(text, start, end)
	case digits:
		b.number(text, start, end)
	default:
		b.plain(text, start, end)
	}
	if stop {
		b.add(text, end, end+1)
	} else if dotted && text[end-1] == '.' && end-start > 1 {
		b.notes[len(b.notes)-1] |= stopped
	}
}

// number appends a piece with digits in it: "5pm" is "5" and "pm", "1990s"
// and "22nd" are one.
func (b *Buffer) number(text string, start, end int) {
	i := start
	for i < end && (text[i] >= '0' && text[i] <= '9' || text[i] == '.' || text[i] == ',' || text[i] == ':') {
		i++
	}
	if i > start && i < end && unit(text[i:end]) {
		b.add(text, start, i)
		start = i
	}
	b.add(text, start, end)
}

// unit reports whether s, right after a number, is a word of its own.
func unit(s string) bool {
	var buf [24]byte
	switch string(lowered(&buf, s)) {
	case "am", "pm", "a.m.", "p.m.", "a.m", "p.m", "k", "m", "bn", "b", "tn", "mm", "cm", "km", "kg", "g", "mg", "ft", "in",
		"lb", "lbs", "oz", "mph", "kph", "hz", "khz", "mhz", "ghz", "kb", "mb", "gb", "tb", "min", "mins",
		"hr", "hrs", "sec", "secs", "yr", "yrs", "yo", "hh", "mw", "kw", "gw", "kwh", "mwh", "million", "billion", "trillion", "percent", "est", "gmt", "c", "f", "v", "w", "l", "ml", "h", "p", "x", "mi", "kt", "ha", "sq", "th":
		return len(s) != 2 || s != "th"
	}
	return false
}
