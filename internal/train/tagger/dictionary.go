package main

import (
	"cmp"
	"slices"

	"github.com/dossier-nlp/dossier/internal/model"
	"github.com/dossier-nlp/dossier/internal/syntax"
	"github.com/dossier-nlp/dossier/internal/train/treebank"
)

const (
	dictCount = 4  // how often a word of the dictionary must occur
	dictShare = 50 // a tag of a word in the dictionary is at least one in so many
	// A word of a closed class has one tag only if it occurs so often, and
	// another tag at most once in so many times: a slip of the annotators. Words
	// of the open classes must be more frequent.
	sureCount     = 30
	sureOpenCount = 400
	sureShare     = 150
)

type tagCount struct {
	tag uint8
	n   int
}

// dictionary learns which tags the frequent words have. Words are counted as
// they stand; altered copies of sentences do not count.
func dictionary(sentences []treebank.Sentence) *syntax.TagDictionary {
	type word struct {
		key   uint64
		total int
		tags  []tagCount
	}
	index := map[uint64]int{}
	var words []word
	for _, s := range sentences {
		for i, w := range s.Words {
			key := model.ClassKey(w)
			at, ok := index[key]
			if !ok {
				at = len(words)
				index[key] = at
				words = append(words, word{key: key})
			}
			words[at].total++
			words[at].tags = count(words[at].tags, syntax.ParseTag(s.Tags[i]))
		}
	}
	slices.SortStableFunc(words, func(a, b word) int { return cmp.Compare(b.total, a.total) })
	var entries []syntax.TagDictionaryEntry
	for _, w := range words {
		if w.total < dictCount {
			break
		}
		slices.SortFunc(w.tags, func(a, b tagCount) int {
			return cmp.Or(cmp.Compare(b.n, a.n), cmp.Compare(a.tag, b.tag))
		})
		e := syntax.TagDictionaryEntry{Key: w.key}
		least := sureCount
		if syntax.OpenTag(w.tags[0].tag) {
			least = sureOpenCount
		}
		if w.total >= least && (w.total-w.tags[0].n)*sureShare <= w.total {
			e.Sure = w.tags[0].tag
		}
		for _, t := range w.tags {
			if t.n*dictShare >= w.total {
				e.Tags = append(e.Tags, t.tag)
			}
		}
		entries = append(entries, e)
	}
	return syntax.NewTagDictionary(entries)
}

func count(tags []tagCount, tag uint8) []tagCount {
	for i := range tags {
		if tags[i].tag == tag {
			tags[i].n++
			return tags
		}
	}
	return append(tags, tagCount{tag, 1})
}
