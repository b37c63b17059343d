package main

import (
	"cmp"
	"math"
	"math/rand/v2"
	"slices"

	"github.com/dossier-nlp/dossier/internal/model"
	"github.com/dossier-nlp/dossier/internal/syntax"
)

// example is a sentence ready for training.
type example struct {
	context syntax.TagContext
	words   syntax.Sentence
	gold    []uint8
	still   [][]int32 // rows of the features that do not depend on tags
	weight  float32   // of what is learnt from it
}

// learner is a tagger in training: multinomial logistic regression over the
// features that occur often enough, by stochastic gradient descent with a step
// of its own for each weight (AdaGrad; Duchi, Hazan and Singer, 2011), and with
// a share of the features left out at random at each step, so that no feature
// comes to rely on others (dropout; Hinton et al., 2012).
type learner struct {
	labels int
	index  map[uint64]int32 // row of a feature
	hashes []uint64         // of the rows
	counts []int32          // how often each row's feature occurs
	weight []float32        // [row*labels + label]
	square []float32        // sum of the squared gradients of each weight
	change []float32        // sum of the changes since average was called, each times its step
	step   float32          // tokens since then
	mean   bool             // average was called
}

// average begins to average the weights over the steps that follow (Polyak and
// Juditsky, 1992).
func (p *learner) average() {
	p.mean = true
	p.change = make([]float32, len(p.weight))
}

// averaged is the average of a weight, an index in weight.
func (p *learner) averaged(at int) float32 {
	if p.step == 0 {
		return p.weight[at]
	}
	return p.weight[at] - p.change[at]/p.step
}

// newLearner makes a learner with the features of the examples' own tags.
func newLearner(labels int, examples []*example, cutoff int) *learner {
	p := &learner{labels: labels, index: map[uint64]int32{}}
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
func (p *learner) collect(visit func(see func(*syntax.TagFeatures)), cutoff int) {
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
	for _, h := range p.hashes {
		p.counts = append(p.counts, seen[h])
	}
	p.weight = make([]float32, len(p.hashes)*p.labels)
	p.square = make([]float32, len(p.hashes)*p.labels)
}

func (p *learner) rows(f *syntax.TagFeatures, rows []int32) []int32 {
	for _, h := range f.Hash[:f.N] {
		if r, ok := p.index[h]; ok {
			rows = append(rows, r)
		}
	}
	return rows
}

// epoch goes once over the examples in random order and returns how many tags
// were wrong.
func (p *learner) epoch(examples []*example, random *rand.Rand) int {
	wrong := 0
	var f syntax.TagFeatures
	var tags []uint8
	var still, moving []int32
	scores := make([]float32, p.labels)
	for _, at := range random.Perm(len(examples)) {
		e := examples[at]
		tags = tags[:0]
		for i, gold := range e.gold {
			if sure := e.context.Sure(i); sure != 0 {
				tags = append(tags, sure)
				continue
			}
			f.N = 0
			e.context.Moving(i, tags, &f)
			moving = p.rows(&f, moving[:0])
			still = drop(still[:0], e.still[i], random)
			moving = drop(moving[:0], moving, random)
			clear(scores)
			p.score(still, scores)
			p.score(moving, scores)
			guess := best(scores)
			if guess != gold {
				wrong++
			}
			softmax(scores)
			if p.mean {
				p.step++
			}
			p.learn(still, gold, scores, e.weight)
			p.learn(moving, gold, scores, e.weight)
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

func (p *learner) score(rows []int32, scores []float32) {
	for _, r := range rows {
		row := p.weight[int(r)*p.labels:][:len(scores)]
		for i, w := range row {
			scores[i] += w
		}
	}
}

// softmax turns scores into probabilities; that of no tag is zero.
func softmax(scores []float32) {
	top := scores[1]
	for _, s := range scores[1:] {
		top = max(top, s)
	}
	var sum float32
	scores[0] = 0
	for i := 1; i < len(scores); i++ {
		scores[i] = float32(math.Exp(float64(scores[i] - top)))
		sum += scores[i]
	}
	for i := range scores {
		scores[i] /= sum
	}
}

// learn moves the weights of the rows towards the right tag, given the
// probabilities of all. Tags that are next to impossible are left alone.
func (p *learner) learn(rows []int32, gold uint8, prob []float32, weight float32) {
	const negligible = 0.005
	rate := float32(*rate)
	for l, q := range prob {
		g := -q
		if uint8(l) == gold {
			g++
		}
		g *= weight
		if g < negligible && g > -negligible {
			continue
		}
		for _, r := range rows {
			at := int(r)*p.labels + l
			p.square[at] += g * g
			d := rate * g / float32(math.Sqrt(float64(p.square[at])+1))
			p.weight[at] += d
			if p.mean {
				p.change[at] += p.step * d
			}
		}
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

// features are the averaged weights, rounded to whole steps of 1/scale. A
// feature is left out if no weight of it reaches smallest, or more if it is
// rare, less if it is frequent; of the others those
// that do are kept, and further ones as far as there is room in its slots.
func (p *learner) features(scale, smallest float32) []model.FeatureWeights {
	type weight struct {
		label uint8
		w     float32
	}
	var out []model.FeatureWeights
	var all []weight
	for r, h := range p.hashes {
		all = all[:0]
		large := 0
		least := smallest * worth(p.counts[r])
		for l := range p.labels {
			w := p.averaged(r*p.labels+l) * scale
			if round(w) != 0 {
				all = append(all, weight{uint8(l), w})
			}
			if abs(w) >= least {
				large++
			}
		}
		if large == 0 {
			continue
		}
		slices.SortFunc(all, func(a, b weight) int {
			return cmp.Or(cmp.Compare(abs(b.w), abs(a.w)), cmp.Compare(a.label, b.label))
		})
		keep := (large + model.PairsPerSlot - 1) / model.PairsPerSlot * model.PairsPerSlot
		var labels []model.LabelWeight
		for _, w := range all[:min(keep, len(all))] {
			labels = append(labels, model.LabelWeight{Label: w.label, Weight: int8(max(-127, min(127, round(w.w))))})
		}
		out = append(out, model.FeatureWeights{Feature: h, Labels: labels})
	}
	return out
}

// worth is what a feature's weight must be, to be worth its room, by how often
// the feature occurs.
func worth(count int32) float32 {
	switch {
	case count <= 2:
		return 1.5
	case count == 3:
		return 1.2
	case count <= 6:
		return 1
	case count <= 20:
		return 0.8
	}
	return 0.6
}

func abs(x float32) float32 { return max(x, -x) }

func round(x float32) int {
	if x < 0 {
		return int(x - 0.5)
	}
	return int(x + 0.5)
}
