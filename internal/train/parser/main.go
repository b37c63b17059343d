// Command parser trains the dependency parser:
//
//	go run ./internal/train/tagger -jackknife DIR    tags of the treebanks by taggers that have not seen them
//	go run ./internal/train/parser -tags DIR         the parser, to internal/syntax/parser.bin
//
// In turn it trains
//
//  1. where punctuation marks are attached (marks.go)
//  2. the labeler, the sum of several runs (label*.go)
//  3. an ensemble of parsers that differ in direction and order, and then a
//     second one that learns also from what the first parsed (ensemble.go)
//  4. the parser that is shipped, the average of several runs, from the
//     treebanks and from sentences of unlabelled text as the ensembles vote on
//     them (texts.go, arcs.go): self-training with a stronger teacher (Sagae
//     and Tsujii, 2007; Weiss and others, 2015)
//
// and prints what each reaches on the dev treebanks, which it never learns
// from. The same data gives the same bytes.
package main

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"log"
	"os"
	"path/filepath"
	"runtime/debug"
	"slices"

	"github.com/dossier-nlp/dossier/internal/syntax"
)

// What is trained on, and measured with.
var (
	trainBanks = []struct{ file, tags string }{
		{"en_ewt-ud-train.conllu", "ewt-train.tags"},
		{"gum-licensed-train.conllu", "gum-train.tags"},
	}
	devBanks = []struct{ name, file string }{
		{"en_ewt-ud-dev", "en_ewt-ud-dev.conllu"},
		{"gum-licensed-dev", "gum-licensed-dev.conllu"},
	}
)

// The ensemble.
var teachers = []way{
	{seed: 1},
	{reverse: true, seed: 2},
	{early: true, seed: 3},
	{reverse: true, early: true, seed: 4},
	{seed: 5},
	{reverse: true, seed: 6},
}

// The runs that make up the parser. They differ for the sake of their average.
var students = []way{
	{seed: 1}, {seed: 2},
	{alone: 2, seed: 1}, {alone: 2, seed: 2},
	{guessed: true, seed: 1}, {guessed: true, seed: 2}, {guessed: true, seed: 3}, {guessed: true, seed: 4},
	{hidden: 6, seed: 1}, {hidden: 6, seed: 2}, {hidden: 6, seed: 3}, {hidden: 6, seed: 4},
}

// How long and how large things are.
const (
	teacherEpochs = 5
	studentEpochs = 8
	rounds        = 2
	textsPerEpoch = 26000   // sentences
	arcBuckets    = 4 << 17 // of 8 bytes
	labelBuckets  = 1 << 17 // of 16 bytes
	rarestLabel   = 20      // occurrences
)

func main() {
	log.SetFlags(0)
	debug.SetGCPercent(25) // tables of gigabytes that are done with must not wait for as many new ones
	data := flag.String("data", "../shared/data", "folder with ud/ and text/")
	tags := flag.String("tags", "", "folder with the jackknifed tags of the training treebanks")
	kept := flag.String("parsed", "", "files of sentences that the ensembles parsed, without their endings .0 and .1: read where they are there, written otherwise")
	out := flag.String("out", "internal/syntax/parser.bin", "the model file to write")
	only := flag.Bool("measure", false, "measure the model file instead of writing it")
	flag.Parse()
	if err := run(*data, *tags, *kept, *out, *only); err != nil {
		log.Fatal(err)
	}
}

func run(data, tags, kept, out string, only bool) error {
	var devs []bank
	for _, b := range devBanks {
		s, err := read(filepath.Join(data, "ud", b.file), "")
		if err != nil {
			return err
		}
		devs = append(devs, bank{b.name, s})
	}
	if only {
		return measureFile(out, devs)
	}
	var train []sentence
	for _, b := range trainBanks {
		s, err := read(filepath.Join(data, "ud", b.file), filepath.Join(tags, b.tags))
		if err != nil {
			return err
		}
		train = append(train, s...)
	}
	set := newLabelSet(train, rarestLabel)
	marks := trainMarks(train, set)
	labels := trainLabels(train, set, devs)
	more, err := texts(train, devs, filepath.Join(data, "text"), kept)
	if err != nil {
		return err
	}
	fmt.Printf("the parser: %d parsed sentences\n", len(more))
	more = append(more, vary(more)...)
	shuffle(more)
	var arcs average // the sum of all runs (McDonald, Hall and Mann, 2010)
	for ways := range slices.Chunk(students, atOnce) {
		parts := make([]average, len(ways))
		each(len(ways), func(i int) { parts[i] = trainArcs(train, ways[i], studentEpochs, more) })
		for _, p := range parts {
			arcs = arcs.plus(p)
		}
	}
	arcs = arcs.over(len(students))
	var b bytes.Buffer
	if err := syntax.WriteParser(&b, arcs.entries(), arcBuckets, labels.entries(), labelBuckets, marks, set.names); err != nil {
		return err
	}
	if err := os.WriteFile(out, b.Bytes(), 0o644); err != nil {
		return err
	}
	return measureFile(out, devs)
}

// texts gives sentences of unlabelled text with the trees of an ensemble. A
// second ensemble learns from those of a first, and parses others.
func texts(train []sentence, devs []bank, dir, kept string) ([]example, error) {
	var all []example
	for round := range rounds {
		file := ""
		if kept != "" {
			file = fmt.Sprintf("%s.%d", kept, round)
		}
		more, err := parsed(file)
		if errors.Is(err, fs.ErrNotExist) {
			members := ensemble(train, all)
			for _, d := range devs {
				measureVote(d, members)
			}
			more, err = parse(dir, round, studentEpochs*textsPerEpoch/rounds, members, file)
		}
		if err != nil {
			return nil, err
		}
		all = append(all, more...)
		shuffle(all)
	}
	return all, nil
}

func measureFile(name string, devs []bank) error {
	b, err := os.ReadFile(name)
	if err != nil {
		return err
	}
	p, err := syntax.OpenParser(string(b))
	if err != nil {
		return err
	}
	for _, d := range devs {
		measure(d, p)
	}
	return nil
}
