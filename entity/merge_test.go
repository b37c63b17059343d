package entity

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"
)

// article is a resolved document of some entities, each "KIND name" with
// aliases, roles and a place.
type articleEntity struct {
	kind    Kind
	name    string
	aliases []string
	role    string
	place   string
	key     string
}

func article(entities ...articleEntity) *Document {
	doc := &Document{}
	for _, a := range entities {
		e := Entity{ID: len(doc.Entities), Kind: a.kind, Name: a.name, Aliases: a.aliases, Place: None, ActsFor: None, Key: a.key}
		if a.role != "" {
			e.Roles = []Role{{Title: a.role}}
		}
		doc.Entities = append(doc.Entities, e)
	}
	for i, a := range entities {
		if a.place != "" {
			doc.Entities[i].Place = len(doc.Entities)
			doc.Entities = append(doc.Entities, Entity{ID: len(doc.Entities), Kind: Place, Name: a.place, Place: None, ActsFor: None})
		}
	}
	return doc
}

func TestCollectionJoinsConservatively(t *testing.T) {
	for _, c := range []struct {
		property string
		a, b     articleEntity
		joined   bool
	}{
		{"one full name", articleEntity{kind: Person, name: "Anna Ruiz"}, articleEntity{kind: Person, name: "Anna Ruiz"}, true},
		{"spelling does not count", articleEntity{kind: Person, name: "José Peña"}, articleEntity{kind: Person, name: "JOSE PENA"}, true},
		{"kinds stay apart", articleEntity{kind: Person, name: "Anna Ruiz"}, articleEntity{kind: Org, name: "Anna Ruiz"}, false},
		{"different places are different people", articleEntity{kind: Person, name: "Anna Ruiz", place: "Peru"}, articleEntity{kind: Person, name: "Anna Ruiz", place: "Spain"}, false},
		{"an unknown place may be the known one", articleEntity{kind: Person, name: "Anna Ruiz", place: "Peru"}, articleEntity{kind: Person, name: "Anna Ruiz"}, true},
		{"forms of a country are one", articleEntity{kind: Place, name: "United States"}, articleEntity{kind: Place, name: "US"}, true},
		{"an acronym that the other explains", articleEntity{kind: Org, name: "Federal Office of Roads", aliases: []string{"FOR"}}, articleEntity{kind: Org, name: "FOR"}, true},
		{"an acronym that nobody explains", articleEntity{kind: Org, name: "Federal Office of Roads"}, articleEntity{kind: Org, name: "FOR"}, false},
		{"a surname alone is anybody", articleEntity{kind: Person, name: "Anna Ruiz", aliases: []string{"Ruiz"}}, articleEntity{kind: Person, name: "Ruiz"}, false},
		{"two surnames alone are two", articleEntity{kind: Person, name: "Ruiz"}, articleEntity{kind: Person, name: "Ruiz"}, false},
		{"a surname with the same role and place", articleEntity{kind: Person, name: "Anna Ruiz", aliases: []string{"Ruiz"}, role: "President", place: "Peru"}, articleEntity{kind: Person, name: "Ruiz", role: "president", place: "Peru"}, true},
		{"a surname with another role", articleEntity{kind: Person, name: "Anna Ruiz", aliases: []string{"Ruiz"}, role: "President", place: "Peru"}, articleEntity{kind: Person, name: "Ruiz", role: "coach", place: "Peru"}, false},
		{"the user's id joins", articleEntity{kind: Person, name: "Anna Ruiz", key: "Q1"}, articleEntity{kind: Person, name: "A. Ruiz", key: "Q1"}, true},
		{"the user's ids part", articleEntity{kind: Person, name: "Anna Ruiz", key: "Q1"}, articleEntity{kind: Person, name: "Anna Ruiz", key: "Q2"}, false},
		{"groups are each their own", articleEntity{kind: Group, name: "officials"}, articleEntity{kind: Group, name: "officials"}, false},
	} {
		t.Run(c.property, func(t *testing.T) {
			var all Collection
			all.Add("a", article(c.a))
			all.Add("b", article(c.b))
			joined := false
			for _, e := range all.Entities() {
				joined = joined || e.Kind == c.a.kind && len(e.Sources) == 2
			}
			require.Equal(t, c.joined, joined)
		})
	}
}

