package main

import (
	"slices"
	"strings"

	"github.com/dossier-nlp/dossier/internal/text"
	"github.com/dossier-nlp/dossier/internal/train/rawtext"
)

// vocabulary counts the words of the unlabelled text that are all in small
// letters, and how often they follow a modal verb.
type vocabulary struct {
	count map[string]int
	base  map[string]int // after "will", "could" and the like: verbs in their base form
}

// wordsIn reads the folder's *.txt.gz.
func wordsIn(folder string) (*vocabulary, error) {
	files, err := rawtext.Files(folder)
	if err != nil {
		return nil, err
	}
	v := &vocabulary{map[string]int{}, map[string]int{}}
	for _, f := range files {
		if err := v.read(f); err != nil {
			return nil, err
		}
	}
	return v, nil
}

func (v *vocabulary) read(name string) error {
	var b text.Buffer
	for line, err := range rawtext.Lines(name) {
		if err != nil {
			return err
		}
		b.Split(line)
		modal := false
		for _, s := range b.Tokens {
			w := line[s.Start:s.End]
			if isSmall(w) {
				v.count[w]++
				if modal {
					v.base[w]++
				}
			}
			switch w {
			case "will", "would", "can", "could", "should", "must", "might":
				modal = true
			default:
				modal = false
			}
		}
	}
	return nil
}

// frequent lists the words that occur at least n times, in alphabetical order.
func (v *vocabulary) frequent(n int) []string {
	var out []string
	for w, count := range v.count {
		if count >= n {
			out = append(out, w)
		}
	}
	slices.Sort(out)
	return out
}

// isSmall tells whether a word consists of small ASCII letters.
func isSmall(w string) bool {
	return len(w) > 1 && strings.IndexFunc(w, func(r rune) bool { return r < 'a' || r > 'z' }) < 0
}
