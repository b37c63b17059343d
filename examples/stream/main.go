// Stream reads a text of any length and keeps the memory of a few articles.
//
//	go run ./examples/stream                 # 20,000 sentences of the forty articles, over and over
//	go run ./examples/stream -sentences 1000000
//	cat news.txt | go run ./examples/stream -   # your own text, articles parted by a blank line
//
// Ctrl-C stops it; what has been counted so far is shown.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"log"
	"os"
	"os/signal"
	"runtime"
	"time"

	"github.com/dossier-nlp/dossier"
)

func main() {
	sentences := flag.Int("sentences", 20_000, "stop after about so many sentences")
	articles := flag.String("articles", "testdata/articles", "folder of articles to read over and over")
	flag.Parse()

	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()

	source := repeat(os.DirFS(*articles))
	if flag.Arg(0) == "-" {
		source = paragraphs(os.Stdin)
	}
	if err := run(ctx, os.Stdout, source, *sentences); err != nil {
		log.Fatal(err)
	}
}

// run tells the story on w: texts from source go through every core until
// there are enough sentences, the source ends, or ctx is done.
func run(ctx context.Context, w io.Writer, source texts, enough int) error {
	fmt.Fprintln(w, "1. One extractor for all cores")
	x, err := dossier.New()
	if err != nil {
		return err
	}
	fmt.Fprintf(w, "   models and rules are ready, %d cores\n\n", runtime.GOMAXPROCS(0))

	fmt.Fprintln(w, "2. Texts in, documents out, in order")
	fmt.Fprintln(w, "   for doc, err := range x.ExtractAll(ctx, texts) { ... }")
	var total tally
	total.start = time.Now()
	tick := time.NewTicker(time.Second)
	defer tick.Stop()
	var cause error
	for doc, err := range x.ExtractAll(ctx, source.all) {
		if err != nil {
			cause = err
			break
		}
		total.add(doc)
		select {
		case <-tick.C:
			fmt.Fprintln(w, "   "+total.line())
		default:
		}
		if total.sentences >= enough {
			break
		}
	}
	if cause == nil {
		cause = source.err()
	}

	fmt.Fprintln(w, "\n3. What came of it")
	fmt.Fprintln(w, "   "+total.line())
	if errors.Is(cause, context.Canceled) {
		fmt.Fprintln(w, "   stopped by Ctrl-C: everything above has been read")
		return nil
	}
	return cause
}

// tally counts what has been read.
type tally struct {
	start                        time.Time
	documents, sentences, tokens int
	mentions, relations          int
}

func (t *tally) add(doc *dossier.Document) {
	t.documents++
	t.sentences += len(doc.Sentences)
	for i := range doc.Sentences {
		t.tokens += len(doc.Sentences[i].Tokens)
	}
	t.mentions += len(doc.Mentions)
	t.relations += len(doc.Relations)
}

// line is the tally so far, with speed and the heap in use.
func (t *tally) line() string {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	seconds := time.Since(t.start).Seconds()
	return fmt.Sprintf("%d texts, %d sentences, %d tokens, %d mentions, %d relations; %.0f tokens/s, heap %d MB",
		t.documents, t.sentences, t.tokens, t.mentions, t.relations, float64(t.tokens)/seconds, m.HeapAlloc>>20)
}
