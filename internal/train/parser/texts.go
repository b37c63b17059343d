package main

import (
	"fmt"
	"slices"
	"time"

	"github.com/dossier-nlp/dossier/internal/model"
	"github.com/dossier-nlp/dossier/internal/syntax"
	"github.com/dossier-nlp/dossier/internal/text"
	"github.com/dossier-nlp/dossier/internal/train/rawtext"
)

// Sentences to learn from have at least and at most so many tokens.
const (
	shortest = 5
	longest  = 45
)

// sure is the share of the votes that a tree needs to be learnt from.
const sure = 0.8

// parse parses sentences of unlabelled texts with an ensemble, and gives those
// on which it is sure, at most most of them.
func parse(dir string, most int, members []member, save string) ([]example, error) {
	names, err := rawtext.Files(dir)
	if err != nil {
		return nil, err
	}
	classes, err := model.DefaultClasses()
	if err != nil {
		return nil, err
	}
	tagger, err := syntax.DefaultTagger()
	if err != nil {
		return nil, err
	}
	var out []example
	var v voter
	var buf text.Buffer
	var info syntax.Sentence
	var context syntax.TagContext
	start := time.Now()
	seen, shares := 0, float32(0)
	for _, name := range names {
		left := most / len(names)
	lines:
		for line, err := range rawtext.Lines(name) {
			if err != nil {
				return nil, err
			}
			buf.Split(line)
			for _, s := range buf.Sentences {
				if n := s.Last - s.First; n < shortest || n > longest {
					continue
				}
				var words []string
				for _, t := range buf.Tokens[s.First:s.Last] {
					words = append(words, line[t.Start:t.End])
				}
				info.Set(words, classes)
				x := example{words: slices.Clone(info.Words), tags: tagger.Tag(&info, &context, nil)}
				heads, share := vote(members, &v, x.words, x.tags)
				seen++
				shares += share
				if share < sure {
					continue
				}
				x.heads = heads
				x.forms = words
				x.gold, _ = syntax.Oracle(heads, true)
				out = append(out, x)
				if left--; left == 0 {
					break lines
				}
			}
		}
	}
	if save != "" {
		if err := write(save, out); err != nil {
			return nil, err
		}
	}
	fmt.Printf("texts: %d of %d sentences, agreement %.3f, %.0fs\n", len(out), seen, shares/float32(seen), time.Since(start).Seconds())
	shuffle(out)
	return out, nil
}
