package main

import (
	"context"
	"iter"
	"strings"

	"github.com/dossier-nlp/dossier/entity"
	"github.com/dossier-nlp/dossier/internal/train/rawtext"
)

// linesPerText is how many lines of a text file are read as one text: the
// lines of one report stand together.
const linesPerText = 12

// survey has the tagger read all the unlabelled text.
func survey(tagger *entity.NameTagger, folder string) (*entity.NameTable, error) {
	files, err := rawtext.Files(folder)
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
	var text []string
	for line, err := range rawtext.Lines(file) {
		if err != nil {
			return false, err
		}
		if text = append(text, line); len(text) == linesPerText {
			if !yield(strings.Join(text, "\n\n")) {
				return false, nil
			}
			text = text[:0]
		}
	}
	return len(text) == 0 || yield(strings.Join(text, "\n\n")), nil
}
