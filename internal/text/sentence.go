package text

// sentences fills Sentences from Tokens.
func (b *Buffer) sentences(text string) {
	first := 0
	for i := range b.Tokens {
		if i+1 == len(b.Tokens) || b.ends(text, i) {
			b.Sentences = append(b.Sentences, Sentence{Span{b.Tokens[first].Start, b.Tokens[i].End}, first, i + 1})
			first = i + 1
		}
	}
}

// ends reports whether a sentence ends after token i, which is not the last.
func (b *Buffer) ends(text string, i int) bool {
	next := b.notes[i+1]
	if next&gapBlank != 0 {
		return true
	}
	if next&gapSpace == 0 {
		return false
	}
	j := i
	for j > 0 && i-j < 4 && b.notes[j]&markClose != 0 && b.notes[j]&gapSpace == 0 {
		j--
	}
	n := b.notes[j]
	switch {
	case n&markEnd != 0:
		return next&isLowercase == 0
	case n&stopped != 0:
		if next&isCapital == 0 {
			return false
		}
		var buf [24]byte
		w := text[b.Tokens[j].Start:b.Tokens[j].End]
		k := abbreviations[string(lowered(&buf, w[:len(w)-1]))]
		if k == title || k == number || len(w) == 2 {
			return false
		}
		return starter(text[b.Tokens[i+1].Start:b.Tokens[i+1].End])
	}
	return false
}

// starter reports whether the word starts sentences rather than names.
func starter(s string) bool {
	switch s {
	case "The", "A", "An", "In", "On", "At", "He", "She", "It", "They", "We", "I", "You", "But", "And", "This", "That", "These", "Those",
		"His", "Her", "Their", "Its", "If", "When", "While", "As", "For", "After", "Before", "However", "There", "Some", "Many", "Most", "No", "Not", "By", "With", "From", "What", "Who", "Why", "How", "Where", "Although", "Since", "Last", "Earlier", "Meanwhile":
		return true
	}
	return false
}
