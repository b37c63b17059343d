package dossier

import (
	"io"

	"github.com/dossier-nlp/dossier/internal/page"
)

// WriteHTML writes the document as one self-contained HTML page: the text with
// its mentions coloured by kind, the relations with the words that gave them,
// and the entities with their roles. The page needs no network and no script,
// follows the reader's light or dark setting, fits a phone, and is readable by
// a screen reader. No markup of the text gets through.
//
// It takes time in proportion to the page, and returns w's error.
func (d *Document) WriteHTML(w io.Writer) error {
	return page.WriteHTML(w, &d.Document, d.Relations)
}

// WriteSVG draws a sentence with its relations as arcs from source to target,
// in the manner of displaCy. sentence is an index in d.Sentences; one that is
// out of range gives a *[SentenceError], and else the error is w's.
func (d *Document) WriteSVG(w io.Writer, sentence int) error {
	if err := d.checkSentence(sentence); err != nil {
		return err
	}
	return page.WriteSVG(w, &d.Document, d.Relations, sentence)
}

// WriteTreeSVG draws a sentence with its tags and dependencies. sentence is an
// index in d.Sentences; one that is out of range gives a *[SentenceError], and
// else the error is w's.
func (d *Document) WriteTreeSVG(w io.Writer, sentence int) error {
	if err := d.checkSentence(sentence); err != nil {
		return err
	}
	return page.WriteTreeSVG(w, &d.Document, sentence)
}

func (d *Document) checkSentence(i int) error {
	if i < 0 || i >= len(d.Sentences) {
		return &SentenceError{Sentence: i, Sentences: len(d.Sentences)}
	}
	return nil
}
