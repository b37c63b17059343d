package text

// piece appends the piece text[start:end] of a chunk that ends at limit: letters and
// digits with the marks between them that are no tokens of their own.
func (b *Buffer) piece(text string, start, end, limit int) {
	quoted, letters, digits := false, false, false
	for i := start; i < end; i++ {
		switch c := text[i]; {
		case c == '\'' || c == 0xe2 && isApostrophe(text[:end], i) > 0:
			quoted = true
		case c >= '0' && c <= '9':
			digits = true
		case c != '.':
			letters = true
		}
	}
	stop := end-start > 1 && text[end-1] == '.'
	if stop && b.keepsStop(text, start, end, limit) {
		if digits && letters {
			b.measure(text, start, end)
		} else {
			b.add(text, start, end)
		}
		b.notes[len(b.notes)-1] |= stopped
		return
	}
	if stop {
		end--
	}
	switch {
	case quoted:
		b.contracted(text, start, end)
	case digits && letters:
		b.measure(text, start, end)
	default:
		b.plain(text, start, end)
	}
	if stop {
		b.add(text, end, end+1)
	}
}

// measure appends a piece of digits and letters: "5pm" is "5" and "pm",
// "1990s" and "22nd" are one.
func (b *Buffer) measure(text string, start, end int) {
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
	case "am", "pm", "a.m", "p.m", "a.m.", "p.m.", "est", "edt", "gmt", "hrs", "hr", "h", "min", "mins", "sec", "secs", "yr", "yrs", "yo",
		"k", "m", "mn", "bn", "b", "t", "tn", "trn", "million", "billion", "trillion", "percent", "pc", "bps",
		"mm", "cm", "km", "kms", "kg", "kgs", "g", "mg", "ft", "in", "lb", "lbs", "oz", "mi", "sq", "ha", "ml", "l",
		"mph", "kph", "hz", "khz", "mhz", "ghz", "kb", "mb", "gb", "tb", "w", "kw", "mw", "gw", "kwh", "mwh", "v", "c", "f", "x", "p", "hh":
		return true
	}
	return false
}
