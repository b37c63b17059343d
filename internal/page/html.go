package page

import (
	_ "embed"
	"html/template"
	"io"
	"strings"

	"github.com/dossier-nlp/dossier/entity"
	"github.com/dossier-nlp/dossier/relation"
)

//go:embed page.tmpl
var pageText string

// The template escapes by context (html/template), whatever the text holds.
var pageTemplate = template.Must(template.New("page").Funcs(template.FuncMap{
	"percent": func(f float64) int { return int(f*100 + 0.5) },
}).Parse(pageText))

// view is what the template shows.
type view struct {
	Title     string
	Segments  []shown
	Entities  []card
	Relations []row
	Kinds     []entity.Kind
}

// shown is a segment as the template needs it.
type shown struct {
	Text   string
	Break  bool
	Class  string // CSS class, empty for plain text
	Kind   entity.Kind
	Entity int // -1 if the mention has none
	Label  string
}

// card shows an entity.
type card struct {
	ID      int
	Kind    entity.Kind
	Class   string
	Name    string
	Roles   string
	Aliases string
	Place   string
	Count   int
	Key     string
}

// row shows a relation.
type row struct {
	ID               int
	Source, Target   string
	SourceID         int
	TargetID         int
	Name             string
	Factuality       relation.Factuality
	Attribution      string
	Args             []arg
	Sentence         []piece
	Rule             string
	Score            float64
	SourceIs         string // the entity's name where the mention is another word
	TargetIs         string
	SourceCl, TargCl string
}

type arg struct{ Name, Text string }

// piece is a stretch of a relation's sentence; the words of the trigger and
// of the arguments are marked.
type piece struct{ Text, Class string }

// WriteHTML writes the document as one self-contained page. Cost: linear in
// the text, the mentions and the relations with their sentences.
func WriteHTML(w io.Writer, doc *entity.Document, relations []relation.Relation) error {
	v := view{Title: title(doc)}
	for _, s := range segments(doc, 0, len(doc.Text), doc.Mentions) {
		v.Segments = append(v.Segments, show(doc, s))
	}
	seen := map[entity.Kind]bool{}
	for i := range doc.Entities {
		e := &doc.Entities[i]
		v.Entities = append(v.Entities, entityCard(doc, e))
		if !seen[e.Kind] {
			seen[e.Kind] = true
			v.Kinds = append(v.Kinds, e.Kind)
		}
	}
	for i := range relations {
		v.Relations = append(v.Relations, relationRow(doc, i, &relations[i]))
	}
	return pageTemplate.Execute(w, v)
}

// title is the beginning of the text, up to its first line end.
func title(doc *entity.Document) string {
	t := strings.TrimSpace(doc.Text)
	if i := strings.IndexByte(t, '\n'); i >= 0 {
		t = t[:i]
	}
	const most = 90
	if r := []rune(valid(t[:min(len(t), 4*most)])); len(r) > most {
		return strings.TrimSpace(string(r[:most])) + "…"
	} else if len(r) > 0 {
		return string(r)
	}
	return "Empty document"
}

// class is the CSS class of a kind: kinds of the user's own share one.
func class(k entity.Kind) string {
	switch k {
	case entity.Person:
		return "person"
	case entity.Org:
		return "org"
	case entity.Place:
		return "place"
	case entity.Group:
		return "group"
	}
	return "other"
}

func show(doc *entity.Document, s segment) shown {
	out := shown{Text: s.Text, Break: s.Break, Entity: entity.None}
	if s.Mention == nil {
		return out
	}
	m := s.Mention
	out.Class, out.Kind, out.Entity = class(m.Kind), m.Kind, m.Entity
	if m.Form != entity.Name {
		out.Class += " " + strings.ToLower(string(m.Form))
	}
	if s.Outer != nil {
		out.Class += " in-" + class(s.Outer.Kind)
	}
	out.Label = string(m.Kind)
	if name := entityName(doc, m.Entity); name != "" {
		out.Label = name + ", " + string(m.Kind)
		if roles := roleText(&doc.Entities[m.Entity]); roles != "" {
			out.Label += ", " + roles
		}
	}
	return out
}

func entityName(doc *entity.Document, id int) string {
	if id < 0 || id >= len(doc.Entities) {
		return ""
	}
	return valid(doc.Entities[id].Name)
}

func roleText(e *entity.Entity) string {
	var titles []string
	for _, r := range e.Roles {
		titles = append(titles, valid(r.Title))
	}
	return strings.Join(titles, "; ")
}

func entityCard(doc *entity.Document, e *entity.Entity) card {
	c := card{ID: e.ID, Kind: e.Kind, Class: class(e.Kind), Name: valid(e.Name), Roles: roleText(e),
		Place: entityName(doc, e.Place), Count: len(e.Mentions), Key: valid(e.Key)}
	if e.Place == e.ID {
		c.Place = ""
	}
	aliases := make([]string, len(e.Aliases))
	for i, a := range e.Aliases {
		aliases[i] = valid(a)
	}
	c.Aliases = strings.Join(aliases, ", ")
	return c
}

func relationRow(doc *entity.Document, i int, r *relation.Relation) row {
	out := row{ID: i, Source: valid(r.Source.Text), Target: valid(r.Target.Text), Name: strings.ReplaceAll(r.Name, "_", " "),
		SourceID: r.Source.Entity, TargetID: r.Target.Entity, Factuality: r.Factuality, Rule: r.Rule, Score: r.Score,
		SourceCl: class(r.Source.Kind), TargCl: class(r.Target.Kind)}
	if n := entityName(doc, r.Source.Entity); n != out.Source {
		out.SourceIs = n
	}
	if n := entityName(doc, r.Target.Entity); n != out.Target {
		out.TargetIs = n
	}
	for k, a := range r.Attribution {
		if k > 0 {
			out.Attribution += " › "
		}
		out.Attribution += valid(a.Text)
	}
	for _, name := range sortedKeys(r.Args) {
		out.Args = append(out.Args, arg{name, valid(r.Args[name].Text)})
	}
	out.Sentence = pieces(doc, r)
	return out
}
