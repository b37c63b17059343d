package entity

import (
	"context"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"
)

// tagged is a text's names, as "KIND name".
func tagged(t testing.TB, text string) []string {
	t.Helper()
	doc := read(t, text)
	out := []string{}
	for _, m := range doc.Mentions {
		out = append(out, string(m.Kind)+" "+m.Text)
	}
	return out
}

func read(t testing.TB, text string) *Document {
	t.Helper()
	tagger, err := NewTagger()
	require.NoError(t, err)
	doc := &Document{Text: text}
	require.NoError(t, Words.Segment(doc))
	require.NoError(t, tagger.Tag(doc))
	return doc
}

func TestNewsNamesAreFound(t *testing.T) {
	for text, want := range map[string][]string{
		"The White House said on Friday that the talks had ended.":                                                         {"ORG White House"},
		"Staff of the Interior, Energy and Commerce departments were told to stay at home.":                                {"ORG Interior", "ORG Energy", "ORG Commerce"},
		"National Security Agency Director Paul Harding spoke for an hour.":                                                {"ORG National Security Agency", "PERSON Paul Harding"},
		"Tran Van Minh, secretary of the Central Commission for Internal Affairs of the Vietnamese Communist Party, left.": {"PERSON Tran Van Minh", "ORG Central Commission for Internal Affairs", "ORG Vietnamese Communist Party"},
		"U.S. President Walter Hughes flew to Canada on Monday.":                                                           {"PLACE U.S.", "PERSON Walter Hughes", "PLACE Canada"},
		"A farmer checks his field near Lodwar, Kenya. REUTERS/Maria Lopez Delgado/Handout":                                {"PLACE Lodwar", "PLACE Kenya", "ORG REUTERS", "PERSON Maria Lopez Delgado"},
		"The European Central Bank (ECB) left rates unchanged, and the ECB will meet again in June.":                       {"ORG European Central Bank", "ORG ECB", "ORG ECB"},
		"The London-based company hired three German engineers.":                                                           {"PLACE London"},
	} {
		require.Equal(t, want, tagged(t, text), text)
	}
}

func TestSurnameTakesItsKindFromTheFullName(t *testing.T) {
	text := "Jordan Whitfield resigned on Tuesday. Whitfield gave no reason.\n\nWhitfield will be replaced in May."
	require.Equal(t, []string{"PERSON Jordan Whitfield", "PERSON Whitfield", "PERSON Whitfield"}, tagged(t, text))
}

func TestThresholdLeavesOutWhatScoresLess(t *testing.T) {
	text := "Amal Idris of Kestrel Holdings met traders in Oran, and Pikwa was there."
	all := read(t, text).Mentions
	require.NotEmpty(t, all)
	least := 1.0
	for _, m := range all {
		require.True(t, m.Score > 0 && m.Score < 1, "%v", m.Score)
		least = min(least, m.Score)
	}
	tagger, err := NewTagger(WithThreshold(least + 1e-9))
	require.NoError(t, err)
	doc := read(t, text)
	require.NoError(t, tagger.Tag(doc))
	require.Len(t, doc.Mentions, len(all)-1)
}

func TestMentionsLieOnTheirTokens(t *testing.T) {
	for _, text := range []string{
		"", " ", "\x00", "\xff\xfe", "((((((((((", strings.Repeat("Bonn ", 3000), strings.Repeat("X", 1<<20),
		"“Anna Berg’s” trip\u00a0to Lima—via \u202eQuito… (UN)", "ANNA BERG MET PETER LANG IN LIMA", "anna berg met peter lang in lima",
		"Anna\x00Berg met \xc3\x28 Peter Lang in L\xffima.",
		strings.Repeat("Anna Berg ( ( ", 500), strings.Repeat("Justice, ", 2000) + "and State departments",
	} {
		doc := read(t, text)
		last := 0
		for _, m := range doc.Mentions {
			require.GreaterOrEqual(t, m.Start, last)
			require.Greater(t, m.End, m.Start)
			last = m.End
			require.Equal(t, text[m.Start:m.End], m.Text)
			tokens := doc.Sentences[m.Sentence].Tokens
			require.Equal(t, tokens[m.First].Start, m.Start)
			require.Equal(t, tokens[m.Last-1].End, m.End)
			require.True(t, m.Head >= m.First && m.Head < m.Last)
			require.Equal(t, None, m.Entity)
			require.Equal(t, Name, m.Form)
		}
	}
}

func TestModelThatIsNoneIsAnError(t *testing.T) {
	for _, option := range []TaggerOption{WithModel(nil), WithModelBeside(nil), WithModel(new(Model)), WithModelBeside(new(Model))} {
		_, err := NewTagger(option)
		require.ErrorIs(t, err, ErrNoModel)
	}
}

func TestTaggerIsSafeForConcurrentUse(t *testing.T) {
	text := "Anna Berg met Peter Lang of Northfield Bank in Lima. Berg then left for Quito."
	want := tagged(t, text)
	tagger, err := NewTagger()
	require.NoError(t, err)
	var wait sync.WaitGroup
	for range 8 {
		wait.Go(func() {
			for range 50 {
				doc := &Document{Text: text}
				if Words.Segment(doc) != nil || tagger.Tag(doc) != nil || len(doc.Mentions) != len(want) {
					t.Error("another result than alone")
					return
				}
			}
		})
	}
	wait.Wait()
}

func TestTaggingEndsWithItsContext(t *testing.T) {
	tagger, err := NewTagger()
	require.NoError(t, err)
	doc := read(t, strings.Repeat("Anna Berg met Peter Lang in Lima. ", 500))
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	require.ErrorIs(t, tagger.TagContext(ctx, doc), context.Canceled)
}

func BenchmarkTag(b *testing.B) {
	tagger, err := NewTagger()
	require.NoError(b, err)
	text := strings.Repeat("Trade minister Anna Berg met Peter Lang of Northfield Bank in Lima on Monday, officials said. "+
		"The two sides agreed to lower duties on steel and grain within five years, Berg told reporters after the talks.\n\n", 40)
	doc := read(b, text)
	words := 0
	for _, s := range doc.Sentences {
		words += len(s.Tokens)
	}
	b.ReportAllocs()
	for b.Loop() {
		if err := tagger.Tag(doc); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(words)*float64(b.N)/b.Elapsed().Seconds(), "tokens/s")
}

func TestCountriesArePlacesWhenTheyPlay(t *testing.T) {
	require.Equal(t, []string{"PLACE Norway", "PLACE Brazil"}, tagged(t, "Norway lost 2-0 to Brazil in their World Cup qualifier."))
}
