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
func parse(dir string, round, most int, members []member, save string) ([]example, error) {
	names, err := rawtext.Files(dir)
	if err != nil {
		return nil, err
	}
	classes, tagger, err := given()
	if err != nil {
		return nil, err
	}
	parts := make([]votes, len(names))
	start := time.Now()
	each(len(names), func(i int) {
		parts[i] = (&reader{classes, tagger, clones(members)}).parse(names[i], round, most/len(names))
	})
	var out []example
	seen, shares := 0, float32(0)
	for _, p := range parts {
		if p.err != nil {
			return nil, p.err
		}
		out = append(out, p.sure...)
		seen += p.seen
		shares += p.shares
	}
	if save != "" {
		if err := write(save, out); err != nil {
			return nil, err
		}
	}
	fmt.Printf("texts: %d of %d sentences, agreement %.3f, %.0fs\n", len(out), seen, shares/float32(seen), time.Since(start).Seconds())
	return out, nil
}

// reader parses the sentences of a file.
type reader struct {
	classes *model.Classes
	tagger  *syntax.Tagger
	members []member
}

// votes is what an ensemble made of a file.
type votes struct {
	sure   []example
	seen   int     // sentences
	shares float32 // sum of the shares of the votes that their trees had
	err    error
}

// parse goes through a round's lines of a file until it has most sentences on
// which the ensemble is sure.
func (r *reader) parse(name string, round, most int) (out votes) {
	var v voter
	var buf text.Buffer
	var info syntax.Sentence
	var context syntax.TagContext
	n := 0
	for line, err := range rawtext.Lines(name) {
		if err != nil {
			return votes{err: err}
		}
		if n++; n%rounds != round {
			continue
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
			info.Set(words, r.classes)
			x := example{forms: words, words: slices.Clone(info.Words), tags: r.tagger.Tag(&info, &context, nil)}
			x.doubt = slices.Clone(context.Doubts())
			heads, share := vote(r.members, &v, x.words, x.tags, x.doubt)
			out.seen++
			out.shares += share
			if share < sure {
				continue
			}
			x.heads = heads
			if out.sure = append(out.sure, x); len(out.sure) == most {
				return out
			}
		}
	}
	return out
}
