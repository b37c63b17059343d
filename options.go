package dossier

import (
	"errors"
	"fmt"
	"slices"

	"github.com/dossier-nlp/dossier/entity"
	"github.com/dossier-nlp/dossier/relation"
)

// DefaultLimit is the length in bytes of the longest text that an Extractor
// reads unless [WithLimit] says otherwise: 16 MiB.
const DefaultLimit = 16 << 20

// Option changes what [New] makes. Options are taken in order: of two that say
// the same thing differently the last one counts, but for [WithGazetteer].
type Option func(*settings) error

// settings gathers the options; a nil step stands for the built-in one.
type settings struct {
	segmenter entity.Segmenter
	parser    entity.Parser
	tagger    entity.Tagger
	resolver  entity.Resolver
	finder    relation.Finder

	gazetteers    []*entity.Gazetteer
	limit         int
	pronouns      bool
	nameScore     float64
	relationScore float64
}

// WithRules puts the caller's rules in place of the built-in ones; several sets
// of one call work together. With none, no relations are looked for.
//
// WithRules, [WithRulesBeside] and [WithFinder] set one and the same step: of
// several the last one counts, and what the earlier ones said is gone.
func WithRules(rules ...*relation.Rules) Option {
	return func(s *settings) error {
		joined, err := join(rules)
		if err != nil {
			return err
		}
		s.finder = joined
		return nil
	}
}

// WithRulesBeside adds the caller's rules to the built-in ones. Relations of
// the same name are one relation, whichever set the rule is from. A second call
// does not add to the first one: see [WithRules].
func WithRulesBeside(rules ...*relation.Rules) Option {
	return func(s *settings) error {
		news, err := relation.News()
		if err != nil {
			return err
		}
		return WithRules(append([]*relation.Rules{news}, rules...)...)(s)
	}
}

// join makes one set of rules of several.
func join(rules []*relation.Rules) (*relation.Rules, error) {
	if slices.Contains(rules, nil) {
		return nil, errors.New("dossier: nil rules")
	}
	if len(rules) == 1 {
		return rules[0], nil
	}
	if len(rules) == 0 {
		return relation.Compile()
	}
	return rules[0].With(rules[1:]...)
}

// WithGazetteer adds the caller's own names to what the tagger finds; the
// gazetteer says who wins where the two overlap. Several, of one call or more,
// are asked in order: unlike other options, this one adds to what an earlier
// call gave. Their canonical names become the names of entities only with the
// built-in resolver; see [WithResolver].
func WithGazetteer(names ...*entity.Gazetteer) Option {
	return func(s *settings) error {
		if slices.Contains(names, nil) {
			return errors.New("dossier: nil gazetteer")
		}
		s.gazetteers = append(s.gazetteers, names...)
		return nil
	}
}

// WithThreshold leaves out the mentions of names that score lower than names,
// and the relations that score lower than relations. Both go from 0, which
// keeps all and is the default, to 1.
func WithThreshold(names, relations float64) Option {
	return func(s *settings) error {
		for _, score := range []float64{names, relations} {
			if !(score >= 0 && score <= 1) {
				return fmt.Errorf("dossier: threshold %v is not between 0 and 1", score)
			}
		}
		s.nameScore, s.relationScore = names, relations
		return nil
	}
}

// WithPronouns says whether pronouns are resolved, as they are by default.
// They are right less often than names. It is said to the built-in resolver,
// and so means nothing beside [WithResolver].
func WithPronouns(resolve bool) Option {
	return func(s *settings) error {
		s.pronouns = resolve
		return nil
	}
}

// WithLimit sets the length in bytes of the longest text that is read, in
// place of [DefaultLimit].
func WithLimit(bytes int) Option {
	return func(s *settings) error {
		if bytes < 0 {
			return fmt.Errorf("dossier: limit of %d bytes is negative", bytes)
		}
		s.limit = bytes
		return nil
	}
}

// WithSegmenter puts the caller's own sentences and tokens in place of the
// built-in ones.
//
// A step may also have its method in a form that takes a context first and is
// named with "Context" at the end, here SegmentContext(ctx, doc): then that
// one is called, so that a long text can be given up in its middle.
func WithSegmenter(step entity.Segmenter) Option {
	return func(s *settings) error {
		if step == nil {
			return errNilStep
		}
		s.segmenter = step
		return nil
	}
}

// WithParser puts the caller's own tags, lemmas and dependencies in place of
// the built-in ones. See [WithSegmenter] for the form with a context.
func WithParser(step entity.Parser) Option {
	return func(s *settings) error {
		if step == nil {
			return errNilStep
		}
		s.parser = step
		return nil
	}
}

// WithTagger puts the caller's own tagger of names in place of the built-in
// one; the groups that an [entity.Grouper] makes of the names are added to what
// it found. See [WithSegmenter] for the form with a context.
func WithTagger(step entity.Tagger) Option {
	return func(s *settings) error {
		if step == nil {
			return errNilStep
		}
		s.tagger = step
		return nil
	}
}

// WithResolver puts the caller's own decision on who is the same as whom in
// place of the built-in one, and with it what the built-in one was told:
// [WithPronouns] and the canonical names of [WithGazetteer] do not reach the
// caller's. One that is to heed them is best made of [entity.NewResolver], with
// [entity.WithPronouns] and [entity.WithCanonicalNames]. See [WithSegmenter] for
// the form with a context.
func WithResolver(step entity.Resolver) Option {
	return func(s *settings) error {
		if step == nil {
			return errNilStep
		}
		s.resolver = step
		return nil
	}
}

// WithFinder puts the caller's own finder of relations in place of the
// built-in rules, and of those that an earlier option gave; a later [WithRules]
// or [WithRulesBeside] takes its place. See [WithSegmenter] for the form with a
// context.
func WithFinder(step relation.Finder) Option {
	return func(s *settings) error {
		if step == nil {
			return errNilStep
		}
		s.finder = step
		return nil
	}
}

var errNilStep = errors.New("dossier: nil step")
