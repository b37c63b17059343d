package main

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"strings"

	"github.com/dossier-nlp/dossier"
	"github.com/dossier-nlp/dossier/entity"
	"github.com/dossier-nlp/dossier/relation"
)

// reading is what the articles say.
type reading struct {
	articles int
	links    []link
	who      []entity.Joined // the entities of all articles
}

// link is one relation of one article.
type link struct {
	article        string
	name           string
	source, target int // in who
	evidence       string
}

// extractor reads articles with the names of a file beside the built-in ones.
func extractor(file string) (*dossier.Extractor, error) {
	if file == "" {
		return dossier.New()
	}
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	names, err := entity.ReadGazetteer(f, file, entity.CSV)
	if err != nil {
		return nil, err
	}
	return dossier.New(dossier.WithGazetteer(names))
}

// read extracts the relations of all articles of a folder, on all cores.
// It keeps those that are told as facts and whose ends are known.
func read(ctx context.Context, x *dossier.Extractor, folder fs.FS) (*reading, error) {
	names, err := fs.Glob(folder, "*.txt")
	if err != nil {
		return nil, err
	}
	if len(names) == 0 {
		return nil, errors.New("no .txt files in the folder of articles")
	}
	r := &reading{articles: len(names)}
	var all entity.Collection
	var failed error
	i := 0
	for doc, err := range x.ExtractAll(ctx, texts(folder, names, &failed)) {
		if err != nil {
			return nil, err
		}
		id := strings.TrimSuffix(names[i], ".txt")
		all.Add(id, &doc.Document)
		r.add(id, doc)
		i++
	}
	if failed != nil {
		return nil, failed
	}
	r.join(all.Entities())
	return r, nil
}

// texts yields the articles as they are asked for; failed is for afterwards.
func texts(folder fs.FS, names []string, failed *error) func(func(string) bool) {
	return func(yield func(string) bool) {
		for _, name := range names {
			text, err := fs.ReadFile(folder, name)
			if err != nil {
				*failed = err
				return
			}
			if !yield(string(text)) {
				return
			}
		}
	}
}

// add notes the relations of one article, with the entities' numbers there.
func (r *reading) add(id string, doc *dossier.Document) {
	for _, rel := range doc.Relations {
		if rel.Factuality != relation.Asserted || rel.Source.Entity == entity.None || rel.Target.Entity == entity.None {
			continue
		}
		s := doc.Sentences[rel.Sentence]
		r.links = append(r.links, link{
			article: id, name: rel.Name, source: rel.Source.Entity, target: rel.Target.Entity,
			evidence: strings.Join(strings.Fields(doc.Text[s.Start:s.End]), " "),
		})
	}
}

// join replaces the numbers of one article by those of all.
func (r *reading) join(who []entity.Joined) {
	r.who = who
	same := make(map[entity.Source]int)
	for i, e := range who {
		for _, s := range e.Sources {
			same[s] = i
		}
	}
	for i := range r.links {
		l := &r.links[i]
		l.source = same[entity.Source{Document: l.article, Entity: l.source}]
		l.target = same[entity.Source{Document: l.article, Entity: l.target}]
	}
}
