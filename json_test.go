package dossier_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dossier-nlp/dossier"
	"github.com/dossier-nlp/dossier/entity"
	"github.com/dossier-nlp/dossier/relation"
)

// full is a document with something in every field. The word w stands in for
// the verb, so that it can be broken.
func full(w string) *dossier.Document {
	text := "Ana " + w + " Oslo’s envoys."
	verb, place, group, end := 4, 5+len(w), 5+len(w), len(text)
	head := strings.Index(text, "envoys")
	token := func(start, end, head int, tag, lemma, dep string) entity.Token {
		return entity.Token{Start: start, End: end, Text: text[start:end], Tag: tag, Lemma: lemma, Head: head, Dep: dep}
	}
	span := func(start, end int) relation.Span {
		return relation.Span{Start: start, End: end, Text: text[start:end]}
	}
	d := &dossier.Document{Document: entity.Document{
		Text: text,
		Sentences: []entity.Sentence{{Start: 0, End: end, Tokens: []entity.Token{
			token(0, 3, 1, "NNP", "Ana", "nsubj"), token(verb, verb+len(w), -1, "VBD", w, "root"),
			token(place, place+4, 4, "NNP", "Oslo", "nmod:poss"), token(place+4, place+8, 2, "POS", "’s", "case"),
			token(head, head+6, 1, "NNS", "envoy", "obj"), token(end-1, end, 1, ".", ".", "punct"),
		}}},
		Mentions: []entity.Mention{
			{Start: 0, End: 3, Text: "Ana", Kind: entity.Person, Form: entity.Name, Entity: 0, First: 0, Last: 1, Score: 0.1, Key: "Q1 \"<&>\""},
			{Start: group, End: end - 1, Text: text[group : end-1], Kind: entity.Group, Form: entity.GroupForm, Entity: 2, First: 2, Last: 5, Head: 4, Score: 1},
			{Start: place, End: place + 4, Text: "Oslo", Kind: entity.Place, Form: entity.Name, Entity: 1, First: 2, Last: 3, Head: 2, Score: 0.5, Sieve: "same name"},
			{Start: head, End: head + 6, Text: "envoys", Kind: entity.Group, Form: entity.Nominal, Entity: entity.None, First: 4, Last: 5, Head: 4},
		},
		Entities: []entity.Entity{
			{ID: 0, Kind: entity.Person, Name: "Ana", Mentions: []int{0}, Aliases: []string{"A\u2028B", w}, Place: 1, ActsFor: entity.None, Key: "Q1",
				Roles: []entity.Role{{Title: "envoy", Start: head, End: head + 5}}},
			{ID: 1, Kind: entity.Place, Name: "Oslo", Mentions: []int{2}, Place: entity.None, ActsFor: 0},
			{ID: 2, Kind: entity.Group, Name: text[group : end-1], Mentions: []int{1}, Place: 0, ActsFor: entity.None},
		},
	}}
	d.Relations = []relation.Relation{{
		Name:       "met",
		Source:     relation.Argument{Span: span(0, 3), Kind: entity.Person, Entity: 0, Mention: 0},
		Target:     relation.Argument{Span: span(group, end-1), Kind: entity.Group, Entity: 2, Mention: 1},
		Trigger:    []relation.Span{span(verb, verb+len(w))},
		Factuality: relation.Asserted,
		Attribution: []relation.Argument{
			{Span: span(0, 3), Kind: entity.Person, Entity: 0, Mention: 0}, {Span: span(head, head+6), Entity: entity.None, Mention: entity.None}},
		Args:     map[string]relation.Argument{"topic": {Span: span(verb, end), Entity: entity.None, Mention: entity.None}},
		Rule:     "news:met/1",
		Sentence: 0,
		Score:    1.0 / 3,
	}}
	return d
}

func TestJSONRoundTripLosesNothing(t *testing.T) {
	for name, doc := range map[string]*dossier.Document{
		"empty": {}, "full": full("met"), "broken UTF-8": full("m\xffe\x80t"), "not a character of JSON": full("\x00\x1f"),
	} {
		t.Run(name, func(t *testing.T) {
			data, err := json.Marshal(doc)
			require.NoError(t, err)
			requireValid(t, data)
			var back dossier.Document
			require.NoError(t, json.Unmarshal(data, &back))
			require.Equal(t, *doc, back)
			again, err := json.Marshal(&back)
			require.NoError(t, err)
			require.Equal(t, string(data), string(again))
		})
	}
}

