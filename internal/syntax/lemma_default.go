package syntax

import (
	_ "embed"

	"github.com/dossier-nlp/dossier/internal/model"
)

//go:embed lemmas.bin
var lemmasFile string

var defaultLemmatizer model.Lazy[*Lemmatizer]

// DefaultLemmatizer is the built-in lemmatizer, opened once.
func DefaultLemmatizer() (*Lemmatizer, error) {
	return defaultLemmatizer.Get(func() (*Lemmatizer, error) { return OpenLemmatizer(lemmasFile) })
}
