package syntax

import (
	"math"
	"strings"

	"github.com/dossier-nlp/dossier/internal/model"
)

// Tagger gives words their Penn Treebank tags: in a first pass from left to
// right, each with the tags before it known, by a linear model trained as an
// averaged perceptron (Collins, 2002) with word classes as features (Koo,
// Carreras and Collins, 2008); then the doubtful ones once more with the tags
// on both sides known. It is immutable and safe for concurrent use.
type Tagger struct {
	weights *model.Weights // of the first pass
	second  *model.Weights // of the second
	dict    *TagDictionary
	margin  int32 // a lead in the first pass that makes a second needless
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
	if t.dict, err = openTagDictionary(f, "dictionary"); err != nil {
		return nil, err
	}
	if t.weights, err = model.OpenWeights(f, "weights"); err != nil {
		return nil, err
	}
	if t.second, err = model.OpenWeights(f, "second"); err != nil {
		return nil, err
	}
	margin, err := model.View[int32](f, "margin")
	if err != nil {
		return nil, err
	}
	if len(margin) != 1 {
		return nil, f.Errorf("margin", "%d numbers", len(margin))
	}
	t.margin = margin[0]
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
	start := len(tags)
	tags = t.First(s, scratch, tags, t.margin)
	t.revise(scratch, tags[start:])
	return tags
}

// best is the tag with the highest score, and by how much it leads the next.
func best(scores *model.Scores) (tag uint8, lead int32) {
	first, second := scores[1], int32(math.MinInt32)
	tag = 1
	for i := 2; i < len(parseTags); i++ {
		switch s := scores[i]; {
		case s > first:
			first, second, tag = s, first, uint8(i)
		case s > second:
			second = s
		}
	}
	return tag, first - second
}
