package main

import (
	"fmt"
	"math/rand/v2"
	"slices"

	"github.com/dossier-nlp/dossier/internal/syntax"
)

// way is how one parser is trained differently from others.
type way struct {
	reverse bool   // reads sentences from the last word to the first
	early   bool   // attaches to the left as soon as it can
	alone   int    // so many epochs at the end see the treebanks alone
	guessed bool   // sees the treebank's own tags in every third sentence only, not in every second
	hidden  uint64 // one in so many features is hidden from a sentence; 0 for arcHidden
	seed    uint64
}

// member is a parser of an ensemble.
type member struct {
	way
	model *syntax.ArcModel
}

// example is a sentence as an arc trainer wants it.
type example struct {
	forms []string
	words []syntax.Word
	tags  []uint8
	doubt []uint8
	heads []int32
	gold  []uint8
}

// see gives a sentence with its tree as a way wants it.
func (w way) see(words []syntax.Word, tags, doubt []uint8, heads []int32) example {
	x := example{words: words, tags: tags, doubt: doubt, heads: heads}
	if w.reverse {
		x.words, x.tags, x.doubt, x.heads = slices.Clone(words), slices.Clone(tags), slices.Clone(doubt), slices.Clone(heads)
		slices.Reverse(x.words)
		slices.Reverse(x.tags)
		slices.Reverse(x.doubt)
		flip(x.heads)
	}
	x.gold, _ = syntax.Oracle(projective(x.heads), !w.early)
	return x
}

// flip turns the heads of a sentence into those of the reversed one.
func flip(heads []int32) {
	slices.Reverse(heads)
	n := int32(len(heads))
	for i, h := range heads {
		if h >= 0 {
			heads[i] = n - 1 - h
		}
	}
}

// teacherBuckets is the size of an ensemble's models, 8 bytes each: larger
// than what is shipped.
const teacherBuckets = 2 << 20

// clones are members to be used in another goroutine.
func clones(members []member) []member {
	out := slices.Clone(members)
	for i := range out {
		out[i].model = out[i].model.Clone()
	}
	return out
}

// ensemble trains all members, with some examples beside the treebanks.
func ensemble(train []sentence, extra []example) []member {
	epochs := teacherEpochs
	if len(extra) > 0 {
		epochs = studentEpochs
	}
	members := make([]member, len(teachers))
	each(len(teachers), func(i int) {
		w := trainArcs(train, teachers[i], epochs, extra)
		members[i] = member{teachers[i], syntax.NewArcModel(w.entries(), teacherBuckets)}
	})
	return members
}

// parse gives the heads of the words among themselves.
func (m *member) parse(words []syntax.Word, tags, doubt []uint8) []int32 {
	if !m.reverse {
		return m.model.Heads(words, tags, doubt, arcWidth)
	}
	words, tags, doubt = slices.Clone(words), slices.Clone(tags), slices.Clone(doubt)
	slices.Reverse(words)
	slices.Reverse(tags)
	slices.Reverse(doubt)
	heads := m.model.Heads(words, tags, doubt, arcWidth)
	flip(heads)
	return heads
}

// vote parses a sentence with all members.
func vote(members []member, v *voter, words []syntax.Word, tags, doubt []uint8) (heads []int32, share float32) {
	for i := range members {
		h := members[i].parse(words, tags, doubt)
		if i == 0 {
			v.start(len(h))
		}
		// Votes of slightly different weights make ties rare.
		v.add(h, 1+float32(len(members)-i)*0.01)
		heads = h
	}
	heads = slices.Clone(heads)
	return heads, v.tree(heads)
}

// measureVote prints the share of right heads that an ensemble reaches.
func measureVote(b bank, members []member) {
	var v voter
	right, all := 0, 0
	single := make([]int, len(members))
	for i := range b.sentences {
		s := &b.sentences[i]
		x := &s.views[0]
		for k := range members {
			h := members[k].parse(s.info.Words, x.tags, x.doubt)
			for t := range h {
				if h[t] == x.heads[t] {
					single[k]++
				}
			}
		}
		h, _ := vote(members, &v, s.info.Words, x.tags, x.doubt)
		for t := range h {
			all++
			if h[t] == x.heads[t] {
				right++
			}
		}
	}
	fmt.Printf("%s: right heads of words together %.2f, singly", b.name, 100*float64(right)/float64(all))
	for _, n := range single {
		fmt.Printf(" %.2f", 100*float64(n)/float64(all))
	}
	fmt.Println()
}

// shuffle mixes examples, the same way each time.
func shuffle(list []example) {
	rng := rand.New(rand.NewPCG(7, 8))
	rng.Shuffle(len(list), func(i, j int) { list[i], list[j] = list[j], list[i] })
}

// view is the view to train on this time: by turns the one with a tagger's
// tags and the one with the treebank's.
func (w way) view(s *sentence, turn int) *view {
	switch {
	case !w.guessed:
		return &s.views[turn%len(s.views)]
	case turn%3 == 0:
		return &s.views[1]
	}
	return &s.views[0]
}

// share is the extra examples that an epoch, counted from 1, sees.
func (w way) share(extra []example, epoch, epochs int) []example {
	part := func(e int) int { return min(e, epochs-w.alone) * len(extra) / (epochs - w.alone) }
	return extra[part(epoch-1):part(epoch)]
}
