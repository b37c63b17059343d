package entity

import (
	"fmt"
	"math"
	"slices"
)

// WithPrior shifts the log-odds of names of a kind by so much in the model, in
// nats: more than 0 for texts in which the kind is more common than in the
// examples, less than 0 where it is less common (Saerens, Latinne and
// Decaestecker, 2002). It is between -10 and 10.
func WithPrior(kind Kind, shift float64) TrainOption {
	return func(t *training) { t.prior[kind] = shift }
}

// largestPrior keeps a prior from taking the room of the other weights.
const largestPrior = 10

// PriorError says which prior (WithPrior) cannot be used: it is too large, or
// no example has its kind.
type PriorError struct {
	Kind  Kind
	Shift float64
}

func (e *PriorError) Error() string {
	if math.Abs(e.Shift) <= largestPrior {
		return fmt.Sprintf("prior of %s: no example has the kind", e.Kind)
	}
	return fmt.Sprintf("prior of %s: %g is not between -%d and %d", e.Kind, e.Shift, largestPrior, largestPrior)
}

// checkPriors looks at the priors in the order of their kinds.
func (t *training) checkPriors() error {
	var faults []Kind
	for kind, shift := range t.prior {
		if !(math.Abs(shift) <= largestPrior) || !slices.Contains(t.kinds, kind) {
			faults = append(faults, kind)
		}
	}
	if len(faults) == 0 {
		return nil
	}
	kind := slices.Min(faults)
	return &PriorError{kind, t.prior[kind]}
}

// shift adds the priors to the weights of the feature that every word has,
// where a name starts.
func (t *training) shift() {
	row := t.everyRow()
	if row == nil {
		return
	}
	for k, kind := range t.kinds {
		row[label(k, begin)] += float32(t.prior[kind])
		row[label(k, single)] += float32(t.prior[kind])
	}
}

// everyRow is the weights of everyWord, nil if there is none.
func (t *training) everyRow() []float32 {
	id, ok := t.index.find(everyWord)
	if !ok {
		return nil
	}
	return t.weights.rows[int(id)*t.chain.labels:][:t.chain.labels]
}
