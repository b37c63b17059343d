package dossier_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/dossier-nlp/dossier"
	"github.com/dossier-nlp/dossier/entity"
	"github.com/dossier-nlp/dossier/relation"
)

// requireSound checks what every document promises, whatever its text.
func requireSound(t testing.TB, text string, doc *dossier.Document) {
	t.Helper()
	require.Equal(t, text, doc.Text)
	require.NoError(t, doc.Validate())
	require.NoError(t, relation.Validate(&doc.Document, doc.Relations))
	for i, e := range doc.Entities {
		require.NotEmpty(t, e.Mentions, "entity %d has no mention", i)
		for _, m := range e.Mentions {
			require.Equal(t, i, doc.Mentions[m].Entity)
		}
	}
	for _, r := range doc.Relations {
		for _, a := range []relation.Argument{r.Source, r.Target} {
			m := doc.Mentions[a.Mention]
			require.Equal(t, [2]int{m.Start, m.End}, [2]int{a.Start, a.End}, "an actor is its mention")
			require.Equal(t, m.Entity, a.Entity)
		}
	}
}

func TestEmptyTextIsAnEmptyDocument(t *testing.T) {
	for _, text := range []string{"", " ", "\n\t \u00a0\n"} {
		doc, err := dossier.Extract(text)
		require.NoError(t, err)
		require.Equal(t, &dossier.Document{Document: entity.Document{Text: text}}, doc)
	}
}

func TestTextOverTheLimitIsAnErrorWithBothSizes(t *testing.T) {
	x := extractor(t, dossier.WithLimit(5))
	_, err := x.Extract(t.Context(), "Norway")
	require.ErrorIs(t, err, dossier.ErrTooLong)
	var long *dossier.TooLongError
	require.ErrorAs(t, err, &long)
	require.Equal(t, dossier.TooLongError{Size: 6, Limit: 5}, *long)
	_, err = x.Extract(t.Context(), "Chile")
	require.NoError(t, err)
	_, err = dossier.Extract(strings.Repeat(" ", dossier.DefaultLimit+1))
	require.ErrorIs(t, err, dossier.ErrTooLong)
}

func TestOptionsThatMakeNoSenseAreErrors(t *testing.T) {
	for _, option := range []dossier.Option{
		dossier.WithLimit(-1), dossier.WithThreshold(-0.1, 0), dossier.WithThreshold(0, 1.1),
		dossier.WithTagger(nil), dossier.WithParser(nil), dossier.WithSegmenter(nil),
		dossier.WithResolver(nil), dossier.WithFinder(nil), dossier.WithRules(nil), dossier.WithRulesBeside(nil),
	} {
		_, err := dossier.New(option)
		require.Error(t, err)
	}
}

func TestANilOptionChangesNothing(t *testing.T) {
	x, err := dossier.New(nil, dossier.WithLimit(5), nil)
	require.NoError(t, err)
	_, err = x.Extract(t.Context(), "Ana Ruiz met Tomas Berg.")
	require.ErrorIs(t, err, dossier.ErrTooLong)
}

func TestCancelledContextIsItsError(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	_, err := extractor(t).Extract(ctx, "Ana met Berg.")
	require.Equal(t, context.Canceled, err)
}

// A text of some megabytes is given up in whatever step it is.
func TestCancelStopsALongTextPromptly(t *testing.T) {
	x := extractor(t)
	_, err := x.Extract(t.Context(), news(t, 1000))
	require.NoError(t, err)
	for name, text := range map[string]string{"news": news(t, 4<<20), "one paragraph": again("Ana Lind of Peru met Carlos Berg in Oslo. ", 4<<20)} {
		for _, after := range []time.Duration{time.Millisecond, 20 * time.Millisecond, 200 * time.Millisecond, time.Second} {
			late := time.Hour
			for range 3 { // the best of three: the machine may have other work
				late = min(late, lateness(t, x, text, after))
			}
			require.Less(t, late, 50*time.Millisecond*patience, "%s, cancelled after %v", name, after)
		}
	}
}

