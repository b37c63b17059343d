// Archive reads a folder of articles into an SQLite database and asks it who
// met whom, who accused whom, and what became of a person.
//
//	go run -C examples/archive .                     # forty articles of an invented world
//	go run -C examples/archive . -db world.sqlite    # keep the database
//	go run -C examples/archive . -articles DIR       # your own: *.txt, dates from names such as 2031-02-03-title.txt
//
// The names of that world are no model's: ../names/world.csv brings them. For
// articles of your own, -names has a file of yours, or is empty.
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
	"time"

	"github.com/schollz/progressbar/v3"

	"github.com/dossier-nlp/dossier"
	"github.com/dossier-nlp/dossier/entity"
	"github.com/dossier-nlp/dossier/examples/internal/notebook"
)

func main() {
	folder := flag.String("articles", "../../testdata/articles", "folder of articles")
	file := flag.String("db", ":memory:", "database file; a new one, or one of this program's")
	names := flag.String("names", "../names/world.csv", "names with ids, as CSV; none if empty")
	person := flag.String("person", "Ingrid Solheim", "whose timeline is shown")
	flag.Parse()

	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	x, err := extractor(*names)
	if err != nil {
		log.Fatal(err)
	}
	if err := run(ctx, os.Stdout, terminal(os.Stderr), x, os.DirFS(*folder), *file, *person); err != nil {
		log.Fatal(err)
	}
}

// extractor reads articles with the names of a file beside the built-in ones.
func extractor(file string) (*dossier.Extractor, error) {
	if file == "" {
		return dossier.New()
	}
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	names, err := entity.ReadGazetteer(f, file, entity.CSV)
	if err != nil {
		return nil, err
	}
	return dossier.New(dossier.WithGazetteer(names))
}

// terminal is f if somebody watches it: a log has no use for a progress bar.
func terminal(f *os.File) io.Writer {
	if info, err := f.Stat(); err == nil && info.Mode()&os.ModeCharDevice != 0 {
		return f
	}
	return io.Discard
}

// run tells the story on w and draws the progress bar on bar.
func run(ctx context.Context, w, bar io.Writer, x *dossier.Extractor, folder fs.FS, file, person string) error {
	n := notebook.New(w)

	n.Step("Find the articles")
	articles, err := find(folder)
	if err != nil {
		return err
	}
	n.Say("%d articles, from %s to %s", len(articles), articles[0].date, articles[len(articles)-1].date)

	n.Step("Read them on all cores, and write as they come")
	n.Show("for doc, err := range x.ExtractAll(ctx, texts) { ... }")
	s, err := open(file)
	if err != nil {
		return err
	}
	defer s.close()
	start := time.Now()
	if err := fill(ctx, s, x, load(folder, articles), bar); err != nil {
		return err
	}
	n.Say("read and written in %s", time.Since(start).Round(time.Millisecond))

	n.Step("Join the entities of all articles")
	n.Show("collection.Add(article, &doc.Document)   // for each\ncollection.Entities()")
	if err := s.join(ctx); err != nil {
		return err
	}
	if err := s.ask(n, counts); err != nil {
		return err
	}

	for _, q := range questions {
		var args []any
		if q.ofPerson {
			q.title = fmt.Sprintf(q.title, person)
			args = []any{person}
		}
		n.Step(q.title)
		if err := s.ask(n, q.sql, args...); err != nil {
			return fmt.Errorf("%s: %w", q.title, err)
		}
	}
	return nil
}

// fill reads the articles into the store. What is not read when ctx ends is
// left out of it: everything is written, or nothing.
func fill(ctx context.Context, s *store, x *dossier.Extractor, texts *texts, w io.Writer) error {
	progress := progressbar.NewOptions(len(texts.articles),
		progressbar.OptionSetWriter(w), progressbar.OptionSetDescription("   reading"),
		progressbar.OptionShowCount(), progressbar.OptionClearOnFinish())
	defer progress.Close()

	tx, err := s.begin(ctx)
	if err != nil {
		return err
	}
	defer tx.rollback()
	i := 0
	for doc, err := range x.ExtractAll(ctx, texts.all) {
		if err != nil {
			return err
		}
		if err := tx.add(texts.articles[i], doc); err != nil {
			return fmt.Errorf("%s: %w", texts.articles[i].id, err)
		}
		i++
		_ = progress.Add(1) // a bar that cannot be drawn is no reason to stop
	}
	if texts.err != nil {
		return texts.err
	}
	return tx.commit()
}
