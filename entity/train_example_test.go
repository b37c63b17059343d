package entity_test

import (
	"context"
	"fmt"
	"log"
	"strings"

	"github.com/dossier-nlp/dossier/entity"
)

// A model for a new kind, storms, from thirty sentences, in a second or so.
func ExampleTrain() {
	patterns := []string{
		"Hurricane % tore roofs off houses along the coast.",
		"Forecasters said Typhoon % would reach the islands by Friday.",
		"Storm % left 40,000 homes without power.",
		"Cyclone % has weakened, the weather office said.",
		"At least nine people died when % made landfall.",
	}
	var examples []entity.Example
	for i, name := range []string{"Bertha", "Kamal", "Ophelia", "Yolanda", "Dorian", "Mekunu"} {
		for _, p := range patterns {
			at := strings.Index(p, "%")
			examples = append(examples, entity.Example{
				Text:  p[:at] + name + p[at+1:],
				Spans: []entity.Span{{Start: at, End: at + len(name), Kind: "STORM"}},
			})
		}
		examples = append(examples, entity.Example{Text: fmt.Sprintf("Mayor Peter Lang opened %d shelters in Port Louis.", i+3)})
	}
	model, err := entity.Train(context.Background(), examples)
	if err != nil {
		log.Fatal(err)
	}
	tagger, err := entity.NewTagger(entity.WithModelBeside(model)) // beside the built-in kinds
	if err != nil {
		log.Fatal(err)
	}
	doc := &entity.Document{Text: "Typhoon Haliya left 3,000 homes without power in Manila."}
	if err := entity.Words.Segment(doc); err != nil {
		log.Fatal(err)
	}
	if err := tagger.Tag(doc); err != nil {
		log.Fatal(err)
	}
	for _, m := range doc.Mentions {
		fmt.Println(m.Kind, m.Text)
	}
	// Output:
	// STORM Haliya
	// PLACE Manila
}

// How good is a tagger on texts of one's own?
func ExampleEvaluate() {
	examples := []entity.Example{{
		Text:  "Anna Berg flew from Lima to Oslo.",
		Spans: []entity.Span{{Start: 0, End: 9, Kind: entity.Person}, {Start: 20, End: 24, Kind: entity.Place}},
	}}
	tagger, err := entity.NewTagger()
	if err != nil {
		log.Fatal(err)
	}
	report, err := entity.Evaluate(context.Background(), tagger, examples)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Print(report)
	for _, e := range report.Errors {
		fmt.Println(e)
	}
	// Output:
	// PERSON     P 100.0 R 100.0 F1 100.0 (1 names)
	// PLACE      P 50.0 R 100.0 F1 66.7 (1 names)
	// all        P 66.7 R 100.0 F1 80.0 (2 names)
	// invented: "Oslo": no name is taken for PLACE
}
