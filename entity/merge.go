package entity

import (
	"cmp"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/dossier-nlp/dossier/internal/lexicon"
)

// Source names an entity of a document.
type Source struct {
	Document string `json:"document"` // the caller's own id of the document
	Entity   int    `json:"entity"`   // index in its Document.Entities
}

// Joined is an entity of many documents.
type Joined struct {
	Kind    Kind     `json:"kind"`
	Name    string   `json:"name"`              // the fullest of its names; with a Key, the one that most documents use
	Aliases []string `json:"aliases,omitempty"` // its other names, sorted
	Roles   []string `json:"roles,omitempty"`   // the roles that any document gives it, in lower case, sorted
	Place   string   `json:"place,omitempty"`   // its country or place, empty if unknown
	Key     string   `json:"key,omitempty"`     // the user's own id, from a Gazetteer
	Sources []Source `json:"sources"`           // where it comes from, sorted
}

// Collection gathers the entities of many documents and tells which are the
// same. Its zero value is empty and ready for use.
//
// It is conservative: entities are joined if they have the same kind and full
// name, unless the documents put them in different places; a short form
// ("FBI", "Ruiz") joins the one full name that some document gives it, a
// surname only if role and place agree. What may as well be two stays two. A
// Group is never joined with one of another document.
//
// What a collection says depends only on the set of documents in it, not on
// the order in which they were added, nor on how they were spread over
// collections before Merge: Add and Merge are associative, commutative and
// idempotent. So parts can be gathered on many machines, sent as JSON, and
// merged anywhere. The cost is linear in the number of entities, but for the
// sorting of the result.
//
// A Collection must not be changed by two goroutines at once.
type Collection struct {
	atoms map[atomKey]*atom
}

// atomKey is what entities have in common that are one beyond doubt.
type atomKey struct {
	kind  Kind
	name  string // folded
	place string // folded, empty if unknown
	key   string // the user's
	own   string // the document and entity, of entities that stand for themselves
}

// atom holds the entities of one key. All lists are sets.
type atom struct {
	names, roles set
	place        string
	sources      map[Source]string // with the entity's name there
}

type set map[string]struct{}

func (s set) add(v string) { s[v] = struct{}{} }

func (s set) sorted() []string {
	if len(s) == 0 {
		return nil
	}
	list := make([]string, 0, len(s))
	for v := range s {
		list = append(list, v)
	}
	slices.Sort(list)
	return list
}

// Add puts the entities of a resolved document into the collection. The id has
// to be the same for the same document and different for different ones.
func (c *Collection) Add(id string, doc *Document) {
	for i := range doc.Entities {
		e := &doc.Entities[i]
		src := Source{Document: id, Entity: i}
		k := atomKey{kind: e.Kind, name: foldName(e.Kind, e.Name), key: e.Key}
		place := ""
		if e.Place >= 0 && e.Place < len(doc.Entities) {
			place = doc.Entities[e.Place].Name
			if k.place = doc.Entities[e.Place].Key; k.place == "" {
				k.place = foldName(Place, place)
			}
		}
		if e.Key == "" && (e.Kind == Group || e.Kind == Person && !strings.Contains(k.name, " ") && (k.place == "" || len(e.Roles) == 0)) {
			k.own = id + "#" + strconv.Itoa(i)
		}
		a := c.atom(k)
		a.names.add(e.Name)
		for _, alias := range e.Aliases {
			a.names.add(alias)
		}
		for _, r := range e.Roles {
			a.roles.add(strings.ToLower(r.Title))
		}
		a.setPlace(place)
		a.sources[src] = e.Name
	}
}

func (c *Collection) atom(k atomKey) *atom {
	if c.atoms == nil {
		c.atoms = make(map[atomKey]*atom)
	}
	a := c.atoms[k]
	if a == nil {
		a = &atom{names: set{}, roles: set{}, sources: make(map[Source]string)}
		c.atoms[k] = a
	}
	return a
}

// setPlace keeps one of the spellings of a place, whatever their order.
func (a *atom) setPlace(place string) {
	if place != "" && (a.place == "" || fullerName(place, a.place)) {
		a.place = place
	}
}

// Merge puts all of other into c. It leaves other alone.
func (c *Collection) Merge(other *Collection) {
	for k, b := range other.atoms {
		a := c.atom(k)
		for v := range b.names {
			a.names.add(v)
		}
		for v := range b.roles {
			a.roles.add(v)
		}
		for v, name := range b.sources {
			a.sources[v] = name
		}
		a.setPlace(b.place)
	}
}

// fullerName orders names of one thing: more words, then more letters, then by
// the alphabet.
func fullerName(a, b string) bool {
	if n, m := strings.Count(a, " "), strings.Count(b, " "); n != m {
		return n > m
	}
	if len(a) != len(b) {
		return len(a) > len(b)
	}
	return a < b
}

