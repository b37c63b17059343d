package entity

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// markedNames makes a document without tokens from a text whose names are marked:
// "[P Anna Ruiz] of [O Acme Corp] went to [L Oslo]". A small letter stands for
// a kind that the tagger is not sure of.
func markedNames(marked string) *Document {
	doc := &Document{}
	var text strings.Builder
	kinds := map[byte]Kind{'P': Person, 'O': Org, 'L': Place, 'G': Group}
	for {
		before, rest, ok := strings.Cut(marked, "[")
		text.WriteString(before)
		if !ok {
			break
		}
		name, after, _ := strings.Cut(rest[2:], "]")
		m := Mention{Start: text.Len(), Text: name, Kind: kinds[rest[0]&^0x20], Form: Name, Entity: None, Score: 1}
		if rest[0] >= 'a' {
			m.Score = 0.6
		}
		if m.Kind == Group {
			m.Form = GroupForm
		}
		text.WriteString(name)
		m.End = text.Len()
		doc.Mentions = append(doc.Mentions, m)
		marked = after
	}
	doc.Text = text.String()
	return doc
}

// entitiesOf lists the entities of the mentions as letters, in text order.
func entitiesOf(doc *Document) string {
	var b strings.Builder
	for _, m := range doc.Mentions {
		if m.Entity == None {
			b.WriteByte('-')
		} else {
			b.WriteByte('a' + byte(m.Entity))
		}
	}
	return b.String()
}

