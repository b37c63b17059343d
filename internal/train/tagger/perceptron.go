package main

import (
	"math/rand/v2"

	"github.com/dossier-nlp/dossier/internal/model"
	"github.com/dossier-nlp/dossier/internal/syntax"
)

// example is a sentence ready for training.
type example struct {
	context syntax.TagContext
	words   syntax.Sentence
	gold    []uint8
	still   [][]int32 // rows of the features that do not depend on tags
}

// perceptron is a tagger in training: an averaged perceptron (Collins, 2002)
// over the features that occur often enough.
type perceptron struct {
	labels int
	index  map[uint64]int32 // row of a feature
	hashes []uint64         // of the rows
	weight []float32        // [row*labels + label]
	summed []float32        // weight summed up with the step in which it changed
	step   float32
	mean   []float32 // sum of the averaged weights of the rounds so far
	rounds int
}

// newPerceptron makes the first pass's perceptron for the examples.
func newPerceptron(labels int, examples []*example, cutoff int) *perceptron {
	p := &perceptron{labels: labels, index: map[uint64]int32{}}
	var f syntax.TagFeatures
	p.collect(func(see func(*syntax.TagFeatures)) {
		for _, e := range examples {
			for i := range e.gold {
				f.N = 0
				e.context.Still(i, &f)
				e.context.Moving(i, e.gold, &f)
				see(&f)
			}
		}
	}, cutoff)
	for _, e := range examples {
		e.still = make([][]int32, len(e.gold))
		for i := range e.gold {
			f.N = 0
			e.context.Still(i, &f)
			e.still[i] = p.rows(&f, nil)
		}
	}
	return p
}

// collect gives rows to the features that visit shows at least cutoff times.
func (p *perceptron) collect(visit func(see func(*syntax.TagFeatures)), cutoff int) {
	seen := map[uint64]int32{}
	visit(func(f *syntax.TagFeatures) {
		for _, h := range f.Hash[:f.N] {
			seen[h]++
			if int(seen[h]) == cutoff {
				p.index[h] = int32(len(p.hashes))
				p.hashes = append(p.hashes, h)
			}
		}
	})
	p.mean = make([]float32, len(p.hashes)*p.labels)
	p.weight = make([]float32, len(p.hashes)*p.labels)
	p.summed = make([]float32, len(p.hashes)*p.labels)
}

func (p *perceptron) rows(f *syntax.TagFeatures, rows []int32) []int32 {
	for _, h := range f.Hash[:f.N] {
		if r, ok := p.index[h]; ok {
			rows = append(rows, r)
		}
	}
	return rows
}

// restart begins another round of training from nothing, with the weights so
// far put aside. The weights of all rounds, each in another random order, are
// averaged in the end (McDonald, Hall and Mann, 2010, mix parameters so).
func (p *perceptron) restart() {
	for i, w := range p.weight {
		p.mean[i] += w - p.summed[i]/p.step
	}
	clear(p.weight)
	clear(p.summed)
	p.step = 0
	p.rounds++
}

// epoch goes once over the examples in random order and returns how many tags
// were wrong.
func (p *perceptron) epoch(examples []*example, random *rand.Rand) int {
	wrong := 0
	var f syntax.TagFeatures
	var tags []uint8
	var moving, kept []int32
	scores := make([]float32, p.labels)
	for _, at := range random.Perm(len(examples)) {
		e := examples[at]
		tags = tags[:0]
		for i, gold := range e.gold {
			p.step++
			if sure := e.context.Sure(i); sure != 0 {
				tags = append(tags, sure)
				continue
			}
			f.N = 0
			e.context.Moving(i, tags, &f)
			moving = p.rows(&f, moving[:0])
			still := e.still[i]
			if *dropout > 0 {
				kept = drop(kept[:0], still, random)
				still = kept
				moving = drop(moving[:0], moving, random)
			}
			clear(scores)
			p.score(still, scores)
			p.score(moving, scores)
			if *margin > 0 {
				scores[gold] -= float32(*margin)
			}
			guess := best(scores)
			if guess != gold {
				wrong++
				p.update(still, gold, guess)
				p.update(moving, gold, guess)
			}
			tags = append(tags, guess)
		}
	}
	return wrong
}

// drop leaves out each row by chance.
func drop(kept, rows []int32, random *rand.Rand) []int32 {
	for _, r := range rows {
		if random.Float64() >= *dropout {
			kept = append(kept, r)
		}
	}
	return kept
}

func (p *perceptron) score(rows []int32, scores []float32) {
	for _, r := range rows {
		row := p.weight[int(r)*p.labels:][:len(scores)]
		for i, w := range row {
			scores[i] += w
		}
	}
}

func (p *perceptron) update(rows []int32, gold, guess uint8) {
	for _, r := range rows {
		at := int(r) * p.labels
		p.weight[at+int(gold)]++
		p.summed[at+int(gold)] += p.step
		p.weight[at+int(guess)]--
		p.summed[at+int(guess)] -= p.step
	}
}

func best(scores []float32) uint8 {
	tag := 1
	for i := 2; i < len(scores); i++ {
		if scores[i] > scores[tag] {
			tag = i
		}
	}
	return uint8(tag)
}

// features are the averaged weights of all rounds, rounded to whole steps of 1/scale; those
// that round to less than smallest are left out.
func (p *perceptron) features(scale, smallest float32) []model.FeatureWeights {
	var out []model.FeatureWeights
	for r, h := range p.hashes {
		var labels []model.LabelWeight
		for l := range p.labels {
			w := p.mean[r*p.labels+l] / float32(p.rounds) * scale
			if w < smallest && w > -smallest {
				continue
			}
			labels = append(labels, model.LabelWeight{Label: uint8(l), Weight: int8(max(-127, min(127, round(w))))})
		}
		if len(labels) > 0 {
			out = append(out, model.FeatureWeights{Feature: h, Labels: labels})
		}
	}
	return out
}

func round(x float32) int {
	if x < 0 {
		return int(x - 0.5)
	}
	return int(x + 0.5)
}
