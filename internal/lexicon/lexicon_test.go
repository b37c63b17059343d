package lexicon

import (
	"strings"
	"testing"

	"github.com/dossier-nlp/dossier/internal/model"
	"github.com/stretchr/testify/require"
)

func tokensOf(text string) []Token {
	var tokens []Token
	for w := range words(text) {
		tokens = append(tokens, TokenOf(w))
	}
	return tokens
}

func TestANameCountsOnlyWithItsCapitals(t *testing.T) {
	for _, c := range []struct {
		text string
		want Flag
		not  Flag
		len  int
	}{
		{"US", Country, 0, 1},
		{"us", 0, Country, 0},
		{"Us", 0, Country, 0},
		{"U.S.", Country, 0, 1},
		{"Turkey", Country | Common, 0, 1},
		{"turkey", 0, Country, 0},
		{"TURKEY", Country, 0, 1},
		{"Middle East", Area, 0, 2},
		{"MIDDLE EAST", Area, 0, 2},
		{"middle east", 0, Area, 0},
		{"prime minister", Title | Role, 0, 2},
		{"Prime Minister", Title | Role, 0, 2},
		{"al-Qaida", Armed, 0, 1},
		{"al - Qaida", Armed, 0, 3},
		{"Coca - Cola", Company, 0, 3},
		{"Coca-Cola", Company, 0, 1},
	} {
		t.Run(c.text, func(t *testing.T) {
			m := Longest(tokensOf(c.text), 0)
			require.Equal(t, c.want, m.Flags&c.want)
			require.Zero(t, m.Flags&c.not)
			require.Equal(t, c.len, m.Len)
		})
	}
}

func TestNamesLinkToTheirCountry(t *testing.T) {
	for _, c := range []struct {
		name, country string
		link          Link
	}{
		{"Sweden", "Sweden", SameAs},
		{"Kingdom of Sweden", "Sweden", ShortFor},
		{"Swedish", "Sweden", Adjective},
		{"Swede", "Sweden", Person},
		{"Swedes", "Sweden", Persons},
		{"Stockholm", "Sweden", CapitalOf},
		{"Malmö", "Sweden", Inside},
		{"Texas", "United States", Inside},
		{"US", "United States", ShortFor},
		{"us", "", NoLink},
		{"Texans", "United States", Persons},
		{"Londoners", "United Kingdom", Persons},
		{"Cambridge", "", NoLink},
		{"Georgia", "Georgia", SameAs},
		{"Burma", "Myanmar", FormerOf},
		{"Beijing", "China", CapitalOf},
		{"Washington, D.C.", "", NoLink},
		{"Washington , D.C.", "United States", CapitalOf},
		{"Ivory Coast", "Ivory Coast", SameAs},
		{"Côte d'Ivoire", "Ivory Coast", ShortFor},
		{"Port - au - Prince", "Haiti", CapitalOf},
		{"Port-au-Prince", "Haiti", CapitalOf},
		{"UAE", "United Arab Emirates", ShortFor},
		{"DRC", "Democratic Republic of the Congo", ShortFor},
		{"South Koreans", "South Korea", Persons},
		{"Europeans", "Europe", Persons},
		{"Kurdish", "Kurdistan", Adjective},
		{"Arab", "", NoLink},
		{"officials", "", NoLink},
		{"", "", NoLink},
	} {
		t.Run(c.name, func(t *testing.T) {
			country, link := CountryOf(c.name)
			require.Equal(t, c.country, country)
			require.Equal(t, c.link, link)
		})
	}
}

func TestOrdinaryWordsAreMarkedCommon(t *testing.T) {
	for _, w := range []string{"Turkey", "China", "Chad", "March", "Bill", "Will", "Mark", "May", "Reading", "Nice", "Mobile", "Target", "IN", "OR", "WHO"} {
		f := TokenOf(w).Word()
		require.True(t, f.Has(Common), w)
		require.True(t, f.Has(Names), w)
		require.False(t, TokenOf(strings.ToLower(w)).Word().Has(Names), w)
	}
	for _, w := range []string{"Sweden", "Pakistani", "NATO", "Nguyen", "Mali"} {
		f := TokenOf(w).Word()
		require.True(t, f.Has(Names), w)
		require.False(t, f.Has(Common), w)
	}
	for _, w := range []string{"LOL", "GDP", "CEO"} {
		f := TokenOf(w).Word()
		require.True(t, f.Has(Common|Acronym), w)
		require.False(t, f.Has(Names), w)
		require.False(t, TokenOf(strings.ToLower(w)).Word().Has(Acronym), w)
	}
}

// The lists must stay as wide as the documentation says.
func TestListsAreWide(t *testing.T) {
	count := map[Flag]int{}
	for _, s := range opened().slots {
		for _, f := range []Flag{Country, Demonym, Capital, City, Region, FirstName, Surname, Org, Company, Outlet, School, Team, Party, Armed} {
			if s.flags.Has(f) {
				count[f]++
			}
		}
	}
	for f, least := range map[Flag]int{
		Country: 500, Demonym: 900, Capital: 200, City: 2000, Region: 1500, FirstName: 6000, Surname: 6000,
		Org: 3000, Company: 1500, Outlet: 500, School: 200, Team: 300, Party: 300, Armed: 200,
	} {
		require.GreaterOrEqual(t, count[f], least, "flag %b", f)
	}
	t.Log(count)
}

func TestGenderOfNamesAndTitles(t *testing.T) {
	for word, gender := range map[string]Gender{"Peter": MaleGender, "Mary": FemaleGender, "Mr.": MaleGender, "Xqzt": UnknownGender} {
		require.Equal(t, gender, TokenOf(word).Word().Gender(), word)
	}
}

// A kind that is misspelt would drop the line's names in silence.
func TestKindOfEveryLineIsKnown(t *testing.T) {
	for name, list := range map[string]struct {
		text   string
		column int
	}{
		"inside": {insideText, 1}, "geo": {geoText, 0}, "first": {firstText, 0}, "orgs": {orgsText, 0}, "words": {wordsText, 0},
	} {
		n := 0
		for line := range lines(list.text) {
			columns := strings.Split(line, "\t")
			require.Greater(t, len(columns), list.column+1, "%s: %s", name, line)
			require.NotZero(t, kinds[columns[list.column]], "%s: %s", name, line)
			n++
		}
		require.NotZero(t, n, name)
	}
}

func TestTableHasRoomToSpare(t *testing.T) {
	l := load()
	t.Logf("%d slots used of %d, %d records", l.used, len(l.slots), len(l.records))
	require.Less(t, l.used, len(l.slots)*6/10)
}

func TestLookupDoesNotAllocate(t *testing.T) {
	tokens := tokensOf("The Middle East envoy met the Prime Minister")
	require.Zero(t, testing.AllocsPerRun(100, func() {
		for i := range tokens {
			Longest(tokens, i)
			Word(tokens[i].Hash)
		}
		CountryOf("Kingdom of Sweden")
	}))
}

func BenchmarkLoad(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		load()
	}
}

func BenchmarkWord(b *testing.B) {
	h := model.HashLower("Sweden")
	b.ReportAllocs()
	for b.Loop() {
		Word(h)
	}
}

func BenchmarkLongest(b *testing.B) {
	tokens := tokensOf("The Middle East envoy met the Prime Minister of Sweden in Malmo")
	b.ReportAllocs()
	for b.Loop() {
		for i := range tokens {
			Longest(tokens, i)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*len(tokens)), "ns/token")
}
