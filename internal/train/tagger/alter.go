package main

import (
	"math/rand/v2"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/dossier-nlp/dossier/internal/train/treebank"
)

// altered gives copies of some sentences as headlines and careless writers
// have them: Title Case, capitals only, small letters only; without the final
// stop; in the grammar of headlines. The tags stay: a capital is no sign
// of a name there.
func altered(sentences []treebank.Sentence, random *rand.Rand) []treebank.Sentence {
	var out []treebank.Sentence
	for _, s := range sentences {
		change := wordChange(random.IntN(100))
		short := random.IntN(100) < 60
		if len(s.Words) < 3 || change == nil {
			continue
		}
		if short {
			s = headlinese(s)
		}
		c := treebank.Sentence{}
		for i, w := range s.Words {
			c.Words = append(c.Words, change(i, w, s.Tags[i]))
			c.Tags = append(c.Tags, s.Tags[i])
		}
		if last := len(c.Words) - 1; last > 0 && c.Tags[last] == "." && random.IntN(100) < 70 {
			c.Words, c.Tags = c.Words[:last], c.Tags[:last]
		}
		if len(c.Words) > 1 {
			out = append(out, c)
		}
	}
	return out
}

// wordChange picks one of the ways to write a sentence, nil for none.
func wordChange(percent int) func(i int, word, tag string) string {
	switch {
	case percent < 12:
		return titled
	case percent < 16:
		return func(_ int, word, _ string) string { return strings.ToUpper(word) }
	case percent < 20:
		return func(_ int, word, _ string) string { return strings.ToLower(word) }
	case percent < 25:
		return func(_ int, word, _ string) string { return word }
	}
	return nil
}

// titled capitalizes all but the short words without meaning of their own.
func titled(i int, word, tag string) string {
	switch tag {
	case "IN", "TO", "DT", "CC", "POS":
		if i > 0 && len(word) < 5 {
			return word
		}
	}
	first, size := utf8.DecodeRuneInString(word)
	if strings.HasPrefix(word, "'") || strings.HasPrefix(word, "’") || word == "n't" || word == "n’t" {
		return word
	}
	return string(unicode.ToUpper(first)) + word[size:]
}
