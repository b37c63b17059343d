package main

// CorefScore is how well a set of mentions was sorted into entities.
type CorefScore struct {
	precision, recall   float64 // sums of B³ over the mentions
	mentions            int
	right, found, there int // pairs of mentions that are one: both say so, the system says so, the gold says so
}

// Add counts the mentions of one document: gold[i] and found[i] name the
// entity of mention i. A negative found entity holds no other mention.
//
// B³ (Bagga and Baldwin, 1998) asks for each mention how much of its entity is
// right, and averages over the mentions; the pairwise figures count pairs.
func (s *CorefScore) Add(gold, found []int) {
	for i := range gold {
		same, mine, theirs := 1, 1, 1
		for j := range gold {
			if i == j {
				continue
			}
			g, f := gold[i] == gold[j], found[i] == found[j] && found[i] >= 0
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

// B3 returns precision, recall and F1 in percent.
func (s *CorefScore) B3() (precision, recall, f1 float64) {
	return prf(s.precision, float64(s.mentions), s.recall, float64(s.mentions))
}

// Pairs returns pairwise precision, recall and F1 in percent.
func (s *CorefScore) Pairs() (precision, recall, f1 float64) {
	return prf(float64(s.right), float64(s.found), float64(s.right), float64(s.there))
}

func prf(p, ofP, r, ofR float64) (precision, recall, f1 float64) {
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