// lateness is by how much Extract misses a deadline.
func lateness(t *testing.T, x *dossier.Extractor, text string, after time.Duration) time.Duration {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), after)
	defer cancel()
	start := time.Now()
	_, err := x.Extract(ctx, text)
	if err != nil { // else a fast machine
		require.Equal(t, context.DeadlineExceeded, err)
	}
	return time.Since(start) - after
}

func TestHostileTextsGiveSoundDocuments(t *testing.T) {
	x := extractor(t)
	for _, h := range hostile {
		for _, n := range []int{1, 2, 7, 100, 8 << 10} {
			text := h.text(n)
			doc, err := x.Extract(t.Context(), text)
			require.NoError(t, err, h.name)
			requireSound(t, text, doc)
		}
	}
}

func TestEveryPrefixOfAnArticleGivesASoundDocument(t *testing.T) {
	x := extractor(t)
	text := news(t, 1500)
	for n := 0; n < len(text); n += 13 {
		doc, err := x.Extract(t.Context(), text[:n])
		require.NoError(t, err)
		requireSound(t, text[:n], doc)
	}
}

func TestTwoRunsGiveTheSameBytes(t *testing.T) {
	texts := corpus(t)
	want := make([]string, len(texts))
	for i, text := range texts {
		want[i] = marshal(t, extractor(t), text)
	}
	for _, cores := range []int{1, 4} {
		before := runtime.GOMAXPROCS(cores)
		x := extractor(t)
		var all sync.WaitGroup
		for i, text := range texts {
			all.Go(func() {
				doc, err := x.Extract(context.Background(), text)
				if err != nil {
					t.Error(err)
					return
				}
				got, err := json.Marshal(doc)
				if err != nil || string(got) != want[i] {
					t.Errorf("article %d differs on %d cores: %v", i, cores, err)
				}
			})
		}
		all.Wait()
		runtime.GOMAXPROCS(before)
	}
}

func marshal(t testing.TB, x *dossier.Extractor, text string) string {
	t.Helper()
	doc, err := x.Extract(context.Background(), text)
	require.NoError(t, err)
	data, err := json.Marshal(doc)
	require.NoError(t, err)
	return string(data)
}

func TestRealDocumentsSurviveJSON(t *testing.T) {
	x := extractor(t)
	for _, text := range append(corpus(t), "Ana \xff met\xc3 Berg in Os\xf0lo on Monday.") {
		doc, err := x.Extract(t.Context(), text)
		require.NoError(t, err)
		data, err := json.Marshal(doc)
		require.NoError(t, err)
		requireValid(t, data)
		var back dossier.Document
		require.NoError(t, json.Unmarshal(data, &back))
		require.Equal(t, *doc, back)
	}
}

func TestThousandGoroutinesShareAnExtractor(t *testing.T) {
	x := extractor(t)
	const text = "Maria Lopez, the president of Peru, met David Cohen in Geneva. She accused Chile of lying."
	want := marshal(t, x, text)
	var all sync.WaitGroup
	for range 1000 {
		all.Go(func() {
			doc, err := x.Extract(context.Background(), text)
			if err != nil {
				t.Error(err)
				return
			}
			if got, err := json.Marshal(doc); err != nil || string(got) != want {
				t.Errorf("another document: %v", err)
			}
		})
	}
	all.Wait()
}

// names are the names of a text with their kinds, in order.
func names(doc *dossier.Document, before int) []string {
	var out []string
	for _, m := range doc.Mentions {
		if m.Form == entity.Name && m.End <= before {
			out = append(out, string(m.Kind)+" "+m.Text)
		}
	}
	return out
}

// allMentions are the mentions of a text with all that does not depend on how
// its lines end.
func allMentions(doc *dossier.Document) []string {
	var out []string
	for _, m := range doc.Mentions {
		text := strings.ReplaceAll(m.Text, "\r\n", "\n")
		out = append(out, fmt.Sprint(m.Kind, m.Form, m.Sentence, m.First, m.Last, m.Head, m.Entity, m.Sieve, " ", text))
	}
	return out
}

