package dossier

import (
	"context"
	"slices"

	"github.com/dossier-nlp/dossier/entity"
	"github.com/dossier-nlp/dossier/internal/desk"
	"github.com/dossier-nlp/dossier/relation"
)

// Document is what is known of one text: its sentences and tokens, the
// mentions of people, organizations and places, the entities that they refer
// to, and the relations between them. It is plain data that the caller owns.
//
// All offsets are byte offsets into Text, half open: Text[m.Start:m.End] is
// the mention m, whatever quotes, dashes or broken UTF-8 the text has.
type Document struct {
	entity.Document
	Relations []relation.Relation // in the order of the sentences
}

// Extract reads a text with the built-in models and rules. An empty text gives
// an empty document, one over [DefaultLimit] a *[TooLongError].
//
// The first call makes the models ready, some tens of milliseconds; later
// calls share them. It is safe for concurrent use.
func Extract(text string) (*Document, error) {
	x, err := New()
	if err != nil {
		return nil, err
	}
	return x.Extract(context.Background(), text)
}

// Extractor reads texts. It is immutable and safe for concurrent use, as long
// as the steps that the caller has put into it are.
type Extractor struct {
	segmenter entity.Segmenter
	parser    entity.Parser
	tagger    entity.Tagger
	resolver  entity.Resolver
	finder    relation.Finder

	gazetteers    []*entity.Gazetteer
	limit         int
	nameScore     float64
	relationScore float64
}

// New makes an Extractor of the built-in models and rules, changed by the
// options. The models are made ready once in a program, by the first call that
// needs them; another call costs microseconds and shares them. A nil option
// changes nothing.
func New(options ...Option) (*Extractor, error) {
	s := settings{limit: DefaultLimit, pronouns: true}
	for _, option := range options {
		if option == nil {
			continue
		}
		if err := option(&s); err != nil {
			return nil, err
		}
	}
	return s.extractor()
}

// Extract reads one text. It takes time and memory in proportion to the text's
// length, and checks the context between steps and groups of sentences: once
// the context is done, it returns the context's error.
//
// Errors: the context's; a *[TooLongError], which is [ErrTooLong]; and what a
// step of the caller's returns, wrapped with the step's name.
func (x *Extractor) Extract(ctx context.Context, text string) (*Document, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	if len(text) > x.limit {
		return nil, &TooLongError{Size: len(text), Limit: x.limit}
	}
	d := desk.Open(len(text))
	defer d.Close()
	ctx = d.On(ctx)
	doc := &Document{Document: entity.Document{Text: text}}
	if err := x.run(ctx, doc, wordSteps); err != nil {
		return nil, err
	}
	if err := x.findMentions(ctx, doc); err != nil {
		return nil, err
	}
	if err := x.run(ctx, doc, relationSteps); err != nil {
		return nil, err
	}
	doc.tidy()
	return doc, nil
}

// tidy makes nothing of empty lists, so that a document is equal to what its
// JSON is read back as.
func (doc *Document) tidy() {
	if len(doc.Mentions) == 0 {
		doc.Mentions = nil
	}
	if len(doc.Entities) == 0 {
		doc.Entities = nil
	}
	if len(doc.Relations) == 0 {
		doc.Relations = nil
	}
}

type step struct {
	name string
	run  func(*Extractor, context.Context, *Document) error
}

// The pipeline: each step reads what the ones before it wrote on the
// document and writes its own part.
var (
	wordSteps     = []step{{"segment", (*Extractor).segment}, {"parse", (*Extractor).parse}}
	mentionSteps  = []step{{"tag", (*Extractor).tag}, {"resolve", (*Extractor).resolve}}
	relationSteps = []step{{"find relations", (*Extractor).find}}
)

func (x *Extractor) run(ctx context.Context, doc *Document, steps []step) error {
	for _, step := range steps {
		if err := step.run(x, ctx, doc); err != nil {
			return stepError(ctx, step.name, err)
		}
		if err := ctx.Err(); err != nil {
			return err
		}
	}
	return nil
}

func (x *Extractor) segment(ctx context.Context, doc *Document) error {
	if s, ok := x.segmenter.(interface {
		SegmentContext(context.Context, *entity.Document) error
	}); ok {
		return s.SegmentContext(ctx, &doc.Document)
	}
	return x.segmenter.Segment(&doc.Document)
}

func (x *Extractor) parse(ctx context.Context, doc *Document) error {
	if p, ok := x.parser.(interface {
		ParseContext(context.Context, *entity.Document) error
	}); ok {
		return p.ParseContext(ctx, &doc.Document)
	}
	return x.parser.Parse(&doc.Document)
}

// tag asks the tagger for names, the gazetteers for the caller's own, and makes
// groups of them.
func (x *Extractor) tag(ctx context.Context, doc *Document) error {
	if err := tagWith(ctx, x.tagger, doc); err != nil {
		return err
	}
	if x.nameScore > 0 {
		doc.Mentions = slices.DeleteFunc(doc.Mentions, func(m entity.Mention) bool {
			return m.Score < x.nameScore
		})
	}
	for _, names := range x.gazetteers {
		if err := tagWith(ctx, names, doc); err != nil {
			return err
		}
	}
	return tagWith(ctx, entity.Grouper{}, doc)
}

func tagWith(ctx context.Context, tagger entity.Tagger, doc *Document) error {
	if t, ok := tagger.(interface {
		TagContext(context.Context, *entity.Document) error
	}); ok {
		return t.TagContext(ctx, &doc.Document)
	}
	return tagger.Tag(&doc.Document)
}

func (x *Extractor) resolve(ctx context.Context, doc *Document) error {
	if r, ok := x.resolver.(interface {
		ResolveContext(context.Context, *entity.Document) error
	}); ok {
		return r.ResolveContext(ctx, &doc.Document)
	}
	return x.resolver.Resolve(&doc.Document)
}

func (x *Extractor) find(ctx context.Context, doc *Document) error {
	var err error
	if f, ok := x.finder.(interface {
		FindContext(context.Context, *entity.Document) ([]relation.Relation, error)
	}); ok {
		doc.Relations, err = f.FindContext(ctx, &doc.Document)
	} else {
		doc.Relations, err = x.finder.Find(&doc.Document)
	}
	if err != nil {
		return err
	}
	if x.relationScore > 0 {
		doc.Relations = slices.DeleteFunc(doc.Relations, func(r relation.Relation) bool {
			return r.Score < x.relationScore
		})
	}
	return nil
}
