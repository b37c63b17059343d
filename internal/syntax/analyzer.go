// Package syntax gives the words of a sentence their Penn Treebank tags,
// lemmas, heads and Universal Dependencies labels.
//
//	analyzer.go         all of it in one call
//	sentence.go         what is read of each word, once
//	tag*.go             the tagger: features, dictionary, model
//	lemma*.go           the lemmatizer: endings and exceptions
//	parse*.go           the dependency parser
//	label*.go           the labels of its arcs
package syntax

import (
	"sync"

	"github.com/dossier-nlp/dossier/internal/desk"
	"github.com/dossier-nlp/dossier/internal/model"
)

// Parse is the grammar of one sentence, a value a word in each list.
type Parse struct {
	Tags   []string // Penn Treebank tags, "VBD"
	Lemmas []string // dictionary forms, "meet" for "met"
	Heads  []int    // index of the head, -1 for the root
	Deps   []string // Universal Dependencies labels, "nsubj:pass"
}

// Analyzer finds the grammar of sentences. It is immutable and safe for
// concurrent use. Its time is linear in the length of a sentence; it allocates
// nothing once its scratch has grown, but for rare lemmas.
type Analyzer struct {
	classes    *model.Classes
	tagger     *Tagger
	lemmatizer *Lemmatizer
	parser     *Parser
	tags       []string
	scratch    sync.Pool // of *scratch
}

// scratch is what an Analyzer needs for a sentence at a time.
type scratch struct {
	words  Sentence
	tag    TagContext
	parse  ParseScratch
	tags   []uint8
	heads  []int32
	labels []uint8
}

// Default is the analyzer with the built-in models, which are opened once. An
// error says that the program was built with a damaged model file.
func Default() (*Analyzer, error) { return defaultAnalyzer.Get(openDefault) }

var defaultAnalyzer model.Lazy[*Analyzer]

func openDefault() (*Analyzer, error) {
	a := &Analyzer{tags: TagNames()}
	var err error
	if a.classes, err = model.DefaultClasses(); err != nil {
		return nil, err
	}
	if a.tagger, err = DefaultTagger(); err != nil {
		return nil, err
	}
	if a.lemmatizer, err = DefaultLemmatizer(); err != nil {
		return nil, err
	}
	if a.parser, err = DefaultParser(); err != nil {
		return nil, err
	}
	a.scratch.New = func() any { return new(scratch) }
	return a, nil
}

// Analyze writes the grammar of a sentence's words to out, whose memory it
// uses again.
func (a *Analyzer) Analyze(words []string, out *Parse) {
	x := a.scratch.Get().(*scratch)
	x.words.Set(words, a.classes)
	x.tags = a.tagger.Tag(&x.words, &x.tag, x.tags[:0])
	x.heads = desk.Sized(x.heads, len(words))
	x.labels = desk.Sized(x.labels, len(words))
	a.parser.Parse(x.words.Words, x.tags, x.tag.Doubts(), x.heads, x.labels, &x.parse)

	out.Tags, out.Lemmas = desk.Sized(out.Tags, len(words)), desk.Sized(out.Lemmas, len(words))
	out.Heads, out.Deps = desk.Sized(out.Heads, len(words)), desk.Sized(out.Deps, len(words))
	labels := a.parser.Labels()
	for i, word := range words {
		out.Tags[i] = a.tags[x.tags[i]]
		out.Lemmas[i] = a.lemmatizer.Lemma(word, &x.words.Words[i], x.tags[i])
		out.Heads[i] = int(x.heads[i])
		out.Deps[i] = labels[x.labels[i]]
	}
	haveLemmas(out)
	a.scratch.Put(x)
}

// haveLemmas makes "'s" a form of "have" where it is the auxiliary of a
// participle in the active ("he's met them") or stands before "been".
func haveLemmas(p *Parse) {
	for i, tag := range p.Tags {
		if tag != "VBZ" || p.Lemmas[i] != "be" || p.Deps[i] == "root" {
			continue
		}
		head := p.Heads[i]
		active := p.Deps[i] == "aux" && head >= 0 && p.Tags[head] == "VBN"
		been := i+1 < len(p.Tags) && p.Tags[i+1] == "VBN" && p.Lemmas[i+1] == "be"
		if active || been {
			p.Lemmas[i] = "have"
		}
	}
}
