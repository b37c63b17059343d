package main

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"text/tabwriter"

	"github.com/dossier-nlp/dossier/entity"
	"github.com/dossier-nlp/dossier/relation"
)

// graph is what the page and the picture show.
type graph struct {
	Actors   []*actor // those with most relations first
	Edges    []*edge
	Articles int
	Width    int
	Height   int
}

// actor is a node.
type actor struct {
	ID        int // from 0, in the order of Actors; -1 if the actor is left out
	Name      string
	Kind      entity.Kind
	Roles     []string
	Articles  int
	Relations []count // "met Erik Tarnow 2"
	Total     int     // relations told of it
	X, Y, R   int
}

// Shown says whether the actor is in the graph.
func (a *actor) Shown() bool { return a.ID >= 0 }

// edge joins two actors by relations of one class. One that has a direction
// goes from Source to Target.
type edge struct {
	Source, Target *actor
	Class          class
	Relations      []count
	Total          int
	Path           string // of the SVG
	LabelX, LabelY int
}

// count is how often something is told, and where it is told first.
type count struct {
	Name     string // of the relation
	Other    *actor // of an actor's relation: the one at the other end
	Passive  bool   // whether the other is the source
	N        int
	Articles []string
	Evidence string
}

// class is how a relation is drawn.
type class string

const (
	conflict class = "conflict"
	contact  class = "contact"
	word     class = "word"
	tie      class = "tie"
)

var classes = map[string]class{
	"accused": conflict, "criticized": conflict, "denied": conflict, "rejected": conflict, "warned": conflict,
	"threatened": conflict, "sanctioned": conflict, "attacked": conflict, "killed": conflict, "arrested": conflict,
	"charged": conflict, "defeated": conflict,
	"met": contact, "spoke_with": contact, "visited": contact, "supported": contact, "agreed_with": contact, "aided": contact,
	"holds_role": tie, "member_of": tie, "based_in": tie, "located_in": tie, "from": tie, "related_to": tie,
	"appointed": tie, "succeeded": tie, "acquired": tie,
}

// classOf is the class of a relation; what is said, and relations of rules
// unknown here, are words.
func classOf(name string) class { return cmp.Or(classes[name], word) }

// graphOf makes the graph of the actors with at least so many relations, one of
// them with another such actor. The rules say which relations have a direction.
func graphOf(r *reading, rules *relation.Rules, least int) *graph {
	total := make([]int, len(r.who))
	for _, l := range r.links {
		if l.source != l.target {
			total[l.source]++
			total[l.target]++
		}
	}
	g := &graph{Articles: r.articles}
	actors := make([]*actor, len(r.who))
	for i, e := range r.who {
		actors[i] = &actor{ID: -1, Name: e.Name, Kind: e.Kind, Roles: e.Roles, Articles: articles(e.Sources), Total: total[i]}
		if total[i] >= max(least, 1) {
			g.Actors = append(g.Actors, actors[i])
		}
	}
	slices.SortStableFunc(g.Actors, func(a, b *actor) int {
		return cmp.Or(cmp.Compare(b.Total, a.Total), cmp.Compare(a.Name, b.Name))
	})
	g.number()
	for _, l := range r.links {
		s, t := actors[l.source], actors[l.target]
		if s == t {
			continue
		}
		s.add(l, t, false)
		t.add(l, s, !rules.Symmetric(l.name))
		if s.Shown() && t.Shown() {
			g.edge(s, t, classOf(l.name)).add(l)
		}
	}
	g.dropLonely()
	return g
}

func (g *graph) number() {
	for i, a := range g.Actors {
		a.ID = i
	}
}

// dropLonely leaves out the actors whose relations are all with actors that
// are left out.
func (g *graph) dropLonely() {
	connected := make(map[*actor]bool)
	for _, e := range g.Edges {
		connected[e.Source], connected[e.Target] = true, true
	}
	g.Actors = slices.DeleteFunc(g.Actors, func(a *actor) bool {
		if !connected[a] {
			a.ID = -1
		}
		return !connected[a]
	})
	g.number()
}

func articles(sources []entity.Source) int {
	seen := make(map[string]bool)
	for _, s := range sources {
		seen[s.Document] = true
	}
	return len(seen)
}

// edge is the edge of a class between two actors. Contacts go both ways.
func (g *graph) edge(s, t *actor, c class) *edge {
	if c == contact && s.ID > t.ID {
		s, t = t, s
	}
	for _, e := range g.Edges {
		if e.Source == s && e.Target == t && e.Class == c {
			return e
		}
	}
	e := &edge{Source: s, Target: t, Class: c}
	g.Edges = append(g.Edges, e)
	return e
}

func (e *edge) add(l link) {
	e.Total++
	e.Relations = tally(e.Relations, l, nil, false)
}

func (a *actor) add(l link, other *actor, passive bool) {
	a.Relations = tally(a.Relations, l, other, passive)
}

func tally(list []count, l link, other *actor, passive bool) []count {
	i := slices.IndexFunc(list, func(c count) bool { return c.Name == l.name && c.Other == other && c.Passive == passive })
	if i < 0 {
		list = append(list, count{Name: l.name, Other: other, Passive: passive, Evidence: l.evidence})
		i = len(list) - 1
	}
	list[i].N++
	if !slices.Contains(list[i].Articles, l.article) {
		list[i].Articles = append(list[i].Articles, l.article)
	}
	return list
}

// String is "accused 2, criticized 1".
func (e *edge) String() string {
	var parts []string
	for _, c := range e.Relations {
		parts = append(parts, fmt.Sprintf("%s %d", words(c.Name), c.N))
	}
	return strings.Join(parts, ", ")
}

// words is the name of a relation, to be read.
func words(relation string) string { return clean(strings.ReplaceAll(relation, "_", " ")) }

// top is a table of the n actors with most relations.
func (g *graph) top(n int) string {
	var b strings.Builder
	t := tabwriter.NewWriter(&b, 0, 0, 2, ' ', 0)
	fmt.Fprintln(t, "ACTOR\tKIND\tRELATIONS\tARTICLES")
	for _, a := range g.Actors[:min(n, len(g.Actors))] {
		fmt.Fprintf(t, "%s\t%s\t%d\t%d\n", clean(a.Name), a.Kind, a.Total, a.Articles)
	}
	_ = t.Flush() // a strings.Builder does not fail
	return b.String()
}