func TestJoinedEntityKeepsWhatEveryDocumentSays(t *testing.T) {
	var c Collection
	c.Add("b", article(articleEntity{kind: Person, name: "Anna Ruiz", aliases: []string{"Ruiz"}, role: "President"}))
	c.Add("a", article(articleEntity{kind: Person, name: "Anna Maria Ruiz", aliases: []string{"Anna Ruiz"}, role: "lawyer", place: "Peru"}))
	got := c.Entities()
	require.Equal(t, []Joined{
		{Kind: Person, Name: "Anna Maria Ruiz", Aliases: []string{"Anna Ruiz", "Ruiz"}, Roles: []string{"lawyer", "president"}, Place: "Peru",
			Sources: []Source{{"a", 0}, {"b", 0}}},
		{Kind: Place, Name: "Peru", Sources: []Source{{"a", 1}}},
	}, got)
}

// randomArticles makes articles whose entities share names, places and roles.
func randomArticles(n int, seed uint64) []*Document {
	r := rand.New(rand.NewPCG(seed, 3))
	pick := func(from ...string) string { return from[r.IntN(len(from))] }
	docs := make([]*Document, n)
	for i := range docs {
		var list []articleEntity
		for range 6 {
			p := r.IntN(n/4 + 3)
			full := fmt.Sprintf("Given%d Family%d", p, p%7)
			switch r.IntN(4) {
			case 0:
				list = append(list, articleEntity{kind: Person, name: full, aliases: []string{fmt.Sprintf("Family%d", p%7)},
					role: pick("president", "coach", ""), place: pick("Peru", "Spain", ""), key: pick("", "", "", "Q1", "Q2")})
			case 1:
				list = append(list, articleEntity{kind: Person, name: fmt.Sprintf("Family%d", p%7), role: pick("president", "coach"), place: pick("Peru", "Spain")})
			case 2:
				list = append(list, articleEntity{kind: Org, name: fmt.Sprintf("Office %d of Roads", p), aliases: []string{fmt.Sprintf("OR%d", p%9)}, place: pick("Peru", "")})
			default:
				list = append(list, articleEntity{kind: Org, name: fmt.Sprintf("OR%d", p%9), place: pick("Peru", "Spain", "")})
			}
		}
		docs[i] = article(list...)
	}
	return docs
}

func TestCollectionDependsOnlyOnTheSetOfDocuments(t *testing.T) {
	for seed := range uint64(20) {
		docs := randomArticles(40, seed)
		var whole Collection
		for i, d := range docs {
			whole.Add(fmt.Sprint(i), d)
		}
		want := whole.Entities()
		r := rand.New(rand.NewPCG(seed, 4))
		parts := make([]*Collection, 1+r.IntN(8))
		for i := range parts {
			parts[i] = new(Collection)
		}
		for _, i := range r.Perm(len(docs)) {
			parts[r.IntN(len(parts))].Add(fmt.Sprint(i), docs[i])
			if r.IntN(5) == 0 { // a document that two machines have read
				parts[r.IntN(len(parts))].Add(fmt.Sprint(i), docs[i])
			}
		}
		for len(parts) > 1 { // merge any two, in any order, some after a journey as JSON
			i := r.IntN(len(parts))
			part := parts[i]
			parts = append(parts[:i], parts[i+1:]...)
			if r.IntN(2) == 0 {
				data, err := json.Marshal(part)
				require.NoError(t, err)
				part = new(Collection)
				require.NoError(t, json.Unmarshal(data, part))
			}
			parts[r.IntN(len(parts))].Merge(part)
		}
		require.Equal(t, want, parts[0].Entities())
	}
}

func TestKeyedEntityHasTheNameThatMostDocumentsUse(t *testing.T) {
	var c Collection
	for i, name := range []string{"Ostavia", "Ostavian", "Ostavia"} {
		c.Add(fmt.Sprint(i), article(articleEntity{kind: Place, name: name, key: "Q5"}))
	}
	got := c.Entities()
	require.Len(t, got, 1)
	require.Equal(t, "Ostavia", got[0].Name)
	require.Equal(t, []string{"Ostavian"}, got[0].Aliases)
}

func TestPlacesWithKeysAreComparedByThem(t *testing.T) {
	a := article(articleEntity{kind: Person, name: "Viktor Malen", place: "Ostavia"})
	b := article(articleEntity{kind: Person, name: "Viktor Malen", place: "Ostavian"})
	a.Entities[1].Key, b.Entities[1].Key = "Q5", "Q5"
	var c Collection
	c.Add("a", a)
	c.Add("b", b)
	require.Len(t, c.Entities()[0].Sources, 2)
}

