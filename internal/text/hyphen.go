package text

// keepHyphen reports whether the hyphen at text[i] is part of the word that
// starts at from: after a prefix that is no word, and between the parts of a
// telephone number or a date.
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
	case "anti", "arch", "bi", "co", "counter", "cross", "de", "dis", "e", "ex", "extra", "hyper", "inter", "intra",
		"macro", "meta", "micro", "mid", "mini", "mis", "multi", "neo", "non", "over", "post", "pre", "pro", "proto",
		"pseudo", "psycho", "quasi", "re", "semi", "socio", "sub", "super", "trans", "tri", "ultra", "un", "under", "uni":
		return true
	}
	return false
}

// phone reports whether the hyphen at text[i] stands in a number of three or
// more parts, of one with three digits and one with four ("555-1234"), of an
// extension ("3-5213"), or in an American post code ("77030-2707").
func phone(text string, from, i, end int) bool {
	before, after := digitsBefore(text, from, i), digitsAfter(text, i+1, end)
	if before == 0 || after == 0 {
		return false
	}
	if k := i + 1 + after; k < end && text[k] == '-' && digitsAfter(text, k+1, end) > 0 {
		return true
	}
	if k := i - before - 1; k > from && text[k] == '-' && digitsBefore(text, from, k) > 0 {
		return true
	}
	return (before == 1 || before == 3 || before == 5) && after == 4
}

// digitsBefore counts the digits that end at text[i], up to 20.
func digitsBefore(text string, from, i int) int {
	n := 0
	for i-n > from && n < 20 && ascii[text[i-n-1]&0x7f]&digit != 0 && text[i-n-1] < 0x80 {
		n++
	}
	return n
}

// digitsAfter counts the digits from text[i] on, up to 20.
func digitsAfter(text string, i, end int) int {
	n := 0
	for i+n < end && n < 20 && ascii[text[i+n]&0x7f]&digit != 0 && text[i+n] < 0x80 {
		n++
	}
	return n
}
