// Command entities trains the built-in entity model. The same data give the
// same model, byte by byte.
//
//	go run ./internal/train/entities -data ../shared/data -out entity/models/news.bin
//
// It trains a first model, has it read the unlabelled text for a table of
// names, and trains the final model with that. It takes some twenty minutes on
// one core.
package main

import (
	"bytes"
	"context"
	"flag"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"time"

	"github.com/dossier-nlp/dossier/entity"
)

// settings are the flags.
type settings struct {
	data, out, errors, names string
	epochs, first, size      int
	runs                     int
	measure, test, away      bool
}

func main() {
	log.SetFlags(0)
	var s settings
	flag.StringVar(&s.data, "data", "../shared/data", "the data folder")
	flag.StringVar(&s.out, "out", "entity/models/news.bin", "where the model goes")
	flag.StringVar(&s.errors, "errors", "", "file for the list of errors on the development sets")
	flag.StringVar(&s.names, "names", "", "use this model, and its table of names, instead of a first one")
	flag.IntVar(&s.epochs, "epochs", 6, "passes over the examples in a run for the final model")
	flag.IntVar(&s.runs, "runs", 8, "how many times the final model is learnt, to average the weights")
	flag.IntVar(&s.first, "first", 3, "passes for the first model")
	flag.IntVar(&s.size, "size", 9<<20, "bytes of the model's weights")
	flag.BoolVar(&s.test, "test", false, "measure on the public test set instead of the development sets; tune nothing on it")
	flag.BoolVar(&s.away, "elsewhere", false, "only print how scores hold on texts from elsewhere")
	flag.BoolVar(&s.measure, "measure", false, "measure the model that -out names, do not train")
	flag.Parse()
	run := s.run
	if s.away {
		run = s.elsewhere
	}
	if err := run(); err != nil {
		log.Fatal(err)
	}
}

func (s settings) run() error {
	examples, err := readAll(s.data)
	if err != nil {
		return err
	}
	if !s.measure {
		if err := s.train(examples); err != nil {
			return err
		}
	}
	m, err := load(s.out)
	if err != nil {
		return err
	}
	sets := []string{filepath.Join(s.data, "ner", "dev", "ww-dev.jsonl"), filepath.Join(s.data, "ner", "dev", "uner-dev.jsonl")}
	if s.test {
		sets = []string{filepath.Join(s.data, "ner", "public-test", "uner-test.jsonl")}
	}
	return measure(m, sets, examples, s.errors)
}

// train trains the model and writes it.
func (s settings) train(examples []entity.Example) error {
	first, err := s.firstModel(examples)
	if err != nil {
		return err
	}
	tagger, err := entity.NewTagger(entity.WithModel(first))
	if err != nil {
		return err
	}
	text := filepath.Join(s.data, "text")
	table := first.NameTable()
	if table.Len() == 0 {
		if table, err = survey(tagger, text); err != nil {
			return err
		}
		fmt.Println("names in the unlabelled text:", table.Len())
	}
	m, err := fit(examples, table, s.epochs, s.size, s.runs)
	if err != nil {
		return err
	}
	var b bytes.Buffer
	if err := m.Save(&b); err != nil {
		return err
	}
	return os.WriteFile(s.out, b.Bytes(), 0o644)
}

// firstModel is the model that labels the unlabelled text.
func (s settings) firstModel(examples []entity.Example) (*entity.Model, error) {
	if s.names != "" {
		return load(s.names)
	}
	return fit(examples, new(entity.NameTable), s.first, s.size, 1)
}

func load(file string) (*entity.Model, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return entity.Load(f)
}

// How much less the log-odds of a place are in other texts than in news, and
// how much more those of a person: there, every second name is a place and
// every fourth a person; elsewhere (uner-train, gum-news, wikigold) three and
// four of ten are. About a third of that difference did best on the
// development sets.
const (
	placePrior  = -0.2
	personPrior = 0.2
)

func fit(examples []entity.Example, table *entity.NameTable, epochs, size, runs int) (*entity.Model, error) {
	start := time.Now()
	report := func(p entity.Progress) {
		if p.Sentences == p.Total {
			fmt.Printf("epoch %d of %d: loss %.4f a token, %.0f s\n", p.Epoch, p.Epochs, p.Loss, time.Since(start).Seconds())
		}
	}
	return entity.Train(context.Background(), examples,
		entity.WithEpochs(epochs), entity.WithSize(size), entity.WithProgress(report), entity.WithNameTable(table), entity.WithRuns(runs),
		entity.WithPrior(entity.Place, placePrior), entity.WithPrior(entity.Person, personPrior))
}
