package entity

// average is the mean of the weights after several passes or runs: it varies
// less with the last sentences than the weights themselves (Polyak and Juditsky,
// 1992).
type average struct {
	rows, arcs []float32
	n          float32
}

func (a *average) add(w *weights) {
	if a.n == 0 {
		a.rows, a.arcs = make([]float32, len(w.rows)), make([]float32, len(w.arcs))
	}
	a.n++
	for i, x := range w.rows {
		a.rows[i] += x
	}
	for i, x := range w.arcs {
		a.arcs[i] += x
	}
}

func (a *average) put(w *weights) {
	for i, x := range a.rows {
		w.rows[i] = x / a.n
	}
	for i, x := range a.arcs {
		w.arcs[i] = x / a.n
	}
}