func TestJSONHasOneFormForValuesAndPointers(t *testing.T) {
	doc := full("met")
	want, err := json.Marshal(doc)
	require.NoError(t, err)
	for form, holder := range map[string]any{
		"%s": *doc, `{"Field":%s}`: struct{ Field dossier.Document }{*doc}, `{"key":%s}`: map[string]dossier.Document{"key": *doc},
	} {
		got, err := json.Marshal(holder)
		require.NoError(t, err)
		require.Equal(t, fmt.Sprintf(form, want), string(got))
	}
}

func TestJSONHasTheDocumentedForm(t *testing.T) {
	data, err := json.Marshal(full("met"))
	require.NoError(t, err)
	require.JSONEq(t, `{
	"text": "Ana met Oslo’s envoys.",
	"sentences": [{"start": 0, "end": 24, "tokens": [[0,3,"NNP","Ana",1,"nsubj"], [4,7,"VBD","met",-1,"root"], [8,12,"NNP","Oslo",4,"nmod:poss"],
	  [12,16,"POS","’s",2,"case"], [17,23,"NNS","envoy",1,"obj"], [23,24,".",".",1,"punct"]]}],
	"mentions": [
	  {"start": 0, "end": 3, "text": "Ana", "kind": "PERSON", "form": "name", "entity": 0, "sentence": 0, "first": 0, "last": 1, "head": 0, "score": 0.1, "key": "Q1 \"<&>\""},
	  {"start": 8, "end": 23, "text": "Oslo’s envoys", "kind": "GROUP", "form": "group", "entity": 2, "sentence": 0, "first": 2, "last": 5, "head": 4, "score": 1},
	  {"start": 8, "end": 12, "text": "Oslo", "kind": "PLACE", "form": "name", "entity": 1, "sentence": 0, "first": 2, "last": 3, "head": 2, "score": 0.5, "sieve": "same name"},
	  {"start": 17, "end": 23, "text": "envoys", "kind": "GROUP", "form": "nominal", "sentence": 0, "first": 4, "last": 5, "head": 4, "score": 0}],
	"entities": [
	  {"id": 0, "kind": "PERSON", "name": "Ana", "mentions": [0], "aliases": ["A\u2028B", "met"], "place": 1, "key": "Q1", "roles": [{"title": "envoy", "start": 17, "end": 22}]},
	  {"id": 1, "kind": "PLACE", "name": "Oslo", "mentions": [2], "aliases": [], "acts_for": 0},
	  {"id": 2, "kind": "GROUP", "name": "Oslo’s envoys", "mentions": [1], "aliases": [], "place": 0}],
	"relations": [{"name": "met",
	  "source": {"start": 0, "end": 3, "text": "Ana", "kind": "PERSON", "entity": 0, "mention": 0},
	  "target": {"start": 8, "end": 23, "text": "Oslo’s envoys", "kind": "GROUP", "entity": 2, "mention": 1},
	  "trigger": [{"start": 4, "end": 7, "text": "met"}], "factuality": "asserted",
	  "attribution": [{"start": 0, "end": 3, "text": "Ana", "kind": "PERSON", "entity": 0, "mention": 0}, {"start": 17, "end": 23, "text": "envoys"}],
	  "args": {"topic": {"start": 4, "end": 24, "text": "met Oslo’s envoys."}},
	  "rule": "news:met/1", "sentence": 0, "score": 0.3333333333333333}]}`, string(data))
}

