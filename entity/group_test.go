package entity

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// groupDoc builds a document of one sentence from words with tags, "Chinese/JJ
// officials/NNS". Words in brackets are a name: "[Falken/NNP]ORG".
func groupDoc(line string) *Document {
	doc := &Document{}
	var s Sentence
	open := -1
	for field := range strings.FieldsSeq(line) {
		if strings.HasPrefix(field, "[") {
			open, field = len(s.Tokens), field[1:]
		}
		word, kind, closed := strings.Cut(field, "]")
		at := strings.LastIndexByte(word, '/')
		if len(s.Tokens) > 0 {
			doc.Text += " "
		}
		start := len(doc.Text)
		doc.Text += word[:at]
		s.Tokens = append(s.Tokens, Token{Start: start, End: len(doc.Text), Text: word[:at], Tag: word[at+1:], Head: None})
		if closed {
			doc.Mentions = append(doc.Mentions, Mention{
				Start: s.Tokens[open].Start, End: len(doc.Text), Kind: Kind(kind), Form: Name,
				Entity: None, First: open, Last: len(s.Tokens), Head: len(s.Tokens) - 1, Score: 1,
			})
		}
	}
	s.End = len(doc.Text)
	doc.Sentences = []Sentence{s}
	for i := range doc.Mentions {
		m := &doc.Mentions[i]
		m.Text = doc.Text[m.Start:m.End]
	}
	return doc
}

func TestGroupsOfASentence(t *testing.T) {
	for _, c := range []struct {
		sentence string
		want     string // groups with their head words, parted by "; "
	}{
		{"Chinese/JJ hackers/NNS broke/VBD in/RP", "Chinese hackers (hackers)"},
		{"several/JJ senior/JJ US/NNP officials/NNS resigned/VBD", "several senior US officials (officials)"},
		{"the/DT Danish/JJ delegation/NN left/VBD", "Danish delegation (delegation)"},
		{"the/DT [Marlowe/NNP]PERSON administration/NN fell/VBD", "Marlowe administration (administration)"},
		{"[Marlowe/NNP]PERSON 's/POS mourners/NNS wept/VBD", ""},
		{"a/DT Danish/JJ judge/NN resigned/VBD", ""},
		{"the/DT officials/NNS resigned/VBD", ""},
		{"Danish/JJ strikes/NNS went/VBD on/RP", ""},
		{"Danish/JJ trains/NNS ran/VBD", ""},
		{"[White/NNP House/NNP]ORG officials/NNS said/VBD so/RB", "White House officials (officials)"},
		{"rebels/NNS in/IN the/DT [Ivory/NNP Coast/NNP]PLACE fled/VBD", "rebels in the Ivory Coast (rebels)"},
		{"rebels/NNS in/IN the/DT hills/NNS fled/VBD", ""},
		{"U.S./NNP -/HYPH led/VBN forces/NNS landed/VBD", "U.S.-led forces (forces)"},
		{"thousands/NNS of/IN Palestinians/NNPS marched/VBD", "thousands of Palestinians (thousands)"},
		{"Swedes/NNPS voted/VBD", "Swedes (Swedes)"},
		{"[Palestinians/NNPS]PLACE voted/VBD", "Palestinians (Palestinians)"},
		{"at/IN least/JJS 13/CD Somali/JJ fishermen/NNS drowned/VBD", "at least 13 Somali fishermen (fishermen)"},
		{"it/PRP moved/VBD its/PRP$ troops/NNS", "its troops (troops)"},
		{"she/PRP moved/VBD her/PRP$ books/NNS", ""},
		{"the/DT country/NN 's/POS lawmakers/NNS met/VBD", "country's lawmakers (lawmakers)"},
		{"Israel/NNP 's/POS military/JJ said/VBD so/RB", "Israel's military (military)"},
		{"a/DT Moscow/NNP court/NN ruled/VBD", ""},
		{"a/DT [Moscow/NNP]PLACE court/NN ruled/VBD", "Moscow court (court)"},
		{"turkey/NN farmers/NNS met/VBD", ""},
		{"[Falken/NNP]ORG news/NN agency/NN said/VBD", ""},
		{"a/DT Peruvian/JJ army/NN spokesman/NN left/VBD", "Peruvian army (army)"},
		{"Republican/JJ senators/NNS left/VBD", "Republican senators (senators)"},
		{"republican/JJ senators/NNS left/VBD", ""},
		{"DANISH/JJ SMUGGLERS/NNS LEFT/VBD", "DANISH SMUGGLERS (SMUGGLERS)"},
		{"Danish/JJ opposition/NN figures/NNS left/VBD", "Danish opposition figures (figures)"},
		{"Danish/JJ figures/NNS rose/VBD", ""},
		{"the/DT Basque/JJ separatist/JJ group/NN [Ekaitz/NNP]ORG disbanded/VBD", ""},
		{"a/DT Peruvian/JJ army/NN base/NN fell/VBD", ""},
		{"Nordic/JJ ministers/NNS meeting/NN in/IN [Oslo/NNP]PLACE left/VBD", "Nordic ministers (ministers)"},
		{"the/DT military/JJ arm/NN of/IN [Hamas/NNP]ORG left/VBD", "military arm of Hamas (arm)"},
		{"members/NNS of/IN the/DT Peruvian/JJ army/NN met/VBD", "members of the Peruvian army (members); Peruvian army (army)"},
	} {
		t.Run(c.sentence, func(t *testing.T) {
			doc := groupDoc(c.sentence)
			require.NoError(t, Grouper{}.Tag(doc))
			var got []string
			for _, m := range doc.Mentions {
				require.Equal(t, doc.Text[m.Start:m.End], m.Text)
				if m.Kind == Group {
					require.Equal(t, GroupForm, m.Form)
					head := doc.Sentences[0].Tokens[m.Head].Text
					text := strings.ReplaceAll(strings.ReplaceAll(m.Text, " - ", "-"), " 's", "'s")
					got = append(got, text+" ("+head+")")
				}
			}
			require.Equal(t, c.want, strings.Join(got, "; "))
		})
	}
}

