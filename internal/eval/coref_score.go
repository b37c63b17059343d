package main

import (
	"fmt"
	"strings"
)

// corefScore is how well a set of mentions was sorted into entities.
type corefScore struct {
	precision, recall   float64 // sums of B³ over the mentions
	mentions            int
	right, found, there int // pairs of mentions that are one: both say so, the system says so, the gold says so
}

// add counts the mentions of one document: gold[i] and got[i] name the entity
// of mention i. A negative one of got holds no other mention.
//
// B³ (Bagga and Baldwin, 1998) asks for each mention how much of its entity is
// right, and averages over the mentions; the pairwise figures count pairs.
func (s *corefScore) add(gold, got []int) {
	for i := range gold {
		same, mine, theirs := 1, 1, 1
		for j := range gold {
			if i == j {
				continue
			}
			g, f := gold[i] == gold[j], got[i] == got[j] && got[i] >= 0
			if g {
				theirs++
			}
			if f {
				mine++
			}
			if g && f {
				same++
			}
		}
		s.precision += float64(same) / float64(mine)
		s.recall += float64(same) / float64(theirs)
		s.mentions++
		s.right += same - 1
		s.found += mine - 1
		s.there += theirs - 1
	}
}

// b3 returns precision, recall and F1 in percent.
func (s *corefScore) b3() (precision, recall, f1 float64) {
	return percent(s.precision, float64(s.mentions), s.recall, float64(s.mentions))
}

// pairs returns pairwise precision, recall and F1 in percent.
func (s *corefScore) pairs() (precision, recall, f1 float64) {
	return percent(float64(s.right), float64(s.found), float64(s.right), float64(s.there))
}

func percent(p, ofP, r, ofR float64) (precision, recall, f1 float64) {
	if ofP > 0 {
		precision = 100 * p / ofP
	}
	if ofR > 0 {
		recall = 100 * r / ofR
	}
	if precision+recall > 0 {
		f1 = 2 * precision * recall / (precision + recall)
	}
	return precision, recall, f1
}

// linkScore counts links of pronouns or phrases to named entities.
type linkScore struct {
	right int        // linked to the entity that the gold names
	made  int        // linked to any entity
	there int        // the gold names an entity
	bins  [10][2]int // by score: right, made
}

// add counts one gold mention; -1 is no named entity.
func (s *linkScore) add(gold, got int, score float64) {
	if gold >= 0 {
		s.there++
	}
	if got == -1 {
		return
	}
	s.made++
	b := &s.bins[max(0, min(int(score*10), 9))]
	b[1]++
	if got == gold {
		s.right++
		b[0]++
	}
}

func (s *linkScore) prf() (precision, recall, f1 float64) {
	return percent(float64(s.right), float64(s.made), float64(s.right), float64(s.there))
}

// calibration lists how many of the links of each score are right.
func (s *linkScore) calibration() string {
	var b strings.Builder
	for i, bin := range s.bins {
		if bin[1] > 0 {
			fmt.Fprintf(&b, " %.1f: %d/%d", float64(i)/10, bin[0], bin[1])
		}
	}
	return b.String()
}
