package main

// reported are the labels that relations hang on.
var reported = []string{"nsubj", "nsubj:pass", "obj", "obl", "obl:agent", "nmod", "nmod:poss", "conj",
	"appos", "ccomp", "xcomp", "acl", "acl:relcl"}

// labelScore counts arcs by label, subtypes included: right is an arc whose
// word, head and label are all right.
type labelScore map[string]*count

func (s *labelScore) of(label string) *count {
	if *s == nil {
		*s = labelScore{}
	}
	if (*s)[label] == nil {
		(*s)[label] = new(count)
	}
	return (*s)[label]
}

func (s *labelScore) gold(label string) { s.of(label).fn++ }
func (s *labelScore) got(label string)  { s.of(label).fp++ }

func (s *labelScore) right(gold, got string) {
	if gold == got {
		c := s.of(gold)
		c.tp++
		c.fn--
		c.fp--
	}
}

func (s *labelScore) print(e *env) {
	e.printf("%-12s %6s %6s %6s %6s\n", "label", "gold", "P", "R", "F1")
	for _, label := range reported {
		c := s.of(label)
		p, r, f := c.prf()
		e.printf("%-12s %6d %6.1f %6.1f %6.1f\n", label, c.tp+c.fn, 100*p, 100*r, 100*f)
	}
}
