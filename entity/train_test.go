package entity

import (
	"bytes"
	"context"
	"fmt"
	"math"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dossier-nlp/dossier/internal/model"
)

// ships are texts with the names of ships, made from patterns; every third one
// has no ship.
func ships() []Example {
	names := []string{"Morning Star", "Ocean Pearl", "Sea Falcon", "Lady Anne", "Nordic Wind", "Blue Marlin", "Gull", "Aurora"}
	patterns := []string{
		"The tanker %s ran aground off the coast on Tuesday.",
		"Rescuers reached the ferry %s after midnight.",
		"The captain of the freighter %s was questioned by police.",
		"The crew of the %s, a cargo ship, was taken to hospital.",
	}
	var out []Example
	for i, name := range names {
		for k, p := range patterns {
			text := fmt.Sprintf(p, name)
			at := strings.Index(text, name)
			out = append(out, Example{Text: text, Spans: []Span{{at, at + len(name), "SHIP"}}})
			if (i+k)%3 == 0 {
				out = append(out, Example{Text: "The minister Paul Weber met reporters in Geneva on Monday."})
			}
		}
	}
	return out
}

func train(t testing.TB, opts ...TrainOption) *Model {
	t.Helper()
	m, err := Train(context.Background(), ships(), append([]TrainOption{WithSize(1 << 18)}, opts...)...)
	require.NoError(t, err)
	return m
}

func TestTrainingIsDeterministic(t *testing.T) {
	var a, b, c bytes.Buffer
	require.NoError(t, train(t).Save(&a))
	require.NoError(t, train(t).Save(&b))
	require.NoError(t, train(t, WithSeed(7)).Save(&c))
	require.True(t, bytes.Equal(a.Bytes(), b.Bytes()))
	require.False(t, bytes.Equal(a.Bytes(), c.Bytes()))
}

func TestTrainedModelFindsNamesItHasNotSeen(t *testing.T) {
	tagger, err := NewTagger(WithModel(train(t)))
	require.NoError(t, err)
	text := "The tanker Silver Dolphin ran aground off Brittany."
	doc := &Document{Text: text}
	require.NoError(t, Words.Segment(doc))
	require.NoError(t, tagger.Tag(doc))
	require.Len(t, doc.Mentions, 1)
	require.Equal(t, "Silver Dolphin", doc.Mentions[0].Text)
	require.Equal(t, Kind("SHIP"), doc.Mentions[0].Kind)
}

func TestModelBesideTheBuiltInAddsItsKindAndWins(t *testing.T) {
	tagger, err := NewTagger(WithModelBeside(train(t)))
	require.NoError(t, err)
	doc := &Document{Text: "Police in Marseille said the tanker Silver Dolphin ran aground near Toulon on Tuesday."}
	require.NoError(t, Words.Segment(doc))
	require.NoError(t, tagger.Tag(doc))
	got := map[string]Kind{}
	last := 0
	for _, m := range doc.Mentions {
		require.GreaterOrEqual(t, m.Start, last, "mentions overlap or are out of order")
		last = m.End
		got[m.Text] = m.Kind
	}
	require.Equal(t, Place, got["Marseille"])
	require.Equal(t, Kind("SHIP"), got["Silver Dolphin"])
}

func TestSavedModelLoadsAsTheSame(t *testing.T) {
	m := train(t)
	var b, again bytes.Buffer
	require.NoError(t, m.Save(&b))
	loaded, err := Load(bytes.NewReader(b.Bytes()))
	require.NoError(t, err)
	require.Equal(t, m.Kinds(), loaded.Kinds())
	require.NoError(t, loaded.Save(&again))
	require.True(t, bytes.Equal(b.Bytes(), again.Bytes()))
}

func TestDamagedModelIsATypedError(t *testing.T) {
	var b bytes.Buffer
	require.NoError(t, train(t).Save(&b))
	for _, n := range []int{0, 1, 47, 200, b.Len() / 2, b.Len() - 1} {
		_, err := Load(bytes.NewReader(b.Bytes()[:n]))
		require.ErrorIs(t, err, ErrModelFormat, "cut at %d", n)
	}
	for at := 48; at < b.Len(); at += b.Len() / 20 {
		damaged := bytes.Clone(b.Bytes())
		damaged[at] ^= 0x40
		_, err := Load(bytes.NewReader(damaged))
		require.ErrorIs(t, err, ErrModelDamaged, "changed at %d", at)
	}
}

func TestFaultyExamplesAreNamed(t *testing.T) {
	for name, c := range map[string]struct {
		spans []Span
		want  error
	}{
		"outside":  {[]Span{{0, 100, "X"}}, ErrSpanOutside},
		"negative": {[]Span{{-1, 3, "X"}}, ErrSpanOutside},
		"empty":    {[]Span{{2, 2, "X"}}, ErrSpanOutside},
		"overlap":  {[]Span{{0, 4, "X"}, {3, 6, "X"}}, ErrSpanOverlap},
		"no kind":  {[]Span{{0, 4, ""}}, ErrSpanKind},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := Train(context.Background(), []Example{{Text: "fine text"}, {Text: "some text", Spans: c.spans}})
			require.ErrorIs(t, err, c.want)
			var at *ExampleError
			require.ErrorAs(t, err, &at)
			require.Equal(t, 1, at.Example)
		})
	}
	_, err := Train(context.Background(), []Example{{Text: "nothing here"}})
	require.ErrorIs(t, err, ErrNoNames)
}

