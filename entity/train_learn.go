package entity

import (
	"context"
	"math"
	"strings"

	"github.com/dossier-nlp/dossier/internal/desk"
)

// What the learning goes by; found by trial on the development data.
const (
	rate        = 0.12  // first step of Adagrad
	decay       = 0.02  // of the features' weights after each pass
	minCount    = 2     // a feature seen less often has no weight
	swapShare   = 0.12  // names that give way to another one
	hideShare   = 0.35  // words of names that are made unknown
	hideOther   = 0.10  // other capitalized words that are, where a capital tells something
	deafShare   = 0.15  // sentences that are read without the table of names, and that are without the lists
	hidePlain   = 0.01  // all other words that are
	letterShare = 0.4   // of these, those whose letters are unknown too
	muteShare   = 0.4   // sentences that are read without the rest of the document
	lowerShare  = 0.03  // sentences that lose their capitals
	upperShare  = 0.02  // sentences that are put in capitals
	titleShare  = 0.02  // sentences that are written like a headline
	dropShare   = 0.25  // features that are left out of a word's, at random (Wager, Wang and Liang, 2013)
	sureEnough  = 0.002 // a gradient below this is not worth a step
)

// weights are what is learnt.
type weights struct {
	rows    []float32 // of labels, by feature
	squares []float32 // by feature: sum of squared gradients
	arcs    []float32 // by arc of the chain
	squared []float32
}

func (t *training) newWeights() *weights {
	features, arcs := len(t.index.counts), len(t.chain.arcs)
	return &weights{
		rows: make([]float32, features*t.chain.labels), squares: make([]float32, features),
		arcs: make([]float32, arcs), squared: make([]float32, arcs),
	}
}

// learn fits the weights by stochastic gradient steps with a rate for each
// feature (Adagrad; Duchi, Hazan and Singer, 2011), sentence by sentence.
func (t *training) learn(ctx context.Context) error {
	t.index = newFeatureIndex()
	if err := t.count(ctx, (*window).at); err != nil {
		return err
	}
	if err := t.listen(ctx); err != nil {
		return err
	}
	if err := t.count(ctx, (*window).echoFeatures); err != nil {
		return err
	}
	if len(t.index.counts) == 0 {
		return ErrTooLittle
	}
	order := make([]int32, len(t.lessons))
	for i := range order {
		order[i] = int32(i)
	}
	var mean average
	for run := range t.runs {
		t.weights = t.newWeights()
		if err := t.repeat(ctx, order, t.epochs, t.reportOf(run)); err != nil {
			return err
		}
		mean.add(t.weights)
	}
	mean.put(t.weights)
	t.shift()
	return nil
}

// reportOf reports on one of the runs as a part of all of them.
func (t *training) reportOf(run int) func(Progress) {
	if t.report == nil {
		return nil
	}
	return func(p Progress) {
		p.Epoch += run * t.epochs
		p.Epochs = t.runs * t.epochs
		t.report(p)
	}
}

// repeat goes through the lessons so many times.
func (t *training) repeat(ctx context.Context, order []int32, epochs int, report func(Progress)) error {
	s := student{window: window{known: t.known}, dice: t.rand.Uint64() | 1}
	var mean average
	for epoch := 1; epoch <= epochs; epoch++ {
		t.rand.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		loss, words := 0.0, 0
		for i, o := range order {
			if i%1024 == 0 {
				if ctx.Err() != nil {
					return ctx.Err()
				}
				if report != nil && i > 0 {
					report(Progress{epoch, epochs, i, len(order), loss / float64(words)})
				}
			}
			l := t.vary(&s, &t.lessons[o])
			loss += t.step(&s, l)
			words += len(l.tokens)
		}
		if report != nil {
			report(Progress{epoch, epochs, len(order), len(order), loss / float64(max(words, 1))})
		}
		if 2*epoch >= epochs {
			mean.add(t.weights)
		}
		for i := range t.weights.rows {
			t.weights.rows[i] *= 1 - decay
		}
	}
	mean.put(t.weights)
	for i := range t.weights.rows {
		t.weights.rows[i] *= 1 - dropShare // as many features again are there in use
	}
	return nil
}

