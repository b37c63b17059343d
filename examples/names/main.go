// Names brings names of its own: a gazetteer with the ids of a knowledge base,
// and a kind of entity learned from sixty sentences.
//
//	go run ./examples/names
package main

import (
	"context"
	"io"
	"log"
	"os"

	"github.com/dossier-nlp/dossier/examples/internal/notebook"
)

func main() {
	if err := run(context.Background(), os.Stdout); err != nil {
		log.Fatal(err)
	}
}

// run tells the story on w.
func run(ctx context.Context, w io.Writer) error {
	n := notebook.New(w)
	names, err := gazetteer(ctx, n)
	if err != nil {
		return err
	}
	model, err := trained(ctx, n)
	if err != nil {
		return err
	}
	return boarded(ctx, n, model, names)
}