func TestHostileJSONGivesATypedErrorWithItsPlace(t *testing.T) {
	data, err := json.Marshal(full("met"))
	require.NoError(t, err)
	good := string(data)
	for _, c := range []struct{ old, new, path string }{
		{`"start":0,"end":24`, `"start":0,"end":25`, "/sentences/0"},
		{`"start":0,"end":24`, `"start":-1,"end":24`, "/sentences/0"},
		{`[4,7,"VBD"`, `[2,7,"VBD"`, "/sentences/0/tokens/1"},
		{`-1,"root"`, `6,"root"`, "/sentences/0/tokens/1"},
		{`,[23,24,".",".",1,"punct"]`, `,[23,24]`, "/sentences/0/tokens/5"},
		{`,[23,24,".",".",1,"punct"]`, `,[23,24,".",".",null,"punct"]`, "/sentences/0/tokens/5"},
		{`"text":"Ana","kind"`, `"text":"Bob","kind"`, "/mentions/0/text"},
		{`"form":"name","entity":0`, `"form":"name","entity":3`, "/mentions/0/entity"},
		{`"first":2,"last":5`, `"first":2,"last":9`, "/mentions/1/first"},
		{`"head":4,"score":1`, `"head":5,"score":1`, "/mentions/1/head"},
		{`"head":4,"score":1`, `"head":4,"score":1.5`, "/mentions/1/score"},
		{`"entity":2,"sentence":0`, `"entity":2,"sentence":1`, "/mentions/1/sentence"},
		{`{"id":1`, `{"id":2`, "/entities/1/id"},
		{`"mentions":[2]`, `"mentions":[4]`, "/entities/1/mentions/0"},
		{`"acts_for":0`, `"acts_for":-7`, "/entities/1/acts_for"},
		{`"place":1`, `"place":99999999999`, "/entities/0/place"},
		{`"title":"envoy","start":17,"end":22`, `"title":"envoy","start":17,"end":9e9`, ""},
		{`"source":{"start":0`, `"source":{"start":-5`, "/relations/0/source/end"},
		{`"entity":2,"mention":1}`, `"entity":7,"mention":1}`, "/relations/0/target/entity"},
		{`"entity":2,"mention":1}`, `"entity":2}`, "/relations/0/target/mention"},
		{`"trigger":[{"start":4`, `"trigger":[{"start":3`, "/relations/0/trigger/0/text"},
		{`"rule":"news:met/1","sentence":0`, `"rule":"news:met/1","sentence":-1`, "/relations/0/sentence"},
		{`"relations":`, `"raw":{"/nowhere":"AA=="},"relations":`, "/raw"},
		{`"relations":[`, `"relations":{"a":[`, ""},
	} {
		require.Contains(t, good, c.old)
		bad := strings.Replace(good, c.old, c.new, 1)
		doc := *full("met")
		err := json.Unmarshal([]byte(bad), &doc)
		require.Error(t, err, c.new)
		require.Equal(t, *full("met"), doc, "a faulty document leaves the old one alone")
		if c.path == "" {
			continue // encoding/json's own errors
		}
		var fault *entity.DocumentError
		require.True(t, errors.As(err, &fault), "%s: %v", c.new, err)
		require.Equal(t, c.path, fault.Path, c.new)
	}
}

func TestJSONOfOtherWritersIsRead(t *testing.T) {
	var doc dossier.Document
	require.NoError(t, json.Unmarshal([]byte(`{"text": "Hi", "note": [1], "sentences": [{"start": 0, "end": 2, "tokens": [[0, 2, "UH", "hi", -1, "root"]]}],
		"mentions": [{"start": 0, "end": 2, "kind": "SHIP", "form": "name", "sentence": 0, "first": 0, "last": 1, "head": 0, "score": 1}]}`), &doc))
	require.Equal(t, "Hi", doc.Mentions[0].Text)
	require.Equal(t, entity.None, doc.Mentions[0].Entity)
}

func FuzzUnmarshalJSON(f *testing.F) {
	for _, w := range []string{"met", "m\xffet", ""} {
		data, err := json.Marshal(full("x" + w))
		require.NoError(f, err)
		f.Add(data)
	}
	f.Add([]byte(`{"text":"a","sentences":[{"start":0,"end":1,"tokens":[[0,1,"","",-1,""]]}]}`))
	f.Add([]byte(`{"relations":[{"args":{"x":{"start":-1}}}]}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		var doc dossier.Document
		if json.Unmarshal(data, &doc) != nil {
			return
		}
		out, err := json.Marshal(&doc)
		require.NoError(t, err)
		var back dossier.Document
		require.NoError(t, json.Unmarshal(out, &back))
		require.Equal(t, doc, back)
	})
}