// foldName makes names comparable across documents: lower case, without
// articles, full stops and the marks of letters; a country has its own name.
func foldName(kind Kind, name string) string {
	if kind == Place {
		if country, link := lexicon.CountryOf(name); link != lexicon.NoLink && link <= lexicon.FormerOf {
			name = country
		}
	}
	var b strings.Builder
	b.Grow(len(name))
	for word := range strings.FieldsSeq(name) {
		if b.Len() == 0 && isArticle(word) {
			continue
		}
		if b.Len() > 0 {
			b.WriteByte(' ')
		}
		for _, r := range word[:len(word)-possessive(word)] {
			if r == '-' && kind == Person {
				r = ' '
			}
			if unicode.IsLetter(r) || unicode.IsDigit(r) || r == ' ' || r == '-' || r == '&' {
				b.WriteRune(foldLetter(unicode.ToLower(r)))
			}
		}
	}
	return b.String()
}

// collectionJSON is the form of a Collection that is sent.
type collectionJSON struct {
	Atoms []atomJSON `json:"atoms"`
}

type atomJSON struct {
	Kind    Kind     `json:"kind"`
	Name    string   `json:"name"`
	In      string   `json:"in,omitempty"`
	Key     string   `json:"key,omitempty"`
	Own     string   `json:"own,omitempty"`
	Names   []string `json:"names"`
	Roles   []string `json:"roles,omitempty"`
	Place   string   `json:"place,omitempty"`
	Sources []Source `json:"sources"`
	As      []string `json:"as"` // the entity's name in each source
}

// MarshalJSON writes the collection so that it can be merged elsewhere; equal
// collections give equal bytes.
func (c Collection) MarshalJSON() ([]byte, error) {
	out := collectionJSON{Atoms: make([]atomJSON, 0, len(c.atoms))}
	for _, k := range c.keys() {
		a := c.atoms[k]
		sources := a.sorted()
		as := make([]string, len(sources))
		for i, s := range sources {
			as[i] = a.sources[s]
		}
		out.Atoms = append(out.Atoms, atomJSON{Kind: k.kind, Name: k.name, In: k.place, Key: k.key, Own: k.own,
			Names: a.names.sorted(), Roles: a.roles.sorted(), Place: a.place, Sources: sources, As: as})
	}
	return json.Marshal(out)
}

// CollectionError says where the JSON of a collection is none that MarshalJSON
// writes.
type CollectionError struct {
	Path    string // JSON Pointer of the place: "/atoms/3/as"
	Problem string // what is wrong there
}

func (e *CollectionError) Error() string { return "collection: " + e.Path + ": " + e.Problem }

// check finds what no collection has: an entity without a name or a document.
func (j *atomJSON) check(i int) error {
	fault := func(field, format string, args ...any) error {
		return &CollectionError{Path: fmt.Sprintf("/atoms/%d/%s", i, field), Problem: fmt.Sprintf(format, args...)}
	}
	switch {
	case len(j.Names) == 0:
		return fault("names", "none")
	case len(j.Sources) == 0:
		return fault("sources", "none")
	case len(j.As) != len(j.Sources):
		return fault("as", "%d names for %d sources", len(j.As), len(j.Sources))
	}
	return nil
}

// UnmarshalJSON replaces the collection by a written one. JSON of another shape
// is an error of encoding/json; entities without names or sources, or with
// another number of names than sources, are a *[CollectionError]. The collection
// stays as it is then.
func (c *Collection) UnmarshalJSON(data []byte) error {
	var in collectionJSON
	if err := json.Unmarshal(data, &in); err != nil {
		return err
	}
	var read Collection
	for i := range in.Atoms {
		j := &in.Atoms[i]
		if err := j.check(i); err != nil {
			return err
		}
		a := read.atom(atomKey{kind: j.Kind, name: j.Name, place: j.In, key: j.Key, own: j.Own})
		for _, v := range j.Names {
			a.names.add(v)
		}
		for _, v := range j.Roles {
			a.roles.add(v)
		}
		for i, v := range j.Sources {
			a.sources[v] = j.As[i]
		}
		a.setPlace(j.Place)
	}
	*c = read
	return nil
}

// keys returns the keys of the atoms in their order.
func (c *Collection) keys() []atomKey {
	keys := make([]atomKey, 0, len(c.atoms))
	for k := range c.atoms {
		keys = append(keys, k)
	}
	slices.SortFunc(keys, func(a, b atomKey) int {
		return cmp.Or(cmp.Compare(a.kind, b.kind), cmp.Compare(a.name, b.name), cmp.Compare(a.place, b.place),
			cmp.Compare(a.key, b.key), cmp.Compare(a.own, b.own))
	})
	return keys
}

// sorted returns the sources by document and entity.
func (a *atom) sorted() []Source {
	list := make([]Source, 0, len(a.sources))
	for s := range a.sources {
		list = append(list, s)
	}
	slices.SortFunc(list, compareSources)
	return list
}

func compareSources(a, b Source) int {
	return cmp.Or(cmp.Compare(a.Document, b.Document), cmp.Compare(a.Entity, b.Entity))
}