func TestNamesAloneFindTheirEntities(t *testing.T) {
	for _, c := range []struct{ property, text, want string }{
		{"equal names are one", "[P Anna Ruiz] spoke. [P Anna Ruiz] left.", "aa"},
		{"kinds stay apart", "[P Lincoln] saw [L Lincoln] and [O Lincoln].", "abc"},
		{"articles, case, possessives and full stops do not count", "[O The Acme Union] and [O ACME UNION] and [O the Acme Union's] plan", "aaa"},
		{"curly possessives do not count", "[P Ruiz’s] plan and [P Ruiz]", "aa"},
		{"marks of letters do not count", "[P José Peña] and [P Jose Pena]", "aa"},
		{"abbreviations with and without full stops are one", "[L U.S.] and [L US] and [L U. S.]", "aaa"},
		{"short and long forms of a country are one", "[L the United States], [L US], [L U.S.] and [L America]", "aaaa"},
		{"a country stays one whatever kind the tagger gives", "[L United States] and [O the US]", "aa"},
		{"neighbouring countries stay two", "[L North Korea] and [L South Korea]", "ab"},
		{"a surname follows its full name", "[P Anna Ruiz] met [P Tom Berg]. [P Ruiz] smiled at [P Berg].", "abab"},
		{"a given name follows its full name", "[P Anna Ruiz] is a doctor. [P Anna] lives alone.", "aa"},
		{"a surname may come before its full name", "[P Ruiz] in trouble. [P Anna Ruiz] said.", "aa"},
		{"the first word may be the family name", "[P Xu Lanfen] met [P Xu].", "aa"},
		{"a family name of two words", "[P Omar bin Salif] spoke. [P bin Salif] left.", "aa"},
		{"a middle name may be left out", "[P Anna Maria Ruiz] and [P Anna Ruiz]", "aa"},
		{"an initial stands for a name", "[P Anna M. Ruiz] and [P Anna Maria Ruiz] and [P A. Ruiz]", "aaa"},
		{"joined and parted initials are one", "[P J.K. Ruiz] and [P J. K. Ruiz]", "aa"},
		{"a second family name may be left out", "[P Hugo Salas Frei] and [P Hugo Salas]", "aa"},
		{"short given names", "[P William Ortner] and [P Bill Ortner]", "aa"},
		{"family name first or last", "[P Ito Haruka] and [P Haruka Ito]", "aa"},
		{"honours after the name do not count", "[P Anna Ruiz OBE] and [P Anna Ruiz]", "aa"},
		{"different given names stay two", "[P Anna Ruiz] and [P Maria Ruiz]", "ab"},
		{"different middle initials stay two", "[P George W. Ortner] and [P George H. W. Ortner]", "ab"},
		{"Jr. and Sr. stay two", "[P Paul Berg Jr.] and [P Paul Berg Sr.]", "ab"},
		{"the first and the second stay two", "[P Norbert I] and [P Norbert II]", "ab"},
		{"a shared surname goes to the one named more", "[P Anna Ruiz] spoke. [P Anna Ruiz] left. [P Tom Ruiz] stayed. [P Ruiz] won.", "aaba"},
		{"of equals a shared surname goes to the first", "[P Anna Ruiz] spoke. [P Tom Ruiz] left. [P Ruiz] won.", "aba"},
		{"people named together are nobody's name", "[P Anna and Tom Ruiz] left. [P Anna Ruiz] spoke.", "ab"},
		{"what follows a person's name does not count", "[P Lee Sandor of the Green Union] and [P Lee Sandor]", "aa"},
		{"an acronym in brackets", "[O Federal Office of Roads] ([O FOR]) and [O FOR]", "aaa"},
		{"an acronym that spells out letters within words", "[O Hallberg-Sandor] ([O HS])", "aa"},
		{"a long form in brackets", "[O FOR] ([O Federal Office of Roads])", "aa"},
		{"an acronym without brackets", "[O Federal Office of Roads] spoke. [O FOR] left.", "aa"},
		{"other letters in brackets are another", "[O Federal Office of Roads] ([O XYZ])", "ab"},
		{"the suffix of a company does not count", "[O Acme Corp.] and [O Acme] and [O Acme Inc]", "aaa"},
		{"the end of an organization's name", "[O Rossin Valley Rovers] won. [O Rovers] fans cheered.", "aa"},
		{"a longer name that comes later is another", "[O Acme] founded [O Acme Research].", "ab"},
		{"organizations named together stay apart", "[O Acme and Berg] left. [O Berg] stayed.", "ab"},
		{"a lone name beside the longer name of an organization is no person", "[O Corvane Systems] grew. [O Corvane Systems] and [p Corvane]", "aaa"},
		{"a kind that the rest of the text denies", "[L Norland], [L Norland], [L Norland] and [p Norland]", "aaaa"},
		{"a person with a title stays one", "[L Norland], [L Norland], [L Norland] and [p President Norland]", "aaab"},
		{"a person with a full name stays one", "[O Berg Systems], [O Berg Systems], [P Tom Berg] and [p Berg]", "aabb"},
		{"a surname is no place that nobody knows", "[P Kari Nyland] spoke. [l Nyland] left.", "aa"},
		{"a surname may be a place that is known", "[P Kari Oslo] spoke. [l Oslo] slept.", "ab"},
		{"a region and its other names", "[L Texas] and [L Tex.]", "aa"},
		{"a place may leave out what it is", "[L Rossin Province] and [L Rossin]", "aa"},
		{"a building is not the place", "[L Rossin Stadium] and [L Rossin]", "ab"},
		{"an organization's name may be turned round", "[O the Department of Roads] and [O Roads Department]", "aa"},
		{"the affairs of a ministry may be left out", "[O Ministry of Foreign Affairs] and [O the Foreign Ministry]", "aa"},
		{"hyphens of persons' names are spaces", "[P Kim Sung-ho] and [P Kim Sung Ho]", "aa"},
		{"an article in a person's name may be left out", "[P Omar al-Salif] spoke. [P Salif] and [P al-Salif] left.", "aaa"},
		{"no words at all", "[P ...] and [P ...]", "ab"},
	} {
		t.Run(c.property, func(t *testing.T) {
			doc := markedNames(c.text)
			require.NoError(t, NewResolver().Resolve(doc))
			require.Equal(t, c.want, entitiesOf(doc))
		})
	}
}

func TestEntityHasTheFullestNameAndTheOthersAsAliases(t *testing.T) {
	doc := markedNames("[P Ruiz] and [P President Anna Ruiz], [P Anna Ruiz]'s, [P RUIZ]")
	require.NoError(t, NewResolver().Resolve(doc))
	require.Len(t, doc.Entities, 1)
	e := doc.Entities[0]
	require.Equal(t, "Anna Ruiz", e.Name)
	require.Equal(t, []string{"Ruiz"}, e.Aliases)
	require.Equal(t, []int{0, 1, 2, 3}, e.Mentions)
	require.Equal(t, None, e.Place)
	require.Equal(t, None, e.ActsFor)
}

func TestEveryLinkNamesItsSieveAndTheFirstMentionNone(t *testing.T) {
	doc := markedNames("[P Anna Ruiz] met [P Tom Berg]. [P Anna Ruiz] left, [P Berg] stayed. [L US], [L United States].")
	require.NoError(t, NewResolver().Resolve(doc))
	var got []string
	for _, m := range doc.Mentions {
		got = append(got, m.Sieve)
	}
	require.Equal(t, []string{"", "", "same-name", "person-name", "", "country"}, got)
}