func TestJoinedModifiersGiveTheWholeAndItsParts(t *testing.T) {
	for _, c := range []struct {
		sentence string
		want     []string
	}{
		{"Senior/JJ [US/NNP]PLACE and/CC Chinese/JJ officials/NNS met/VBD",
			[]string{"Senior US and Chinese officials", "US", "Chinese officials"}},
		{"[US/NNP]PLACE ,/, Chinese/JJ officials/NNS meet/VBP",
			[]string{"US , Chinese officials", "US", "Chinese officials"}},
		{"scores/NNS of/IN Sierra/NNP Leonean/NNP and/CC Liberian/JJ refugees/NNS fled/VBD",
			[]string{"scores of Sierra Leonean and Liberian refugees", "Sierra Leonean", "Liberian refugees"}},
		{"U.S./NNP ,/, Thai/JJ and/CC Malaysian/JJ envoys/NNS met/VBD",
			[]string{"U.S. , Thai and Malaysian envoys", "U.S.", "Thai", "Malaysian envoys"}},
		{"[Norway/NNP]PLACE and/CC Danish/JJ officials/NNS met/VBD", []string{"Danish officials"}},
	} {
		t.Run(c.sentence, func(t *testing.T) {
			doc := groupDoc(c.sentence)
			require.NoError(t, Grouper{}.Tag(doc))
			var got []string
			for _, m := range doc.Mentions {
				if m.Kind == Group {
					got = append(got, m.Text)
				}
			}
			require.Equal(t, c.want, got)
		})
	}
}

