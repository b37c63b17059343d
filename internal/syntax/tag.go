package syntax

import (
	"strings"

	"github.com/dossier-nlp/dossier/internal/model"
)

// Tagger gives words their Penn Treebank tags from left to right, each with
// the tags before it known, by logistic regression with word classes among its
// features (Koo, Carreras and Collins, 2008). It is immutable and safe for
// concurrent use.
type Tagger struct {
	weights *model.Weights
	dict    *TagDictionary
}

const kindTagger = "tagger"

// OpenTagger opens the bytes of a tagger file.
func OpenTagger(data string) (*Tagger, error) {
	f, err := model.Open(kindTagger, data)
	if err != nil {
		return nil, err
	}
	names, err := f.Section("tags")
	if err != nil {
		return nil, err
	}
	if names != strings.Join(TagNames(), "\n") {
		return nil, f.Errorf("tags", "another list of tags than this program's")
	}
	t := &Tagger{}
	if t.dict, err = openTagDictionary(f); err != nil {
		return nil, err
	}
	if t.weights, err = model.OpenWeights(f, "weights"); err != nil {
		return nil, err
	}
	return t, nil
}

// TagNames are the tags by their numbers; number 0 is no tag.
func TagNames() []string {
	names := make([]string, len(parseTags))
	for i, t := range parseTags {
		names[i] = t.name
	}
	return names
}

// Doubts are, of each word of the sentence tagged last, the number of the tag
// that it might have instead, or 0 where the tagger is sure. They are good
// until the scratch is used again.
func (c *TagContext) Doubts() []uint8 { return c.doubts }

// Tag appends the numbers of the tags of a sentence's words to tags and
// returns it. It allocates only to grow tags and scratch.
func (t *Tagger) Tag(s *Sentence, scratch *TagContext, tags []uint8) []uint8 {
	start := len(tags)
	tags, verb := t.first(s, scratch, tags)
	if !verb.found && verb.tag != 0 {
		scratch.doubts[verb.token] = tags[start+verb.token]
		tags[start+verb.token] = verb.tag
	}
	return tags
}

// First is Tag but for the search for a missing verb, for training.
func (t *Tagger) First(s *Sentence, scratch *TagContext, tags []uint8) []uint8 {
	tags, _ = t.first(s, scratch, tags)
	return tags
}

func (t *Tagger) first(s *Sentence, scratch *TagContext, tags []uint8) ([]uint8, missingVerb) {
	scratch.Set(s, t.dict)
	start := len(tags)
	f := &scratch.features
	scratch.doubts = scratch.doubts[:0]
	verb := missingVerb{loss: repairLoss}
	for i := range s.Words {
		if sure := scratch.sure[i]; sure != 0 {
			tags = append(tags, sure)
			scratch.doubts = append(scratch.doubts, 0)
			verb.see(tags[start:])
			continue
		}
		f.N = 0
		scratch.Still(i, f)
		scratch.Moving(i, tags[start:], f)
		var scores model.Scores
		t.weights.AddAll(f.Hash[:f.N], &scores)
		tag, next := best(&scores)
		if scores[tag]-scores[next] > doubtLoss {
			next = 0
		}
		tags = append(tags, tag)
		scratch.doubts = append(scratch.doubts, next)
		verb.see(tags[start:])
		name := properTag[tag] && s.Words[i].Case != Small && s.Case == Prose
		if !verb.found && !name {
			verb.consider(i, scores[tag], &scores)
		}
	}
	return tags, verb
}

// TagScale is how many steps of the table's weights make a unit of log odds.
const TagScale = 24

// repairLoss bounds how much worse the tag of a finite verb may score than the
// best one: odds of about 20 to 1.
const repairLoss = 3 * TagScale

// missingVerb looks for the finite verb of a sentence in which the tagger finds
// none and no imperative: the word that is next to being tagged as one, if it
// is near enough. The present of headlines and chronicles ("Police arrest
// three") is rare in the treebanks.
type missingVerb struct {
	found bool  // the sentence has a finite verb
	token int   // the best candidate
	tag   uint8 // its tag as a finite verb, 0 if there is no candidate
	loss  int32 // by how much that tag scores less than the one it was given
}

// see looks at the last of the tags.
func (m *missingVerb) see(tags []uint8) {
	last := len(tags) - 1
	switch kindOf[tags[last]&63] {
	case kindFinite, kindModal:
		m.found = true
	case kindNonfinite:
		if tags[last] == tagVB && (last == 0 || startsImperative(tags[last-1])) {
			m.found = true
		}
	}
}

// startsImperative tells whether a base form after a word with the tag is
// likely to be an imperative: not after "to", a modal, "and" or a subject.
func startsImperative(tag uint8) bool {
	switch kindOf[tag&63] {
	case kindTo, kindModal, kindConjunction, kindNoun, kindPronoun:
		return false
	}
	return true
}

func (m *missingVerb) consider(token int, top int32, scores *model.Scores) {
	for _, tag := range finiteVerbs {
		if loss := top - scores[tag]; loss < m.loss {
			m.token, m.tag, m.loss = token, tag, loss
		}
	}
}

var tagVB = ParseTag("VB")

var finiteVerbs = [...]uint8{ParseTag("VBD"), ParseTag("VBZ"), ParseTag("VBP")}

// doubtLoss bounds how much worse a second tag may score to count as a doubt:
// odds of about 10 to 1.
const doubtLoss = TagScale * 23 / 10

// best is the tag with the highest score and the one with the next.
func best(scores *model.Scores) (tag, next uint8) {
	tag, next = 1, 2
	if scores[2] > scores[1] {
		tag, next = 2, 1
	}
	for i := 3; i < len(parseTags); i++ {
		switch s := scores[i]; {
		case s > scores[tag]:
			tag, next = uint8(i), tag
		case s > scores[next]:
			next = uint8(i)
		}
	}
	return tag, next
}
