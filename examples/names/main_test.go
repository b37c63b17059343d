package main

import (
	"bytes"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dossier-nlp/dossier"
	"github.com/dossier-nlp/dossier/entity"
)

func model(t *testing.T) *entity.Model {
	t.Helper()
	learn, err := labelled(shipsTrain, ship)
	require.NoError(t, err)
	m, err := entity.Train(t.Context(), learn)
	require.NoError(t, err)
	return m
}

func TestAllStepsAreTold(t *testing.T) {
	var out bytes.Buffer
	require.NoError(t, run(t.Context(), &out))
	require.Len(t, regexp.MustCompile(`(?m)^\d\. `).FindAllString(out.String(), -1), 7)
	require.Contains(t, out.String(), "damaged", "a damaged model was loaded")
	require.Regexp(t, `boarded Silver Tern, asserted, by ships:boarded/1`, out.String())
}

func names(t *testing.T) *entity.Gazetteer {
	t.Helper()
	g, err := entity.ReadGazetteer(strings.NewReader(worldCSV), "world.csv", entity.CSV)
	require.NoError(t, err)
	return g
}

func TestNamesOfTheGazetteerCarryTheirIDs(t *testing.T) {
	x, err := dossier.New(dossier.WithGazetteer(names(t)))
	require.NoError(t, err)
	doc, err := x.Extract(t.Context(), note)
	require.NoError(t, err)
	ids := make(map[string]string)
	for _, e := range doc.Entities {
		for _, m := range e.Mentions {
			if mention := doc.Mentions[m]; mention.Form == entity.Name {
				ids[mention.Text] = e.Key
			}
		}
	}
	require.Equal(t, "firm/lirna-steel", ids["Lirna Steel"])
	require.Equal(t, "body/nis", ids["NIS"])
	require.Equal(t, "city/port-amsel", ids["PORT AMSEL"], "capitals are the same name")
	require.Empty(t, ids["Harald Stene"])
}

func TestFaultyFileNamesEveryFault(t *testing.T) {
	_, err := entity.ReadGazetteer(strings.NewReader(faultyCSV), "faulty.csv", entity.CSV)
	var faults *entity.GazetteerError
	require.ErrorAs(t, err, &faults)
	var found []entity.FaultKind
	for _, f := range faults.Faults {
		found = append(found, f.Problem)
	}
	require.Equal(t, []entity.FaultKind{
		entity.FaultNoKind, entity.FaultNoName, entity.FaultCase, entity.FaultConflict, entity.FaultColumns,
	}, found)
}

func TestSixtySentencesTeachAKind(t *testing.T) {
	held, err := labelled(shipsTest, ship)
	require.NoError(t, err)
	tagger, err := entity.NewTagger(entity.WithModel(model(t)))
	require.NoError(t, err)
	report, err := entity.Evaluate(t.Context(), tagger, held)
	require.NoError(t, err)
	require.Greater(t, report.Of(ship).F1(), 0.7)
}

func TestNoShipIsMeasuredThatWasLearned(t *testing.T) {
	learned := make(map[string]bool)
	each := func(file string, do func(name string)) {
		examples, err := labelled(file, ship)
		require.NoError(t, err)
		require.NotEmpty(t, examples)
		for _, e := range examples {
			for _, s := range e.Spans {
				do(e.Text[s.Start:s.End])
			}
		}
	}
	each(shipsTrain, func(name string) { learned[name] = true })
	each(shipsTest, func(name string) { require.NotContains(t, learned, name) })
}

func TestBuiltInKindsStayBesideTheNewOne(t *testing.T) {
	tagger, err := entity.NewTagger(entity.WithModelBeside(model(t)))
	require.NoError(t, err)
	x, err := dossier.New(dossier.WithTagger(tagger), dossier.WithGazetteer(names(t)))
	require.NoError(t, err)
	doc, err := x.Extract(t.Context(), cargo)
	require.NoError(t, err)
	kinds := make(map[string]entity.Kind)
	for _, e := range doc.Entities {
		kinds[e.Name] = e.Kind
	}
	require.Equal(t, ship, kinds["Silver Tern"])
	require.Equal(t, entity.Person, kinds["Hanna Brek"])
	require.Equal(t, entity.Org, kinds["Amsel Shipping"])
	require.Equal(t, entity.Place, kinds["Norland"])
}

func TestBracketsAreSpans(t *testing.T) {
	got, err := labelled("# remark\n\nThe [Aurora] and the [MV Castor] left.\nNone.\n", ship)
	require.NoError(t, err)
	require.Equal(t, []entity.Example{
		{Text: "The Aurora and the MV Castor left.", Spans: []entity.Span{{Start: 4, End: 10, Kind: ship}, {Start: 19, End: 28, Kind: ship}}},
		{Text: "None."},
	}, got)
	_, err = labelled("fine\nThe [Aurora left.\n", ship)
	require.ErrorContains(t, err, "line 2")
}
