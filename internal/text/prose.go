package text

import "unicode/utf8"

type proseCache struct{}

// apostrophes cuts a piece that holds an apostrophe, straight or curly.
func (b *Buffer) apostrophes(text string, start, end int) {
	// Quotes at the front.
	for start < end {
		n := apostrophe(text[start:end])
		if n == 0 || elided(text[start+n:end]) {
			break
		}
		b.add(text, start, start+n)
		start += n
	}
	core := end
	for core > start {
		n := apostropheBefore(text[start:core])
		if n == 0 {
			break
		}
		core -= n
	}
	if core > start {
		if at := clitic(text[start:core]); at > 0 {
			b.plain(text, start, start+at)
			start += at
		}
		b.add(text, start, core)
	}
	for core < end {
		n := apostrophe(text[core:end])
		b.add(text, core, core+n)
		core += n
	}
}

// elided reports whether an apostrophe before s belongs to it: "'em", "'90s".
func elided(s string) bool {
	var buf [24]byte
	switch string(lowered(&buf, s)) {
	case "s", "em", "n", "til", "ll", "re", "ve", "m", "d", "cause", "tis", "twas", "bout", "n'":
		return true
	}
	return len(s) >= 2 && s[0] >= '0' && s[0] <= '9' && (len(s) == 2 || len(s) == 3 && s[2] == 's')
}

// clitic returns where the clitic at the end of s starts, 0 if there is none.
func clitic(s string) int {
	for _, k := range [...]string{"s", "m", "d", "ll", "re", "ve"} {
		n := len(s) - len(k)
		if n > 1 && hasLowerSuffix(s, k) {
			if a := apostropheBefore(s[:n]); a > 0 && n > a {
				return n - a
			}
		}
	}
	if len(s) > 3 && lowerByte(s[len(s)-1]) == 't' {
		if a := apostropheBefore(s[:len(s)-1]); a > 0 {
			if k := len(s) - 1 - a; k > 1 && lowerByte(s[k-1]) == 'n' {
				return k - 1
			}
		}
	}
	return 0
}

func hasLowerSuffix(s, k string) bool {
	s = s[len(s)-len(k):]
	for i := range len(k) {
		if lowerByte(s[i]) != k[i] {
			return false
		}
	}
	return true
}

func apostrophe(s string) int {
	if len(s) == 0 {
		return 0
	}
	if s[0] == '\'' {
		return 1
	}
	if r, n := utf8.DecodeRuneInString(s); r == '’' || r == '‘' {
		return n
	}
	return 0
}

func apostropheBefore(s string) int {
	if len(s) == 0 {
		return 0
	}
	if s[len(s)-1] == '\'' {
		return 1
	}
	if r, n := utf8.DecodeLastRuneInString(s); r == '’' || r == '‘' {
		return n
	}
	return 0
}
