package main

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/dossier-nlp/dossier/internal/syntax"
	"github.com/dossier-nlp/dossier/internal/train/treebank"
)

// confusions prints which tags are taken for which, the commonest first, with
// a few of the words.
func confusions(t *syntax.Tagger, sentences []treebank.Sentence) {
	const shown, examples = 30, 14
	type confusion struct {
		gold, guess string
		words       []string
	}
	index := map[[2]string]int{}
	var all []confusion
	for n, tags := range predict(t.Tag, sentences) {
		s := sentences[n]
		for i, guess := range tags {
			if guess == s.Tags[i] {
				continue
			}
			key := [2]string{s.Tags[i], guess}
			at, ok := index[key]
			if !ok {
				at = len(all)
				index[key] = at
				all = append(all, confusion{gold: s.Tags[i], guess: guess})
			}
			all[at].words = append(all[at].words, s.Words[i])
		}
	}
	slices.SortStableFunc(all, func(a, b confusion) int { return cmp.Compare(len(b.words), len(a.words)) })
	for _, c := range all[:min(shown, len(all))] {
		words := c.words
		if len(words) > examples {
			words = words[:examples]
		}
		fmt.Printf("%4d %-5s as %-5s %s\n", len(c.words), c.gold, c.guess, strings.Join(words, " "))
	}
	fmt.Println()
}
