package entity

import (
	"context"
	"fmt"
	"slices"
	"strings"
)

// Figures count a tagger's answers against the truth, strictly: a name is
// right if start, end and kind are.
type Figures struct {
	Right  int // found, and so in the truth
	Wrong  int // found, and not so in the truth
	Missed int // in the truth, and not so found
}

// Precision is the share of what was found that is right, from 0 to 1.
func (f Figures) Precision() float64 { return share(f.Right, f.Right+f.Wrong) }

// Recall is the share of what there is that was found, from 0 to 1.
func (f Figures) Recall() float64 { return share(f.Right, f.Right+f.Missed) }

// F1 is the harmonic mean of precision and recall.
func (f Figures) F1() float64 { return share(2*f.Right, 2*f.Right+f.Wrong+f.Missed) }

func share(part, whole int) float64 {
	if whole == 0 {
		return 0
	}
	return float64(part) / float64(whole)
}

func (f Figures) String() string {
	return fmt.Sprintf("P %.1f R %.1f F1 %.1f", 100*f.Precision(), 100*f.Recall(), 100*f.F1())
}

// Report is the outcome of Evaluate.
type Report struct {
	All    Figures
	ByKind []KindFigures // in the order of the kinds' names
	Errors []TagError    // in the order of the examples and their texts
}

// KindFigures are the figures of one kind.
type KindFigures struct {
	Kind Kind
	Figures
}

// TagError is where tagger and truth part.
type TagError struct {
	Example int    // index in the examples
	Gold    Span   // the truth; zero if there is no name here
	Found   Span   // the tagger's answer; zero if it has none
	Text    string // the words from the start of the one to the end of the other
}

// Problem names the error: "missed", "invented", "kind" (the span is right)
// or "span" (they overlap).
func (e TagError) Problem() string {
	switch {
	case e.Found == Span{}:
		return "missed"
	case e.Gold == Span{}:
		return "invented"
	case e.Gold.Start == e.Found.Start && e.Gold.End == e.Found.End:
		return "kind"
	}
	return "span"
}

func (e TagError) String() string {
	return fmt.Sprintf("%s: %q: %s is taken for %s", e.Problem(), e.Text, kindOrNone(e.Gold.Kind), kindOrNone(e.Found.Kind))
}

func kindOrNone(k Kind) string {
	if k == "" {
		return "no name"
	}
	return string(k)
}

// String is a table of the figures, a line a kind.
func (r *Report) String() string {
	var b strings.Builder
	for _, k := range r.ByKind {
		fmt.Fprintf(&b, "%-10s %v (%d names)\n", k.Kind, k.Figures, k.Right+k.Missed)
	}
	fmt.Fprintf(&b, "%-10s %v (%d names)\n", "all", r.All, r.All.Right+r.All.Missed)
	return b.String()
}

// Of is the figures of one kind, zero if neither truth nor tagger has it.
func (r *Report) Of(kind Kind) Figures {
	for _, k := range r.ByKind {
		if k.Kind == kind {
			return k.Figures
		}
	}
	return Figures{}
}

// EvaluateOption changes how Evaluate counts.
type EvaluateOption func(*evaluation)

// WithIgnored has names of these kinds in the truth count neither way: not as
// missed, and what the tagger finds over them not as wrong.
func WithIgnored(kinds ...Kind) EvaluateOption {
	return func(e *evaluation) { e.ignored = append(e.ignored, kinds...) }
}

type evaluation struct {
	ignored []Kind
	counts  map[Kind]*Figures
	report  Report
}

// Evaluate has the tagger read the texts of the examples and compares what it
// finds with their spans. Only mentions of form Name count. A faulty span gives an
// *[ExampleError], a context that ends its error, also from within a text if the
// tagger has a method TagContext, as those of this package have.
func Evaluate(ctx context.Context, tagger Tagger, examples []Example, opts ...EvaluateOption) (*Report, error) {
	e := &evaluation{counts: map[Kind]*Figures{}}
	for _, o := range opts {
		o(e)
	}
	for i, x := range examples {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		if err := checkSpans(i, x); err != nil {
			return nil, err
		}
		doc := &Document{Text: x.Text}
		if err := (segmenter{}).SegmentContext(ctx, doc); err != nil {
			return nil, err
		}
		if err := tagWithin(ctx, tagger, doc); err != nil {
			return nil, fmt.Errorf("example %d: %w", i, err)
		}
		e.compare(i, x, doc.Mentions)
	}
	for k, f := range e.counts {
		e.report.ByKind = append(e.report.ByKind, KindFigures{k, *f})
		e.report.All.Right += f.Right
		e.report.All.Wrong += f.Wrong
		e.report.All.Missed += f.Missed
	}
	slices.SortFunc(e.report.ByKind, func(a, b KindFigures) int { return strings.Compare(string(a.Kind), string(b.Kind)) })
	return &e.report, nil
}

// tagWithin tags with the context if the tagger looks at one.
func tagWithin(ctx context.Context, tagger Tagger, doc *Document) error {
	if t, ok := tagger.(interface {
		TagContext(context.Context, *Document) error
	}); ok {
		return t.TagContext(ctx, doc)
	}
	return tagger.Tag(doc)
}

func (e *evaluation) of(k Kind) *Figures {
	f := e.counts[k]
	if f == nil {
		f = new(Figures)
		e.counts[k] = f
	}
	return f
}

// compare counts one text.
func (e *evaluation) compare(i int, x Example, mentions []Mention) {
	var gold, ignored, found []Span
	for _, s := range x.Spans {
		if slices.Contains(e.ignored, s.Kind) {
			ignored = append(ignored, s)
		} else {
			gold = append(gold, s)
		}
	}
	byStart := func(a, b Span) int { return a.Start - b.Start }
	slices.SortFunc(ignored, byStart)
	for _, m := range mentions {
		s := Span{m.Start, m.End, m.Kind}
		// The spans do not overlap each other: if any, the first that ends behind its start.
		at, _ := slices.BinarySearchFunc(ignored, s.Start+1, func(x Span, end int) int { return x.End - end })
		if m.Form == Name && (at == len(ignored) || !s.overlaps(ignored[at])) {
			found = append(found, s)
		}
	}
	slices.SortFunc(gold, byStart)
	slices.SortFunc(found, byStart)
	right := map[Span]bool{}
	for _, f := range found {
		if at, ok := slices.BinarySearchFunc(gold, f, byStart); ok && gold[at] == f {
			right[f] = true
		}
	}
	used := map[Span]bool{}
	next := 0 // of found: those before are right, used, or end before what is left of gold
	for _, g := range gold {
		if right[g] {
			e.of(g.Kind).Right++
			continue
		}
		e.of(g.Kind).Missed++
		var other Span
		for ; next < len(found) && found[next].Start < g.End; next++ {
			if f := found[next]; f.overlaps(g) && !right[f] && !used[f] {
				other = f
				used[f] = true
				break
			}
		}
		e.note(i, x.Text, g, other)
	}
	for _, f := range found {
		if right[f] {
			continue
		}
		e.of(f.Kind).Wrong++
		if !used[f] {
			e.note(i, x.Text, Span{}, f)
		}
	}
}

func (s Span) overlaps(o Span) bool { return s.Start < o.End && o.Start < s.End }

func (e *evaluation) note(i int, text string, gold, found Span) {
	start, end := gold.Start, gold.End
	if gold == (Span{}) {
		start, end = found.Start, found.End
	} else if found != (Span{}) {
		start, end = min(start, found.Start), max(end, found.End)
	}
	e.report.Errors = append(e.report.Errors, TagError{i, gold, found, text[start:end]})
}
