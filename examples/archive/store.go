package main

import (
	"context"
	"database/sql"
	_ "embed"
	"errors"
	"strings"
	"time"

	_ "modernc.org/sqlite" // the driver "sqlite", pure Go

	"github.com/dossier-nlp/dossier"
	"github.com/dossier-nlp/dossier/entity"
	"github.com/dossier-nlp/dossier/relation"
)

//go:embed schema.sql
var schema string

// store is the database, and who is who in what it holds.
type store struct {
	db       *sql.DB
	entities entity.Collection
}

// open makes the tables anew: what an earlier run left in the file goes.
func open(file string) (*store, error) {
	db, err := sql.Open("sqlite", file)
	if err != nil {
		return nil, err
	}
	db.SetMaxOpenConns(1) // a database in memory belongs to its connection
	const clear = `DROP VIEW IF EXISTS events; DROP TABLE IF EXISTS same; DROP TABLE IF EXISTS entities;
		DROP TABLE IF EXISTS relations; DROP TABLE IF EXISTS roles; DROP TABLE IF EXISTS mentions; DROP TABLE IF EXISTS articles;`
	if _, err := db.Exec(clear + schema); err != nil {
		return nil, errors.Join(err, db.Close())
	}
	return &store{db: db}, nil
}

func (s *store) close() { _ = s.db.Close() }

// writing is one transaction that adds articles.
type writing struct {
	*sql.Tx
	store *store
	ctx   context.Context
}

func (s *store) begin(ctx context.Context) (*writing, error) {
	tx, err := s.db.BeginTx(ctx, nil)
	return &writing{tx, s, ctx}, err
}

func (w *writing) rollback()     { _ = w.Rollback() } // after a commit it does nothing
func (w *writing) commit() error { return w.Commit() }

func (w *writing) exec(statement string, args ...any) error {
	_, err := w.ExecContext(w.ctx, statement, args...)
	return err
}

// add writes one article and what was found in it.
func (w *writing) add(a article, doc *dossier.Document) error {
	w.store.entities.Add(a.id, &doc.Document)
	err := w.exec(`INSERT INTO articles VALUES (?, ?, ?, ?)`, a.id, a.date, headline(doc.Text), doc.Text)
	for _, m := range doc.Mentions {
		err = errors.Join(err, w.exec(`INSERT INTO mentions VALUES (?, ?, ?, ?, ?, ?)`,
			a.id, m.Start, m.End, m.Text, string(m.Form), index(m.Entity)))
	}
	for _, e := range doc.Entities {
		for _, role := range e.Roles {
			err = errors.Join(err, w.exec(`INSERT INTO roles VALUES (?, ?, ?)`, a.id, e.ID, strings.ToLower(role.Title)))
		}
	}
	for _, r := range doc.Relations {
		err = errors.Join(err, w.relation(a, doc, r))
	}
	return err
}

func (w *writing) relation(a article, doc *dossier.Document, r relation.Relation) error {
	var says any
	if len(r.Attribution) > 0 {
		says = index(r.Attribution[0].Entity)
	}
	s := doc.Sentences[r.Sentence]
	return w.exec(`INSERT INTO relations VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
		a.id, r.Name, string(r.Factuality), day(a, r),
		index(r.Source.Entity), r.Source.Text, index(r.Target.Entity), r.Target.Text,
		says, argument(r, "topic"), argument(r, "role"), oneLine(doc.Text[s.Start:s.End]), r.Rule, r.Score)
}

// day is the day that the article says it happened or will happen on, NULL if
// it names no single day.
func day(a article, r relation.Relation) any {
	written, err := time.Parse(time.DateOnly, a.date)
	if err != nil {
		return nil
	}
	from, to, ok := r.When(written)
	if !ok || !to.Equal(from.AddDate(0, 0, 1)) {
		return nil
	}
	return from.Format(time.DateOnly)
}

// index is the number of an entity, NULL if there is none.
func index(i int) any {
	if i == entity.None {
		return nil
	}
	return i
}

// argument is a further argument of a relation, NULL if it has none.
func argument(r relation.Relation, name string) any {
	if a, ok := r.Args[name]; ok {
		return oneLine(a.Text)
	}
	return nil
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// join writes who is who in all articles.
func (s *store) join(ctx context.Context) error {
	w, err := s.begin(ctx)
	if err != nil {
		return err
	}
	defer w.rollback()
	for i, e := range s.entities.Entities() {
		err = errors.Join(err, w.exec(`INSERT INTO entities VALUES (?, ?, ?, ?, ?)`, i, string(e.Kind), e.Name, e.Place, e.Key))
		for _, source := range e.Sources {
			err = errors.Join(err, w.exec(`INSERT INTO same VALUES (?, ?, ?)`, source.Document, source.Entity, i))
		}
	}
	if err != nil {
		return err
	}
	return w.commit()
}
