package main

import (
	"fmt"
	"strings"

	"github.com/dossier-nlp/dossier/entity"
)

// labelled reads sentences, one a line, in which the names of a kind stand in
// brackets. Empty lines and lines that begin with # are passed over.
func labelled(text string, kind entity.Kind) ([]entity.Example, error) {
	var examples []entity.Example
	number := 0
	for line := range strings.Lines(text) {
		number++
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		var e entity.Example
		for rest := line; rest != ""; {
			before, after, found := strings.Cut(rest, "[")
			e.Text += before
			if !found {
				break
			}
			name, after, closed := strings.Cut(after, "]")
			if !closed {
				return nil, fmt.Errorf("line %d: a [ is not closed", number)
			}
			start := len(e.Text)
			e.Text += name
			e.Spans = append(e.Spans, entity.Span{Start: start, End: len(e.Text), Kind: kind})
			rest = after
		}
		examples = append(examples, e)
	}
	return examples, nil
}
