package entity

import (
	"cmp"
	"context"
	"slices"

	"github.com/dossier-nlp/dossier/internal/desk"
)

// Grouper adds the groups of a document to its mentions: plural and collective
// noun phrases with a demonym, a place, an organization or, for a government
// or its forces, a person in them: "senior US officials", "the Chinese
// delegation", "Obama administration", "refugees from Liberia", "thousands of
// Palestinians", "its forces". Kind is Group and Form GroupForm; Head is the
// head of the phrase ("thousands", "officials"); articles stay outside.
//
// Modifiers joined before one noun make one group ("Senior US and Chinese
// officials"), and beside it, inside its span, the readings of the parts, for
// relations that hold between them: the last with the noun ("Chinese
// officials", the same Head), the others without it ("US", Head the modifier).
//
// It runs after a Tagger, whose names it reads and keeps, except that a plural
// demonym tagged as a name becomes a group. It needs the tags of a Parser; the
// heads are used where there are any. A Score is what rules of that kind are
// worth, not a probability of a model.
//
// A Grouper has no state and is safe for concurrent use. It takes time linear
// in the text and allocates for the mentions alone.
type Grouper struct{}

// Tag adds the groups to doc.Mentions. It never returns an error.
func (g Grouper) Tag(doc *Document) error { return g.TagContext(context.Background(), doc) }

// TagContext is Tag with a context that can end it early; then it returns the
// context's error, and the document is to be given up.
func (Grouper) TagContext(ctx context.Context, doc *Document) error {
	f := groupFinders.Take(ctx)
	defer f.release(ctx)
	f.found, f.replaced = f.found[:0], f.replaced[:0]
	next := 0 // mentions come in the order of the sentences
	for i := range doc.Sentences {
		if i%listSentencesPerCheck == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		first := next
		for next < len(doc.Mentions) && doc.Mentions[next].Sentence <= i {
			next++
		}
		f.find(doc, i, first, next)
	}
	doc.Mentions = without(doc.Mentions, f.replaced)
	if len(f.found) == 0 {
		return nil
	}
	doc.Mentions = mergeMentions(doc.Mentions, f.found)
	return nil
}

// without takes the mentions of the given indices out, which it sorts.
func without(mentions []Mention, indices []int) []Mention {
	if len(indices) == 0 {
		return mentions
	}
	slices.Sort(indices)
	kept := mentions[:indices[0]]
	for i := indices[0]; i < len(mentions); i++ {
		for len(indices) > 0 && indices[0] < i { // twice in the list
			indices = indices[1:]
		}
		if len(indices) == 0 || indices[0] != i {
			kept = append(kept, mentions[i])
		}
	}
	clear(mentions[len(kept):])
	return kept
}

// listSentencesPerCheck is how often Grouper and Gazetteer ask a context
// whether it has ended.
const listSentencesPerCheck = 256

// mergeMentions merges found, which it sorts, into mentions in the order of the
// text, in place if the capacity is there.
func mergeMentions(mentions, found []Mention) []Mention {
	slices.SortStableFunc(found, byPosition)
	i, j := len(mentions)-1, len(found)-1
	mentions = slices.Grow(mentions, len(found))[:len(mentions)+len(found)]
	for k := len(mentions) - 1; j >= 0; k-- {
		if i >= 0 && byPosition(mentions[i], found[j]) > 0 {
			mentions[k] = mentions[i]
			i--
		} else {
			mentions[k] = found[j]
			j--
		}
	}
	return mentions
}

// byPosition is the order of a document's mentions: by the text, of two with the
// same start the longer first.
func byPosition(a, b Mention) int {
	return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End))
}

var groupFinders desk.Shelf[groupFinder]

// Scores of groups by what makes them one.
const (
	scoreDemonym = 0.95 // "Chinese hackers", "Americans"
	scoreName    = 0.9  // "Hamas leaders", "Israel's military"
	scorePhrase  = 0.8  // "rebels in the Ivory Coast"
	scorePronoun = 0.6  // "its forces": a group only if "it" is one
)
