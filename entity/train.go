package entity

import (
	"context"
	"errors"
	"fmt"

	"github.com/dossier-nlp/dossier/internal/model"
)

// Example is a text with the names in it, to train on or to measure with.
type Example struct {
	Text   string
	Spans  []Span  // in any order; those that overlap an earlier one are an error
	Weight float64 // how much it counts in training, not less than 0; 0 stands for 1
}

// Span is a name in an Example: bytes of its Text, half open, and a kind,
// which may be the user's own.
type Span struct {
	Start, End int
	Kind       Kind
}

// ExampleError says which example cannot be used, and why.
type ExampleError struct {
	Example int   // index in the examples
	Span    Span  // the one at fault; zero if it is the weight
	Err     error // one of those below
}

func (e *ExampleError) Error() string {
	if errors.Is(e.Err, ErrWeight) {
		return fmt.Sprintf("example %d: %v", e.Example, e.Err)
	}
	return fmt.Sprintf("example %d, span %d to %d (%s): %v", e.Example, e.Span.Start, e.Span.End, e.Span.Kind, e.Err)
}

func (e *ExampleError) Unwrap() error { return e.Err }

// What can be wrong with the examples.
var (
	ErrSpanOutside  = errors.New("span is empty or not inside its text")
	ErrSpanOverlap  = errors.New("span overlaps another")
	ErrSpanKind     = errors.New("span has no kind, or one with a zero byte in it")
	ErrWeight       = errors.New("weight is less than 0 or no finite number")
	ErrNoNames      = errors.New("no example has a span with a word in it: there is nothing to learn")
	ErrTooLittle    = errors.New("the examples have nothing in common: too little to learn from")
	ErrTooManyKinds = fmt.Errorf("more than %d kinds", maxKinds)
)

// Progress tells how far a training has come.
type Progress struct {
	Epoch, Epochs int     // passes over the examples, from 1, of all runs
	Sentences     int     // of this pass so far
	Total         int     // sentences of a pass
	Loss          float64 // negative log-likelihood a token in this pass, in nats
}

// TrainOption changes how Train works.
type TrainOption func(*training)

// WithEpochs sets how many times the examples are gone through; without it,
// as often as it takes to see about 300,000 words, 8 times at least and 40 at
// most.
func WithEpochs(n int) TrainOption { return func(t *training) { t.epochs = max(n, 1) } }

// WithProgress has report called from time to time, in the goroutine that
// called Train.
func WithProgress(report func(Progress)) TrainOption {
	return func(t *training) { t.report = report }
}

// WithSize bounds the size of the model's weights in bytes; without it, 8 MB.
// The table of names comes on top.
func WithSize(bytes int) TrainOption { return func(t *training) { t.size = max(bytes, 1<<12) } }

// WithNames gives names of a kind that take the place of names in the examples
// now and then, so that the model learns to go by what stands around a name,
// and not by the names that the examples happen to have (Dai and Adel, 2020).
// The names of the examples themselves are used so in any case.
func WithNames(kind Kind, names []string) TrainOption {
	return func(t *training) { t.names[kind] = append(t.names[kind], names...) }
}

// WithNameTable has the model use a table made by Survey; without it, it uses
// the built-in model's.
func WithNameTable(table *NameTable) TrainOption { return func(t *training) { t.table = table } }

// WithSeed sets the seed of the random choices in training. The same examples,
// options and seed give the same model, byte by byte.
func WithSeed(seed uint64) TrainOption { return func(t *training) { t.seed = seed } }

// WithRuns has the model learnt n times, with other random choices each time,
// and the weights averaged: n times the work for a model that owes less to
// chance. Without it, and for n below 1, once.
func WithRuns(n int) TrainOption { return func(t *training) { t.runs = max(n, 1) } }

// Train learns to find names of the kinds that the examples have. It takes
// about 10 microseconds a word and pass, and one core.
//
// Of more than 600 sentences, one in 30 is kept out of the learning, and the
// scores are calibrated on these. With fewer they are calibrated on sentences
// that the model has learnt, and come out too high.
//
// A faulty span or weight gives an *[ExampleError], a faulty prior (WithPrior) a
// *[PriorError]; examples without any name give [ErrNoNames], those of which
// nothing is seen twice [ErrTooLittle], those of too many kinds
// [ErrTooManyKinds]; a context that ends, its error.
func Train(ctx context.Context, examples []Example, opts ...TrainOption) (*Model, error) {
	t := &training{size: 8 << 20, seed: 1, runs: 1, names: map[Kind][]string{}, prior: map[Kind]float64{}}
	for _, o := range opts {
		o(t)
	}
	var err error
	if t.known, err = model.DefaultClasses(); err != nil {
		return nil, err
	}
	if t.table == nil {
		m, err := builtIn()
		if err != nil {
			return nil, err
		}
		t.table = m.table
	}
	if err := t.take(ctx, examples); err != nil {
		return nil, err
	}
	if err := t.checkPriors(); err != nil {
		return nil, err
	}
	if err := t.learn(ctx); err != nil {
		return nil, err
	}
	m := t.pack()
	calibrate(m, t.heldOut)
	return m, nil
}
