package main

import (
	"bytes"
	"context"
	_ "embed"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/dossier-nlp/dossier"
	"github.com/dossier-nlp/dossier/entity"
	"github.com/dossier-nlp/dossier/examples/internal/notebook"
	"github.com/dossier-nlp/dossier/relation"
)

// ship is a kind that the built-in model does not know.
const ship entity.Kind = "SHIP"

//go:embed ships-train.txt
var shipsTrain string

//go:embed ships-test.txt
var shipsTest string

// boarding is a relation that needs the kind.
const boarding = `
kind SHIP
relation boarded
  A board B:SHIP
  yes: Hanna Brek boarded the MV Castor. => Hanna Brek, MV Castor
`

// trained learns the kind, measures it, and reads it back from what it saved.
func trained(ctx context.Context, n *notebook.Book) (*entity.Model, error) {
	n.Step("A kind of one's own")
	learn, err := labelled(shipsTrain, ship)
	if err != nil {
		return nil, fmt.Errorf("ships-train.txt: %w", err)
	}
	n.Say("ships-train.txt has %d sentences written for it, %d of them without a ship:", len(learn), shipless(learn))
	n.Show(strings.Join(strings.SplitAfter(shipsTrain, "\n")[2:5], "") + "...")
	n.Show("model, err := entity.Train(ctx, examples)")
	start := time.Now()
	model, err := entity.Train(ctx, learn)
	if err != nil {
		return nil, err
	}
	n.Say("learned in %s", time.Since(start).Round(time.Millisecond))

	n.Step("How good is it?")
	held, err := labelled(shipsTest, ship)
	if err != nil {
		return nil, fmt.Errorf("ships-test.txt: %w", err)
	}
	n.Say("ships-test.txt has %d more, with ships that the model has not seen:", len(held))
	n.Show("report, err := entity.Evaluate(ctx, tagger, heldOut)")
	tagger, err := entity.NewTagger(entity.WithModel(model))
	if err != nil {
		return nil, err
	}
	report, err := entity.Evaluate(ctx, tagger, held)
	if err != nil {
		return nil, err
	}
	n.Show(report.String())
	for _, wrong := range report.Errors {
		n.Say("%s", wrong)
	}

	n.Step("Save and load it")
	n.Show("err := model.Save(w)\nmodel, err := entity.Load(r)")
	var file bytes.Buffer
	if err := model.Save(&file); err != nil {
		return nil, err
	}
	n.Say("%d KB; go:embed it, or read it from a disk. A file that is damaged is an error:", file.Len()>>10)
	damaged := slices.Clone(file.Bytes())
	damaged[len(damaged)/2] ^= 1
	_, err = entity.Load(bytes.NewReader(damaged))
	n.Show(fmt.Sprint(err))
	return entity.Load(&file)
}

func shipless(examples []entity.Example) int {
	none := 0
	for _, e := range examples {
		if len(e.Spans) == 0 {
			none++
		}
	}
	return none
}

// boarded uses the kind beside the built-in ones and the gazetteer, and in a
// rule.
func boarded(ctx context.Context, n *notebook.Book, model *entity.Model, names *entity.Gazetteer) error {
	n.Step("Use all of it together")
	n.Show(`tagger, err := entity.NewTagger(entity.WithModelBeside(model))
x, err := dossier.New(dossier.WithTagger(tagger), dossier.WithGazetteer(names), dossier.WithRulesBeside(rules))`)
	tagger, err := entity.NewTagger(entity.WithModelBeside(model))
	if err != nil {
		return err
	}
	rules, err := relation.Parse("ships.rules", boarding)
	if err != nil {
		return err
	}
	n.Say("The rule names the new kind:")
	n.Show(strings.TrimSpace(boarding))
	x, err := dossier.New(dossier.WithTagger(tagger), dossier.WithGazetteer(names), dossier.WithRulesBeside(rules))
	if err != nil {
		return err
	}
	doc, err := x.Extract(ctx, cargo)
	if err != nil {
		return err
	}
	n.Show(sentences(cargo))
	n.Show(entities(doc))
	n.Show(relations(doc))
	return nil
}

// cargo is a text with ships and with names of the built-in kinds.
const cargo = `Hanna Brek and Tomas Ruel boarded the tanker Silver Tern off Port Amsel on Friday. ` +
	`The frigate Bold Venture had stopped her. Norland accused Amsel Shipping of selling the tanker to Ostavia.`
