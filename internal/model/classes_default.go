package model

import _ "embed"

//go:embed classes.bin
var classesFile string

var defaultClasses Lazy[*Classes]

// DefaultClasses are the built-in word classes: some 100,000 words of news,
// official and encyclopedic English. The file is opened once; an error says
// that the program was built from a damaged one.
func DefaultClasses() (*Classes, error) {
	return defaultClasses.Get(func() (*Classes, error) { return OpenClasses(classesFile) })
}
