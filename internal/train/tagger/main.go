// Command tagger trains the part-of-speech tagger and writes the file that
// internal/syntax embeds:
//
//	go run ./internal/train/tagger -data ../shared/data -out internal/syntax/tagger.bin
//
// The same data gives the same bytes. With -jackknife DIR it writes instead
// the treebanks' train parts as a tagger tags them that has not seen them
// (10 folds), for the training of what reads tags: DIR/ewt-train.tags and
// DIR/gum-train.tags, a sentence a line.
package main

import (
	"bytes"
	"flag"
	"fmt"
	"log"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"

	"github.com/dossier-nlp/dossier/internal/model"
	"github.com/dossier-nlp/dossier/internal/syntax"
	"github.com/dossier-nlp/dossier/internal/train/treebank"
)

var (
	epochs   = flag.Int("epochs", 8, "times over the data")
	cutoff   = flag.Int("cutoff", 2, "how often a feature must occur")
	dropout  = flag.Float64("dropout", 0.4, "share of features left out at random in training")
	rate     = flag.Float64("rate", 0.2, "first step of a weight")
	silvers  = flag.Int("silver", 20000, "sentences of news, tagged by the tagger itself, to train on as well")
	smallest = flag.Float64("smallest", 3.8, "smallest weight kept, in steps")
)

// silverWeight is how much a sentence counts that no person has tagged.
const silverWeight = 0.4

// teacherSmallest is the smallest weight kept of the tagger that tags them,
// which need not be small.
const teacherSmallest = 1

func main() {
	list := flag.Bool("errors", false, "list the commonest confusions of the dev parts")
	data := flag.String("data", "../shared/data", "data folder, with ud/*.conllu")
	out := flag.String("out", "internal/syntax/tagger.bin", "file to write")
	jack := flag.String("jackknife", "", "folder to write the train parts' predicted tags to, instead of a model")
	flag.Parse()
	var err error
	if *jack != "" {
		err = jackknife(*data, *jack)
	} else {
		err = run(*data, *out, *list)
	}
	if err != nil {
		log.Fatal(err)
	}
}

func run(data, out string, list bool) error {
	var train []treebank.Sentence
	for _, name := range []string{"en_ewt-ud-train", "gum-licensed-train"} {
		s, err := treebank.Read(filepath.Join(data, "ud", name+".conllu"))
		if err != nil {
			return err
		}
		train = append(train, s...)
	}
	var dev [2][]treebank.Sentence
	for i, name := range []string{"en_ewt-ud-dev", "gum-licensed-dev"} {
		var err error
		if dev[i], err = treebank.Read(filepath.Join(data, "ud", name+".conllu")); err != nil {
			return err
		}
	}
	news := ""
	if *silvers > 0 {
		news = filepath.Join(data, "ner", "train", "news-gold.bio")
	}
	b, err := trainTagger(train, news, func(t *syntax.Tagger) {
		fmt.Printf("  EWT dev %.2f  GUM dev %.2f\n", accuracy(t, dev[0]), accuracy(t, dev[1]))
	})
	if err != nil {
		return err
	}
	if list {
		t, err := syntax.OpenTagger(string(b))
		if err != nil {
			return err
		}
		for _, d := range dev {
			confusions(t, d)
		}
	}
	fmt.Printf("%s: %d bytes\n", out, len(b))
	return os.WriteFile(out, b, 0o644)
}

// trainTagger returns the bytes of a tagger file. If silverFile is not empty,
// a first tagger tags its sentences, and a second one is trained on them too.
// It shows the taggers to watch as they come.
func trainTagger(sentences []treebank.Sentence, silverFile string, watch func(*syntax.Tagger)) ([]byte, error) {
	random := rand.New(rand.NewPCG(1, 2))
	all := append(sentences[:len(sentences):len(sentences)], altered(sentences, random)...)
	dict := dictionary(sentences)
	least := *smallest
	if silverFile != "" {
		least = teacherSmallest
	}
	file, err := trainOn(all, nil, dict, random, least, watch)
	if err != nil || silverFile == "" {
		return file, err
	}
	t, err := syntax.OpenTagger(string(file))
	if err != nil {
		return nil, err
	}
	more, err := silver(silverFile, t, *silvers)
	if err != nil {
		return nil, err
	}
	more = append(more, altered(more, random)...)
	return trainOn(all, more, dict, random, *smallest, watch)
}

// trainOn trains on sentences, and with less weight on more.
func trainOn(sentences, more []treebank.Sentence, dict *syntax.TagDictionary, random *rand.Rand, smallest float64, watch func(*syntax.Tagger)) ([]byte, error) {
	examples, err := makeExamples(sentences, dict, 1)
	if err != nil {
		return nil, err
	}
	light, err := makeExamples(more, dict, silverWeight)
	if err != nil {
		return nil, err
	}
	examples = append(examples, light...)
	p := newLearner(labels, examples, *cutoff)
	fmt.Printf("%d examples, %d features\n", len(examples), len(p.hashes))
	for n := range *epochs {
		if n == 1 {
			p.average()
		}
		fmt.Printf("epoch %d: %d wrong\n", n+1, p.epoch(examples, random))
	}
	file, err := pack(p, dict, smallest)
	if err != nil {
		return nil, err
	}
	t, err := syntax.OpenTagger(string(file))
	if err != nil {
		return nil, err
	}
	fmt.Printf("%d bytes\n", len(file))
	watch(t)
	return file, nil
}

// labels is the number of tags, with the one that is none.
var labels = len(syntax.TagNames())

// makeExamples reads sentences for training.
func makeExamples(sentences []treebank.Sentence, dict *syntax.TagDictionary, weight float32) ([]*example, error) {
	classes, err := model.DefaultClasses()
	if err != nil {
		return nil, err
	}
	var out []*example
	for _, s := range sentences {
		e := &example{gold: make([]uint8, len(s.Tags)), weight: weight}
		for i, t := range s.Tags {
			e.gold[i] = syntax.ParseTag(t)
		}
		e.words.Set(s.Words, classes)
		e.context.Set(&e.words, dict)
		out = append(out, e)
	}
	return out, nil
}

// pack makes the tagger's file.
func pack(p *learner, dict *syntax.TagDictionary, smallest float64) ([]byte, error) {
	const load = 0.8
	weights, err := model.PackWeights(p.features(syntax.TagScale, float32(smallest)), load)
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	err = model.Write(&b, "tagger", append(dict.Sections(),
		model.Section{Name: "tags", Data: []byte(strings.Join(syntax.TagNames(), "\n"))},
		model.Section{Name: "weights", Data: weights}))
	return b.Bytes(), err
}

// accuracy is the percentage of right tags on the treebank's own words.
func accuracy(t *syntax.Tagger, sentences []treebank.Sentence) float64 {
	right, all := 0, 0
	for n, tags := range predict(t.Tag, sentences) {
		for i, tag := range tags {
			if all++; tag == sentences[n].Tags[i] {
				right++
			}
		}
	}
	return 100 * float64(right) / float64(all)
}
