package main

import (
	"math/rand/v2"
	"slices"

	"github.com/dossier-nlp/dossier/internal/syntax"
)

// vary makes further examples of which verbs take which prepositions. In "they
// accused him of fraud" the phrase can only belong to the verb; with a noun in
// the pronoun's place it still does, but is hard: that is what is learnt from.
func vary(list []example) []example {
	var nouns []noun
	for i := range list {
		nouns = append(nouns, objects(&list[i])...)
	}
	if len(nouns) == 0 {
		return nil
	}
	rng := rand.New(rand.NewPCG(9, 10))
	var out []example
	for i := range list {
		x := &list[i]
		words := kept(x)
		for k, at := range words {
			if !pronounWithPhrase(x, words, k) {
				continue
			}
			y := *x
			y.words, y.tags, y.doubt = slices.Clone(x.words), slices.Clone(x.tags), slices.Clone(x.doubt)
			n := nouns[rng.IntN(len(nouns))]
			y.words[at], y.tags[at], y.doubt[at] = n.word, n.tag, 0
			out = append(out, y)
		}
	}
	return out
}

// noun is a noun that stood alone as an object.
type noun struct {
	word syntax.Word
	tag  uint8
}

var (
	tagPronoun     = syntax.ParseTag("PRP")
	tagPreposition = syntax.ParseTag("IN")
	nounTags       = []uint8{syntax.ParseTag("NNP"), syntax.ParseTag("NNS")}
	verbTags       = numbers([]string{"VB", "VBD", "VBG", "VBN", "VBP", "VBZ"})
)

func kept(x *example) []int32 {
	var s syntax.ParseSentence
	s.Set(x.words, x.tags, nil)
	return slices.Clone(s.Kept())
}

// objects are the nouns after a verb that is their head, without dependents.
func objects(x *example) (out []noun) {
	at := kept(x)
	for k, h := range x.heads {
		tag := x.tags[at[k]]
		if slices.Contains(nounTags, tag) && h >= 0 && int(h) == k-1 && slices.Contains(verbTags, x.tags[at[h]]) &&
			!slices.Contains(x.heads, int32(k)) {
			out = append(out, noun{x.words[at[k]], tag})
		}
	}
	return out
}

// pronounWithPhrase tells whether word k is a pronoun right after its verb
// and right before a prepositional phrase of the same verb.
func pronounWithPhrase(x *example, at []int32, k int) bool {
	if k == 0 || k+2 >= len(at) || x.tags[at[k]] != tagPronoun || x.tags[at[k+1]] != tagPreposition {
		return false
	}
	verb := int32(k - 1)
	if x.heads[k] != verb || !slices.Contains(verbTags, x.tags[at[verb]]) {
		return false
	}
	phrase := x.heads[k+1]
	return int(phrase) > k+1 && x.heads[phrase] == verb && slices.Contains(nominal, x.tags[at[phrase]])
}

var nominal = numbers([]string{"NN", "NNS", "NNP", "NNPS", "CD", "VBG"})