// student holds the buffers of learning.
type student struct {
	window  window
	lattice lattice
	ids     []uint32
	at      []int32 // ids[at[i]:at[i+1]] are the features of word i
	drop    uint32  // share of the features to leave out, of 1<<32
	dice    uint64
	factor  []float32
	lesson  lesson
	grad    []float32
	arcs    []float32
}

// vary is the lesson with some names swapped for others, sometimes in another
// case, and sometimes without what the rest of the document says.
func (t *training) vary(s *student, l *lesson) *lesson {
	v := &s.lesson
	v.tokens, v.labels, v.echoes, v.weight = v.tokens[:0], v.labels[:0], v.echoes[:0], l.weight
	for i := 0; i < len(l.tokens); {
		j := i + 1
		y := int(l.labels[i])
		if y != outside {
			for partOf(int(l.labels[j-1])) != end && partOf(int(l.labels[j-1])) != single {
				j++
			}
		}
		if y != outside && t.rand.Float64() < swapShare {
			t.swap(v, kindOf(y), l.echoes != nil)
		} else {
			v.tokens = append(v.tokens, l.tokens[i:j]...)
			v.labels = append(v.labels, l.labels[i:j]...)
			if l.echoes != nil {
				v.echoes = append(v.echoes, l.echoes[i:j]...)
			}
		}
		i = j
	}
	if t.rand.Float64() < muteShare {
		clear(v.echoes)
	}
	switch r := t.rand.Float64(); {
	case r < lowerShare:
		recase(v.tokens, strings.ToLower)
	case r < lowerShare+upperShare:
		recase(v.tokens, strings.ToUpper)
	case r < lowerShare+upperShare+titleShare:
		recase(v.tokens, headline)
	}
	return v
}

func recase(tokens []Token, change func(string) string) {
	for i := range tokens {
		tokens[i].Text = change(tokens[i].Text)
	}
}

// headline is a word as headlines write it.
func headline(w string) string {
	if len(w) < 4 || w[0] < 'a' || w[0] > 'z' {
		return w
	}
	return string(w[0]-'a'+'A') + w[1:]
}

// swap puts a random name of the kind at the lesson's end.
func (t *training) swap(v *lesson, kind int, heard bool) {
	pool := t.pool[kind]
	if t.rand.IntN(2) == 0 || len(pool) == 0 {
		pool = t.rare[kind]
	}
	name := pool[t.rand.IntN(len(pool))]
	for i, w := range name {
		v.tokens = append(v.tokens, Token{Text: w})
		v.labels = append(v.labels, uint8(label(kind, partAt(i, len(name)))))
		if heard {
			v.echoes = append(v.echoes, 0)
		}
	}
}

// blur makes some words unknown to the model, names above all: a word that
// nobody has seen is seldom anything else.
func (t *training) blur(w *window, labels []uint8) {
	for i := range w.n {
		p := &w.words[margin+i]
		share := hidePlain
		switch {
		case labels[i] != outside:
			share = hideShare
		case p.caps.named() && i != w.first && w.kase == ordinary:
			share = hideOther
		}
		r := t.rand.Float64()
		if r >= share {
			continue
		}
		if r > share/2 {
			p.listed, p.rumour = listed{}, rumour{}
		}
		p.hide()
		if t.rand.Float64() < letterShare {
			p.prefix, p.suffix = 0, 0
		}
	}
}

