package syntax

import (
	_ "embed"
	"sync"
)

//go:embed tagger.bin
var taggerFile string

// DefaultTagger is the built-in tagger, opened once.
var DefaultTagger = sync.OnceValues(func() (*Tagger, error) {
	return OpenTagger(taggerFile)
})
