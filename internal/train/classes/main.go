// Command classes learns classes of words from unlabelled text and writes them
// as the file that internal/model embeds:
//
//	go run ./internal/train/classes -data ../shared/data -out internal/model/classes.bin
//
// The same text gives the same bytes. The four grains are learnt apart, each
// with the exchange algorithm (exchange.go) over the words of the text
// (vocabulary.go, corpus.go).
package main

import (
	"bytes"
	"flag"
	"fmt"
	"log"
	"os"
	"path/filepath"

	"github.com/dossier-nlp/dossier/internal/model"
)

const (
	minCount    = 3
	maxItems    = 140_000
	slots       = 186_000 // of 8 bytes
	maxContexts = 60_000
)

func main() {
	data := flag.String("data", "../shared/data", "data folder, with text/*.txt.gz")
	out := flag.String("out", "internal/model/classes.bin", "file to write")
	rounds := flag.Int("rounds", 15, "sweeps over the words, at most")
	dump := flag.String("dump", "", "also write the words and their classes as text to this file")
	flag.Parse()
	if err := run(*data, *out, *dump, *rounds); err != nil {
		log.Fatal(err)
	}
}

func run(data, out, dump string, rounds int) error {
	c, err := readCorpus(filepath.Join(data, "text"))
	if err != nil {
		return err
	}
	v := newVocabulary(c, minCount, maxItems)
	fmt.Printf("%d words, %d items, the rarest %d times\n", len(c.words), len(v.items), v.items[len(v.items)-1].count)

	cluster := func(name string, before, after bool, classes int) []int {
		e := newExchange(v.neighbours(before, after, maxContexts), 2*maxContexts, classes)
		e.run(name, rounds)
		return e.numbered()
	}
	forward := cluster("forward", true, false, 400)
	backward := cluster("backward", false, true, 400)
	coarse := cluster("coarse", true, true, 62)
	fine := cluster("fine", true, true, 1200)

	if dump != "" {
		if err := v.dump(dump, forward, backward, fine, coarse); err != nil {
			return err
		}
	}
	var b bytes.Buffer
	if err := model.WriteClasses(&b, v.entries(forward, backward, fine, coarse), slots); err != nil {
		return err
	}
	fmt.Printf("%s: %d bytes\n", out, b.Len())
	return os.WriteFile(out, b.Bytes(), 0o644)
}
