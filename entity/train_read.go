package entity

import (
	"context"
	"math"
	"math/rand/v2"
	"slices"
	"strings"

	"github.com/dossier-nlp/dossier/internal/model"
	"github.com/dossier-nlp/dossier/internal/text"
)

// training is one call of Train.
type training struct {
	epochs int // of a run
	runs   int
	report func(Progress)
	size   int
	seed   uint64
	names  map[Kind][]string
	prior  map[Kind]float64

	known   *model.Classes
	table   *NameTable
	rand    *rand.Rand
	kinds   []Kind
	chain   *chain
	lessons []lesson
	heldOut []lesson        // calibrate the scores: not learnt from, unless there are too few lessons
	pool    [][][]string    // by kind: names to swap in
	rare    [][][]string    // the same, each once
	pooled  map[string]bool // that are there
	words   int

	index   *featureIndex
	weights *weights
}

// lesson is a sentence with its labels.
type lesson struct {
	tokens []Token
	labels []uint8
	weight float32
	doc    int    // the example that it is from
	echoes []echo // by token, from the example's other sentences
}

// holdOut is one in how many sentences are kept to calibrate the scores with, of
// more than fewLessons. Fewer are learnt and calibrated with alike: the part held
// out would be too small for a curve.
const (
	holdOut    = 30
	fewLessons = 20 * holdOut
)

// take checks the examples and cuts them into lessons.
func (t *training) take(ctx context.Context, examples []Example) error {
	kinds := map[Kind]bool{}
	for i, e := range examples {
		if err := checkSpans(i, e); err != nil {
			return err
		}
		if !(e.Weight >= 0 && e.Weight <= math.MaxFloat32) {
			return &ExampleError{Example: i, Err: ErrWeight}
		}
		for _, s := range e.Spans {
			kinds[s.Kind] = true
		}
	}
	if len(kinds) == 0 {
		return ErrNoNames
	}
	if len(kinds) > maxKinds {
		return ErrTooManyKinds
	}
	for k := range kinds {
		t.kinds = append(t.kinds, k)
	}
	slices.Sort(t.kinds)
	t.chain = newChain(len(t.kinds))
	t.rand = rand.New(rand.NewPCG(t.seed, 0))
	t.pool, t.rare = make([][][]string, len(t.kinds)), make([][][]string, len(t.kinds))
	t.pooled = map[string]bool{}
	var b text.Buffer
	var all []lesson
	for i, e := range examples {
		if i%1024 == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		for _, l := range t.cut(&b, e) {
			l.doc = i
			all = append(all, l)
		}
	}
	if !slices.ContainsFunc(t.pool, func(names [][]string) bool { return len(names) > 0 }) {
		return ErrNoNames // the spans hold white space alone
	}
	for k, kind := range t.kinds {
		for _, name := range t.names[kind] {
			t.rare[k] = append(t.rare[k], strings.Fields(name))
		}
	}
	t.rand.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
	n := 0
	if len(all) > fewLessons {
		n = len(all) / holdOut
	}
	t.heldOut, t.lessons = all[:n], all[n:]
	if n == 0 {
		t.heldOut = all
	}
	for _, l := range t.lessons {
		t.words += len(l.tokens)
	}
	if t.epochs == 0 {
		t.epochs = min(max(300_000/(t.words+1), 8), 40)
	}
	return nil
}

func checkSpans(i int, e Example) error {
	spans := slices.Clone(e.Spans)
	slices.SortFunc(spans, func(a, b Span) int { return a.Start - b.Start })
	last := 0
	for _, s := range spans {
		switch {
		case s.Start < 0 || s.End <= s.Start || s.End > len(e.Text):
			return &ExampleError{i, s, ErrSpanOutside}
		case s.Start < last:
			return &ExampleError{i, s, ErrSpanOverlap}
		case s.Kind == "" || strings.ContainsRune(string(s.Kind), 0):
			return &ExampleError{i, s, ErrSpanKind}
		}
		last = s.End
	}
	return nil
}

// cut cuts an example into sentences with labels. Where a span starts or ends
// inside a token, the token is cut there for training; where it goes over the
// end of a sentence, the part in the first one counts.
func (t *training) cut(b *text.Buffer, e Example) []lesson {
	spans := slices.Clone(e.Spans)
	slices.SortFunc(spans, func(a, b Span) int { return a.Start - b.Start })
	weight := float32(e.Weight)
	if weight == 0 {
		weight = 1
	}
	b.Split(e.Text)
	var out []lesson
	next := 0
	for _, s := range b.Sentences {
		var l lesson
		l.weight = weight
		for _, w := range b.Tokens[s.First:s.Last] {
			for at := w.Start; at < w.End; {
				stop := w.End
				for _, p := range spans[min(next, len(spans)):] {
					if p.Start > at && p.Start < stop {
						stop = p.Start
					}
					if p.End > at && p.End < stop {
						stop = p.End
					}
					if p.Start >= w.End {
						break
					}
				}
				l.tokens = append(l.tokens, Token{Start: at, End: stop, Text: e.Text[at:stop]})
				at = stop
			}
		}
		l.labels = make([]uint8, len(l.tokens))
		for next < len(spans) && spans[next].Start < s.End {
			p := spans[next]
			next++
			k, _ := slices.BinarySearch(t.kinds, p.Kind)
			first, last := -1, -1
			for i, w := range l.tokens {
				if w.Start >= p.Start && w.End <= p.End {
					if first < 0 {
						first = i
					}
					last = i
				}
			}
			if first < 0 {
				continue
			}
			var name []string
			for i := first; i <= last; i++ {
				l.labels[i] = uint8(label(k, partAt(i-first, last+1-first)))
				name = append(name, l.tokens[i].Text)
			}
			t.pool[k] = append(t.pool[k], name)
			if whole := e.Text[p.Start:p.End]; !t.pooled[whole] {
				t.pooled[whole] = true
				t.rare[k] = append(t.rare[k], name)
			}
		}
		out = append(out, l)
	}
	return out
}