func TestLineEndsDoNotChangeTheMentions(t *testing.T) {
	x := extractor(t)
	for _, text := range corpus(t) {
		lf, err := x.Extract(t.Context(), text)
		require.NoError(t, err)
		crlf := strings.ReplaceAll(text, "\n", "\r\n")
		other, err := x.Extract(t.Context(), crlf)
		require.NoError(t, err)
		require.Equal(t, allMentions(lf), allMentions(other))
	}
}

// What the rest of a document says of a word counts; a paragraph of other words
// says nothing.
func TestNewParagraphLeavesTheEarlierNamesAlone(t *testing.T) {
	x := extractor(t)
	for _, text := range corpus(t) {
		before, err := x.Extract(t.Context(), text)
		require.NoError(t, err)
		for _, paragraph := range []string{
			"Nobody knows.",
			"Brixa Tolvane met Umber Kray in Ostrelmark.",
			"BRIXA TOLVANE ACCUSES OSTRELMARK\n\nit rained again, and nothing moved, as ever.",
		} {
			after, err := x.Extract(t.Context(), text+"\n\n"+paragraph+"\n")
			require.NoError(t, err)
			require.Equal(t, names(before, len(text)), names(after, len(text)))
		}
	}
}

func TestOwnRulesStandInPlaceOfTheBuiltInOnesOrBeside(t *testing.T) {
	rules, err := relation.Parse("own.rules", "relation hugged\n  A hug B\n")
	require.NoError(t, err)
	const text = "Maria Lopez hugged David Cohen. Anna Ruiz met John Baker in Geneva."
	found := func(options ...dossier.Option) []string {
		doc, err := extractor(t, options...).Extract(t.Context(), text)
		require.NoError(t, err)
		var out []string
		for _, r := range doc.Relations {
			out = append(out, r.Name)
		}
		return out
	}
	require.Equal(t, []string{"met"}, found())
	require.Equal(t, []string{"hugged"}, found(dossier.WithRules(rules)))
	require.Equal(t, []string{"hugged", "met"}, found(dossier.WithRulesBeside(rules)))
	require.Empty(t, found(dossier.WithRules()))
}

func TestGazetteerAddsTheCallersNames(t *testing.T) {
	ships, err := entity.NewGazetteer([]entity.GazetteerName{{Name: "gannet of skye", Kind: "SHIP", Key: "imo:1"}})
	require.NoError(t, err)
	ports, err := entity.NewGazetteer([]entity.GazetteerName{{Name: "Oslo", Canonical: "Port of Oslo", Kind: "PORT", Key: "port:7"}}, entity.WithPrecedence(entity.GazetteerWins))
	require.NoError(t, err)
	const text = "Maria Lopez saw the Gannet of Skye in Oslo."
	doc, err := extractor(t, dossier.WithGazetteer(ships), dossier.WithGazetteer(ports)).Extract(t.Context(), text)
	require.NoError(t, err)
	requireSound(t, text, doc)
	got := map[string]string{}
	for _, m := range doc.Mentions {
		e := doc.Entities[m.Entity]
		got[m.Text] = string(m.Kind) + " " + m.Key + " " + e.Key + " " + e.Name
	}
	require.Equal(t, map[string]string{"Maria Lopez": "PERSON   Maria Lopez", "Gannet of Skye": "SHIP imo:1 imo:1 gannet of skye",
		"Oslo": "PORT port:7 port:7 Port of Oslo"}, got)
	_, err = dossier.New(dossier.WithGazetteer(nil))
	require.Error(t, err)
}

func TestPronounsCanBeLeftAlone(t *testing.T) {
	const text = "Maria Lopez came to Geneva. She met David Cohen."
	resolved := func(options ...dossier.Option) int {
		doc, err := extractor(t, options...).Extract(t.Context(), text)
		require.NoError(t, err)
		n := 0
		for _, m := range doc.Mentions {
			if m.Form == entity.Pronoun && m.Entity != entity.None {
				n++
			}
		}
		return n
	}
	require.Equal(t, 1, resolved())
	require.Zero(t, resolved(dossier.WithPronouns(false)))
}

