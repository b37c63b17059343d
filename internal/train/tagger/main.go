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
	epochs   = flag.Int("epochs", 5, "times over the data")
	folds    = flag.Int("folds", 5, "parts of the data for the second pass's training, 0 for one pass only")
	lead     = flag.Int("lead", 60, "lead of the best tag in the first pass that makes a second needless")
	rounds   = flag.Int("rounds", 4, "models to average")
	cutoff   = flag.Int("cutoff", 2, "how often a feature must occur")
	dropout  = flag.Float64("dropout", 0, "share of features left out at random in training")
	margin   = flag.Float64("margin", 0, "how much better the right tag must score")
	scale    = flag.Float64("scale", 4, "steps of a weight's unit in the file")
	smallest = flag.Float64("smallest", 1, "smallest weight kept, in steps")
)

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
	b, err := trainTagger(train, func(t *syntax.Tagger) {
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

// trainTagger returns the bytes of a tagger file. It shows the tagger as it
// stands, after the first pass and after the second, to watch.
func trainTagger(sentences []treebank.Sentence, watch func(*syntax.Tagger)) ([]byte, error) {
	random := rand.New(rand.NewPCG(1, 2))
	all := append(sentences[:len(sentences):len(sentences)], altered(sentences, random)...)
	dict := dictionary(sentences)
	examples, err := makeExamples(all, dict)
	if err != nil {
		return nil, err
	}
	// Held-out first: the rows of the whole's features come last.
	var held []doubtful
	for fold := range *folds {
		var train, test []*example
		for i, e := range examples {
			if i%*folds == fold {
				test = append(test, e)
				continue
			}
			train = append(train, e)
		}
		p := firstPass(train, 1, random)
		file, err := pack(p, nil, dict)
		if err != nil {
			return nil, err
		}
		t, err := syntax.OpenTagger(string(file))
		if err != nil {
			return nil, err
		}
		held = append(held, doubts(t, test, int32(*lead))...)
	}
	first := firstPass(examples, *rounds, random)
	file, err := show(first, nil, dict, watch)
	if err != nil || len(held) == 0 {
		return file, err
	}
	return show(first, revise(labels, held, *cutoff, random), dict, watch)
}

// labels is the number of tags, with the one that is none.
var labels = len(syntax.TagNames())

// makeExamples reads sentences for training.
func makeExamples(sentences []treebank.Sentence, dict *syntax.TagDictionary) ([]*example, error) {
	classes, err := model.DefaultClasses()
	if err != nil {
		return nil, err
	}
	var out []*example
	for _, s := range sentences {
		e := &example{gold: make([]uint8, len(s.Tags))}
		for i, t := range s.Tags {
			e.gold[i] = syntax.ParseTag(t)
		}
		e.words.Set(s.Words, classes)
		e.context.Set(&e.words, dict)
		out = append(out, e)
	}
	return out, nil
}

// firstPass trains the first pass.
func firstPass(examples []*example, rounds int, random *rand.Rand) *perceptron {
	p := newPerceptron(labels, examples, *cutoff)
	fmt.Printf("%d examples, %d features\n", len(examples), len(p.hashes))
	for round := range rounds {
		for n := range *epochs {
			fmt.Printf("round %d, epoch %d: %d wrong\n", round+1, n+1, p.epoch(examples, random))
		}
		p.restart()
	}
	return p
}

func show(first, second *perceptron, dict *syntax.TagDictionary, watch func(*syntax.Tagger)) ([]byte, error) {
	file, err := pack(first, second, dict)
	if err != nil {
		return nil, err
	}
	t, err := syntax.OpenTagger(string(file))
	if err != nil {
		return nil, err
	}
	fmt.Printf("%d bytes\n", len(file))
	if watch != nil {
		watch(t)
	}
	return file, nil
}

// pack makes the tagger's file; second may be nil for a tagger of one pass.
func pack(first, second *perceptron, dict *syntax.TagDictionary) ([]byte, error) {
	const load = 0.8
	weights, err := model.PackWeights(first.features(float32(*scale), float32(*smallest)), load)
	if err != nil {
		return nil, err
	}
	var revised []model.FeatureWeights
	margin := int32(0)
	if second != nil {
		revised, margin = reviseWeights(second), int32(*lead)
	}
	again, err := model.PackWeights(revised, load)
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	err = model.Write(&b, "tagger", []model.Section{
		{Name: "tags", Data: []byte(strings.Join(syntax.TagNames(), "\n"))},
		{Name: "dictionary", Data: dict.Section()},
		{Name: "weights", Data: weights},
		{Name: "second", Data: again},
		{Name: "margin", Data: model.Bytes([]int32{margin})},
	})
	return b.Bytes(), err
}

// accuracy is the percentage of right tags on the treebank's own words.
func accuracy(t *syntax.Tagger, sentences []treebank.Sentence) float64 {
	right, all := 0, 0
	for n, tags := range predict(t, sentences) {
		for i, tag := range tags {
			if all++; tag == sentences[n].Tags[i] {
				right++
			}
		}
	}
	return 100 * float64(right) / float64(all)
}

// predict tags sentences of a treebank.
func predict(t *syntax.Tagger, sentences []treebank.Sentence) [][]string {
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
		tags = t.Tag(&words, &scratch, tags[:0])
		for _, tag := range tags {
			out[n] = append(out[n], names[tag])
		}
	}
	return out
}
