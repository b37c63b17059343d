package main

import (
	"bytes"
	"cmp"
	"fmt"
	"math"
	"os"
	"slices"

	"github.com/dossier-nlp/dossier/internal/model"
)

// A word in small letters and the same word capitalized are two items if both
// are frequent: at least splitCount times, and at least one in splitShare.
const (
	splitCount = 50
	splitShare = 12
)

// item is what gets a class: a word, or one of its two forms.
type item struct {
	word    int32 // number in the corpus
	capital bool  // the capitalized form of a split word
	split   bool  // the other form of a split word
	count   int64
}

// vocabulary is the corpus's frequent words as items, the most frequent first;
// item 0 is a sentence's end.
type vocabulary struct {
	corpus *corpus
	items  []item
	byForm [][2]int32 // of each word of the corpus: its item, and its capitalized form's; -1 for none
}

func newVocabulary(c *corpus, minCount int64, largest int) *vocabulary {
	v := &vocabulary{corpus: c}
	for w, n := range c.counts {
		caps := int64(n[capital] + n[allCaps])
		rest := int64(n[small])
		total := caps + rest + int64(n[anyForm])
		switch {
		case w == 0:
			v.items = append(v.items, item{count: math.MaxInt64})
		case total < minCount || len(c.words[w]) > 40:
		case min(caps, rest) >= splitCount && min(caps, rest)*splitShare >= caps+rest:
			v.items = append(v.items, item{word: int32(w), capital: true, count: caps},
				item{word: int32(w), split: true, count: total - caps})
		default:
			v.items = append(v.items, item{word: int32(w), count: total})
		}
	}
	slices.SortStableFunc(v.items, func(a, b item) int { return cmp.Compare(b.count, a.count) })
	v.items = v.items[:min(len(v.items), largest)]
	v.byForm = make([][2]int32, len(c.words))
	for w := range v.byForm {
		v.byForm[w] = [2]int32{-1, -1}
	}
	for i, it := range v.items {
		switch {
		case it.capital:
			v.byForm[it.word][1] = int32(i)
		default:
			v.byForm[it.word][0] = int32(i)
			if !it.split {
				v.byForm[it.word][1] = int32(i)
			}
		}
	}
	return v
}

// itemOf is the item of a token of the corpus, -1 for a rare word.
func (v *vocabulary) itemOf(token int32) int32 {
	form := token & 3
	if form == capital || form == allCaps {
		return v.byForm[token>>2][1]
	}
	return v.byForm[token>>2][0]
}

// neighbours lists, for each item, the items beside it: those before it
// (before), those after it (after), or both. Only the most frequent items
// count as contexts; with both sides, the ids of the ones after are shifted by
// maxContexts.
func (v *vocabulary) neighbours(before, after bool, maxContexts int) [][]context {
	maxContexts = min(maxContexts, len(v.items))
	var pairs []uint64
	last := v.itemOf(0)
	add := func(item int32, context int) {
		if item > 0 {
			pairs = append(pairs, uint64(item)<<32|uint64(context))
		}
	}
	for _, token := range v.corpus.tokens {
		item := v.itemOf(token)
		if before && last >= 0 && int(last) < maxContexts {
			add(item, int(last))
		}
		if after && item >= 0 && int(item) < maxContexts {
			add(last, int(item)+maxContexts)
		}
		last = item
	}
	slices.Sort(pairs)
	out := make([][]context, len(v.items))
	for i := 0; i < len(pairs); {
		j := i
		for j < len(pairs) && pairs[j] == pairs[i] {
			j++
		}
		item := pairs[i] >> 32
		out[item] = append(out[item], context{int32(uint32(pairs[i])), int32(j - i)})
		i = j
	}
	return out
}

// entries joins the classes of the four grains and the counts of each word.
func (v *vocabulary) entries(forward, backward, fine, coarse []int) []model.ClassEntry {
	info := func(i int32) model.WordInfo {
		if i < 0 {
			return 0
		}
		n := v.corpus.counts[v.items[i].word]
		caps, sure := n[capital]+n[allCaps], n[small]+n[capital]+n[allCaps]
		return model.MakeWordInfo(forward[i], backward[i], fine[i], coarse[i],
			share(caps, sure, 15), share(n[allCaps], sure, 7),
			max(1, int(math.Log2(float64(v.items[i].count)))-2))
	}
	var out []model.ClassEntry
	for i, it := range v.items {
		if i == 0 || it.capital {
			continue
		}
		e := model.ClassEntry{Key: model.ClassKey(v.corpus.words[it.word]), Info: info(int32(i))}
		if name := v.byForm[it.word][1]; it.split && name >= 0 {
			e.Split, e.Name = true, info(name)
		}
		out = append(out, e)
	}
	return out
}

// dump writes the items with their classes and counts, a line each, to look at.
func (v *vocabulary) dump(name string, forward, backward, fine, coarse []int) error {
	var b bytes.Buffer
	for i, it := range v.items {
		fmt.Fprintf(&b, "%d\t%d\t%d\t%d\t%q\t%t\t%d\n", coarse[i], forward[i], backward[i], fine[i],
			v.corpus.words[it.word], it.capital, it.count)
	}
	return os.WriteFile(name, b.Bytes(), 0o644)
}

// share is a part of a whole in steps from 0 (none at all) to top (all).
func share(part, whole int32, top int) int {
	if part == 0 {
		return 0
	}
	if part == whole {
		return top
	}
	return min(top-1, 1+int(part)*(top-1)/int(whole))
}
