// Command parser trains the dependency parser:
//
//	go run ./internal/train/tagger -jackknife DIR    tags of the treebanks by taggers that have not seen them
//	go run ./internal/train/parser -tags DIR         the parser, to internal/syntax/parser.bin
//
// In turn it trains
//
//  1. where punctuation marks are attached (marks.go)
//  2. the labeler, the sum of several runs (labels*.go)
//  3. an ensemble of parsers that differ in direction and order (ensemble.go)
//  4. the parser that is shipped, from the treebanks and from sentences of
//     unlabelled text as the ensemble votes on them (texts.go, arcs.go):
//     self-training with a stronger teacher (Sagae and Tsujii, 2007; Weiss and
//     others, 2015)
//
// and prints what each reaches on the dev treebanks, which it never learns
// from. The same data gives the same bytes.
package main

import (
	"bytes"
	"flag"
	"fmt"
	"log"
	"os"
	"path/filepath"
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
}

// How long and how large things are.
const (
	teacherEpochs = 5
	studentEpochs = 8
	textsPerEpoch = 13000   // sentences
	arcBuckets    = 4 << 17 // of 8 bytes
	labelBuckets  = 1 << 17 // of 16 bytes
	rarestLabel   = 20      // occurrences
)

func main() {
	log.SetFlags(0)
	data := flag.String("data", "../shared/data", "folder with ud/ and text/")
	tags := flag.String("tags", "", "folder with the jackknifed tags of the training treebanks")
	kept := flag.String("parsed", "", "file of sentences that the ensemble parsed: read if it is there, written otherwise")
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
	varied := vary(more)
	fmt.Printf("the parser: %d parsed sentences, %d varied\n", len(more), len(varied))
	arcs := trainArcs(train, way{seed: 1}, studentEpochs, func(epoch int) []example {
		return slices.Concat(slice(more, epoch-1), slice(varied, epoch-1))
	})
	var b bytes.Buffer
	if err := syntax.WriteParser(&b, arcs.entries(), arcBuckets, labels.entries(), labelBuckets, marks, set.names); err != nil {
		return err
	}
	if err := os.WriteFile(out, b.Bytes(), 0o644); err != nil {
		return err
	}
	return measureFile(out, devs)
}

// slice is the part of a list that one epoch sees.
func slice(list []example, turn int) []example {
	size := min(textsPerEpoch, len(list)/studentEpochs)
	return list[turn*size : (turn+1)*size]
}

// texts gives parsed sentences of unlabelled text.
func texts(train []sentence, devs []bank, dir, kept string) ([]example, error) {
	if kept != "" {
		if _, err := os.Stat(kept); err == nil {
			return parsed(kept)
		}
	}
	var members []member
	for _, how := range teachers {
		fmt.Printf("a teacher: %+v\n", how)
		w := trainArcs(train, how, teacherEpochs, nil)
		members = append(members, member{how, syntax.NewArcModel(w.entries(), teacherBuckets)})
		for _, d := range devs {
			measureVote(d, members)
		}
	}
	return parse(dir, studentEpochs*textsPerEpoch, members, kept)
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
