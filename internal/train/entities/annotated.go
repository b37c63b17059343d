package main

import (
	_ "embed"
	"fmt"
	"hash/crc32"
	"iter"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/dossier-nlp/dossier/entity"
	"github.com/dossier-nlp/dossier/internal/train/rawtext"
)

// annotations are sentences of the data folder, their names annotated for this
// project: those that an earlier model was least sure of (uncertainty sampling;
// Lewis and Gale, 1994). They are from the unlabelled text, and from training
// files whose own guides differ. The sentences themselves stay there. After a
// line "# file" comes a line for each sentence, in the file's order:
//
//	line TAB start TAB end TAB sum TAB names
//
// with bytes of the line from start to end, the CRC-32 of these bytes, and
// names such as "P0-12 O30-41": person, organization or place (P, O, L) and
// bytes of the sentence. The lines of a training file are its sentences.
//
//go:embed annotations.tsv
var annotations string

// How much such a sentence counts. Those of the unlabelled text are harder than
// other news is, and would make the model doubt more than it should.
const (
	newsWeight  = 0.5
	otherWeight = 1
)

var letters = map[byte]entity.Kind{'P': entity.Person, 'O': entity.Org, 'L': entity.Place}

// readAnnotated gives the annotated sentences with their text from the data
// folder, those of the unlabelled text and those of training files apart. A
// text that is not the one that was annotated is an error.
func readAnnotated(data string, texts map[string]string) (news, others []sentence, err error) {
	var file string
	var next func() (string, error, bool)
	stop := func() {}
	defer func() { stop() }()
	var text string
	at := 0
	for row := range strings.Lines(annotations) {
		row = strings.TrimRight(row, "\n")
		if name, ok := strings.CutPrefix(row, "# "); ok {
			stop()
			file, at = name, 0
			next, stop = iter.Pull2(linesOf(filepath.Join(data, name), texts))
			continue
		}
		a, err := parseAnnotation(row)
		if err != nil {
			return nil, nil, fmt.Errorf("annotations of %s: %w", file, err)
		}
		for at < a.line {
			var ok bool
			if text, err, ok = next(); err != nil {
				return nil, nil, err
			} else if !ok {
				return nil, nil, fmt.Errorf("%s has %d lines, annotated is line %d", file, at, a.line)
			}
			at++
		}
		if a.end > len(text) || crc32.ChecksumIEEE([]byte(text[a.start:a.end])) != a.sum {
			return nil, nil, fmt.Errorf("%s: line %d is not what was annotated", file, a.line)
		}
		s := sentence{text: text[a.start:a.end], spans: a.names}
		if isTrainingFile(file) {
			others = append(others, s)
		} else {
			news = append(news, s)
		}
	}
	return news, others, nil
}

func isTrainingFile(name string) bool { return filepath.Ext(name) == ".bio" }

// linesOf are the lines of a text, or the sentences of a training file.
func linesOf(file string, texts map[string]string) iter.Seq2[string, error] {
	if !isTrainingFile(file) {
		return rawtext.Lines(file)
	}
	return func(yield func(string, error) bool) {
		all, err := readBIO(file, texts)
		if err != nil {
			yield("", err)
			return
		}
		for _, s := range all {
			if !yield(s.text, nil) {
				return
			}
		}
	}
}

// annotation is one row.
type annotation struct {
	line, start, end int
	sum              uint32
	names            []entity.Span
}

func parseAnnotation(row string) (annotation, error) {
	var a annotation
	fields := strings.Split(row, "\t")
	if len(fields) != 5 {
		return a, fmt.Errorf("%q has %d fields, want 5", row, len(fields))
	}
	for i, to := range []*int{&a.line, &a.start, &a.end} {
		n, err := strconv.Atoi(fields[i])
		if err != nil {
			return a, err
		}
		*to = n
	}
	sum, err := strconv.ParseUint(fields[3], 16, 32)
	if err != nil {
		return a, err
	}
	a.sum = uint32(sum)
	if a.start < 0 || a.start > a.end {
		return a, fmt.Errorf("%q: no sentence from %d to %d", row, a.start, a.end)
	}
	for _, name := range strings.Fields(fields[4]) {
		s := entity.Span{Kind: letters[name[0]]}
		if _, err := fmt.Sscanf(name[1:], "%d-%d", &s.Start, &s.End); err != nil || s.Kind == "" || s.Start < 0 || s.End <= s.Start || s.End > a.end-a.start {
			return a, fmt.Errorf("%q: %q is no name in it", row, name)
		}
		a.names = append(a.names, s)
	}
	return a, nil
}
