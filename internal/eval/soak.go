package main

import (
	"context"
	"fmt"
	"iter"
	"path/filepath"
	"strings"
	"time"

	"github.com/dossier-nlp/dossier"
	"github.com/dossier-nlp/dossier/internal/train/rawtext"
	"github.com/dossier-nlp/dossier/relation"
)

const (
	soakLines = 20 // lines of a text
	soakEvery = 10 // one text of so many is read
)

// soak reads a tenth of the unlabelled texts and checks what every document
// promises: a test against words that no test has thought of.
func soak(e *env) error {
	files, err := rawtext.Files(e.path("data", "text"))
	if err != nil {
		return err
	}
	x, err := dossier.New()
	if err != nil {
		return err
	}
	for _, file := range files {
		start := time.Now()
		texts, words, found := 0, 0, 0
		var fault error
		for doc, err := range x.ExtractAll(context.Background(), soakTexts(file, &fault)) {
			if err != nil {
				return err
			}
			if err := doc.Validate(); err != nil {
				return fmt.Errorf("%w in %q", err, doc.Text)
			}
			if err := relation.Validate(&doc.Document, doc.Relations); err != nil {
				return fmt.Errorf("%w in %q", err, doc.Text)
			}
			texts++
			found += len(doc.Relations)
			for i := range doc.Sentences {
				words += len(doc.Sentences[i].Tokens)
			}
		}
		if fault != nil {
			return fault
		}
		e.printf("%-36s %6d texts %9d words %7d relations, %.0f words a second\n", filepath.Base(file), texts, words, found,
			float64(words)/time.Since(start).Seconds())
	}
	return nil
}

// soakTexts yields the texts of a file; fault is why it ended early.
func soakTexts(file string, fault *error) iter.Seq[string] {
	return func(yield func(string) bool) {
		var text strings.Builder
		n := 0
		for line, err := range rawtext.Lines(file) {
			if err != nil {
				*fault = err
				return
			}
			text.WriteString(line)
			text.WriteString("\n\n")
			if n++; n%soakLines != 0 {
				continue
			}
			if n/soakLines%soakEvery == 0 && !yield(text.String()) {
				return
			}
			text.Reset()
		}
	}
}
