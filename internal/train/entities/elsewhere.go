package main

import (
	"fmt"
	"math"

	"github.com/dossier-nlp/dossier/entity"
)

// elsewhere learns from news alone and prints how its scores hold on the
// other training files: the numbers by which the tagger's calibration, fitted
// on sentences held out from the training files, is adapted to texts from
// elsewhere (elsewhereFactor and elsewhereLess in package entity). What it
// prints comes on top of those two as they are.
func (s settings) elsewhere() error {
	x, err := readApart(s.data)
	if err != nil {
		return err
	}
	m, err := fit(append(x.home, x.made...), new(entity.NameTable), s.first, s.size, 1)
	if err != nil {
		return err
	}
	tagger, err := entity.NewTagger(entity.WithModel(m))
	if err != nil {
		return err
	}
	if err := reliability(tagger, x.away); err != nil {
		return err
	}
	points, err := scores(tagger, x.away)
	if err != nil {
		return err
	}
	factor, summand := logistic(points)
	fmt.Printf("%d names: log-odds of being right = %.3f times those of the score, %+.3f\n", len(points), factor, summand)
	return nil
}

// point is a name's score in log-odds, and whether it is right.
type point struct {
	x     float64
	right bool
}

// scores are the points of all names that the tagger finds.
func scores(tagger entity.Tagger, set []entity.Example) ([]point, error) {
	var out []point
	for _, e := range set {
		gold := map[entity.Span]bool{}
		for _, s := range e.Spans {
			gold[s] = true
		}
		doc := &entity.Document{Text: e.Text}
		if err := entity.Words.Segment(doc); err != nil {
			return nil, err
		}
		if err := tagger.Tag(doc); err != nil {
			return nil, err
		}
		for _, m := range doc.Mentions {
			out = append(out, point{math.Log(m.Score / (1 - m.Score)), gold[entity.Span{Start: m.Start, End: m.End, Kind: m.Kind}]})
		}
	}
	return out, nil
}

// logistic fits a factor and a summand for the log-odds, by gradient steps.
func logistic(points []point) (factor, summand float64) {
	factor = 1
	for range 3000 {
		var gf, gs float64
		for _, p := range points {
			d := -1 / (1 + math.Exp(-(factor*p.x + summand)))
			if p.right {
				d++
			}
			gf += d * p.x
			gs += d
		}
		n := float64(len(points))
		factor, summand = factor+0.1*gf/n, summand+0.3*gs/n
	}
	return factor, summand
}