func TestUsersKeyComesToTheEntity(t *testing.T) {
	doc := markedNames("[P Anna Ruiz] left. [P Ruiz] stayed.")
	doc.Mentions[1].Key = "Q17"
	require.NoError(t, NewResolver().Resolve(doc))
	require.Equal(t, "Q17", doc.Entities[0].Key)
}

func TestUsersKeysJoinAndPart(t *testing.T) {
	doc := keyedNames("[L Ostavia] and [L Ostavian]. [P Anna Ruiz] and [P Anna Ruiz].", "Q5", "Q5", "Q1", "Q2")
	require.NoError(t, NewResolver().Resolve(doc))
	require.Equal(t, "aabc", entitiesOf(doc))
	require.Equal(t, "Ostavia", doc.Entities[0].Name)
	require.Equal(t, "Q2", doc.Entities[2].Key)
}

func TestEntityWithAKeyTakesTheCanonicalName(t *testing.T) {
	g, err := NewGazetteer([]GazetteerName{{Name: "Ostavia", Kind: Place, Canonical: "Republic of Ostavia", Key: "Q5", Aliases: []string{"Ostland"}}})
	require.NoError(t, err)
	doc := keyedNames("[L Ostland] and [L Ostavia]", "Q5", "Q5")
	require.NoError(t, NewResolver(WithCanonicalNames(g)).Resolve(doc))
	require.Equal(t, "Republic of Ostavia", doc.Entities[0].Name)
	require.ElementsMatch(t, []string{"Ostavia", "Ostland"}, doc.Entities[0].Aliases)
}

// keyedNames is markedNames with the user's keys.
func keyedNames(marked string, keys ...string) *Document {
	doc := markedNames(marked)
	for i, k := range keys {
		doc.Mentions[i].Key = k
	}
	return doc
}

func TestResolvingTwiceGivesTheSame(t *testing.T) {
	doc := markedNames("[P Anna Ruiz] met [P Tom Berg] in [L Oslo]. [P Ruiz] left for [L the US].")
	require.NoError(t, NewResolver().Resolve(doc))
	first := fmt.Sprintf("%+v %+v", doc.Mentions, doc.Entities)
	require.NoError(t, NewResolver().Resolve(doc))
	require.Equal(t, first, fmt.Sprintf("%+v %+v", doc.Mentions, doc.Entities))
}

func TestMentionOutsideTheTextIsAnError(t *testing.T) {
	for _, m := range []Mention{{Start: -1, End: 2}, {Start: 3, End: 2}, {Start: 0, End: 99}} {
		doc := &Document{Text: "short text", Mentions: []Mention{m}}
		var e *MentionError
		require.ErrorAs(t, NewResolver().Resolve(doc), &e)
		require.Nil(t, doc.Entities)
	}
	doc := &Document{Text: "ab", Sentences: []Sentence{{End: 2, Tokens: []Token{{End: 2, Text: "ab"}}}},
		Mentions: []Mention{{End: 2, Last: 5}}}
	require.Error(t, NewResolver().Resolve(doc))
}

func TestMentionsOutOfOrderAreSorted(t *testing.T) {
	doc := markedNames("[P Anna Ruiz] met [P Tom Berg].")
	doc.Mentions[0], doc.Mentions[1] = doc.Mentions[1], doc.Mentions[0]
	require.NoError(t, NewResolver().Resolve(doc))
	require.Equal(t, "Anna Ruiz", doc.Mentions[0].Text)
	require.Equal(t, "ab", entitiesOf(doc))
}

// randomNames makes a text of n names of some people, organizations and
// places, in all their forms.
func randomNames(n, people int, seed uint64) *Document {
	r := rand.New(rand.NewPCG(seed, 1))
	var text strings.Builder
	for range n {
		p := r.IntN(people)
		switch r.IntN(5) {
		case 0:
			fmt.Fprintf(&text, "[P Given%d Family%d] ", p, p)
		case 1:
			fmt.Fprintf(&text, "[P Family%d] ", p)
		case 2:
			fmt.Fprintf(&text, "[O Union%d of Works Corp] ", p)
		case 3:
			fmt.Fprintf(&text, "[O Union%d] ", p)
		default:
			fmt.Fprintf(&text, "[L Town%d] ", p)
		}
	}
	return markedNames(text.String())
}