func TestMergingLeavesTheOtherAlone(t *testing.T) {
	var a, b Collection
	a.Add("a", article(articleEntity{kind: Person, name: "Anna Ruiz", role: "coach"}))
	b.Add("b", article(articleEntity{kind: Person, name: "Anna Ruiz"}))
	before := b.Entities()
	a.Merge(&b)
	a.Add("c", article(articleEntity{kind: Person, name: "Anna Ruiz", role: "judge"}))
	require.Equal(t, before, b.Entities())
}

func TestSourcesOfJoinedEntitiesAreAllEntitiesOnce(t *testing.T) {
	docs := randomArticles(60, 5)
	var c Collection
	total := 0
	for i, d := range docs {
		c.Add(fmt.Sprint(i), d)
		total += len(d.Entities)
	}
	seen := make(map[Source]bool)
	for _, e := range c.Entities() {
		for _, s := range e.Sources {
			require.False(t, seen[s])
			seen[s] = true
		}
	}
	require.Len(t, seen, total)
}

func TestFaultyJSONOfACollectionIsATypedErrorWithItsPlace(t *testing.T) {
	const good = `{"kind":"PERSON","name":"anna ruiz","names":["Anna Ruiz"],"sources":[{"document":"a","entity":0}],"as":["Anna Ruiz"]}`
	for faulty, path := range map[string]string{
		`{}`:                                "/atoms/1/names",
		`{"names":["Anna"]}`:                "/atoms/1/sources",
		`{"names":["Anna"],"sources":[{}]}`: "/atoms/1/as",
		`{"names":["Anna"],"sources":[{}],"as":["Anna","Berg"]}`: "/atoms/1/as",
	} {
		var c Collection
		c.Add("b", article(articleEntity{kind: Org, name: "Falken Bank"}))
		before := c.Entities()
		var fault *CollectionError
		require.ErrorAs(t, json.Unmarshal([]byte(`{"atoms":[`+good+`,`+faulty+`]}`), &c), &fault)
		require.Equal(t, path, fault.Path, faulty)
		require.Equal(t, before, c.Entities(), "a faulty collection leaves the old one alone")
	}
	var c Collection
	require.NoError(t, json.Unmarshal([]byte(`{"atoms":[`+good+`]}`), &c))
	require.Len(t, c.Entities(), 1)
}

func TestCollectionHasOneFormInJSON(t *testing.T) {
	var c Collection
	c.Add("a", article(articleEntity{kind: Person, name: "Anna Ruiz"}))
	requireOneForm(t, &c, c)
	doc := *article(articleEntity{kind: Person, name: "Anna Ruiz"})
	requireOneForm(t, &doc, doc)
}

// requireOneForm writes a value, a field and an entry of a map as the pointer is
// written.
func requireOneForm[T any](t *testing.T, pointer *T, value T) {
	t.Helper()
	want, err := json.Marshal(pointer)
	require.NoError(t, err)
	for _, c := range []struct {
		holder any
		form   string
	}{
		{value, "%s"}, {struct{ Field T }{value}, `{"Field":%s}`}, {map[string]T{"key": value}, `{"key":%s}`},
	} {
		got, err := json.Marshal(c.holder)
		require.NoError(t, err)
		require.Equal(t, fmt.Sprintf(c.form, want), string(got))
	}
}

func FuzzCollection(f *testing.F) {
	var c Collection
	for i, d := range randomArticles(6, 3) {
		c.Add(fmt.Sprint(i), d)
	}
	data, err := json.Marshal(c)
	require.NoError(f, err)
	f.Add(data)
	f.Add([]byte(`{"atoms":[{}]}`))
	f.Add([]byte(`{"atoms":[{"names":[""],"sources":[{"document":"a","entity":-1}],"as":[""]}]}`))
	f.Add([]byte(`{"atoms":[{"kind":"ORG","name":"fb","own":"a#1","names":["FB","F"],"sources":[{},{}],"as":["FB","F"]},
		{"kind":"ORG","name":"f","names":["F"],"sources":[{"document":"b"}],"as":["F"]}]}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		var c, back Collection
		if json.Unmarshal(data, &c) != nil {
			return
		}
		out, err := json.Marshal(c)
		require.NoError(t, err)
		require.NoError(t, json.Unmarshal(out, &back))
		require.Equal(t, c.Entities(), back.Entities())
	})
}

func BenchmarkCollection(b *testing.B) {
	for _, n := range []int{1000, 10000} {
		docs := randomArticles(n, 1)
		b.Run(fmt.Sprintf("articles/%d", n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				var c Collection
				for i, d := range docs {
					c.Add(fmt.Sprint(i), d)
				}
				c.Entities()
			}
			b.ReportMetric(float64(n)*float64(b.N)/b.Elapsed().Seconds(), "articles/s")
		})
	}
}
