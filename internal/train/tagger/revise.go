package main

import (
	"fmt"
	"math/rand/v2"

	"github.com/dossier-nlp/dossier/internal/model"
	"github.com/dossier-nlp/dossier/internal/syntax"
)

// Second pass: a perceptron on top of the first pass's scores, which are given
// as they are for tokens that the first pass has not been trained on.
const (
	reviseFolds  = 5
	reviseEpochs = 6
	reviseStep   = 2 // of an update, in the units of the first pass's scores
)

// doubtful is a sentence as the first pass leaves it.
type doubtful struct {
	example *example
	tags    []uint8
	doubts  []syntax.Doubt
}

// doubts runs the first pass over examples that its tagger has not seen.
func doubts(t *syntax.Tagger, examples []*example, lead int32) []doubtful {
	var out []doubtful
	var scratch syntax.TagContext
	for _, e := range examples {
		tags := t.First(&e.words, &scratch, nil, lead)
		if len(scratch.Doubts) > 0 {
			out = append(out, doubtful{e, tags, append([]syntax.Doubt(nil), scratch.Doubts...)})
		}
	}
	return out
}

// revise learns the weights of the second pass.
func revise(labels int, sentences []doubtful, cutoff int, random *rand.Rand) *perceptron {
	p := &perceptron{labels: labels, index: map[uint64]int32{}}
	p.collect(func(see func(*syntax.TagFeatures)) {
		var f syntax.TagFeatures
		for _, s := range sentences {
			for _, d := range s.doubts {
				f.N = 0
				s.example.context.Around(d.Token, s.tags, &f)
				see(&f)
			}
		}
	}, cutoff)
	var f syntax.TagFeatures
	var rows []int32
	var tags []uint8
	scores := make([]float32, labels)
	for epoch := range reviseEpochs {
		before, wrong, all := 0, 0, 0
		for _, at := range random.Perm(len(sentences)) {
			s := &sentences[at]
			tags = append(tags[:0], s.tags...)
			for _, d := range s.doubts {
				p.step++
				all++
				f.N = 0
				s.example.context.Around(d.Token, tags, &f)
				rows = p.rows(&f, rows[:0])
				for i := range scores {
					scores[i] = float32(d.Scores[i]) / reviseStep
				}
				p.score(rows, scores)
				gold, guess := s.example.gold[d.Token], best(scores)
				if s.tags[d.Token] != gold {
					before++
				}
				if guess != gold {
					wrong++
					p.update(rows, gold, guess)
				}
				tags[d.Token] = guess
			}
		}
		fmt.Printf("second pass, epoch %d: %d of %d wrong, %d before\n", epoch+1, wrong, all, before)
	}
	p.restart()
	return p
}

// reviseWeights are the weights of the second pass in the units of the first.
func reviseWeights(p *perceptron) []model.FeatureWeights {
	return p.features(reviseStep, float32(*smallest))
}
