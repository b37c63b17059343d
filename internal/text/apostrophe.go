package text

import (
	"math/bits"
	"unicode/utf8"
)

// contracted appends a piece with an apostrophe in it, straight or curly,
// neither at its start nor at its end.
func (b *Buffer) contracted(text string, start, end int) {
	at := b.clitic(text[start:end])
	if at == 0 {
		b.add(text, start, end)
		return
	}
	mid := start + at
	if first := b.clitic(text[start:mid]); first > 0 { // would've, couldn't've
		b.add(text, start, start+first)
		start += first
	}
	b.add(text, start, mid)
	b.add(text, mid, end)
}

// clitic returns where the last word of a contraction starts, 0 if s is none:
// 2 for "don't", 5 for "China's".
func (b *Buffer) clitic(s string) int {
	last := -1 // the last apostrophe
	for i := len(s) - 1; i > 0 && len(s)-i <= 6; i-- {
		if isApostrophe(s, i) > 0 {
			last = i
			break
		}
	}
	if last < 1 {
		return 0
	}
	size := isApostrophe(s, last)
	tail := s[last+size:]
	if tail == "s" && decade(s[:last]) {
		return 0
	}
	var buf [proseLimit]byte
	n := 0
	// What stands before an earlier apostrophe, or is not ASCII, prose need
	// not see: the answer depends on the end of the word.
	from := last
	for from > 0 && last-from < proseLimit-len(tail)-1 && s[from-1] < utf8.RuneSelf && s[from-1] != '\'' && s[from-1] != '&' && s[from-1] > ' ' {
		from--
	}
	if from == last { // "Łódź's" ends in a letter that prose is not shown
		buf[0], n = 'x', 1
	}
	shown := n
	n += copy(buf[n:], s[from:last])
	buf[n] = '\''
	n++
	for i := 0; i < len(tail); i++ {
		if tail[i] >= utf8.RuneSelf || tail[i] == '&' || n == len(buf) {
			return 0
		}
		buf[n] = tail[i]
		n++
	}
	if at := cliticHere(buf[:n]); at > 0 {
		return from + at - shown
	}
	if cuts := b.prose.cuts(buf[:n]); cuts > 1 {
		return from + bits.Len32(cuts) - 1 - shown
	}
	return 0
}

// decade reports whether s names one before "'s": "1980", "80".
func decade(s string) bool {
	if len(s) != 2 && len(s) != 4 || s[len(s)-1] != '0' {
		return false
	}
	return digitsAfter(s, 0, len(s)) == len(s)
}

// cliticHere knows the two clitics that prose does not.
func cliticHere(s []byte) int {
	if n := len(s); n > 2 && s[n-2] == '\'' && s[n-1]|0x20 == 'd' {
		return n - 2
	} else if n > 3 && s[n-3] == '\'' && s[n-2]|0x20 == 'v' && s[n-1]|0x20 == 'e' {
		return n - 3
	}
	return 0
}

// elided reports whether an apostrophe before s is part of the word that s
// starts with: "'em", "'90s".
func elided(s string) bool {
	n := 0
	for n < len(s) && n < 6 && s[n] < utf8.RuneSelf && ascii[s[n]]&(letter|digit) != 0 {
		n++
	}
	s = s[:n]
	var buf [24]byte
	switch string(lowered(&buf, s)) {
	case "s", "em", "n", "til", "till", "ll", "re", "ve", "m", "d", "cause", "tis", "twas", "bout", "round":
		return true
	}
	return (n == 2 || n == 3 && s[2] == 's') && ascii[s[0]]&ascii[s[1]]&digit != 0
}

// dropped reports whether the apostrophe after s is part of the word: "goin'".
func dropped(s string) bool {
	var buf [24]byte
	switch string(lowered(&buf, s)) {
	case "o", "n", "ol", "th", "an", "lil", "po", "mo",
		"doin", "goin", "comin", "nothin", "somethin", "lookin", "talkin", "gettin", "makin", "feelin",
		"livin", "lovin", "cookin", "workin", "runnin", "playin", "tryin", "takin", "givin", "sayin", "darlin", "rollin", "rockin", "singin":
		return true
	}
	return false
}

// isApostrophe returns the size of the apostrophe or single quote that stands
// at s[i], 0 if there is none.
func isApostrophe(s string, i int) int {
	switch {
	case s[i] == '\'':
		return 1
	case s[i] == 0xe2 && i+2 < len(s) && s[i+1] == 0x80 && (s[i+2] == 0x98 || s[i+2] == 0x99):
		return 3 // U+2018, U+2019
	}
	return 0
}

// endApostrophe is isApostrophe for one that ends s.
func endApostrophe(s string) int {
	n := len(s)
	if s[n-1] == '\'' {
		return 1
	}
	if n >= 3 && isApostrophe(s, n-3) == 3 {
		return 3
	}
	return 0
}
