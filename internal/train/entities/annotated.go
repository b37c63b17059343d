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

// annotations are sentences of the unlabelled text, their names annotated for
// this project: those that an earlier model was least sure of (uncertainty
// sampling; Lewis and Gale, 1994). The sentences themselves stay in the text.
// After a line "# file" comes a line for each sentence, in the file's order:
//
//	line TAB start TAB end TAB sum TAB names
//
// with bytes of the line from start to end, the CRC-32 of these bytes, and
// names such as "P0-12 O30-41": person, organization or place (P, O, L) and
// bytes of the sentence.
//
//go:embed annotations.tsv
var annotations string

// annotatedWeight is how much such a sentence counts. They are harder than
// others are, and would make the model doubt more than it should.
const annotatedWeight = 0.5

var letters = map[byte]entity.Kind{'P': entity.Person, 'O': entity.Org, 'L': entity.Place}

// readAnnotated gives the annotated sentences with their text from a folder.
// A text that is not the one that was annotated is an error.
func readAnnotated(folder string) ([]sentence, error) {
	var out []sentence
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
			next, stop = iter.Pull2(rawtext.Lines(filepath.Join(folder, name)))
			continue
		}
		a, err := parseAnnotation(row)
		if err != nil {
			return nil, fmt.Errorf("annotations of %s: %w", file, err)
		}
		for at < a.line {
			var ok bool
			if text, err, ok = next(); err != nil {
				return nil, err
			} else if !ok {
				return nil, fmt.Errorf("%s has %d lines, annotated is line %d", file, at, a.line)
			}
			at++
		}
		if a.end > len(text) || crc32.ChecksumIEEE([]byte(text[a.start:a.end])) != a.sum {
			return nil, fmt.Errorf("%s: line %d is not what was annotated", file, a.line)
		}
		out = append(out, sentence{text: text[a.start:a.end], spans: a.names})
	}
	return out, nil
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
