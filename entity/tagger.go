package entity

import (
	"context"
	_ "embed"
	"errors"
	"slices"

	"github.com/dossier-nlp/dossier/internal/desk"
	"github.com/dossier-nlp/dossier/internal/lexicon"
	"github.com/dossier-nlp/dossier/internal/model"
)

//go:embed models/news.bin
var newsModel string

var newsTagger model.Lazy[*Model]

// builtIn is the model of the news, opened once.
func builtIn() (*Model, error) {
	return newsTagger.Get(func() (*Model, error) { return openModel(newsModel) })
}

// NameTagger writes the names of a document, as mentions of form Name with a
// calibrated Score. It is immutable and safe for concurrent use; a call costs
// about three microseconds a token and, once warm, allocates for the mentions
// alone.
type NameTagger struct {
	model     *Model
	known     *model.Classes
	factor    []float32
	threshold float64
	org       int  // the model's number of Org, -1 if it has none
	person    int  // the same of Person
	plain     bool // countries are what the model takes them for
	beside    []*NameTagger
	fault     error // of the options
}

// TaggerOption changes how NewTagger works.
type TaggerOption func(*NameTagger)

// WithModel has the tagger use a model of the user's instead of the built-in
// one.
func WithModel(m *Model) TaggerOption {
	return func(t *NameTagger) {
		t.need(m)
		t.model = m
	}
}

// WithModelBeside has the tagger use a model of the user's beside its own. Where
// both see a name, the model named later wins.
func WithModelBeside(m *Model) TaggerOption {
	return func(t *NameTagger) {
		t.need(m)
		t.beside = append(t.beside, &NameTagger{model: m})
	}
}

// ErrNoModel is what NewTagger returns for a model that is nil or that neither
// Train nor Load made.
var ErrNoModel = errors.New("the tagger's model is none")

func (t *NameTagger) need(m *Model) {
	if m == nil || m.chain == nil {
		t.fault = ErrNoModel
	}
}

// WithThreshold leaves out names with a Score below s.
func WithThreshold(s float64) TaggerOption { return func(t *NameTagger) { t.threshold = s } }

// NewTagger makes a tagger of names: PERSON, ORG and PLACE with the built-in
// model.
func NewTagger(opts ...TaggerOption) (*NameTagger, error) {
	t := &NameTagger{}
	for _, o := range opts {
		o(t)
	}
	if t.fault != nil {
		return nil, t.fault
	}
	if t.model == nil {
		var err error
		if t.model, err = builtIn(); err != nil {
			return nil, err
		}
	}
	known, err := model.DefaultClasses()
	if err != nil {
		return nil, err
	}
	lexicon.Open() // or the first text would wait for it
	for _, u := range append(t.beside, t) {
		u.known = known
		u.org, u.person = slices.Index(u.model.kinds, Org), slices.Index(u.model.kinds, Person)
		u.threshold = t.threshold
		u.factor = make([]float32, len(u.model.trans))
		for k, w := range u.model.trans {
			u.factor[k] = exp32(max(min(w, 20), -20))
		}
	}
	return t, nil
}

// Tag writes doc.Mentions, replacing what was there. It reads the sentences
// and their tokens, and the heads if there are any.
func (t *NameTagger) Tag(doc *Document) error { return t.TagContext(context.Background(), doc) }

// TagContext is Tag with a context that can end it early; then it returns the
// context's error, and the document is to be given up.
func (t *NameTagger) TagContext(ctx context.Context, doc *Document) error {
	s := scratches.Take(ctx)
	defer scratches.Give(ctx, s)
	doc.Mentions = doc.Mentions[:0]
	err := t.tag(ctx, doc, s)
	for i := 0; err == nil && i < len(t.beside); i++ {
		err = t.beside[i].tagBeside(ctx, doc, s)
	}
	return err
}

// scratch holds the buffers of one call.
type scratch struct {
	window  window
	lattice lattice
	memory  memory
	words   []word    // of all sentences of the stretch
	scores  []float32 // of all of them
	own     []float32 // their labels' probabilities after the pass so far
	starts  []int     // by sentence: its first word in words
	pool    memory    // see agree
	spots   []spot
	told    []verdict // by name in the pool
}

var scratches desk.Shelf[scratch]

// stretchWords bounds how many words are looked at as one document, and with
// it the memory of a call.
const stretchWords = 20_000

func (t *NameTagger) tag(ctx context.Context, doc *Document, s *scratch) error {
	for first := 0; first < len(doc.Sentences); {
		last, words := first, 0
		for last < len(doc.Sentences) && (last == first || words+len(doc.Sentences[last].Tokens) <= stretchWords) {
			words += len(doc.Sentences[last].Tokens)
			last++
		}
		if err := t.tagStretch(ctx, doc, first, last, s); err != nil {
			return err
		}
		first = last
	}
	return nil
}