func TestADemonymOfTwoWordsStaysWhole(t *testing.T) {
	doc := groupDoc("reports/NNS said/VBD South/NNP African/JJ police/NNS arrived/VBD")
	for i, head := range []int{1, None, 1, 4, 5, 1} { // the tree hangs "South" on "said"
		doc.Sentences[0].Tokens[i].Head = head
		doc.Sentences[0].Tokens[i].Dep = []string{"nsubj", "root", "obj", "amod", "nsubj", "ccomp"}[i]
	}
	require.NoError(t, Grouper{}.Tag(doc))
	require.Len(t, doc.Mentions, 1)
	require.Equal(t, "South African police", doc.Mentions[0].Text)
}

func TestNamesOfTheUsersGroupsStay(t *testing.T) {
	doc := groupDoc("the/DT [Falken/NNP Nine/NNP]GROUP met/VBD [Palestinians/NNPS]PLACE and/CC [Swedes/NNPS]GROUP in/IN [Oslo/NNP]PLACE")
	require.NoError(t, Grouper{}.Tag(doc))
	got := []string{}
	for _, m := range doc.Mentions {
		got = append(got, fmt.Sprintf("%s %s %s", m.Text, m.Kind, m.Form))
	}
	require.Equal(t, []string{
		"Falken Nine GROUP name", "Palestinians GROUP group", "Swedes in Oslo GROUP group", "Swedes GROUP name", "Oslo PLACE name",
	}, got)
}

func TestARowOfDemonymsIsNoEndlessPhrase(t *testing.T) {
	doc := groupDoc(strings.Repeat("Swedes/NNPS ", 40) + "voted/VBD")
	for i := range doc.Sentences[0].Tokens {
		doc.Sentences[0].Tokens[i].Dep = "dep"
	}
	require.NoError(t, Grouper{}.Tag(doc))
	require.NotEmpty(t, doc.Mentions)
	for _, m := range doc.Mentions {
		require.LessOrEqual(t, m.Last-m.First, maxModifiers+1)
	}
}

func TestMentionsStayInTheOrderOfTheText(t *testing.T) {
	doc := groupDoc("[US/NNP]PLACE officials/NNS met/VBD [Hamas/NNP]ORG leaders/NNS in/IN [Gaza/NNP]PLACE")
	require.NoError(t, Grouper{}.Tag(doc))
	for i := 1; i < len(doc.Mentions); i++ {
		a, b := doc.Mentions[i-1], doc.Mentions[i]
		require.True(t, a.Start < b.Start || a.Start == b.Start && a.End >= b.End, "%v %v", a, b)
	}
	require.Len(t, doc.Mentions, 5)
}

// Whatever a parser and a tagger of the user's wrote, spans stay in the text.
func FuzzGroups(f *testing.F) {
	f.Add("Senior US and Chinese officials met rebels in Mali, Niger and Chad", []byte("\x01\x02\x03\xff\x04\x05"))
	f.Add("thousands of Palestinians , a group based in Oslo , and its troops 's military", []byte{9, 200, 3, 0, 77})
	tags := []string{"NN", "NNS", "NNP", "NNPS", "JJ", "CC", ",", "IN", "POS", "HYPH", "VBN", "VBG", "CD", "DT", "PRP$", ""}
	deps := []string{"", "amod", "conj", "flat", "appos", "cop", "nsubj", "root", "compound", "nmod"}
	f.Fuzz(func(t *testing.T, text string, junk []byte) {
		doc := &Document{Text: text}
		require.NoError(t, Words.Segment(doc))
		at := 0
		next := func() int {
			if len(junk) == 0 {
				return 0
			}
			at++
			return int(int8(junk[at%len(junk)]) ^ int8(at/len(junk)))
		}
		for i := range doc.Sentences {
			tokens := doc.Sentences[i].Tokens
			for k := range tokens {
				tokens[k].Tag, tokens[k].Dep, tokens[k].Head = tags[next()&15], deps[(next()&255)%len(deps)], k+next()%20
			}
			if first, n := next(), next(); n > 0 {
				doc.Mentions = append(doc.Mentions, Mention{Kind: Org, Form: Name, Sentence: i, First: first, Last: first + n, Head: next()})
			}
		}
		require.NoError(t, Grouper{}.Tag(doc))
		for _, m := range doc.Mentions {
			if m.Kind == Group {
				require.Equal(t, text[m.Start:m.End], m.Text)
				require.True(t, m.First <= m.Head && m.Head < m.Last)
			}
		}
	})
}

