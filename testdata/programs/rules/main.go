// Command rules finds relations with rules of its own in a document that was
// made elsewhere. It needs no model.
package main

import (
	"fmt"

	"github.com/dossier-nlp/dossier/entity"
	"github.com/dossier-nlp/dossier/relation"
)

func main() {
	rules, err := relation.Parse("own.rules", "relation guarded\n  A guard B\n")
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(rules.Find(&entity.Document{}))
}
