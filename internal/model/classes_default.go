package model

import (
	_ "embed"
	"sync"
)

//go:embed classes.bin
var classesFile string

// DefaultClasses are the built-in word classes: some 100,000 words of news,
// official and encyclopedic English. The file is opened once; an error says
// that the program was built from a damaged one.
var DefaultClasses = sync.OnceValues(func() (*Classes, error) {
	return OpenClasses(classesFile)
})
