package dossier

import (
	"context"
	"errors"
	"fmt"
)

// ErrTooLong is what every *[TooLongError] is.
var ErrTooLong = errors.New("dossier: text too long")

// TooLongError says that a text is over the limit of its Extractor.
type TooLongError struct {
	Size  int // length of the text in bytes
	Limit int // the longest text that the Extractor reads, in bytes
}

func (e *TooLongError) Error() string {
	return fmt.Sprintf("dossier: text of %d bytes is over the limit of %d bytes", e.Size, e.Limit)
}

// Is makes errors.Is(err, ErrTooLong) true.
func (e *TooLongError) Is(target error) bool { return target == ErrTooLong }

// SentenceError says that a document has no such sentence.
type SentenceError struct {
	Sentence  int // the index that was asked for
	Sentences int // how many sentences the document has
}

func (e *SentenceError) Error() string {
	return fmt.Sprintf("dossier: no sentence %d: the document has %d, counted from 0", e.Sentence, e.Sentences)
}

// stepError names the step that failed. A step that stopped because the
// context is done gives the context's own error.
func stepError(ctx context.Context, step string, err error) error {
	if done := ctx.Err(); done != nil && errors.Is(err, done) {
		return done
	}
	return fmt.Errorf("dossier: %s: %w", step, err)
}
