package entity

import "math"

// curveSize is how many numbers describe a kind's calibration: a factor and a
// summand for the log-odds (Platt, 1999).
const curveSize = 2

// Sentences held out from the training files are easier than other newspapers.
// On files annotated under other guides, read by a model that learnt from
// news-gold alone, the log-odds of being right are 0.36 times those on held-out
// sentences, and 0.33 less (internal/train/entities -elsewhere). Newspapers
// under the same guide lie between: the factor is the geometric mean of 1 and
// that, the summand about the half.
const (
	elsewhereFactor = 0.6
	elsewhereLess   = 0.2
)

// calibrated is the probability that a name of a kind is right, span and kind,
// given the smallest probability of its labels.
func (m *Model) calibrated(kind int, raw float32) float64 {
	c := m.curves[kind*curveSize : (kind+1)*curveSize]
	x := float64(c[0])*logOdds(float64(raw)) + float64(c[1])
	return 1 / (1 + math.Exp(elsewhereLess-elsewhereFactor*x))
}

func logOdds(p float64) float64 {
	p = min(max(p, 1e-4), 1-1e-4)
	return math.Log(p / (1 - p))
}

// calibrate fits the curves on sentences that the model has not learnt from.
func calibrate(m *Model, lessons []lesson) {
	type point struct {
		x     float64
		right float64
	}
	points := make([][]point, len(m.kinds))
	for k := range m.kinds {
		m.curves[k*curveSize], m.curves[k*curveSize+1] = 1, 0
	}
	t, err := NewTagger(WithModel(m))
	if err != nil {
		return
	}
	var s scratch
	for _, l := range lessons {
		n := len(l.tokens)
		if n == 0 {
			continue
		}
		t.score(l.tokens, &s)
		path := s.lattice.best(m.chain, m.trans, n)
		s.lattice.marginals(m.chain, t.factor, n)
		for i := 0; i < n; {
			if path[i] == outside {
				i++
				continue
			}
			kind, raw, right := kindOf(int(path[i])), float32(1), 1.0
			for {
				raw = min(raw, s.lattice.marginal[i*m.chain.labels+int(path[i])])
				if path[i] != l.labels[i] {
					right = 0
				}
				part := partOf(int(path[i]))
				i++
				if part == end || part == single || i == n {
					break
				}
			}
			points[kind] = append(points[kind], point{logOdds(float64(raw)), right})
		}
	}
	for k, ps := range points {
		if len(ps) < 50 {
			continue
		}
		a, b := 1.0, 0.0
		for range 300 { // Newton steps on a convex function of two numbers
			var ga, gb, haa, hab, hbb float64
			for _, p := range ps {
				q := 1 / (1 + math.Exp(-(a*p.x + b)))
				d, v := p.right-q, q*(1-q)
				ga += d * p.x
				gb += d
				haa += v * p.x * p.x
				hab += v * p.x
				hbb += v
			}
			haa += 1
			hbb += 1
			det := haa*hbb - hab*hab
			da, db := (hbb*ga-hab*gb)/det, (haa*gb-hab*ga)/det
			a, b = a+max(min(da, 1), -1), b+max(min(db, 1), -1)
			if math.Abs(da)+math.Abs(db) < 1e-6 {
				break
			}
		}
		m.curves[k*curveSize], m.curves[k*curveSize+1] = float32(max(a, 0.05)), float32(b)
	}
}
