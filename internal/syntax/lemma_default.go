package syntax

import (
	_ "embed"
	"sync"
)

//go:embed lemmas.bin
var lemmasFile string

// DefaultLemmatizer is the built-in lemmatizer, opened once.
var DefaultLemmatizer = sync.OnceValues(func() (*Lemmatizer, error) {
	return OpenLemmatizer(lemmasFile)
})
