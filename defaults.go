package dossier

import (
	"github.com/dossier-nlp/dossier/entity"
	"github.com/dossier-nlp/dossier/relation"
)

// extractor fills the steps that the options left open with the built-in ones.
func (s *settings) extractor() (*Extractor, error) {
	x := &Extractor{
		segmenter:     s.segmenter,
		parser:        s.parser,
		tagger:        s.tagger,
		resolver:      s.resolver,
		finder:        s.finder,
		gazetteers:    s.gazetteers,
		limit:         s.limit,
		nameScore:     s.nameScore,
		relationScore: s.relationScore,
	}
	if x.segmenter == nil {
		x.segmenter = entity.Words
	}
	if x.parser == nil {
		parser, err := entity.Grammar()
		if err != nil {
			return nil, err
		}
		x.parser = parser
	}
	if x.tagger == nil {
		tagger, err := entity.NewTagger()
		if err != nil {
			return nil, err
		}
		x.tagger = tagger
	}
	if x.resolver == nil {
		x.resolver = entity.NewResolver(entity.WithPronouns(s.pronouns), entity.WithCanonicalNames(s.gazetteers...))
	}
	if x.finder == nil {
		rules, err := relation.News()
		if err != nil {
			return nil, err
		}
		x.finder = rules
	}
	return x, nil
}
