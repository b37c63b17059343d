// Command lemmas learns the lemmatizer and writes the file that
// internal/syntax embeds:
//
//	go run ./internal/train/lemmas -data ../shared/data -out internal/syntax/lemmas.bin
//
// The same data gives the same bytes. It takes the lemmas of the treebanks'
// train parts, lists of irregular verbs (irregular.txt) and plurals
// (plurals.txt), and regular forms of the unlabelled text's vocabulary whose
// base is found there too (inflect.go); what most words of an ending do becomes
// a rule, and what the rules get wrong an exception (rules.go).
package main

import (
	"bytes"
	"flag"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"strings"

	"github.com/dossier-nlp/dossier/internal/model"
	"github.com/dossier-nlp/dossier/internal/syntax"
	"github.com/dossier-nlp/dossier/internal/train/treebank"
)

func main() {
	data := flag.String("data", "../shared/data", "data folder, with ud/*.conllu and text/*.txt.gz")
	out := flag.String("out", "internal/syntax/lemmas.bin", "file to write")
	list := flag.Bool("errors", false, "list the wrong lemmas of the dev parts")
	flag.Parse()
	if err := run(*data, *out, *list); err != nil {
		log.Fatal(err)
	}
}

func run(data, out string, list bool) error {
	words, err := wordsIn(filepath.Join(data, "text"))
	if err != nil {
		return err
	}
	l := newLexicon()
	for _, name := range []string{"en_ewt-ud-train", "gum-licensed-train"} {
		s, err := treebank.Read(filepath.Join(data, "ud", name+".conllu"))
		if err != nil {
			return err
		}
		l.addTreebank(s)
	}
	l.addRegular(words)
	if err := l.addLists(); err != nil {
		return err
	}
	tables := syntax.NewLemmaTables()
	endings, exceptions := l.learn(tables)
	fmt.Printf("%d words with tags, %d endings, %d exceptions\n", len(l.order), endings, exceptions)
	var b bytes.Buffer
	if err := tables.Write(&b, l.lemmas(words)); err != nil {
		return err
	}
	lemmatizer, err := syntax.OpenLemmatizer(b.String())
	if err != nil {
		return err
	}
	for _, name := range []string{"en_ewt-ud-dev", "gum-licensed-dev"} {
		s, err := treebank.Read(filepath.Join(data, "ud", name+".conllu"))
		if err != nil {
			return err
		}
		if err := measure(name, lemmatizer, s, list); err != nil {
			return err
		}
	}
	fmt.Printf("%s: %d bytes\n", out, b.Len())
	return os.WriteFile(out, b.Bytes(), 0o644)
}

// measure prints how many lemmas are right, given the treebank's own words and
// tags.
func measure(name string, l *syntax.Lemmatizer, sentences []treebank.Sentence, list bool) error {
	classes, err := model.DefaultClasses()
	if err != nil {
		return err
	}
	right, all := 0, 0
	var words syntax.Sentence
	for _, s := range sentences {
		words.Set(s.Words, classes)
		for i, w := range s.Words {
			got := l.Lemma(w, &words.Words[i], syntax.ParseTag(s.Tags[i]))
			if all++; strings.EqualFold(got, s.Lemmas[i]) {
				right++
			} else if list {
				fmt.Printf("%s %s: %s, not %s\n", w, s.Tags[i], s.Lemmas[i], got)
			}
		}
	}
	fmt.Printf("%s: %.2f\n", name, 100*float64(right)/float64(all))
	return nil
}