// step takes one gradient step for a sentence and returns its loss before it.
func (t *training) step(s *student, l *lesson) float64 {
	n, L := len(l.tokens), t.chain.labels
	if n == 0 {
		return 0
	}
	s.window.names = t.table
	if t.rand.Float64() < deafShare {
		s.window.names = nil
	}
	s.window.unlisted = t.rand.Float64() < deafShare
	t.read(&s.window, l)
	t.blur(&s.window, l.labels)
	s.drop = uint32(dropShare * (1 << 32))
	t.predict(s, n)
	s.drop = 0
	logZ := s.lattice.marginals(t.chain, s.factor, n)
	gold := t.pathScore(s.lattice.scores, l.labels)
	s.grad = desk.Sized(s.grad, L)
	for i := range n {
		var norm float32
		for y := range L {
			g := -s.lattice.marginal[i*L+y]
			if y == int(l.labels[i]) {
				g++
			}
			g *= l.weight
			s.grad[y] = g
			norm += g * g
		}
		if norm < sureEnough*sureEnough {
			continue
		}
		for _, id := range s.ids[s.at[i]:s.at[i+1]] {
			t.weights.squares[id] += norm
			step := rate / float32(math.Sqrt(float64(0.5+t.weights.squares[id])))
			w := t.weights.rows[int(id)*L : int(id)*L+L]
			for y, g := range s.grad[:len(w)] {
				w[y] += step * g
			}
		}
	}
	t.stepArcs(s, l)
	return logZ - gold
}

// predict scores the labels of the words in the window, and keeps their
// features' numbers.
func (t *training) predict(s *student, n int) {
	L := t.chain.labels
	s.ids, s.at = s.ids[:0], append(s.at[:0], 0)
	s.lattice.scores = desk.Sized(s.lattice.scores, n*L)
	clear(s.lattice.scores)
	for i := range n {
		row := s.lattice.scores[i*L : (i+1)*L]
		t.collect(s, s.window.at(i), row)
		t.collect(s, s.window.echoFeatures(i), row)
		s.at = append(s.at, int32(len(s.ids)))
	}
	s.factor = desk.Sized(s.factor, len(t.weights.arcs))
	for k, w := range t.weights.arcs {
		s.factor[k] = exp32(max(min(w, 20), -20))
	}
}

func (t *training) collect(s *student, features []uint64, row []float32) {
	for _, f := range features {
		if s.drop > 0 && s.roll() < s.drop {
			continue
		}
		id, ok := t.index.find(f)
		if !ok {
			continue
		}
		s.ids = append(s.ids, id)
		for y, w := range t.weights.rows[int(id)*len(row) : (int(id)+1)*len(row)] {
			row[y] += w
		}
	}
}

// roll is a random number (xorshift64*; Vigna, 2016).
func (s *student) roll() uint32 {
	s.dice ^= s.dice >> 12
	s.dice ^= s.dice << 25
	s.dice ^= s.dice >> 27
	return uint32(s.dice * 0x2545F4914F6CDD1D >> 32)
}

// pathScore is the score of a sequence of labels.
func (t *training) pathScore(scores []float32, labels []uint8) float64 {
	var sum float64
	for i, y := range labels {
		sum += float64(scores[i*t.chain.labels+int(y)])
		if i > 0 {
			sum += float64(t.weights.arcs[t.chain.arc(labels[i-1], y)])
		}
	}
	return sum
}

// stepArcs takes the step for the transitions.
func (t *training) stepArcs(s *student, l *lesson) {
	L := t.chain.labels
	s.arcs = desk.Sized(s.arcs, len(t.weights.arcs))
	clear(s.arcs)
	la := &s.lattice
	for i := 1; i < len(l.labels); i++ {
		a, b, e := la.alpha[(i-1)*L:i*L], la.beta[i*L:(i+1)*L], la.emit[i*L:(i+1)*L]
		var norm float32
		for k, arc := range t.chain.arcs {
			norm += a[arc.from] * s.factor[k] * e[arc.to] * b[arc.to]
		}
		inv := l.weight / (norm + 1e-30)
		for k, arc := range t.chain.arcs {
			s.arcs[k] -= a[arc.from] * s.factor[k] * e[arc.to] * b[arc.to] * inv
		}
		s.arcs[t.chain.arc(l.labels[i-1], l.labels[i])] += l.weight
	}
	for k, g := range s.arcs {
		t.weights.squared[k] += g * g
		t.weights.arcs[k] += rate * g / float32(math.Sqrt(float64(0.5+t.weights.squared[k])))
	}
}
