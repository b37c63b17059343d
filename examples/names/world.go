package main

import (
	"context"
	_ "embed"
	"errors"
	"fmt"
	"strings"

	"github.com/dossier-nlp/dossier"
	"github.com/dossier-nlp/dossier/entity"
	"github.com/dossier-nlp/dossier/examples/internal/notebook"
)

//go:embed world.csv
var worldCSV string

//go:embed faulty.csv
var faultyCSV string

// note is a text of the invented world.
const note = `Lirna Steel said on Monday that it had warned NIS. Harald Stene, who leads the service, ` +
	`met Teresa Quintal of the CFS in PORT AMSEL last week. Quintal told Vesta that Corvane had asked Norland for help.`

// gazetteer reads the names of an invented world, and shows what they change.
func gazetteer(ctx context.Context, n *notebook.Book) (*entity.Gazetteer, error) {
	n.Step("Without names of one's own")
	x, err := dossier.New()
	if err != nil {
		return nil, err
	}
	doc, err := x.Extract(ctx, note)
	if err != nil {
		return nil, err
	}
	n.Show(sentences(note))
	n.Say("What no list and no model has heard of is a guess, and nothing has an id:")
	n.Show(entities(doc))

	n.Step("With a gazetteer")
	lines := strings.SplitAfter(worldCSV, "\n")
	n.Say("world.csv has %d names with the ids of a knowledge base:", len(lines)-2)
	n.Show(strings.Join(append(lines[:3:3], lines[18:21]...), ""))
	n.Show(`names, err := entity.ReadGazetteer(file, "world.csv", entity.CSV)
x, err := dossier.New(dossier.WithGazetteer(names))`)
	names, err := entity.ReadGazetteer(strings.NewReader(worldCSV), "world.csv", entity.CSV)
	if err != nil {
		return nil, err
	}
	if x, err = dossier.New(dossier.WithGazetteer(names)); err != nil {
		return nil, err
	}
	if doc, err = x.Extract(ctx, note); err != nil {
		return nil, err
	}
	n.Show(entities(doc))
	n.Show(relations(doc))
	if found := names.Lookup("CFS"); len(found) > 0 {
		n.Say("names.Lookup(%q)[0].Canonical is %q.", "CFS", found[0].Canonical)
	}

	n.Step("See all faults of a file at once")
	_, err = entity.ReadGazetteer(strings.NewReader(faultyCSV), "faulty.csv", entity.CSV)
	var faults *entity.GazetteerError
	if !errors.As(err, &faults) {
		return nil, fmt.Errorf("faulty.csv: want its faults, got %w", err)
	}
	n.Show(faultyCSV)
	n.Show(faults.Error())
	return names, nil
}
