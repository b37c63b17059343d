package entity

import (
	"errors"
	"fmt"
	"runtime"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func newGazetteer(t *testing.T, names []GazetteerName, opts ...GazetteerOption) *Gazetteer {
	t.Helper()
	g, err := NewGazetteer(names, opts...)
	require.NoError(t, err)
	return g
}

// namesIn tags a text with a gazetteer alone: "text KIND key" of each mention.
func namesIn(t *testing.T, g *Gazetteer, text string, before ...Mention) []string {
	t.Helper()
	doc := &Document{Text: text, Mentions: before}
	require.NoError(t, Words.Segment(doc))
	require.NoError(t, g.Tag(doc))
	found := []string{}
	for _, m := range doc.Mentions {
		require.Equal(t, text[m.Start:m.End], m.Text)
		found = append(found, strings.TrimSpace(m.Text+" "+string(m.Kind)+" "+m.Key))
	}
	return found
}

func TestCaseRules(t *testing.T) {
	g := newGazetteer(t, []GazetteerName{
		{Name: "Falken Bank", Kind: Org},
		{Name: "WHO", Kind: Org},
		{Name: "aspirin", Kind: "DRUG"},
		{Name: "iRobot", Kind: Org, Case: ExactCase},
		{Name: "red tide", Kind: "EVENT", Case: FoldCase},
		{Name: "O'Hara & Sons", Kind: Org},
	})
	for _, c := range []struct {
		text string
		want []string
	}{
		{"He left Falken Bank today.", []string{"Falken Bank ORG"}},
		{"FALKEN BANK FAILS", []string{"FALKEN BANK ORG"}},
		{"the falken bank of the river", []string{}},
		{"Falken  Bank and Falken\u00a0Bank", []string{"Falken  Bank ORG", "Falken\u00a0Bank ORG"}},
		{"The Falken Banks failed.", []string{}},
		{"Who asked the WHO?", []string{"WHO ORG"}},
		{"Aspirin or aspirin helps.", []string{"Aspirin DRUG", "aspirin DRUG"}},
		{"An iRobot, an Irobot, an IROBOT.", []string{"iRobot ORG"}},
		{"The Red Tide came.", []string{"Red Tide EVENT"}},
		{"A suit against O’Hara & Sons failed.", []string{"O’Hara & Sons ORG"}},
		{"", []string{}},
	} {
		t.Run(c.text, func(t *testing.T) { require.Equal(t, c.want, namesIn(t, g, c.text)) })
	}
}

func TestTheLongestNameIsFound(t *testing.T) {
	g := newGazetteer(t, []GazetteerName{
		{Name: "Port", Kind: Place}, {Name: "Port Amsel", Kind: Place, Key: "p1"},
		{Name: "Port Amsel Harbour Board", Kind: Org}, {Name: "Harbour", Kind: Place},
	})
	require.Equal(t, []string{"Port Amsel Harbour Board ORG"}, namesIn(t, g, "Port Amsel Harbour Board"))
	require.Equal(t, []string{"Port Amsel PLACE p1", "Harbour PLACE"}, namesIn(t, g, "Port Amsel Harbour"))
	require.Equal(t, []string{"Port PLACE", "Port PLACE"}, namesIn(t, g, "Port Port"))
}

func TestNamesKeepTheirHyphensAndMarks(t *testing.T) {
	g := newGazetteer(t, []GazetteerName{
		{Name: "Mira-Lund", Kind: Place}, {Name: "U.N.", Kind: Org}, {Name: "C++", Kind: "LANG"}, {Name: "Škvor", Kind: Person},
		{Name: "東京", Kind: Place},
	})
	require.Equal(t, []string{"Mira-Lund PLACE"}, namesIn(t, g, "Mira-Lund is not Mira Lund."))
	require.Equal(t, []string{"U.N. ORG", "U.N. ORG"}, namesIn(t, g, "The U.N. met at the U.N."))
	require.Equal(t, []string{"Škvor PERSON", "ŠKVOR PERSON"}, namesIn(t, g, "Škvor, ŠKVOR"))
	require.Equal(t, []string{"東京 PLACE"}, namesIn(t, g, "in 東京 now"))
}

func TestWhoWinsAgainstTheTagger(t *testing.T) {
	text := "Mr. Port Amsel came."
	mention := func(from, to int, kind Kind) Mention {
		return Mention{Start: from, End: to, Text: text[from:to], Kind: kind, Form: Name, Score: 0.5}
	}
	whole, part, title := mention(4, 14, Person), mention(9, 14, Person), mention(0, 14, Person)
	for _, c := range []struct {
		name   string
		rule   Precedence
		before Mention
		want   []string
	}{
		{"longer wins over a shorter one", LongerWins, part, []string{"Port Amsel PLACE k"}},
		{"longer wins over one as long", LongerWins, whole, []string{"Port Amsel PLACE k"}},
		{"longer loses to a longer one", LongerWins, title, []string{"Mr. Port Amsel PERSON"}},
		{"gazetteer wins over a longer one", GazetteerWins, title, []string{"Port Amsel PLACE k"}},
		{"tagger wins over a shorter one", TaggerWins, part, []string{"Amsel PERSON"}},
		{"tagger leaves the rest", TaggerWins, mention(0, 2, Person), []string{"Mr PERSON", "Port Amsel PLACE k"}},
		{"the same mention gets the key", TaggerWins, mention(4, 14, Place), []string{"Port Amsel PLACE k"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			g := newGazetteer(t, []GazetteerName{{Name: "Port Amsel", Kind: Place, Key: "k"}}, WithPrecedence(c.rule))
			require.Equal(t, c.want, namesIn(t, g, text, c.before))
		})
	}
}

func TestOfHomonymsTheTaggersKindIsTaken(t *testing.T) {
	g := newGazetteer(t, []GazetteerName{
		{Name: "Halvik", Kind: Place, Key: "town"}, {Name: "Halvik", Kind: Person, Key: "man"}, {Name: "Halvik", Kind: Org, Key: "firm"},
	})
	require.Equal(t, []string{"Halvik PLACE town"}, namesIn(t, g, "Halvik"))
	require.Equal(t, []string{"Halvik PERSON man"}, namesIn(t, g, "Halvik", Mention{End: 6, Text: "Halvik", Kind: Person, Form: Name}))
	require.Len(t, g.Lookup("Halvik"), 3)
	require.Empty(t, g.Lookup("halvik"))
	require.Empty(t, g.Lookup("Halvik Halvik"))
}

func TestAliasesShareCanonicalNameAndKey(t *testing.T) {
	g := newGazetteer(t, []GazetteerName{{Name: "Falken Bank", Kind: Org, Key: "Q1", Aliases: []string{"Falken", "FB Group"}}})
	require.Equal(t, 3, g.Len())
	require.Equal(t, []string{"Falken ORG Q1", "FB Group ORG Q1"}, namesIn(t, g, "Falken is FB Group."))
	require.Equal(t, []GazetteerName{{Name: "Falken", Kind: Org, Canonical: "Falken Bank", Key: "Q1"}}, g.Lookup("Falken"))
}

func TestMentionHasTokensAndHead(t *testing.T) {
	doc := groupDoc("the/DT Port/NNP Amsel/NNP Board/NNP of/IN Trade/NNP met/VBD")
	tokens := doc.Sentences[0].Tokens
	for i, h := range []int{3, 3, 3, 6, 5, 3, None} {
		tokens[i].Head, tokens[i].Dep = h, "dep"
	}
	g := newGazetteer(t, []GazetteerName{{Name: "Port Amsel Board of Trade", Kind: Org, Key: "b"}})
	require.NoError(t, g.Tag(doc))
	require.Equal(t, []Mention{{
		Start: 4, End: 29, Text: "Port Amsel Board of Trade", Kind: Org, Form: Name, Entity: None, First: 1, Last: 6, Head: 3, Score: 1, Key: "b",
	}}, doc.Mentions)
}

func TestFilesOfEachFormat(t *testing.T) {
	want := []string{"Falken Bank ORG Q1", "Falken ORG Q1", "Mira, Lund PLACE Q2", "A \"B\" C ORG"}
	text := "Falken Bank, Falken; Mira, Lund and A \"B\" C."
	for _, c := range []struct {
		file, content string
	}{
		{"names.csv", "\xEF\xBB\xBFid,Name,kind,aliases,case\r\nQ1,Falken Bank,ORG,Falken,\r\n\r\nQ2,\"Mira, Lund\",PLACE,,exact\r\n,\"A \"\"B\"\" C\",ORG\r\n"},
		{"names.tsv", "kind\tname\taliases\tid\nORG\tFalken Bank\tFalken\tQ1\nPLACE\tMira, Lund\t\tQ2\nORG\tA \"B\" C"},
		{"names.jsonl", `{"name": "Falken Bank", "kind": "ORG", "id": "Q1", "aliases": ["Falken"]}
{"name":"Mira, Lund","kind":"PLACE","id":"Q2","case":"exact"}
{"name":"A \"B\" C","kind":"ORG","id":null}`},
		{"names.txt", "name\tkind\tid\taliases\nFalken Bank\tORG\tQ1\tFalken\nMira, Lund\tPLACE\tQ2\nA \"B\" C\tORG\n"},
		{"names", `{"name": "Falken Bank", "kind": "ORG", "id": "Q1", "aliases": ["Falken"]}` + "\n" +
			`{"name":"Mira, Lund","kind":"PLACE","id":"Q2"}` + "\n" + `{"name":"A \"B\" C","kind":"ORG"}`},
	} {
		t.Run(c.file, func(t *testing.T) {
			g, err := ReadGazetteer(strings.NewReader(c.content), c.file, AnyFormat)
			require.NoError(t, err)
			require.Equal(t, want, namesIn(t, g, text))
		})
	}
}

func TestAFaultyFileTellsAllFaultsAtOnce(t *testing.T) {
	long := strings.Repeat("x", maxNameBytes+1)
	for _, c := range []struct {
		file, content string
		want          []string
	}{
		{"a.csv", "name,kind,id,case\nFalken,ORG,1\n,ORG,2\nMira,,3\n\"Ope,ORG\nLund,PLACE,4,loud\n...,ORG\nFalken,ORG,9\nB,ORG,1,fold,extra\nC\xFF,ORG\n" + long + ",ORG\n\"D\"x,ORG\n",
			[]string{"a.csv:3: no name", "a.csv:4: no kind", "a.csv:5: bad quotation", "a.csv:6: bad case rule", "a.csv:7: no name",
				"a.csv:8: conflict", "a.csv:9: too many columns", "a.csv:10: not UTF-8", "a.csv:11: too long", "a.csv:12: bad quotation"}},
		{"b.csv", "name,knid,name\nA,B\n", []string{`b.csv:1: bad header: unknown column "knid"`, `b.csv:1: bad header: column "name" twice`}},
		{"c.csv", "", []string{"c.csv:1: bad header: empty file"}},
		{"blank.csv", "\n \n\n", []string{"blank.csv:1: bad header: empty file"}},
		{"d.csv", "kind\nORG\n", []string{`d.csv:1: bad header: no column "name"`}},
		{"e.jsonl", "{\"name\": \"A\", \"kind\": \"ORG\"}\n[1]\n{\"name\": 3, \"kind\": \"ORG\"}\n{\"name\":\"B\",\"kind\":\"ORG\",\"aliases\":\"C\"}\n{\"nam\":\"B\"}\nnull\n",
			[]string{"e.jsonl:2: bad JSON", "e.jsonl:3: bad JSON", "e.jsonl:4: bad JSON", `e.jsonl:5: bad JSON: unknown key "nam"`, "e.jsonl:6: bad JSON"}},
	} {
		t.Run(c.file, func(t *testing.T) {
			_, err := ReadGazetteer(strings.NewReader(c.content), c.file, AnyFormat)
			var faults *GazetteerError
			require.ErrorAs(t, err, &faults)
			require.Len(t, faults.Faults, len(c.want))
			for i, f := range faults.Faults {
				require.Contains(t, f.String(), c.want[i])
			}
			require.Contains(t, err.Error(), c.want[0])
		})
	}
}

func TestFaultsAreCountedBeyondTheFirstHundred(t *testing.T) {
	_, err := ReadGazetteer(strings.NewReader("name,kind\n"+strings.Repeat(",ORG\n", 1234)), "x.csv", CSV)
	var faults *GazetteerError
	require.ErrorAs(t, err, &faults)
	require.Len(t, faults.Faults, maxFaults)
	require.Equal(t, 1234-maxFaults, faults.More)
	require.True(t, strings.HasSuffix(err.Error(), fmt.Sprintf("and %d more", 1234-shownFaults)))
	require.Equal(t, shownFaults+1, len(strings.Split(err.Error(), "\n")))
}

type failingReader struct{}

func (failingReader) Read([]byte) (int, error) { return 0, errors.New("disk gone") }

func TestAFailingReaderIsAFault(t *testing.T) {
	_, err := ReadGazetteer(failingReader{}, "x.csv", CSV)
	require.ErrorContains(t, err, "x.csv:1: read failed: disk gone")
}

func TestSeveralSourcesGoIntoOne(t *testing.T) {
	b := NewGazetteerBuilder(WithKind(Org))
	b.Add(GazetteerName{Name: "Falken"})
	b.Read(strings.NewReader("name\nLund\n"), "a.csv", CSV)
	b.Read(strings.NewReader("name,id\nMira,7\nMira,8\n"), "b.csv", CSV)
	_, err := b.Build()
	require.EqualError(t, err, `gazetteer: b.csv:3: conflict: "Mira" is ORG "8" here and "7" in line 2`)
}

func TestFaultsOfSeveralSourcesComeByFileAndLine(t *testing.T) {
	b := NewGazetteerBuilder(WithKind(Org))
	b.Read(strings.NewReader("name,id\nMira,7\nMira,8\n,9\n"), "z.csv", CSV) // line 3 is found late
	b.Read(strings.NewReader("name\n...\n"), "a.csv", CSV)
	b.Add(GazetteerName{Name: "?"})
	b.Read(strings.NewReader("name\n\"\n"), "b.csv", CSV)
	b.Add(GazetteerName{Name: "!"})
	_, err := b.Build()
	var faults *GazetteerError
	require.ErrorAs(t, err, &faults)
	got := []string{}
	for _, f := range faults.Faults {
		got = append(got, fmt.Sprint(f.File, ":", f.Line))
	}
	require.Equal(t, []string{"z.csv:3", "z.csv:4", "a.csv:2", ":1", ":2", "b.csv:2"}, got)
}

func TestAliasesInJSONMayHaveABar(t *testing.T) {
	g, err := ReadGazetteer(strings.NewReader(`{"name":"Falken Bank","kind":"ORG","id":"Q1","aliases":["Falken|Bank"," FB "]}`), "x.jsonl", AnyFormat)
	require.NoError(t, err)
	require.Equal(t, 3, g.Len())
	require.Equal(t, []string{"Falken|Bank ORG Q1", "FB ORG Q1"}, namesIn(t, g, "Falken|Bank, FB and Falken."))
}

func TestHostileTextIsRead(t *testing.T) {
	g := newGazetteer(t, []GazetteerName{{Name: "a a a b", Kind: Org}, {Name: "a", Kind: Org}})
	for _, text := range []string{
		strings.Repeat("a ", 5000), strings.Repeat("a", 1<<20), "a\xff\xfe a\x00b", strings.Repeat("(", 3000), "\u00a0a\u2003a",
	} {
		namesIn(t, g, text)
	}
}

func FuzzReadGazetteer(f *testing.F) {
	f.Add("name,kind,id\nFalken,ORG,1\n\"Mira \"\"M\"\" Lund\",PERSON\n", uint8(CSV))
	f.Add("name\tkind\taliases\nFalken\tORG\tFB|F\n", uint8(TSV))
	f.Add(`{"name":"Falken","kind":"ORG","aliases":["F\u00e9"]}`, uint8(JSONLines))
	f.Add("\xEF\xBB\xBF\"", uint8(AnyFormat))
	f.Fuzz(func(t *testing.T, content string, format uint8) {
		g, err := ReadGazetteer(strings.NewReader(content), "f", Format(format%4))
		if err != nil {
			var faults *GazetteerError
			require.ErrorAs(t, err, &faults)
			require.NotEmpty(t, faults.Faults)
			require.NotEmpty(t, err.Error())
			return
		}
		doc := &Document{Text: content}
		require.NoError(t, Words.Segment(doc))
		require.NoError(t, g.Tag(doc))
		for _, m := range doc.Mentions {
			require.Equal(t, content[m.Start:m.End], m.Text)
			require.NotEmpty(t, g.Lookup(m.Text))
		}
	})
}

// manyNames is a file of n invented names of one to three words, with kinds and ids.
func manyNames(n int, format Format) string {
	heads := []string{"Falken", "Mira", "Lund", "Amsel", "Halvik", "Corvane", "Solheim", "Norr", "Velm", "Ostav"}
	tails := []string{"Bank", "Port", "Holding", "Works", "Union", "Harbour", "Group", "Courier", "Trust", "Line"}
	var b strings.Builder
	if format != JSONLines {
		b.WriteString("name,kind,id\n")
	}
	for i := range n {
		name := heads[i%10] + strconv.Itoa(i/100)
		if i%3 > 0 {
			name += " " + tails[i/10%10]
		}
		if i%3 > 1 {
			name = "The " + name
		}
		name += " " + strconv.Itoa(i%7) + tails[i%10]
		if format == JSONLines {
			fmt.Fprintf(&b, "{\"name\": %q, \"kind\": \"ORG\", \"id\": \"Q%d\"}\n", name, i)
		} else {
			fmt.Fprintf(&b, "%s,ORG,Q%d\n", name, i)
		}
	}
	return b.String()
}

func benchmarkLoad(b *testing.B, format Format) {
	const n = 1_000_000
	content := manyNames(n, format)
	b.ReportAllocs()
	var g *Gazetteer
	for b.Loop() {
		var err error
		if g, err = ReadGazetteer(strings.NewReader(content), "names", format); err != nil {
			b.Fatal(err)
		}
	}
	b.StopTimer()
	require.Equal(b, n, g.Len())
	var with, without runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&with)
	runtime.KeepAlive(g)
	g = nil
	runtime.GC()
	runtime.ReadMemStats(&without)
	b.ReportMetric(float64(with.HeapAlloc-without.HeapAlloc)/1e6, "MB")
}

func BenchmarkLoadMillionCSV(b *testing.B)   { benchmarkLoad(b, CSV) }
func BenchmarkLoadMillionJSONL(b *testing.B) { benchmarkLoad(b, JSONLines) }

func BenchmarkGazetteerTag(b *testing.B) {
	g, err := ReadGazetteer(strings.NewReader(manyNames(1_000_000, CSV)), "names", CSV)
	if err != nil {
		b.Fatal(err)
	}
	var text strings.Builder
	for i := range 400 {
		fmt.Fprintf(&text, "The minister of Norland met The Mira%d Bank officers in Port Amsel on Monday, and Falken%d is selling its shares. ", i*31, i*77)
	}
	doc := &Document{Text: text.String()}
	if err := Words.Segment(doc); err != nil {
		b.Fatal(err)
	}
	tokens := 0
	for i := range doc.Sentences {
		tokens += len(doc.Sentences[i].Tokens)
	}
	b.ReportAllocs()
	for b.Loop() {
		doc.Mentions = nil
		_ = g.Tag(doc)
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*tokens), "ns/token")
}
