package main

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/dossier-nlp/dossier/internal/syntax"
	"github.com/dossier-nlp/dossier/internal/train/treebank"
)

const jackFolds = 10

// jackknife tags each tenth of the train parts with a tagger trained on the
// other nine. A tenth is a run of sentences, so that a document is mostly in
// one.
func jackknife(data, folder string) error {
	names := []string{"ewt-train", "gum-train"}
	var banks [2][]treebank.Sentence
	var tags [2][][]string
	for i, file := range []string{"en_ewt-ud-train", "gum-licensed-train"} {
		var err error
		if banks[i], err = treebank.Read(filepath.Join(data, "ud", file+".conllu")); err != nil {
			return err
		}
	}
	for fold := range jackFolds {
		var rest []treebank.Sentence
		var held [2][]treebank.Sentence
		for i, b := range banks {
			from, to := len(b)*fold/jackFolds, len(b)*(fold+1)/jackFolds
			rest = append(append(rest, b[:from]...), b[to:]...)
			held[i] = b[from:to]
		}
		file, err := trainTagger(rest, "", func(*syntax.Tagger) {})
		if err != nil {
			return err
		}
		t, err := syntax.OpenTagger(string(file))
		if err != nil {
			return err
		}
		for i := range held {
			fmt.Printf("fold %d of %s: %.2f\n", fold+1, names[i], accuracy(t, held[i]))
			tags[i] = append(tags[i], withDoubts(t, held[i])...)
		}
	}
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return err
	}
	for i, name := range names {
		if err := writeTags(filepath.Join(folder, name+".tags"), tags[i]); err != nil {
			return err
		}
	}
	return nil
}

// withDoubts tags sentences and writes the tagger's doubts behind the tags,
// "NN/VB".
func withDoubts(t *syntax.Tagger, sentences []treebank.Sentence) [][]string {
	names := syntax.TagNames()
	var doubts [][]uint8
	out := predict(func(s *syntax.Sentence, scratch *syntax.TagContext, tags []uint8) []uint8 {
		tags = t.Tag(s, scratch, tags)
		doubts = append(doubts, slices.Clone(scratch.Doubts()))
		return tags
	}, sentences)
	for n, tags := range out {
		for i := range tags {
			if d := doubts[n][i]; d != 0 {
				tags[i] += "/" + names[d]
			}
		}
	}
	return out
}

func writeTags(name string, tags [][]string) error {
	f, err := os.Create(name)
	if err != nil {
		return err
	}
	w := bufio.NewWriter(f)
	for _, t := range tags {
		fmt.Fprintln(w, strings.Join(t, " "))
	}
	if err := w.Flush(); err != nil {
		return err
	}
	return f.Close()
}
