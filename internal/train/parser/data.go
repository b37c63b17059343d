package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/dossier-nlp/dossier/internal/model"
	"github.com/dossier-nlp/dossier/internal/syntax"
	"github.com/dossier-nlp/dossier/internal/train/treebank"
)

// sentence is a sentence to train on or to measure with.
type sentence struct {
	words []string
	info  syntax.Sentence
	heads []int32 // of the treebank
	deps  []string
	views []view // by the tags of a tagger, by those of the treebank
}

// view is how a sentence looks with some tags: which of its tokens are words,
// and what the tree of those is.
type view struct {
	tags  []uint8
	doubt []uint8
	kept  []int32
	heads []int32 // of the words, among themselves
	gold  []uint8 // transitions to their projective tree
}

// read reads a treebank. Jackknifed tags come from a file with the tags of a
// sentence a line; without one, a tagger gives the tags.
func read(name, tagFile string) ([]sentence, error) {
	bank, err := treebank.Read(filepath.Clean(name))
	if err != nil {
		return nil, err
	}
	classes, tagger, err := given()
	if err != nil {
		return nil, err
	}
	var lines []string
	if tagFile != "" {
		b, err := os.ReadFile(tagFile)
		if err != nil {
			return nil, err
		}
		lines = strings.Split(string(b), "\n")
		if len(lines) < len(bank) {
			return nil, fmt.Errorf("%s: %d lines for %d sentences", tagFile, len(lines), len(bank))
		}
	}
	var context syntax.TagContext
	var sent syntax.ParseSentence
	out := make([]sentence, len(bank))
	for k := range bank {
		b, s := &bank[k], &out[k]
		s.words, s.deps = b.Words, b.Deps
		s.info.Set(b.Words, classes)
		for _, h := range b.Heads {
			s.heads = append(s.heads, int32(h))
		}
		var tags, doubts []uint8
		if lines != nil {
			tags, doubts = doubtful(strings.Fields(lines[k]))
		} else {
			tags = tagger.Tag(&s.info, &context, nil)
			doubts = slices.Clone(context.Doubts())
		}
		if len(tags) != len(s.heads) {
			return nil, fmt.Errorf("%s: sentence %d has %d words, %d tags", name, k+1, len(s.heads), len(tags))
		}
		gold := numbers(b.Tags)
		for _, t := range [][2][]uint8{{tags, doubts}, {gold, otherwise(gold, tags, doubts)}} {
			sent.Set(s.info.Words, t[0], t[1])
			v := view{tags: t[0], doubt: t[1], kept: append([]int32(nil), sent.Kept()...)}
			v.heads = reduce(s.heads, v.kept)
			v.gold, _ = syntax.Oracle(projective(v.heads), true)
			s.views = append(s.views, v)
		}
	}
	return out, nil
}

// given are the models that the parser builds on.
func given() (*model.Classes, *syntax.Tagger, error) {
	classes, err := model.DefaultClasses()
	if err != nil {
		return nil, nil, err
	}
	tagger, err := syntax.DefaultTagger()
	return classes, tagger, err
}

// doubtful reads tags written with their doubts, "NN/VB".
func doubtful(list []string) (tags, doubts []uint8) {
	for _, t := range list {
		tag, doubt, _ := strings.Cut(t, "/")
		tags, doubts = append(tags, syntax.ParseTag(tag)), append(doubts, syntax.ParseTag(doubt))
	}
	return tags, doubts
}

// otherwise gives the doubts of a tagger that would have given some tags
// rather than its own.
func otherwise(tags, own, doubts []uint8) []uint8 {
	out := slices.Clone(doubts)
	for i, t := range tags {
		if t != own[i] {
			out[i] = own[i]
		}
	}
	return out
}

func numbers(tags []string) []uint8 {
	out := make([]uint8, len(tags))
	for i, t := range tags {
		out[i] = syntax.ParseTag(t)
	}
	return out
}

// reduce gives the heads of some of a tree's tokens among themselves: a token
// whose head is not one of them is attached to that one's head, and so on.
func reduce(heads, kept []int32) []int32 {
	at := make(map[int32]int32, len(kept))
	for k, t := range kept {
		at[t] = int32(k)
	}
	out := make([]int32, len(kept))
	root := int32(-1)
	for k, t := range kept {
		h := heads[t]
		for h >= 0 {
			if _, ok := at[h]; ok {
				break
			}
			h = heads[h]
		}
		if h >= 0 {
			out[k] = at[h]
			continue
		}
		if out[k] = root; root < 0 { // of several under a root left out, the first is the root
			root = int32(k)
		}
	}
	return out
}

// projective lifts the dependents whose arcs cross others to the heads of
// their heads until no arcs cross (Nivre and Nilsson, 2005), shortest arcs
// first.
func projective(heads []int32) []int32 {
	h := append([]int32(nil), heads...)
	for {
		worst, length := -1, 0
		for d := range h {
			if h[d] < 0 || !crosses(h, d) {
				continue
			}
			if l := abs(d - int(h[d])); worst < 0 || l < length {
				worst, length = d, l
			}
		}
		if worst < 0 {
			return h
		}
		h[worst] = h[h[worst]]
	}
}

// crosses tells whether a token between a dependent and its head descends from
// neither.
func crosses(h []int32, d int) bool {
	lo, hi := d, int(h[d])
	if lo > hi {
		lo, hi = hi, lo
	}
	for t := lo + 1; t < hi; t++ {
		a := int32(t)
		for a >= 0 && a != h[d] {
			a = h[a]
		}
		if a < 0 {
			return true
		}
	}
	return false
}

func abs(x int) int {
	if x < 0 {
		return -x
	}
	return x
}
