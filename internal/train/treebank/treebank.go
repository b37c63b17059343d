// Package treebank reads Universal Dependencies treebanks in CoNLL-U form, as
// the trainers and the scorer need them. Multi-word token lines ("1-2") and
// empty nodes ("8.1") are left out.
package treebank

import (
	"bufio"
	"fmt"
	"os"
	"strconv"
	"strings"
)

// Sentence is one sentence of a treebank, a value a word in each list.
type Sentence struct {
	Text   string // the text as it was, from "# text = "
	Doc    string // the document that it is in, from the last "# newdoc id = "
	Words  []string
	Lemmas []string
	Tags   []string // Penn Treebank tags, column 5
	UPOS   []string
	Heads  []int    // index of the head, -1 for the root
	Deps   []string // labels with their subtypes, "nsubj:pass"
	Misc   []string // column 10
}

// Read reads a file. A line that is no word with ten columns, a head that is no
// word of the sentence, and heads that go in a ring are errors, with the file and
// the line, of a ring the line behind its sentence.
func Read(name string) ([]Sentence, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var out []Sentence
	var s Sentence
	var doc string
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<22)
	n := 1
	for ; lines.Scan(); n++ {
		line := lines.Text()
		switch {
		case line == "":
			if err := s.check(); err != nil {
				return nil, fmt.Errorf("%s:%d: %w", name, n, err)
			}
			if len(s.Words) > 0 {
				out = append(out, s)
			}
			s = Sentence{Doc: doc}
		case line[0] == '#':
			if text, ok := strings.CutPrefix(line, "# text = "); ok {
				s.Text = text
			} else if id, ok := strings.CutPrefix(line, "# newdoc id = "); ok {
				doc = id
				s.Doc = id
			}
		default:
			if err := s.add(line); err != nil {
				return nil, fmt.Errorf("%s:%d: %w", name, n, err)
			}
		}
	}
	if err := lines.Err(); err != nil {
		return nil, err
	}
	if err := s.check(); err != nil {
		return nil, fmt.Errorf("%s:%d: %w", name, n, err)
	}
	if len(s.Words) > 0 {
		out = append(out, s)
	}
	return out, nil
}

// check sees to it that every word's heads lead to a root.
func (s *Sentence) check() error {
	rooted := make([]bool, len(s.Heads))
	for i, head := range s.Heads {
		if head < -1 || head >= len(s.Heads) {
			return fmt.Errorf("head %d of word %d, of %d words", head+1, i+1, len(s.Heads))
		}
	}
	for i := range s.Heads {
		at := i
		for left := len(s.Heads); at >= 0 && !rooted[at]; at = s.Heads[at] {
			if left--; left < 0 {
				return fmt.Errorf("the heads of word %d go in a ring", i+1)
			}
		}
		for at := i; at >= 0 && !rooted[at]; at = s.Heads[at] {
			rooted[at] = true
		}
	}
	return nil
}

func (s *Sentence) add(line string) error {
	c := strings.Split(line, "\t")
	if len(c) != 10 {
		return fmt.Errorf("%d columns, not 10", len(c))
	}
	if strings.ContainsAny(c[0], "-.") {
		return nil
	}
	head, err := strconv.Atoi(c[6])
	if err != nil {
		return fmt.Errorf("head %q: %w", c[6], err)
	}
	s.Words = append(s.Words, c[1])
	s.Lemmas = append(s.Lemmas, c[2])
	s.UPOS = append(s.UPOS, c[3])
	s.Tags = append(s.Tags, c[4])
	s.Heads = append(s.Heads, head-1)
	s.Deps = append(s.Deps, c[7])
	s.Misc = append(s.Misc, c[9])
	return nil
}