func TestThresholdLeavesOutWhatScoresLower(t *testing.T) {
	all, err := extractor(t).Extract(t.Context(), news(t, 2063))
	require.NoError(t, err)
	few, err := extractor(t, dossier.WithThreshold(0.9, 0.95)).Extract(t.Context(), news(t, 2063))
	require.NoError(t, err)
	require.Less(t, len(names(few, 1<<20)), len(names(all, 1<<20)))
	require.NotEmpty(t, few.Relations)
	for _, m := range few.Mentions {
		if m.Form == entity.Name {
			require.GreaterOrEqual(t, m.Score, 0.9)
		}
	}
	for _, r := range few.Relations {
		require.GreaterOrEqual(t, r.Score, 0.95)
	}
}

// own is every step of a caller's own; each writes the smallest thing.
type own struct{ err error }

func (o own) Segment(doc *entity.Document) error {
	doc.Sentences = []entity.Sentence{{End: len(doc.Text), Tokens: []entity.Token{{End: len(doc.Text), Text: doc.Text, Head: entity.None}}}}
	return nil
}
func (o own) Parse(doc *entity.Document) error { doc.Sentences[0].Tokens[0].Tag = "UH"; return nil }
func (o own) Tag(doc *entity.Document) error {
	doc.Mentions = []entity.Mention{{End: len(doc.Text), Text: doc.Text, Kind: "SHIP", Form: entity.Name, Entity: entity.None, Last: 1, Score: 1}}
	return nil
}
func (o own) Resolve(doc *entity.Document) error {
	doc.Entities = []entity.Entity{{Name: doc.Text, Kind: "SHIP", Mentions: []int{0}, Place: entity.None, ActsFor: entity.None}}
	doc.Mentions[0].Entity = 0
	return o.err
}
func (o own) Find(doc *entity.Document) ([]relation.Relation, error) {
	a := relation.Argument{Span: relation.Span{End: len(doc.Text), Text: doc.Text}, Kind: "SHIP"}
	return []relation.Relation{{Name: "is", Source: a, Target: a, Factuality: relation.Asserted, Score: 1}}, nil
}

func TestEveryStepCanBeTheCallersOwn(t *testing.T) {
	steps := func(o own) *dossier.Extractor {
		return extractor(t, dossier.WithSegmenter(o), dossier.WithParser(o), dossier.WithTagger(o), dossier.WithResolver(o), dossier.WithFinder(o))
	}
	doc, err := steps(own{}).Extract(t.Context(), "Fram")
	require.NoError(t, err)
	requireSound(t, "Fram", doc)
	require.Equal(t, "UH", doc.Sentences[0].Tokens[0].Tag)
	require.Equal(t, "is", doc.Relations[0].Name)

	broken := errors.New("no chart")
	_, err = steps(own{err: broken}).Extract(t.Context(), "Fram")
	require.ErrorIs(t, err, broken)
	require.ErrorContains(t, err, "resolve")
}

func FuzzExtract(f *testing.F) {
	for _, h := range hostile {
		f.Add(h.text(60))
	}
	f.Add("Ana Lind, the envoy of Peru, told Reuters on Monday that she had met Carlos Berg.\n\nHe denied it.")
	f.Add("‘We won’t,’ said Peru’s envoy—and left.")
	x := extractor(f)
	f.Fuzz(func(t *testing.T, text string) {
		text = text[:min(len(text), 1<<10)] // more of the same finds nothing new
		doc, err := x.Extract(context.Background(), text)
		require.NoError(t, err)
		requireSound(t, text, doc)
		if data, again := marshal(t, x, text), marshal(t, x, text); data != again {
			t.Fatal("two runs differ")
		}
	})
}
