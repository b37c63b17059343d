package main

import (
	"path/filepath"
	"strings"

	"github.com/dossier-nlp/dossier/entity"
)

// Self-training: the first model labels a sample of the unlabelled text, with
// what it knows of each text as a whole, and the final model learns from the
// sure ones too.
var silverFiles = []string{"wikinews_en_filtered", "wp_current_events_2002_2026", "wikipedia_2018_new_articles", "us_state_press_2021_2022"}

const (
	silverStep   = 20   // one text in so many is taken
	silverWeight = 0.25 // what a sentence counts
	silverSure   = 0.55 // a sentence with a name of a lower score is left out
)

// silver labels the sample.
func silver(tagger entity.Tagger, folder string) ([]entity.Example, error) {
	var files []string
	for _, f := range silverFiles {
		files = append(files, filepath.Join(folder, f+".txt.gz"))
	}
	var failed error
	var out []entity.Example
	i := 0
	for text := range texts(files, &failed) {
		if i++; i%silverStep != 0 {
			continue
		}
		doc := &entity.Document{Text: text}
		if err := entity.Words.Segment(doc); err != nil {
			return nil, err
		}
		if err := tagger.Tag(doc); err != nil {
			return nil, err
		}
		if e := sure(doc); len(e.Spans) > 0 {
			out = append(out, e)
		}
	}
	return out, failed
}

// sure is a document's sentences of which the tagger is sure.
func sure(doc *entity.Document) entity.Example {
	var kept []sentence
	next := 0
	for i, s := range doc.Sentences {
		k := sentence{text: doc.Text[s.Start:s.End]}
		good := !strings.Contains(k.text, "\n")
		for ; next < len(doc.Mentions) && doc.Mentions[next].Sentence == i; next++ {
			m := doc.Mentions[next]
			good = good && m.Score >= silverSure
			k.spans = append(k.spans, entity.Span{Start: m.Start - s.Start, End: m.End - s.Start, Kind: m.Kind})
		}
		if good {
			kept = append(kept, k)
		}
	}
	return example(kept, silverWeight)
}