func TestFaultyWeightsAreNamed(t *testing.T) {
	for _, weight := range []float64{-1, -1e-9, math.NaN(), math.Inf(1), math.Inf(-1), 1e300} {
		_, err := Train(context.Background(), []Example{{Text: "fine text", Spans: []Span{{0, 4, "X"}}}, {Text: "some text", Weight: weight}})
		require.EqualError(t, err, "example 1: weight is less than 0 or no finite number")
		var at *ExampleError
		require.ErrorAs(t, err, &at)
		require.ErrorIs(t, err, ErrWeight)
	}
}

func TestTooLittleToLearnFromIsAnError(t *testing.T) {
	_, err := Train(context.Background(), []Example{{Text: "Aurora", Spans: []Span{{0, 6, "SHIP"}}}})
	require.ErrorIs(t, err, ErrTooLittle)
	for _, text := range []string{" ", "The tanker  ran aground. The tanker  sank."} {
		at := max(strings.Index(text, "  "), 0)
		_, err := Train(context.Background(), []Example{{Text: text, Spans: []Span{{at, at + 1, "SHIP"}}}})
		require.ErrorIs(t, err, ErrNoNames)
	}
}

func TestTrainingEndsWithItsContext(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	_, err := Train(ctx, ships(), WithEpochs(1000), WithProgress(func(Progress) { cancel() }))
	require.ErrorIs(t, err, context.Canceled)
}

func TestProgressReachesItsEnd(t *testing.T) {
	var last Progress
	train(t, WithEpochs(3), WithProgress(func(p Progress) { last = p }))
	require.Equal(t, 3, last.Epoch)
	require.Equal(t, 3, last.Epochs)
	require.Equal(t, last.Total, last.Sentences)
	require.Positive(t, last.Loss)
}

func TestSurveyCountsTheKindsOfItsModelAlone(t *testing.T) {
	texts := func(yield func(string) bool) {
		for range 2 * surveyWords {
			if !yield("Police in Marseille said the tanker Silver Dolphin ran aground near Toulon on Tuesday.") {
				return
			}
		}
	}
	plain, err := NewTagger()
	require.NoError(t, err)
	beside, err := NewTagger(WithModelBeside(train(t)))
	require.NoError(t, err)
	one, err := Survey(t.Context(), plain, texts)
	require.NoError(t, err)
	both, err := Survey(t.Context(), beside, texts)
	require.NoError(t, err)
	marseille, dolphin := tableKey(model.HashLower("marseille")), tableKey(model.HashLower("dolphin"))
	require.NotZero(t, both.find(marseille))
	require.Equal(t, one.find(marseille), both.find(marseille))
	require.Zero(t, both.find(dolphin))
}

func TestSurveyEndsWithItsContext(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	tagger, err := NewTagger()
	require.NoError(t, err)
	given := 0
	_, err = Survey(ctx, tagger, func(yield func(string) bool) {
		for yield("") {
			if given++; given == 100 {
				cancel()
			}
			require.Less(t, given, 200)
		}
	})
	require.ErrorIs(t, err, context.Canceled)
}

func TestTrainingTakesHostileTexts(t *testing.T) {
	examples := append(ships(),
		Example{Text: ""},
		Example{Text: "\x00\xff\xfe broken \xc3\x28 text", Spans: []Span{{0, 3, "ODD"}}},
		Example{Text: strings.Repeat("A", 1<<16), Spans: []Span{{5, 9, "ODD"}}},
		Example{Text: "one-word", Spans: []Span{{1, 2, "ODD"}, {2, 5, "ODD"}}})
	m, err := Train(context.Background(), examples, WithEpochs(2), WithSize(1<<16))
	require.NoError(t, err)
	require.Equal(t, []Kind{"ODD", "SHIP"}, m.Kinds())
}

func FuzzLoad(f *testing.F) {
	var b bytes.Buffer
	m, err := Train(context.Background(), ships(), WithSize(1<<13), WithEpochs(1), WithNameTable(new(NameTable)))
	require.NoError(f, err)
	require.NoError(f, m.Save(&b))
	f.Add(b.Bytes())
	f.Add([]byte{})
	f.Fuzz(func(t *testing.T, data []byte) {
		m, err := Load(bytes.NewReader(data))
		if err != nil {
			return
		}
		tagger, err := NewTagger(WithModel(m))
		require.NoError(t, err)
		require.NoError(t, tagger.Tag(&Document{Text: "Anna", Sentences: []Sentence{{End: 4, Tokens: []Token{{End: 4, Text: "Anna"}}}}}))
	})
}

func TestAPriorMakesAKindRarer(t *testing.T) {
	for shift, want := range map[float64]int{0: 1, -10: 0} {
		tagger, err := NewTagger(WithModel(train(t, WithPrior("SHIP", shift))))
		require.NoError(t, err)
		doc := &Document{Text: "The tanker Silver Dolphin ran aground off Brittany."}
		require.NoError(t, Words.Segment(doc))
		require.NoError(t, tagger.Tag(doc))
		require.Len(t, doc.Mentions, want, shift)
	}
}

func TestFaultyPriorIsAnError(t *testing.T) {
	for _, o := range []TrainOption{WithPrior("SHIP", 30), WithPrior("SHIP", math.NaN()), WithPrior("SHIP", math.Inf(-1)), WithPrior("PLANE", 1)} {
		_, err := Train(context.Background(), ships(), o)
		var fault *PriorError
		require.ErrorAs(t, err, &fault)
	}
}

func TestRunsAreAveragedAndReportedAsOne(t *testing.T) {
	var one, two bytes.Buffer
	last := Progress{}
	require.NoError(t, train(t, WithEpochs(2)).Save(&one))
	require.NoError(t, train(t, WithEpochs(2), WithRuns(3), WithProgress(func(p Progress) { last = p })).Save(&two))
	require.False(t, bytes.Equal(one.Bytes(), two.Bytes()))
	require.Equal(t, 6, last.Epoch)
	require.Equal(t, 6, last.Epochs)
}
