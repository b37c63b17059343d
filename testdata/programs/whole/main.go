// Command whole uses all of the library.
package main

import (
	"fmt"

	"github.com/dossier-nlp/dossier"
)

func main() {
	doc, err := dossier.Extract("Peru accused Chile of lying.")
	fmt.Println(doc, err)
}
