package text

// joined returns where a word of letters, text[start:end], is cut in two, 0 if
// it is not: "cannot", and contractions that have lost their apostrophe. What
// follows a word that may also be another tells "its late" from "its door".
func joined(text string, start, end int) int {
	word := text[start:end]
	n := len(word)
	switch word[n-1] | 0x20 {
	case 't':
		if n < 4 || word[n-2]|0x20 != 'n' && word[n-2]|0x20 != 'o' {
			return 0
		}
	case 's':
		if word[n-1] != 's' || n < 3 { // no acronym
			return 0
		}
	case 'l':
		if word[n-1] != 'l' || n < 3 || word[n-2] != 'l' {
			return 0
		}
	case 'd':
		if n != 2 || word[1] != 'd' {
			return 0
		}
	case 'a', 'm', 'e', 'r', 'o':
	default:
		return 0
	}
	var buf [24]byte
	switch string(lowered(&buf, word)) {
	case "cannot", "gonna", "gotta", "wanna", "lemme", "gimme", "outta":
		return 3
	case "dont", "wont", "cant", "aint", "didnt", "isnt", "wasnt", "arent", "werent", "doesnt", "hasnt", "hadnt", "havent", "wouldnt", "couldnt", "shouldnt":
		return n - 2
	case "im", "ive":
		return 1
	case "dunno":
		return 2
	case "youre", "theyre", "youve", "theyve", "couldve", "wouldve",
		"youll", "theyll", "itll", "thatll":
		return n - 2
	case "thats", "whats", "theres", "wheres", "heres", "hes", "shes", "whos", "elses":
		return n - 1
	case "its", "your":
		if next, alone := wordAfter(text, end); alone && predicate(next) {
			return n - 1
		}
	case "ill", "id":
		if next, alone := wordAfter(text, end); alone && bareVerb(next) {
			return 1
		}
	case "lets":
		if next, alone := wordAfter(text, end); word[0] == 'L' && alone && bareVerb(next) {
			return 3
		}
	}
	return 0
}

// predicate reports whether s follows "it's" and "you're", and hardly ever a
// possessive.
func predicate(s string) bool {
	switch s {
	case "a", "an", "the", "this", "that", "my", "your", "his", "her", "our", "their",
		"not", "never", "always", "also", "just", "still", "so", "too", "all", "really", "simply", "definitely", "probably", "pretty", "now", "nothing",
		"in", "on", "at", "by", "for", "from", "with", "about", "between", "like", "because", "what", "how", "why",
		"been", "being", "getting", "gonna", "going":
		return true
	}
	return false
}

// bareVerb reports whether s is a verb, or stands before one, as it follows
// "I'll", "I'd" and "let's".
func bareVerb(s string) bool {
	switch s {
	case "be", "have", "do", "go", "get", "see", "take", "make", "give", "say", "tell", "try", "hope", "face", "talk", "keep", "look", "meet", "start", "call", "wait", "think", "love", "like", "want", "need", "rather",
		"just", "not":
		return true
	}
	return false
}
