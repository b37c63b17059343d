package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/dossier-nlp/dossier/entity"
)

// facility is a kind of the development sets that counts neither way.
const facility entity.Kind = "FAC"

// measure prints the figures on the files to measure with, those on names that no
// training file holds, and how far the scores can be believed.
func measure(m *entity.Model, files []string, trained []entity.Example, errorsTo string) error {
	tagger, err := entity.NewTagger(entity.WithModel(m))
	if err != nil {
		return err
	}
	seen := map[string]bool{}
	for _, e := range trained {
		for _, s := range e.Spans {
			seen[e.Text[s.Start:s.End]] = true
		}
	}
	list := os.Stdout
	if errorsTo != "" {
		if list, err = os.Create(errorsTo); err != nil {
			return err
		}
		defer list.Close()
	}
	for _, file := range files {
		name := strings.TrimSuffix(filepath.Base(file), ".jsonl")
		set, err := readSet(file)
		if err != nil {
			return err
		}
		r, err := entity.Evaluate(context.Background(), tagger, set, entity.WithIgnored(facility))
		if err != nil {
			return err
		}
		fmt.Printf("%s\n%v%s", name, r, newNames(set, r, seen))
		fmt.Println("each name of a document once:", distinct(set, r))
		if err := reliability(tagger, set); err != nil {
			return err
		}
		if errorsTo != "" {
			writeErrors(list, name, set, r)
		}
	}
	return nil
}

// newNames is the recall on names that are not among the seen ones.
func newNames(set []entity.Example, r *entity.Report, seen map[string]bool) string {
	all, missed := map[entity.Kind]int{}, map[entity.Kind]int{}
	for _, e := range set {
		for _, s := range e.Spans {
			if s.Kind != facility && !seen[e.Text[s.Start:s.End]] {
				all[s.Kind]++
			}
		}
	}
	for _, e := range r.Errors {
		if e.Gold != (entity.Span{}) && !seen[set[e.Example].Text[e.Gold.Start:e.Gold.End]] {
			missed[e.Gold.Kind]++
		}
	}
	out := "recall on names that no training file holds:"
	n, miss := 0, 0
	for _, k := range []entity.Kind{entity.Person, entity.Org, entity.Place} {
		out += fmt.Sprintf(" %s %.1f of %d,", k, 100*(1-float64(missed[k])/float64(max(all[k], 1))), all[k])
		n, miss = n+all[k], miss+missed[k]
	}
	return out + fmt.Sprintf(" all %.1f of %d\n", 100*(1-float64(miss)/float64(max(n, 1))), n)
}

// distinct are the figures if the same words of one document count once: a
// document that has one name thirty times does not outweigh the others. Words
// that are right here and wrong there count as both.
func distinct(set []entity.Example, r *entity.Report) entity.Figures {
	type name struct {
		example int
		text    string
		kind    entity.Kind
	}
	missed, wrong, right := map[name]bool{}, map[name]bool{}, map[name]bool{}
	lost := map[int]map[entity.Span]bool{}
	for _, e := range r.Errors {
		text := set[e.Example].Text
		if e.Gold != (entity.Span{}) {
			missed[name{e.Example, text[e.Gold.Start:e.Gold.End], e.Gold.Kind}] = true
			if lost[e.Example] == nil {
				lost[e.Example] = map[entity.Span]bool{}
			}
			lost[e.Example][e.Gold] = true
		}
		if e.Found != (entity.Span{}) {
			wrong[name{e.Example, text[e.Found.Start:e.Found.End], e.Found.Kind}] = true
		}
	}
	for i, e := range set {
		for _, s := range e.Spans {
			if s.Kind != facility && !lost[i][s] {
				right[name{i, e.Text[s.Start:s.End], s.Kind}] = true
			}
		}
	}
	return entity.Figures{Right: len(right), Wrong: len(wrong), Missed: len(missed)}
}

// reliability prints, for mentions of about equal score, how many are right.
func reliability(tagger entity.Tagger, set []entity.Example) error {
	var n, right [10]int
	var sum [10]float64
	for _, e := range set {
		gold := map[entity.Span]bool{}
		for _, s := range e.Spans {
			gold[s] = true
		}
		doc := &entity.Document{Text: e.Text}
		if err := entity.Words.Segment(doc); err != nil {
			return err
		}
		if err := tagger.Tag(doc); err != nil {
			return err
		}
		for _, m := range doc.Mentions {
			b := min(int(m.Score*10), 9)
			n[b]++
			sum[b] += m.Score
			if gold[entity.Span{Start: m.Start, End: m.End, Kind: m.Kind}] {
				right[b]++
			}
		}
	}
	fmt.Print("score -> share right:")
	for b := range n {
		if n[b] > 0 {
			fmt.Printf(" %.2f->%.2f (%d)", sum[b]/float64(n[b]), float64(right[b])/float64(n[b]), n[b])
		}
	}
	fmt.Println()
	return nil
}

func writeErrors(w *os.File, name string, set []entity.Example, r *entity.Report) {
	for _, e := range r.Errors {
		text := set[e.Example].Text
		start, end := e.Gold.Start, e.Gold.End
		if e.Gold == (entity.Span{}) {
			start, end = e.Found.Start, e.Found.End
		}
		part := func(s entity.Span) string { return text[s.Start:s.End] + " " + string(s.Kind) }
		fmt.Fprintf(w, "%s\t%s\t%s\t%s\t%q [%s] %q\n", name, e.Problem(), part(e.Gold), part(e.Found),
			text[max(0, start-60):start], text[start:end], text[end:min(len(text), end+40)])
	}
}
