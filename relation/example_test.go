package relation_test

import (
	"fmt"

	"github.com/dossier-nlp/dossier/entity"
	"github.com/dossier-nlp/dossier/relation"
)

// sentence is "Peru accused Norway of spying.", read by hand.
func sentence() *entity.Document {
	const text = "Peru accused Norway of spying."
	return &entity.Document{
		Text: text,
		Sentences: []entity.Sentence{{End: 30, Tokens: []entity.Token{
			{Start: 0, End: 4, Text: "Peru", Lemma: "Peru", Tag: "NNP", Head: 1, Dep: "nsubj"},
			{Start: 5, End: 12, Text: "accused", Lemma: "accuse", Tag: "VBD", Head: -1, Dep: "root"},
			{Start: 13, End: 19, Text: "Norway", Lemma: "Norway", Tag: "NNP", Head: 1, Dep: "obj"},
			{Start: 20, End: 22, Text: "of", Lemma: "of", Tag: "IN", Head: 4, Dep: "case"},
			{Start: 23, End: 29, Text: "spying", Lemma: "spying", Tag: "NN", Head: 1, Dep: "obl"},
			{Start: 29, End: 30, Text: ".", Lemma: ".", Tag: ".", Head: 1, Dep: "punct"},
		}}},
		Mentions: []entity.Mention{
			{Start: 0, End: 4, Text: "Peru", Kind: entity.Place, Form: entity.Name, Entity: entity.None, First: 0, Last: 1, Head: 0},
			{Start: 13, End: 19, Text: "Norway", Kind: entity.Place, Form: entity.Name, Entity: entity.None, First: 2, Last: 3, Head: 2},
		},
	}
}

func ExampleRules_Find() {
	rules, err := relation.Parse("own.rules", `
relation accused
  A accuse B (of TOPIC)
`)
	if err != nil {
		fmt.Println(err)
		return
	}
	found, _ := rules.Find(sentence())
	for _, r := range found {
		fmt.Println(r.Name, r.Source.Text, r.Target.Text, r.Factuality, r.Args["topic"].Text, r.Rule)
	}
	// Output: accused Peru Norway asserted spying own:accused/1
}

func ExampleRules_Explain() {
	rules, err := relation.Parse("own.rules", `
relation accused
  A blame B
  A accuse B:PERSON
`)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Print(rules.Explain(sentence(), 0, "accused"))
	// Output:
	// accused in: Peru accused Norway of spying.
	// nearest  own:accused/2  A accuse B:PERSON
	//          trigger        "accused"
	//          A              "Peru" PLACE
	//          B:PERSON       fails: the object is "Norway", no mention that fits
	// misses   own:accused/1  A blame B
	//          no word of the sentence is one of: blame
	// no match
}

func ExampleParse_faults() {
	_, err := relation.Parse("own.rules", "relation guarded\n  A:PERSN guard B\n  A watch C\n")
	fmt.Println(err)
	// Output:
	// own.rules:2:5: unknown kind PERSN, did you mean PERSON?
	//       A:PERSN guard B
	//         ^
	// own.rules:3:3: the pattern has no slot B, A is the source, B the target
	//       A watch C
	//       ^
}

func ExampleRules_Lint() {
	rules, err := relation.Parse("own.rules", `
relation guarded
  A guard|watch B
  A guard B:PERSON
  yes: Peru guards Norway.
  no:  Peru guards its borders.
`)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, f := range rules.Lint() {
		fmt.Println(f)
	}
	// Output: own:guarded/2 (line 4): A guard B:PERSON: already said by own:guarded/1: A guard|watch B
}