// tagStretch tags sentences from first to last, half open, in two passes.
func (t *NameTagger) tagStretch(ctx context.Context, doc *Document, first, last int, s *scratch) error {
	L := t.model.chain.labels
	s.memory.reset(L)
	n := 0
	for i := first; i < last; i++ {
		n += len(doc.Sentences[i].Tokens)
	}
	s.words, s.starts = desk.Room(s.words[:0], n), desk.Room(s.starts[:0], last-first)
	s.scores, s.own = desk.Room(s.scores[:0], n*L), desk.Room(s.own[:0], n*L)
	mentions := len(doc.Mentions)
	var now pace
	for i := first; i < last; i++ {
		if err := now.check(ctx, len(doc.Sentences[i].Tokens)); err != nil {
			return err
		}
		tokens := doc.Sentences[i].Tokens
		s.starts = append(s.starts, len(s.words))
		if len(tokens) == 0 {
			continue
		}
		t.score(tokens, s)
		s.lattice.marginals(t.model.chain, t.factor, len(tokens))
		words := s.window.words[margin : margin+len(tokens)]
		s.memory.note(words, s.lattice.marginal)
		s.words = append(s.words, words...)
		s.scores = append(s.scores, s.lattice.scores[:len(tokens)*L]...)
		s.own = append(s.own, s.lattice.marginal[:len(tokens)*L]...)
	}
	at := 0
	for i := first; i < last; i++ {
		if err := now.check(ctx, len(doc.Sentences[i].Tokens)); err != nil {
			return err
		}
		n := len(doc.Sentences[i].Tokens)
		if n == 0 {
			continue
		}
		t.rescore(s, at, n)
		path := s.lattice.best(t.model.chain, t.model.trans, n)
		if named(path) {
			s.lattice.marginals(t.model.chain, t.factor, n)
			t.shareHeads(s.window.words[margin:margin+n], path, s.lattice.marginal)
			t.organs(s.window.words[margin:margin+n], path, s.lattice.marginal)
			t.mentions(doc, i, path, &s.lattice)
			copy(s.own[at*L:(at+n)*L], s.lattice.marginal)
		}
		at += n
	}
	t.agree(doc, first, last, mentions, s)
	t.countries(doc.Mentions[mentions:], first, s)
	kept := slices.DeleteFunc(doc.Mentions[mentions:], func(m Mention) bool { return m.Score < t.threshold })
	doc.Mentions = doc.Mentions[:mentions+len(kept)]
	return nil
}

// score fills the lattice with each label's score at each token, as far as the
// sentence itself tells.
func (t *NameTagger) score(tokens []Token, s *scratch) {
	L := t.model.chain.labels
	s.lattice.scores = desk.Sized(s.lattice.scores, len(tokens)*L)
	clear(s.lattice.scores)
	s.window.known, s.window.names = t.known, t.model.table
	s.window.read(tokens)
	for j := range tokens {
		t.model.sum(s.window.at(j), s.lattice.scores[j*L:(j+1)*L])
	}
}

// rescore fills the lattice with the scores of the stretch's words from at to
// at+n, with what the other sentences say of them.
func (t *NameTagger) rescore(s *scratch, at, n int) {
	L := t.model.chain.labels
	s.lattice.scores = append(s.lattice.scores[:0], s.scores[at*L:(at+n)*L]...)
	s.window.reread(s.words[at : at+n])
	for j := range n {
		w := &s.window.words[margin+j]
		w.echo = s.memory.recall(w, s.own[(at+j)*L:(at+j+1)*L])
	}
	for j := range n {
		if f := s.window.echoFeatures(j); len(f) > 0 {
			t.model.sum(f, s.lattice.scores[j*L:(j+1)*L])
		}
	}
}

// named tells whether any label is part of a name.
func named(path []uint8) bool {
	for _, y := range path {
		if y != outside {
			return true
		}
	}
	return false
}

// mentions reads the names off a path of labels.
func (t *NameTagger) mentions(doc *Document, sentence int, path []uint8, l *lattice) {
	L := t.model.chain.labels
	for i := 0; i < len(path); {
		if path[i] == outside {
			i++
			continue
		}
		kind, j, raw := kindOf(int(path[i])), i, float32(1)
		for {
			raw = min(raw, l.marginal[j*L+int(path[j])])
			part := partOf(int(path[j]))
			j++
			if part == end || part == single || j == len(path) {
				break
			}
		}
		doc.Mentions = append(desk.Room(doc.Mentions, 1), t.mention(doc, sentence, i, j, kind, raw))
		i = j
	}
}

// mention is a name of so many tokens, half open.
func (t *NameTagger) mention(doc *Document, sentence, first, last, kind int, raw float32) Mention {
	tokens := doc.Sentences[sentence].Tokens
	m := Mention{
		Start: tokens[first].Start, End: tokens[last-1].End,
		Kind: t.model.kinds[kind], Form: Name, Entity: None,
		Sentence: sentence, First: first, Last: last, Head: headOf(tokens, first, last), Score: t.model.calibrated(kind, raw),
	}
	m.Text = doc.Text[m.Start:m.End]
	return m
}

// headOf is the token from first to last (half open) whose head lies outside;
// the last one if the tokens have no heads.
func headOf(tokens []Token, first, last int) int {
	for i := first; i < last; i++ {
		if h := tokens[i].Head; h != i && (h < first || h >= last) && tokens[i].Dep != "" {
			return i
		}
	}
	return last - 1
}

// tagBeside adds the names of a second model; those that they overlap go.
func (t *NameTagger) tagBeside(ctx context.Context, doc *Document, s *scratch) error {
	own := Document{Text: doc.Text, Sentences: doc.Sentences}
	if err := t.tag(ctx, &own, s); err != nil || len(own.Mentions) == 0 {
		return err
	}
	old := doc.Mentions
	merged := make([]Mention, 0, len(old)+len(own.Mentions))
	k := 0
	for _, m := range own.Mentions {
		for k < len(old) && old[k].End <= m.Start {
			merged = append(merged, old[k])
			k++
		}
		for k < len(old) && old[k].Start < m.End {
			k++
		}
		merged = append(merged, m)
	}
	doc.Mentions = append(merged, old[k:]...)
	return nil
}
