package syntax

import (
	_ "embed"

	"github.com/dossier-nlp/dossier/internal/model"
)

//go:embed tagger.bin
var taggerFile string

var defaultTagger model.Lazy[*Tagger]

// DefaultTagger is the built-in tagger, opened once.
func DefaultTagger() (*Tagger, error) {
	return defaultTagger.Get(func() (*Tagger, error) { return OpenTagger(taggerFile) })
}
