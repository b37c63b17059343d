package dossier_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"

	"github.com/dossier-nlp/dossier"
	"github.com/dossier-nlp/dossier/entity"
	"github.com/dossier-nlp/dossier/relation"
)

func Example() {
	doc, err := dossier.Extract("France accused Italy of breaking the treaty. Italy's foreign minister, Carla Rossi, will visit Paris in May.")
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, r := range doc.Relations {
		fmt.Println(r.Source.Text, r.Name, r.Target.Text, r.Factuality)
	}
	// Output:
	// France accused Italy asserted
	// Carla Rossi holds_role Italy asserted
	// Carla Rossi visited Paris future
}

func ExampleExtract() {
	text := "Maria Lopez, the president of Peru, met David Cohen in Geneva."
	doc, err := dossier.Extract(text)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, m := range doc.Mentions {
		fmt.Println(text[m.Start:m.End], m.Kind, m.Form)
	}
	// Output:
	// Maria Lopez PERSON name
	// Peru PLACE name
	// David Cohen PERSON name
	// Geneva PLACE name
}

func ExampleNew() {
	x, err := dossier.New(dossier.WithPronouns(false), dossier.WithThreshold(0.5, 0.5))
	if err != nil {
		fmt.Println(err)
		return
	}
	doc, err := x.Extract(context.Background(), "Maria Lopez phoned David Cohen.")
	if err != nil {
		fmt.Println(err)
		return
	}
	r := doc.Relations[0]
	fmt.Println(r.Source.Text, r.Name, r.Target.Text, "because of", r.Trigger[0].Text)
	// Output:
	// Maria Lopez spoke_with David Cohen because of phoned
}

func ExampleExtractor_Extract() {
	x, err := dossier.New(dossier.WithLimit(30))
	if err != nil {
		fmt.Println(err)
		return
	}
	_, err = x.Extract(context.Background(), "A text that is longer than it may be.")
	var long *dossier.TooLongError
	if errors.As(err, &long) {
		fmt.Println(long.Size, "bytes, and only", long.Limit, "are read")
	}
	// Output:
	// 37 bytes, and only 30 are read
}

func ExampleExtractor_ExtractAll() {
	x, err := dossier.New()
	if err != nil {
		fmt.Println(err)
		return
	}
	texts := slices.Values([]string{"Norway accused Chile of lying.", "", "Peru warned Chile."})
	for doc, err := range x.ExtractAll(context.Background(), texts) {
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Println(len(doc.Text), "bytes,", len(doc.Relations), "relations")
	}
	// Output:
	// 30 bytes, 1 relations
	// 0 bytes, 0 relations
	// 18 bytes, 1 relations
}

func ExampleDocument_MarshalJSON() {
	doc, err := dossier.Extract("Peru warned Chile.")
	if err != nil {
		fmt.Println(err)
		return
	}
	data, err := json.Marshal(doc)
	if err != nil {
		fmt.Println(err)
		return
	}
	var back dossier.Document
	if err := json.Unmarshal(data, &back); err != nil {
		fmt.Println(err)
		return
	}
	r := back.Relations[0]
	fmt.Println(r.Source.Text, r.Name, r.Target.Text)
	// Output:
	// Peru warned Chile
}

func ExampleDocument_UnmarshalJSON() {
	var doc dossier.Document
	err := json.Unmarshal([]byte(`{"text": "Hi", "sentences": [{"start": 0, "end": 9, "tokens": []}]}`), &doc)
	var fault *entity.DocumentError
	if errors.As(err, &fault) {
		fmt.Println(fault.Path+":", fault.Problem)
	}
	// Output:
	// /sentences/0: bytes 0 to 9, after byte 0 of a text of 2
}

func ExampleWithRules() {
	rules, err := relation.Parse("own.rules", `
relation hugged
  A hug B
  yes: Anna Ruiz was hugged by Tomas Berg.   => Tomas Berg, Anna Ruiz
`)
	if err != nil {
		fmt.Println(err)
		return
	}
	x, err := dossier.New(dossier.WithRules(rules))
	if err != nil {
		fmt.Println(err)
		return
	}
	doc, err := x.Extract(context.Background(), "David Cohen was hugged by Maria Lopez.")
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, r := range doc.Relations {
		fmt.Println(r.Source.Text, r.Name, r.Target.Text, "by rule", r.Rule)
	}
	// Output:
	// Maria Lopez hugged David Cohen by rule own:hugged/1
}

func ExampleWithRulesBeside() {
	rules, err := relation.Parse("own.rules", "relation hugged\n  A hug B\n")
	if err != nil {
		fmt.Println(err)
		return
	}
	x, err := dossier.New(dossier.WithRulesBeside(rules))
	if err != nil {
		fmt.Println(err)
		return
	}
	doc, err := x.Extract(context.Background(), "Maria Lopez met David Cohen. Anna Ruiz hugged Tomas Berg.")
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, r := range doc.Relations {
		fmt.Println(r.Source.Text, r.Name, r.Target.Text)
	}
	// Output:
	// Maria Lopez met David Cohen
	// Anna Ruiz hugged Tomas Berg
}

func ExampleWithGazetteer() {
	names, err := entity.NewGazetteer([]entity.GazetteerName{
		{Name: "Falken Bank", Kind: entity.Org, Key: "lei:5299", Aliases: []string{"Falken"}},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	x, err := dossier.New(dossier.WithGazetteer(names))
	if err != nil {
		fmt.Println(err)
		return
	}
	doc, err := x.Extract(context.Background(), "Peru sued Falken Bank on Monday.")
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, m := range doc.Mentions {
		fmt.Printf("%s %s %q\n", m.Text, m.Kind, m.Key)
	}
	// Output:
	// Peru PLACE ""
	// Falken Bank ORG "lei:5299"
}

// shouting is a tagger of a caller's own: what is written in capitals is a
// ship.
type shouting struct{}

func (shouting) Tag(doc *entity.Document) error {
	for i, s := range doc.Sentences {
		for j, t := range s.Tokens {
			if len(t.Text) > 3 && !slices.ContainsFunc([]rune(t.Text), func(r rune) bool { return r < 'A' || r > 'Z' }) {
				doc.Mentions = append(doc.Mentions, entity.Mention{
					Start: t.Start, End: t.End, Text: t.Text, Kind: "SHIP", Form: entity.Name, Entity: entity.None,
					Sentence: i, First: j, Last: j + 1, Head: j, Score: 1,
				})
			}
		}
	}
	return nil
}

func ExampleWithTagger() {
	x, err := dossier.New(dossier.WithTagger(shouting{}))
	if err != nil {
		fmt.Println(err)
		return
	}
	doc, err := x.Extract(context.Background(), "The AURORA followed the BOREAS to Bergen.")
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, m := range doc.Mentions {
		fmt.Println(m.Text, m.Kind)
	}
	// Output:
	// AURORA SHIP
	// BOREAS SHIP
}
