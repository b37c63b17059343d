package syntax

import (
	_ "embed"

	"github.com/dossier-nlp/dossier/internal/model"
)

//go:embed parser.bin
var parserFile string

var defaultParser model.Lazy[*Parser]

// DefaultParser is the parser that comes with the library.
func DefaultParser() (*Parser, error) {
	return defaultParser.Get(func() (*Parser, error) { return OpenParser(parserFile) })
}
