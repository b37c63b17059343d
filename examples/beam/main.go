// Beam is the extraction as an Apache Beam pipeline, for those who outgrow one
// machine. Here it runs on Beam's local runner; README.md says how the same
// program goes to Flink or Dataflow.
//
//	go run -C examples/beam .
//	go run -C examples/beam . --input 'news/*.txt' --output counts.txt
package main

import (
	"context"
	"flag"
	"fmt"
	"log"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/fileio"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/textio"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/transforms/stats"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/x/beamx"

	// The runner that works in this process; without --runner the program uses it.
	_ "github.com/apache/beam/sdks/v2/go/pkg/beam/runners/direct"

	"github.com/dossier-nlp/dossier"
)

var (
	input  = flag.String("input", "../../testdata/articles/*.txt", "articles, a file each")
	output = flag.String("output", "", "where the counts go; standard output if empty")
)

// Beam sends these to the workers, which may be other processes: they are
// registered by type, and hold no state but what Setup makes.
func init() {
	register.DoFn3x1[context.Context, fileio.ReadableFile, func(string), error](&extractFn{})
	register.Emitter1[string]()
	register.Function2x1(formatFn)
	register.Function1x0(printFn)
}

// extractFn reads an article and emits a line for each relation in it.
type extractFn struct {
	extractor *dossier.Extractor
}

// Setup runs once a worker: models and rules are shared by all its elements.
func (f *extractFn) Setup() error {
	x, err := dossier.New()
	f.extractor = x
	return err
}

// ProcessElement reads one file.
func (f *extractFn) ProcessElement(ctx context.Context, file fileio.ReadableFile, emit func(string)) error {
	text, err := file.ReadString(ctx)
	if err != nil {
		return err
	}
	doc, err := f.extractor.Extract(ctx, text)
	if err != nil {
		return fmt.Errorf("%s: %w", file.Metadata.Path, err)
	}
	for _, r := range doc.Relations {
		emit(fmt.Sprintf("%s | %s | %s", entityName(doc, r.Source.Entity, r.Source.Text), r.Name, entityName(doc, r.Target.Entity, r.Target.Text)))
	}
	return nil
}

// entityName is the entity's full name, so that counts come together.
func entityName(doc *dossier.Document, id int, words string) string {
	if id >= 0 {
		return doc.Entities[id].Name
	}
	return words
}

func formatFn(triple string, n int) string { return fmt.Sprintf("%4d  %s", n, triple) }

func printFn(line string) { fmt.Println(line) }

// pipeline builds files -> relations -> counts -> lines.
func pipeline(s beam.Scope, glob string) beam.PCollection {
	files := fileio.ReadMatches(s, fileio.MatchFiles(s, glob))
	relations := beam.ParDo(s.Scope("extract"), &extractFn{}, files)
	return beam.ParDo(s, formatFn, stats.Count(s, relations))
}

func main() {
	flag.Parse()
	beam.Init()

	p := beam.NewPipeline()
	s := p.Root()
	counts := pipeline(s, *input)
	if *output == "" {
		beam.ParDo0(s, printFn, counts)
	} else {
		textio.Write(s, *output, counts)
	}
	if err := beamx.Run(context.Background(), p); err != nil {
		log.Fatal(err)
	}
}
