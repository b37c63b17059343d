package page

import (
	"cmp"
	"maps"
	"slices"

	"github.com/dossier-nlp/dossier/entity"
	"github.com/dossier-nlp/dossier/relation"
)

// sortedKeys gives the names of a relation's further arguments in one order.
func sortedKeys(args map[string]relation.Argument) []string {
	return slices.Sorted(maps.Keys(args))
}

// mark is a stretch of the sentence with the part that it plays.
type mark struct {
	start, end int
	class      string
}

// pieces cuts the relation's sentence at its source, target and trigger.
// Where marks overlap, the earlier and longer one stands.
func pieces(doc *entity.Document, r *relation.Relation) []piece {
	if r.Sentence < 0 || r.Sentence >= len(doc.Sentences) {
		return nil
	}
	s := doc.Sentences[r.Sentence]
	marks := []mark{{r.Source.Start, r.Source.End, "source"}, {r.Target.Start, r.Target.End, "target"}}
	for _, t := range r.Trigger {
		marks = append(marks, mark{t.Start, t.End, "trigger"})
	}
	slices.SortStableFunc(marks, func(a, b mark) int {
		return cmp.Or(cmp.Compare(a.start, b.start), cmp.Compare(b.end, a.end))
	})
	var out []piece
	at := s.Start
	for _, m := range marks {
		if m.start < at || m.end > s.End || m.end <= m.start {
			continue
		}
		if m.start > at {
			out = append(out, piece{valid(doc.Text[at:m.start]), ""})
		}
		out = append(out, piece{valid(doc.Text[m.start:m.end]), m.class})
		at = m.end
	}
	if at < s.End {
		out = append(out, piece{valid(doc.Text[at:s.End]), ""})
	}
	return out
}