func TestListStepsEndWithTheContext(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	doc := groupDoc("Chinese/JJ hackers/NNS left/VBD")
	require.ErrorIs(t, Grouper{}.TagContext(ctx, doc), context.Canceled)
	g := newGazetteer(t, []GazetteerName{{Name: "hackers", Kind: Org}})
	require.ErrorIs(t, g.TagContext(ctx, doc), context.Canceled)
	require.Empty(t, doc.Mentions)
}

// goldGroup tells a gold argument that is a group: a name or demonym together
// with a noun for people, in lower case.
var goldGroup = regexp.MustCompile(`[A-Z].* (troops|militants|civilians|forces|police|rebels|lawmakers|ministers|nations|government|officials|` +
	`authorities|soldiers|military|army|envoys|leaders|refugees|citizens|journalists|mediators|parliament|embassy)\b`)

// The groups of the development set, found by the built-in steps. The bar lies
// some points under what was measured (0.95), so that a new parser may
// shift a little.
func TestRecallOfGoldGroups(t *testing.T) {
	files, _ := filepath.Glob("../../shared/gold/*.jsonl")
	if len(files) == 0 {
		t.Skip("no ../shared/gold")
	}
	parser, err := Grammar()
	require.NoError(t, err)
	tagger, err := NewTagger()
	require.NoError(t, err)
	found, all := 0, 0
	for _, name := range files {
		data, err := os.Open(name)
		require.NoError(t, err)
		defer data.Close()
		lines := bufio.NewScanner(data)
		lines.Buffer(nil, 1<<20)
		for lines.Scan() {
			var gold struct {
				Text      string
				Relations []struct{ Src, Tgt string }
			}
			require.NoError(t, json.Unmarshal(lines.Bytes(), &gold))
			wanted := map[string]bool{}
			for _, r := range gold.Relations {
				for _, arg := range []string{r.Src, r.Tgt} {
					if goldGroup.MatchString(arg) {
						wanted[arg] = true
					}
				}
			}
			if len(wanted) == 0 {
				continue
			}
			doc := &Document{Text: gold.Text}
			require.NoError(t, Words.Segment(doc))
			require.NoError(t, parser.Parse(doc))
			require.NoError(t, tagger.Tag(doc))
			require.NoError(t, Grouper{}.Tag(doc))
			for arg := range wanted {
				all++
				for _, m := range doc.Mentions {
					if m.Kind == Group && len(m.Text) > 4 && (strings.Contains(m.Text, arg) || strings.Contains(arg, m.Text)) {
						found++
						break
					}
				}
			}
		}
	}
	t.Logf("found %d of %d", found, all)
	require.Greater(t, float64(found), 0.85*float64(all))
}

func BenchmarkGroups(b *testing.B) {
	doc := groupDoc("Senior/JJ [US/NNP]PLACE and/CC Chinese/JJ officials/NNS met/VBD rebels/NNS in/IN the/DT " +
		"[Ivory/NNP Coast/NNP]PLACE on/IN Monday/NNP after/IN its/PRP$ troops/NNS had/VBD left/VBN the/DT town/NN ./.")
	names := doc.Mentions
	b.ReportAllocs()
	for b.Loop() {
		doc.Mentions = names[:len(names):len(names)]
		_ = Grouper{}.Tag(doc)
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*len(doc.Sentences[0].Tokens)), "ns/token")
}
