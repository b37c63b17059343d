// Archive reads a folder of articles into an SQLite database and asks it who
// met whom, who accused whom, and what became of a person.
//
//	go run -C examples/archive .                     # forty articles of an invented world
//	go run -C examples/archive . -db world.sqlite    # keep the database
//	go run -C examples/archive . -articles DIR       # your own: *.txt, dates from names such as 2031-02-03-title.txt
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
)

func main() {
	folder := flag.String("articles", "../../testdata/articles", "folder of articles")
	file := flag.String("db", ":memory:", "database file; a new one, or one of this program's")
	person := flag.String("person", "Ingrid Solheim", "whose timeline is shown")
	flag.Parse()

	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := run(ctx, os.Stdout, terminal(os.Stderr), os.DirFS(*folder), *file, *person); err != nil {
		log.Fatal(err)
	}
}

// terminal is f if somebody watches it: a log has no use for a progress bar.
func terminal(f *os.File) io.Writer {
	if info, err := f.Stat(); err == nil && info.Mode()&os.ModeCharDevice != 0 {
		return f
	}
	return io.Discard
}

// run tells the story on w and draws the progress bar on bar.
func run(ctx context.Context, w, bar io.Writer, folder fs.FS, file, person string) error {
	n := &notebook{w: w}

	n.step("Find the articles")
	articles, err := find(folder)
	if err != nil {
		return err
	}
	n.say("%d articles, from %s to %s", len(articles), articles[0].date, articles[len(articles)-1].date)

	n.step("Read them on all cores, and write as they come")
	n.show("for doc, err := range x.ExtractAll(ctx, texts) { ... }")
	s, err := open(file)
	if err != nil {
		return err
	}
	defer s.close()
	start := time.Now()
	if err := fill(ctx, s, folder, articles, bar); err != nil {
		return err
	}
	n.say("read and written in %s", time.Since(start).Round(time.Millisecond))

	n.step("Join the entities of all articles")
	n.show("collection.Add(article, &doc.Document)   // for each\ncollection.Entities()")
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
		n.step(q.title)
		if err := s.ask(n, q.sql, args...); err != nil {
			return fmt.Errorf("%s: %w", q.title, err)
		}
	}
	return nil
}

// fill reads the articles into the store. What is not read when ctx ends is
// left out of it: everything is written, or nothing.
func fill(ctx context.Context, s *store, folder fs.FS, articles []article, w io.Writer) error {
	x, err := dossier.New()
	if err != nil {
		return err
	}
	progress := progressbar.NewOptions(len(articles),
		progressbar.OptionSetWriter(w), progressbar.OptionSetDescription("   reading"),
		progressbar.OptionShowCount(), progressbar.OptionClearOnFinish())
	defer progress.Close()

	tx, err := s.begin(ctx)
	if err != nil {
		return err
	}
	defer tx.rollback()
	texts := load(folder, articles)
	i := 0
	for doc, err := range x.ExtractAll(ctx, texts.all) {
		if err != nil {
			return err
		}
		if err := tx.add(articles[i], doc); err != nil {
			return fmt.Errorf("%s: %w", articles[i].id, err)
		}
		i++
		_ = progress.Add(1) // a bar that cannot be drawn is no reason to stop
	}
	if texts.err != nil {
		return texts.err
	}
	return tx.commit()
}
