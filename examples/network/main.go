// Network draws who has to do with whom in a folder of articles: as one HTML
// page that needs neither scripts nor the net, and as an SVG.
//
//	go run ./examples/network                       # forty articles of an invented world
//	go run ./examples/network -articles DIR -out .  # your own *.txt
//
// The names of that world are no model's: examples/names/world.csv brings them.
// For articles of your own, -names has a file of yours, or is empty.
package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"log"
	"os"
	"os/signal"
	"path/filepath"

	"github.com/dossier-nlp/dossier"
	"github.com/dossier-nlp/dossier/examples/internal/notebook"
	"github.com/dossier-nlp/dossier/relation"
)

func main() {
	folder := flag.String("articles", "testdata/articles", "folder of articles")
	names := flag.String("names", "examples/names/world.csv", "names with ids, as CSV; none if empty")
	out := flag.String("out", "", "folder for the page and the picture; a new one among the temporary files if empty")
	least := flag.Int("least", 3, "leave out actors with fewer relations")
	flag.Parse()

	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	x, err := extractor(*names)
	if err != nil {
		log.Fatal(err)
	}
	if err := run(ctx, os.Stdout, x, os.DirFS(*folder), *out, *least); err != nil {
		log.Fatal(err)
	}
}

// run tells the story on w.
func run(ctx context.Context, w io.Writer, x *dossier.Extractor, folder fs.FS, out string, least int) error {
	n := notebook.New(w)

	n.Step("Read the articles")
	n.Show("for doc, err := range x.ExtractAll(ctx, texts) { ... }")
	r, err := read(ctx, x, folder)
	if err != nil {
		return err
	}
	n.Say("%d articles with %d relations between known entities", r.articles, len(r.links))

	n.Step("Make one graph of them")
	n.Show("collection.Add(article, &doc.Document)   // for each\ncollection.Entities()                    // who is who in all of them")
	rules, err := relation.News()
	if err != nil {
		return err
	}
	g := graphOf(r, rules, least)
	n.Say("%d actors have %d relations or more; these have most:", len(g.Actors), least)
	n.Show(g.top(8))

	n.Step("Lay it out")
	n.Say("Related actors attract each other, all others push away (Fruchterman and Reingold, 1991).")
	n.Say("Nothing is left to chance: the same articles give the same picture.")
	g.layOut()

	n.Step("Draw it")
	if out == "" {
		if out, err = os.MkdirTemp("", "dossier-network-"); err != nil {
			return err
		}
	}
	page, picture := filepath.Join(out, "network.html"), filepath.Join(out, "network.svg")
	if err := create(page, g, writePage); err != nil {
		return err
	}
	if err := create(picture, g, writePicture); err != nil {
		return err
	}
	n.Say("%s: for a browser, a phone or a reader, without scripts", page)
	n.Say("%s: the picture alone", picture)
	return nil
}

// create writes one file.
func create(name string, g *graph, draw func(io.Writer, *graph) error) (err error) {
	f, err := os.Create(name)
	if err != nil {
		return err
	}
	defer func() {
		if e := f.Close(); err == nil {
			err = e
		}
	}()
	if err := draw(f, g); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	return nil
}
