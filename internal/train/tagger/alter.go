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
// stop; in the grammar of headlines. The tags stay: a capital is no sign of a
// name there.
func altered(sentences []treebank.Sentence, random *rand.Rand) []treebank.Sentence {
	var out []treebank.Sentence
	for _, s := range sentences {
		way := wayFor(random.IntN(100))
		headline := way.headline || random.IntN(100) < 60
		if len(s.Words) < 3 || way.word == nil {
			continue
		}
		if headline {
			s = headlinese(s, way.headline && random.IntN(2) == 0)
		}
		c := treebank.Sentence{}
		for i, w := range s.Words {
			c.Words = append(c.Words, way.word(i, w, s.Tags[i]))
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

// way is how a sentence is written.
type way struct {
	word     func(i int, word, tag string) string // how each word is written; nil to leave the sentence out
	headline bool                                 // always in the grammar of headlines
}

// wayFor picks one of the ways by a number from 0 to 99.
func wayFor(percent int) way {
	switch {
	case percent < 13:
		return way{word: titled}
	case percent < 17:
		return way{word: func(_ int, word, _ string) string { return strings.ToUpper(word) }}
	case percent < 21:
		return way{word: func(_ int, word, _ string) string { return strings.ToLower(word) }}
	case percent < 33:
		return way{word: asIs, headline: true}
	case percent < 37:
		return way{word: asIs}
	}
	return way{}
}

// asIs leaves a word as it is, but for the first, which has a capital.
func asIs(i int, word, _ string) string {
	if i > 0 {
		return word
	}
	first, size := utf8.DecodeRuneInString(word)
	return string(unicode.ToUpper(first)) + word[size:]
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
