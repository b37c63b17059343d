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

// Tag appends the numbers of the tags of a sentence's words to tags and
// returns it. It allocates only to grow tags and scratch.
func (t *Tagger) Tag(s *Sentence, scratch *TagContext, tags []uint8) []uint8 {
	scratch.Set(s, t.dict)
	start := len(tags)
	f := &scratch.features
	for i := range s.Words {
		if sure := scratch.sure[i]; sure != 0 {
			tags = append(tags, sure)
			continue
		}
		f.N = 0
		scratch.Still(i, f)
		scratch.Moving(i, tags[start:], f)
		var scores model.Scores
		t.weights.AddAll(f.Hash[:f.N], &scores)
		tags = append(tags, best(&scores))
	}
	return tags
}

// best is the tag with the highest score.
func best(scores *model.Scores) uint8 {
	tag := 1
	for i := 2; i < len(parseTags); i++ {
		if scores[i] > scores[tag] {
			tag = i
		}
	}
	return uint8(tag)
}
