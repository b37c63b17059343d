package main

import (
	"bufio"
	"os"
	"strings"

	"github.com/dossier-nlp/dossier/internal/model"
	"github.com/dossier-nlp/dossier/internal/syntax"
	"github.com/dossier-nlp/dossier/internal/train/treebank"
)

// silver reads sentences of news in which people, organizations and places are
// annotated, tags them with a tagger, and makes the names' capitalized words
// proper nouns where the tagger has it otherwise. Sentences without a finite
// verb are left out. What is learnt from them is the vocabulary of news
// (self-training; McClosky, Charniak and Johnson, 2006).
func silver(name string, t *syntax.Tagger, limit int) ([]treebank.Sentence, error) {
	sentences, inName, err := readNames(name, limit)
	if err != nil {
		return nil, err
	}
	kept := sentences[:0]
	for n, tags := range predict(t.First, sentences) {
		for i, tag := range tags {
			if inName[n][i] {
				tags[i] = properTag(sentences[n].Words[i], tag)
			}
		}
		if s := sentences[n]; hasFiniteVerb(tags) {
			s.Tags = tags
			kept = append(kept, s)
		}
	}
	return kept, addLemmas(kept)
}

// hasFiniteVerb tells a sentence that is likely to be tagged well from one
// whose verb the tagger has missed.
func hasFiniteVerb(tags []string) bool {
	for _, t := range tags {
		switch t {
		case "VBD", "VBZ", "VBP", "MD":
			return true
		}
	}
	return false
}

// addLemmas gives tagged sentences their lemmas.
func addLemmas(sentences []treebank.Sentence) error {
	classes, err := model.DefaultClasses()
	if err != nil {
		return err
	}
	l, err := syntax.DefaultLemmatizer()
	if err != nil {
		return err
	}
	var words syntax.Sentence
	for n := range sentences {
		s := &sentences[n]
		words.Set(s.Words, classes)
		for i, w := range s.Words {
			s.Lemmas = append(s.Lemmas, l.Lemma(w, &words.Words[i], syntax.ParseTag(s.Tags[i])))
		}
	}
	return nil
}

// properTag is the tag of a word in a name: that of a common noun, an adjective
// or a verb becomes a proper noun's if the word is capitalized.
func properTag(word, tag string) string {
	if word[0] < 'A' || word[0] > 'Z' {
		return tag
	}
	switch tag {
	case "NNS":
		return "NNPS"
	case "NN", "JJ", "JJR", "JJS", "VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "RB", "UH", "FW", "GW", "ADD", "AFX":
		return "NNP"
	}
	return tag
}

// readNames reads the first limit sentences of a file with a token and its BIO
// tag a line, and which tokens are in names.
func readNames(name string, limit int) (sentences []treebank.Sentence, inName [][]bool, err error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, nil, err
	}
	defer f.Close()
	var s treebank.Sentence
	var in []bool
	end := func() {
		if len(s.Words) > 0 && len(sentences) < limit {
			sentences, inName = append(sentences, s), append(inName, in)
		}
		s, in = treebank.Sentence{}, nil
	}
	lines := bufio.NewScanner(f)
	for lines.Scan() && len(sentences) < limit {
		word, tag, ok := strings.Cut(lines.Text(), "\t")
		switch {
		case !ok || word == "":
			end()
		case word != "-DOCSTART-":
			s.Words = append(s.Words, word)
			in = append(in, tag != "O")
		}
	}
	end()
	return sentences, inName, lines.Err()
}

// predict tags sentences with a Tagger's method.
func predict(tag func(*syntax.Sentence, *syntax.TagContext, []uint8) []uint8, sentences []treebank.Sentence) [][]string {
	classes, err := model.DefaultClasses()
	if err != nil {
		panic(err) // training began with them
	}
	names := syntax.TagNames()
	out := make([][]string, len(sentences))
	var words syntax.Sentence
	var scratch syntax.TagContext
	var tags []uint8
	for n, s := range sentences {
		words.Set(s.Words, classes)
		tags = tag(&words, &scratch, tags[:0])
		for _, tag := range tags {
			out[n] = append(out[n], names[tag])
		}
	}
	return out
}
