package main

import (
	"bufio"
	"compress/gzip"
	"context"
	"iter"
	"os"
	"path/filepath"
	"strings"

	"github.com/dossier-nlp/dossier/entity"
)

// linesPerText is how many lines of a text file are read as one text: the
// lines of one report stand together.
const linesPerText = 12

// survey has the tagger read all the unlabelled text.
func survey(tagger *entity.NameTagger, folder string) (*entity.NameTable, error) {
	files, err := filepath.Glob(filepath.Join(folder, "*.txt.gz"))
	if err != nil {
		return nil, err
	}
	var failed error
	table, err := entity.Survey(context.Background(), tagger, texts(files, &failed))
	if failed != nil {
		return nil, failed
	}
	return table, err
}

// texts goes through the files; what goes wrong is left in failed.
func texts(files []string, failed *error) iter.Seq[string] {
	return func(yield func(string) bool) {
		for _, file := range files {
			if more, err := textsOf(file, yield); !more || err != nil {
				*failed = err
				return
			}
		}
	}
}

func textsOf(file string, yield func(string) bool) (more bool, err error) {
	f, err := os.Open(file)
	if err != nil {
		return false, err
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return false, err
	}
	lines := bufio.NewScanner(z)
	lines.Buffer(nil, 1<<24)
	var text []string
	for lines.Scan() {
		if text = append(text, lines.Text()); len(text) == linesPerText {
			if !yield(strings.Join(text, "\n\n")) {
				return false, nil
			}
			text = text[:0]
		}
	}
	return len(text) == 0 || yield(strings.Join(text, "\n\n")), lines.Err()
}
