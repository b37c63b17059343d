package main

import (
	"errors"
	"fmt"
	"strings"

	"github.com/dossier-nlp/dossier/entity"
)

// Genres of GUM in which names are counted.
var corefGenres = []string{"news", "interview", "bio"}

// What must be reached on the development files, in percent: B³ F1 and
// pairwise precision of gold names, F1 of GAP.
const (
	corefB3        = 92.0
	corefPrecision = 97.0
	gapF1          = 62.0
)

// coref prints how well gold names are sorted into entities and gold pronouns
// and phrases find their names (GUM), and how often pronouns of raw text find
// theirs (GAP). It fails if a development file is below what must be reached.
func coref(e *env) error {
	var low []error
	for _, file := range []string{"gum-licensed-dev.conllu", "gum-licensed-train.conllu"} {
		names, err := corefGUM(e, file)
		if err != nil {
			return err
		}
		_, _, f := names.b3()
		precision, _, _ := names.pairs()
		if strings.Contains(file, "-dev") && (f < corefB3 || precision < corefPrecision) {
			low = append(low, fmt.Errorf("%s: B3 F1 %.1f, pairwise precision %.1f, want %.1f and %.1f", file, f, precision, corefB3, corefPrecision))
		}
	}
	for _, file := range []string{"gap-development.tsv", "gap-validation.tsv"} {
		f, err := corefGAP(e, file)
		if err != nil {
			return err
		}
		if f < gapF1 {
			low = append(low, fmt.Errorf("%s: F1 %.1f, want %.1f", file, f, gapF1))
		}
	}
	return errors.Join(low...)
}

// corefGUM prints the figures of one file and returns those of its names.
func corefGUM(e *env, file string) (*corefScore, error) {
	docs, err := readCoref(e.path("data", "ud", file), corefGenres...)
	if err != nil {
		return nil, err
	}
	var names corefScore
	links := make(map[string]*linkScore)
	for i := range docs {
		d := &docs[i]
		if err := entity.NewResolver().Resolve(d.doc); err != nil {
			return nil, err
		}
		gold, got := d.names()
		names.add(gold, got)
		if e.list {
			d.listNames(e, gold, got)
		}
		d.links(func(class string, o corefOther, m entity.Mention, gold, got int) {
			s := links[class]
			if s == nil {
				s = &linkScore{}
				links[class] = s
			}
			s.add(gold, got, m.Score)
			if e.list && gold != got {
				d.listLink(e, o, m, gold, got)
			}
		})
	}
	p, r, f := names.b3()
	e.printf("%s, gold names of %d documents: B3 precision %.1f recall %.1f F1 %.1f", file, len(docs), p, r, f)
	p, r, f = names.pairs()
	e.printf("; pairs precision %.1f recall %.1f F1 %.1f\n", p, r, f)
	e.printf("  %-10s %6s %9s %6s %6s   %s\n", "links", "names", "precision", "recall", "F1", "right/made by score, from 0.1 on")
	for _, class := range linkClasses {
		if s := links[class]; s != nil {
			p, r, f := s.prf()
			e.printf("  %-10s %6d %9.1f %6.1f %6.1f  %s\n", class, s.there, p, r, f, s.calibration())
		}
	}
	return &names, nil
}
