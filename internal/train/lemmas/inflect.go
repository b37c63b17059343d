package main

import "strings"

// baseOf guesses what a regularly inflected word is a form of, from how often
// the unlabelled text has the words that it might be. It returns "" if there
// is none. suffix is one of "ed", "ing", "s", "er", "est".
func baseOf(word, suffix string, count func(string) int) string {
	stem, ok := strings.CutSuffix(word, suffix)
	if !ok || len(stem) < 2 || !strings.ContainsAny(stem, "aeiouy") {
		return ""
	}
	best, most := "", 0
	for _, c := range candidates(stem, suffix) {
		if n := count(c); n > most {
			best, most = c, n
		}
	}
	return best
}

// candidates lists the words that, by the spelling rules of English, give
// stem+suffix.
func candidates(stem, suffix string) []string {
	n := len(stem)
	last := stem[n-1]
	if suffix == "s" {
		return pluralCandidates(stem)
	}
	var out []string
	switch {
	case n > 2 && last == stem[n-2] && !isVowel(last):
		out = append(out, stem[:n-1], stem) // stopped, called
	case last == 'i' && suffix != "ing":
		return []string{stem[:n-1] + "y", stem + "e"} // carried, tied
	case last == 'y' && suffix == "ing":
		out = append(out, stem, stem[:n-1]+"ie") // playing, lying
	case strings.HasSuffix(stem, "ck"):
		out = append(out, stem, stem[:n-1]) // picked, mimicked
	case !doubles(stem):
		out = append(out, stem)
	}
	if suffix == "ing" && last == 'e' {
		return out // seeing, being
	}
	return append(out, stem+"e")
}

func pluralCandidates(stem string) []string {
	out := []string{stem}
	if s, ok := strings.CutSuffix(stem, "ie"); ok && len(s) > 1 {
		return append(out, s+"y")
	}
	for _, end := range []string{"se", "xe", "ze", "che", "she", "oe"} {
		if strings.HasSuffix(stem, end) {
			out = append(out, stem[:len(stem)-1])
		}
	}
	return out
}

// doubles tells whether a stem is one that doubles its last consonant before
// "ed" or "ing": one syllable, one vowel, one consonant after it ("stop").
func doubles(stem string) bool {
	n := len(stem)
	last := stem[n-1]
	if isVowel(last) || last == 'w' || last == 'x' || last == 'y' || !isVowel(stem[n-2]) {
		return false
	}
	for i := range n - 2 {
		if isVowel(stem[i]) && !(stem[i] == 'u' && i > 0 && stem[i-1] == 'q') {
			return false
		}
	}
	return true
}

func isVowel(c byte) bool { return strings.IndexByte("aeiou", c) >= 0 }
