package entity

import (
	"context"

	"github.com/dossier-nlp/dossier/internal/desk"
	"github.com/dossier-nlp/dossier/internal/syntax"
)

// Grammar returns the built-in Parser: Penn Treebank tags, lemmas, and heads
// with Universal Dependencies labels. Its models are made ready once in a
// program. It is safe for concurrent use and linear in the text.
func Grammar() (Parser, error) {
	a, err := syntax.Default()
	if err != nil {
		return nil, err
	}
	return &grammar{analyzer: a}, nil
}

type grammar struct{ analyzer *syntax.Analyzer }

// sentenceScratch is what parsing one sentence after another reuses.
type sentenceScratch struct {
	words []string
	parse syntax.Parse
}

var sentenceScratches desk.Shelf[sentenceScratch]

func (g *grammar) Parse(doc *Document) error {
	return g.ParseContext(context.Background(), doc)
}

// ParseContext is Parse that gives up between sentences when the context is
// done.
func (g *grammar) ParseContext(ctx context.Context, doc *Document) error {
	s := sentenceScratches.Take(ctx)
	defer s.release(ctx)
	var now pace
	for i := range doc.Sentences {
		if err := now.check(ctx, len(doc.Sentences[i].Tokens)); err != nil {
			return err
		}
		g.sentence(doc.Sentences[i].Tokens, s)
	}
	return nil
}

// release gives the scratch back without the document's words.
func (s *sentenceScratch) release(ctx context.Context) {
	clear(s.words[:cap(s.words)])
	sentenceScratches.Give(ctx, s)
}

func (g *grammar) sentence(tokens []Token, s *sentenceScratch) {
	s.words = s.words[:0]
	for i := range tokens {
		s.words = append(s.words, tokens[i].Text)
	}
	g.analyzer.Analyze(s.words, &s.parse)
	for i := range tokens {
		t := &tokens[i]
		t.Tag, t.Lemma = s.parse.Tags[i], s.parse.Lemmas[i]
		t.Head, t.Dep = s.parse.Heads[i], s.parse.Deps[i]
	}
	// The scratch holds on to no text of the caller's.
	clear(s.words)
	clear(s.parse.Lemmas)
}