func TestSurnamesOfAThousandPeopleFindTheirOwn(t *testing.T) {
	doc := randomNames(20000, 1000, 7)
	require.NoError(t, NewResolver().Resolve(doc))
	for _, e := range doc.Entities {
		if e.Kind != Person {
			continue
		}
		_, number, _ := strings.Cut(e.Name, "Family")
		for _, i := range e.Mentions {
			require.True(t, strings.HasSuffix(doc.Mentions[i].Text, "Family"+number))
		}
	}
}

func TestMentionsOfTokensThatAreNotThereAreBorne(t *testing.T) {
	text := "The minister Anna Ruiz, who left, met Ruiz."
	mentions := []Mention{
		{Start: 0, End: 32, Kind: Person, Form: Name, Last: 7, Head: 3},
		{Start: 38, End: 42, Kind: Person, Form: Name, Sentence: 2, First: 9, Last: 10, Head: 9},
	}
	bare := &Document{Text: text, Mentions: slices.Clone(mentions)}
	for i := range bare.Mentions {
		m := &bare.Mentions[i]
		m.Sentence, m.First, m.Last, m.Head = 0, 0, 0, 0
	}
	doc := &Document{Text: text, Mentions: slices.Clone(mentions)}
	require.NoError(t, NewResolver().Resolve(doc))
	require.NoError(t, NewResolver().Resolve(bare))
	require.Equal(t, bare.Entities, doc.Entities)
	require.Equal(t, 10, doc.Mentions[1].Last, "the indices stay the caller's")
}

func FuzzResolveKeepsItsPromises(f *testing.F) {
	f.Add("Anna Ruiz (AR) of U.S. \x00\xff O'Neil's Jr. II", uint64(3))
	f.Add("....'''---", uint64(9))
	f.Add("the old minister Anna Ruiz, who left, her Acme Corp, Ruiz and the FBI of Oslo", uint64(4))
	f.Fuzz(func(t *testing.T, text string, seed uint64) {
		r := rand.New(rand.NewPCG(seed, 2))
		doc := &Document{Text: text}
		kinds := []Kind{Person, Org, Place, Group, "SHIP", ""}
		if r.IntN(4) == 0 {
			doc.Sentences = make([]Sentence, 1+r.IntN(3))
		}
		for range r.IntN(12) {
			a, b := r.IntN(len(text)+1), r.IntN(len(text)+1)
			m := Mention{Start: min(a, b), End: max(a, b), Kind: kinds[r.IntN(len(kinds))], Form: Name}
			switch {
			case len(doc.Sentences) > 0: // that have no tokens
				m.Sentence, m.Head = r.IntN(len(doc.Sentences)), r.IntN(20)
			case r.IntN(2) == 0: // of tokens that are not there
				m.Sentence, m.First, m.Last, m.Head = r.IntN(9)-2, r.IntN(9)-2, r.IntN(20), r.IntN(20)-2
			}
			doc.Mentions = append(doc.Mentions, m)
		}
		require.NoError(t, NewResolver().Resolve(doc))
		for i, e := range doc.Entities {
			require.Equal(t, i, e.ID)
			require.NotEmpty(t, e.Mentions)
			for _, m := range e.Mentions {
				require.Equal(t, i, doc.Mentions[m].Entity)
			}
		}
	})
}

func benchmarkNames(b *testing.B, doc *Document) {
	given := doc.Mentions
	room := make([]Mention, 0, 2*len(given))
	r := NewResolver()
	b.ReportAllocs()
	for b.Loop() {
		doc.Mentions = append(room[:0], given...)
		if err := r.Resolve(doc); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(len(given))*float64(b.N)/b.Elapsed().Seconds(), "mentions/s")
}

func BenchmarkNames(b *testing.B) {
	for _, n := range []int{100, 10000, 100000} {
		b.Run(fmt.Sprintf("of_an_article/%d", n), func(b *testing.B) { benchmarkNames(b, randomNames(n, max(10, n/10), 1)) })
	}
	b.Run("one_name/100000", func(b *testing.B) { benchmarkNames(b, markedNames(strings.Repeat("[P Anna Ruiz] ", 100000))) })
	b.Run("one_surname/100000", func(b *testing.B) {
		benchmarkNames(b, markedNames("[P Anna Ruiz] [P Tom Ruiz] "+strings.Repeat("[P Ruiz] ", 100000)))
	})
	var people strings.Builder
	for i := range 10000 {
		fmt.Fprintf(&people, "[P Given%d Family] ", i)
	}
	b.Run("one_family/10000", func(b *testing.B) { benchmarkNames(b, markedNames(people.String())) })
}
