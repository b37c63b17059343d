package entity

import (
	"context"
	"fmt"
	"math/rand/v2"
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"
)

// treed makes a document from sentences of word/tag/head/label, where the head
// counts from 1 and 0 is the root. A word that is a name has its kind before
// it: "P:Ruiz/NNP/2/nsubj". A lemma may follow the label.
func treed(sentences ...string) *Document {
	doc := &Document{}
	var text strings.Builder
	kinds := map[byte]Kind{'P': Person, 'O': Org, 'L': Place, 'G': Group}
	for _, words := range sentences {
		s := Sentence{Start: text.Len()}
		for i, w := range strings.Fields(words) {
			f := strings.Split(w, "/")
			if i > 0 {
				text.WriteByte(' ')
			}
			word, kind := f[0], Kind("")
			if len(word) > 2 && word[1] == ':' {
				word, kind = word[2:], kinds[word[0]]
			}
			head, _ := strconv.Atoi(f[2])
			tok := Token{Start: text.Len(), End: text.Len() + len(word), Text: word, Lemma: strings.ToLower(word), Tag: f[1], Head: head - 1, Dep: f[3]}
			if len(f) > 4 {
				tok.Lemma = f[4]
			}
			text.WriteString(word)
			s.Tokens = append(s.Tokens, tok)
			if kind != "" {
				m := Mention{Start: tok.Start, End: tok.End, Text: word, Kind: kind, Form: Name, Entity: None,
					Sentence: len(doc.Sentences), First: i, Last: i + 1, Head: i, Score: 1}
				if kind == Group {
					m.Form = GroupForm
				}
				doc.Mentions = append(doc.Mentions, m)
			}
		}
		s.End = text.Len()
		text.WriteByte('\n')
		doc.Sentences = append(doc.Sentences, s)
	}
	doc.Text = text.String()
	return doc
}

// standsFor lists the names of the entities of the mentions with a text that
// are no names, "-" for none.
func standsFor(doc *Document, text string) []string {
	var names []string
	for _, m := range doc.Mentions {
		if m.Text != text || m.Form == Name {
			continue
		}
		if m.Entity == None {
			names = append(names, "-")
		} else {
			names = append(names, doc.Entities[m.Entity].Name)
		}
	}
	return names
}

// Sentences that several cases begin with.
const (
	ruizMetBerg = "Ms./NNP/2/compound P:Ruiz/NNP/3/nsubj met/VBD/0/root/meet Mr./NNP/5/compound P:Berg/NNP/3/obj ././3/punct"
	acmeGrew    = "O:Acme/NNP/2/nsubj grew/VBD/0/root/grow ././2/punct"
)

func TestPronounsAndPhrasesFindTheirEntities(t *testing.T) {
	for _, c := range []struct {
		property  string
		sentences []string
		word      string
		want      []string
	}{
		{"gender decides", []string{ruizMetBerg, "He/PRP/2/nsubj left/VBD/0/root/leave ././2/punct"}, "He", []string{"Berg"}},
		{"a subject goes on as subject", []string{
			"Mr./NNP/2/compound P:Ortner/NNP/3/nsubj met/VBD/0/root/meet Mr./NNP/5/compound P:Berg/NNP/3/obj ././3/punct",
			"He/PRP/2/nsubj left/VBD/0/root/leave ././2/punct"}, "He", []string{"Ortner"}},
		{"a possessive takes the subject of its clause", []string{
			"P:Ruiz/NNP/2/nsubj praised/VBD/0/root/praise P:Berg/NNP/2/obj in/IN/6/case her/PRP$/6/nmod:poss speech/NN/2/obl ././2/punct"},
			"her", []string{"Ruiz"}},
		{"subject and object of a clause differ", []string{
			"P:Ruiz/NNP/2/nsubj left/VBD/0/root/leave ././2/punct",
			"P:Berg/NNP/2/nsubj saw/VBD/0/root/see him/PRP/2/obj ././2/punct"}, "him", []string{"Ruiz"}},
		{"a coordinated verb has the subject of the first", []string{
			"P:Ruiz/NNP/2/nsubj met/VBD/0/root/meet P:Berg/NNP/2/obj and/CC/5/cc agreed/VBD/2/conj/agree with/IN/7/case him/PRP/5/obl ././2/punct"},
			"him", []string{"Berg"}},
		{"a reflexive is the subject of its clause", []string{
			"P:Ruiz/NNP/2/nsubj said/VBD/0/root/say P:Berg/NNP/4/nsubj hurt/VBD/2/ccomp himself/PRP/4/obj ././2/punct"},
			"himself", []string{"Berg"}},
		{"a fronted clause looks ahead", []string{
			"After/IN/3/mark she/PRP/3/nsubj left/VBD/6/advcl/leave ,/,/6/punct P:Ruiz/NNP/6/nsubj called/VBD/0/root/call ././6/punct"},
			"she", []string{"Ruiz"}},
		{"the owner of a friend is not the friend", []string{
			"P:Ruiz/NNP/2/nsubj met/VBD/0/root/meet her/PRP$/4/nmod:poss friend/NN/2/obj P:Berg/NNP/4/appos ././2/punct"},
			"her", []string{"Ruiz"}},
		{"a person without a name takes the pronoun", []string{
			"P:Ruiz/NNP/2/nsubj met/VBD/0/root/meet a/DT/4/det soldier/NN/2/obj ././2/punct",
			"The/DT/2/det song/NN/4/nsubj pleased/VBD/0/root/please ././3/punct"}, "a soldier", nil},
		{"it is an organization, not a person", []string{acmeGrew, ruizMetBerg,
			"O:Acme/NNP/2/nsubj said/VBD/0/root/say it/PRP/4/nsubj won/VBD/2/ccomp/win ././2/punct"}, "it", []string{"Acme"}},
		{"it that stands for nothing is no mention", []string{acmeGrew,
			"It/PRP/2/expl seems/VBZ/0/root/seem ././2/punct"}, "It", nil},
		{"a common noun between takes it", []string{acmeGrew,
			"The/DT/2/det plan/NN/3/nsubj moved/VBD/0/root/move workers/NNS/3/obj ././3/punct",
			"The/DT/2/det roof/NN/3/nsubj fell/VBD/0/root/fall ././3/punct",
			"It/PRP/2/nsubj broke/VBD/0/root/break ././2/punct"}, "It", []string{"-"}},
		{"they are the two that were named together", []string{
			"P:Ruiz/NNP/4/nsubj and/CC/3/cc P:Berg/NNP/1/conj spoke/VBD/0/root/speak ././4/punct",
			"They/PRP/2/nsubj agreed/VBD/0/root/agree ././2/punct"}, "They", []string{"Ruiz", "Berg"}},
		{"they are a man and his wife", []string{
			"P:Berg/NNP/6/nsubj and/CC/4/cc his/PRP$/4/nmod:poss wife/NN/1/conj P:Ruiz/NNP/4/appos spoke/VBD/0/root/speak ././6/punct",
			"They/PRP/2/nsubj agreed/VBD/0/root/agree ././2/punct"}, "They", []string{"Berg", "Ruiz"}},
		{"both countries are the last two", []string{
			"L:Sweden/NNP/2/nsubj met/VBD/0/root/meet L:Peru/NNP/2/obj ././2/punct",
			"Both/DT/2/det countries/NNS/3/nsubj/country agreed/VBD/0/root/agree ././3/punct"}, "Both countries", []string{"Sweden", "Peru"}},
		{"who speaks is I", []string{
			"\"/``/4/punct I/PRP/4/nsubj will/MD/4/aux go/VB/7/ccomp ,/,/4/punct \"/''/4/punct said/VBD/0/root/say P:Ruiz/NNP/7/nsubj ././7/punct"},
			"I", []string{"Ruiz"}},
		{"who speaks is not she", []string{ruizMetBerg,
			"\"/``/4/punct She/PRP/4/nsubj will/MD/4/aux go/VB/7/ccomp ,/,/4/punct \"/''/4/punct said/VBD/0/root/say P:Ruiz/NNP/7/nsubj ././7/punct"},
			"She", []string{"-"}},
		{"I outside a quotation is nobody", []string{ruizMetBerg, "I/PRP/2/nsubj agree/VBP/0/root ././2/punct"}, "I", []string{"-"}},
		{"the president is who has the role", []string{
			"President/NNP/2/compound P:Ruiz/NNP/3/nsubj met/VBD/0/root/meet Mr./NNP/5/compound P:Berg/NNP/3/obj ././3/punct",
			"The/DT/2/det president/NN/3/nsubj smiled/VBD/0/root/smile ././3/punct"}, "The president", []string{"Ruiz"}},
		{"a role that nobody has is no mention", []string{ruizMetBerg,
			"The/DT/2/det president/NN/3/nsubj smiled/VBD/0/root/smile ././3/punct"}, "The president", nil},
		{"a phrase with a complement speaks for itself", []string{
			"President/NNP/2/compound P:Ruiz/NNP/3/nsubj left/VBD/0/root/leave ././3/punct",
			"The/DT/2/det president/NN/5/nsubj of/IN/4/case Acme/NNP/2/nmod smiled/VBD/0/root/smile ././5/punct"}, "The president", nil},
		{"the country is the one named last", []string{
			"L:Sweden/NNP/2/nsubj agreed/VBD/0/root/agree ././2/punct",
			"The/DT/2/det country/NN/3/nsubj voted/VBD/0/root/vote ././3/punct"}, "The country", []string{"Sweden"}},
		{"an adjective is its country", []string{
			"The/DT/3/det Swedish/JJ/3/amod team/NN/4/nsubj won/VBD/0/root/win ././4/punct"}, "Swedish", []string{"Sweden"}},
		{"a language is no country", []string{
			"P:Ruiz/NNP/2/nsubj learned/VBD/0/root/learn Swedish/NNP/2/obj ././2/punct"}, "Swedish", nil},
		{"an adjective is the party of who follows", []string{
			"Conservative/JJ/3/amod minister/NN/3/compound P:Ruiz/NNP/4/nsubj won/VBD/0/root/win ././4/punct"}, "Conservative", []string{"Conservative"}},
		{"an adjective without an office is no party", []string{
			"Conservative/JJ/2/amod estimates/NNS/3/nsubj rose/VBD/0/root/rise ././3/punct"}, "Conservative", nil},
		{"an adjective of a place that no list knows", []string{
			"L:Velmora/NNP/2/nsubj agreed/VBD/0/root/agree ././2/punct",
			"The/DT/3/det Velmoran/JJ/3/amod team/NN/4/nsubj won/VBD/0/root/win ././4/punct"}, "Velmoran", []string{"Velmora"}},
		{"a phrase stands before the adjective inside it", []string{
			"The/DT/3/det Swedish/JJ/3/amod president/NN/5/nsubj ,/,/3/punct P:Ruiz/NNP/3/appos left/VBD/0/root/leave ././6/punct"},
			"The Swedish president", []string{"Ruiz"}},
		{"an apposition is what it explains", []string{
			"P:Ruiz/NNP/5/nsubj ,/,/4/punct the/DT/4/det president/NN/1/appos left/VBD/0/root/leave ././5/punct"},
			"the president", []string{"Ruiz"}},
	} {
		t.Run(c.property, func(t *testing.T) {
			doc := treed(c.sentences...)
			require.NoError(t, NewResolver().Resolve(doc))
			require.NoError(t, doc.Validate())
			require.Equal(t, c.want, standsFor(doc, c.word))
		})
	}
}

func TestPersonWithoutANameKeepsThePronounFromOthers(t *testing.T) {
	doc := treed("P:Ruiz/NNP/2/nsubj spoke/VBD/0/root/speak ././2/punct",
		"A/DT/2/det soldier/NN/3/nsubj smiled/VBD/0/root/smile ././3/punct",
		"A/DT/2/det soldier/NN/3/nsubj said/VBD/0/root/say he/PRP/5/nsubj left/VBD/3/ccomp/leave ././3/punct")
	require.NoError(t, NewResolver().Resolve(doc))
	require.Equal(t, []string{"-"}, standsFor(doc, "he"))
}

func TestMentionsOfAnEarlierRunAreReplaced(t *testing.T) {
	doc := treed(ruizMetBerg, "He/PRP/2/nsubj praised/VBD/0/root/praise the/DT/5/det Swedish/JJ/5/amod team/NN/2/obj ././2/punct")
	require.NoError(t, NewResolver().Resolve(doc))
	first := fmt.Sprintf("%+v %+v", doc.Mentions, doc.Entities)
	require.NoError(t, NewResolver().Resolve(doc))
	require.Equal(t, first, fmt.Sprintf("%+v %+v", doc.Mentions, doc.Entities))
}

func TestPronounsAndPhrasesCanBeSwitchedOff(t *testing.T) {
	sentences := []string{
		"President/NNP/2/compound P:Ruiz/NNP/3/nsubj left/VBD/0/root/leave ././3/punct",
		"The/DT/2/det president/NN/3/nsubj said/VBD/0/root/say she/PRP/5/nsubj won/VBD/3/ccomp/win ././3/punct"}
	doc := treed(sentences...)
	require.NoError(t, NewResolver().Resolve(doc))
	require.Len(t, doc.Mentions, 3)
	doc = treed(sentences...)
	require.NoError(t, NewResolver(WithPronouns(false)).Resolve(doc))
	require.Len(t, doc.Mentions, 2)
	doc = treed(sentences...)
	require.NoError(t, NewResolver(WithPronouns(false), WithNominals(false)).Resolve(doc))
	require.Len(t, doc.Mentions, 1)
}

func TestLinksOfPronounsScoreLowerThanNames(t *testing.T) {
	doc := treed(ruizMetBerg, "He/PRP/2/nsubj left/VBD/0/root/leave ././2/punct")
	require.NoError(t, NewResolver().Resolve(doc))
	m := doc.Mentions[2]
	require.Equal(t, "pronoun", m.Sieve)
	require.Greater(t, m.Score, 0.5)
	require.Less(t, m.Score, 1.0)
	require.Equal(t, Person, m.Kind)
}

func TestPronounBeforeItsNameIsTheOneThatWasLinked(t *testing.T) {
	doc := treed("After/IN/3/mark she/PRP/3/nsubj left/VBD/6/advcl/leave ,/,/6/punct P:Ruiz/NNP/6/nsubj called/VBD/0/root/call ././6/punct")
	require.NoError(t, NewResolver().Resolve(doc))
	require.Equal(t, "pronoun", doc.Mentions[0].Sieve)
	require.Empty(t, doc.Mentions[1].Sieve)
	require.Equal(t, 1.0, doc.Mentions[1].Score)
}

func TestRolesStandAsTheTextWordsThem(t *testing.T) {
	for _, c := range []struct {
		property, sentence, want string
	}{
		{"a title before the name", "President/NNP/2/compound P:Ruiz/NNP/3/nsubj left/VBD/0/root/leave ././3/punct", "President"},
		{"an apposition after the name", "P:Ruiz/NNP/6/nsubj ,/,/4/punct former/JJ/4/amod president/NN/1/appos ,/,/4/punct left/VBD/0/root/leave ././6/punct", "former president"},
		{"a name after its apposition", "The/DT/2/det president/NN/6/nsubj ,/,/4/punct P:Ruiz/NNP/2/appos ,/,/4/punct left/VBD/0/root/leave ././6/punct", "president"},
		{"a predicate", "P:Ruiz/NNP/4/nsubj is/VBZ/4/cop/be the/DT/4/det president/NN/0/root ././4/punct", "president"},
		{"a relative clause", "P:Ruiz/NNP/7/nsubj ,/,/6/punct who/WP/6/nsubj is/VBZ/6/cop/be the/DT/6/det president/NN/1/acl:relcl left/VBD/0/root/leave ././7/punct", "president"},
		{"a country before the title is no part of it", "Swedish/JJ/3/amod President/NNP/3/compound P:Ruiz/NNP/4/nsubj left/VBD/0/root/leave ././4/punct", "President"},
		{"a denied predicate is none", "P:Ruiz/NNP/5/nsubj is/VBZ/5/cop/be not/RB/5/advmod the/DT/5/det president/NN/0/root ././5/punct", ""},
	} {
		t.Run(c.property, func(t *testing.T) {
			doc := treed(c.sentence)
			require.NoError(t, NewResolver().Resolve(doc))
			got := ""
			for _, e := range doc.Entities {
				if e.Name == "Ruiz" && len(e.Roles) > 0 {
					got = e.Roles[0].Title
					require.Equal(t, got, doc.Text[e.Roles[0].Start:e.Roles[0].End])
				}
			}
			require.Equal(t, c.want, got)
		})
	}
}

func TestOfficialHasThePlaceOfTheOffice(t *testing.T) {
	doc := treed("Swedish/JJ/3/amod President/NNP/3/compound P:Ruiz/NNP/4/nsubj left/VBD/0/root/leave ././4/punct")
	require.NoError(t, NewResolver().Resolve(doc))
	require.Equal(t, "Sweden", doc.Entities[doc.Entities[1].Place].Name)
}

func TestAmbassadorIsNotOfTheCountryToWhichHeIsSent(t *testing.T) {
	doc := treed("P:Ruiz/NNP/8/nsubj ,/,/4/punct the/DT/4/det ambassador/NN/1/appos to/IN/6/case L:Sweden/NNP/4/nmod ,/,/4/punct left/VBD/0/root/leave ././8/punct")
	require.NoError(t, NewResolver().Resolve(doc))
	require.Equal(t, "ambassador", doc.Entities[0].Roles[0].Title)
	require.Equal(t, None, doc.Entities[0].Place)
}

func TestCapitalActsForItsCountryOnlyAsAnActor(t *testing.T) {
	doc := treed("L:Stockholm/NNP/2/nsubj accused/VBD/0/root/accuse L:Peru/NNP/2/obj ././2/punct",
		"L:Sweden/NNP/2/nsubj agreed/VBD/0/root/agree ././2/punct")
	require.NoError(t, NewResolver().Resolve(doc))
	require.Equal(t, "Sweden", doc.Entities[doc.Entities[0].ActsFor].Name)
	require.Equal(t, None, doc.Entities[1].ActsFor)

	doc = treed("P:Ruiz/NNP/2/nsubj lives/VBZ/0/root/live in/IN/4/case L:Stockholm/NNP/2/obl ././2/punct",
		"L:Sweden/NNP/2/nsubj agreed/VBD/0/root/agree ././2/punct")
	require.NoError(t, NewResolver().Resolve(doc))
	require.Equal(t, None, doc.Entities[1].ActsFor)
}

func TestGroupHasThePlaceItNames(t *testing.T) {
	doc := treed("Swedish/JJ/2/amod hackers/NNS/3/nsubj left/VBD/0/root/leave ././3/punct",
		"Swedish/JJ/2/amod hackers/NNS/3/nsubj returned/VBD/0/root/return ././3/punct")
	for s := range doc.Sentences {
		toks := doc.Sentences[s].Tokens
		doc.Mentions = append(doc.Mentions, Mention{Start: toks[0].Start, End: toks[1].End, Text: "Swedish hackers", Kind: Group,
			Form: GroupForm, Sentence: s, Last: 2, Head: 1, Score: 1})
	}
	require.NoError(t, NewResolver().Resolve(doc))
	require.Equal(t, "abab", entitiesOf(doc))
	require.Equal(t, "Sweden", doc.Entities[doc.Entities[0].Place].Name)
}

func TestOneResolverServesManyGoroutines(t *testing.T) {
	r := NewResolver()
	sentences := []string{ruizMetBerg, "He/PRP/2/nsubj left/VBD/0/root/leave ././2/punct", acmeGrew}
	want := treed(sentences...)
	require.NoError(t, r.Resolve(want))
	var wg sync.WaitGroup
	docs := make([]*Document, 64)
	for i := range docs {
		docs[i] = treed(sentences...)
		wg.Go(func() { _ = r.Resolve(docs[i]) })
	}
	wg.Wait()
	for _, doc := range docs {
		require.Equal(t, want, doc)
	}
}

func TestDoneContextLeavesTheDocumentAlone(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	doc := treed(ruizMetBerg)
	before := fmt.Sprintf("%+v", doc)
	require.ErrorIs(t, NewResolver().ResolveContext(ctx, doc), context.Canceled)
	require.Equal(t, before, fmt.Sprintf("%+v", doc))
}

func TestTreesThatAreNoneAreBorne(t *testing.T) {
	doc := treed("P:Ruiz/NNP/2/nsubj met/VBD/3/root her/PRP/4/conj P:Berg/NNP/1/appos he/PRP/99/flat ././5/punct")
	for i := range doc.Sentences[0].Tokens { // a ring, and heads outside
		doc.Sentences[0].Tokens[i].Head = (i+1)%6 + (i/4)*40
	}
	require.NoError(t, NewResolver().Resolve(doc))
}

// FuzzResolveBearsAnyTree resolves documents of chance words with chance tags,
// heads and labels: nothing may break, and the document keeps its promises.
func FuzzResolveBearsAnyTree(f *testing.F) {
	words := strings.Fields(`he his him himself she her it its they their I we "the both two president company country agency delegation
		" " Swedish Texan North Korean Ruiz Mr. Acme Corp ( ) , said met is not a an of to Prime Minister Stockholm Sweden FBI and two officials`)
	tags := strings.Fields("PRP PRP$ NN NNS NNP NNPS JJ VBD VBZ DT IN CD , . `` '' POS HYPH")
	deps := strings.Fields("nsubj nsubj:pass obj obl nmod nmod:poss conj appos flat compound amod det case cop acl:relcl advcl ccomp xcomp root punct expl")
	tags = append(tags, "")
	deps = append(deps, "")
	for seed := range uint64(8) {
		f.Add(seed, uint8(40))
	}
	f.Fuzz(func(t *testing.T, seed uint64, n uint8) {
		r := rand.New(rand.NewPCG(seed, 5))
		doc := &Document{}
		var text strings.Builder
		for range 1 + r.IntN(4) {
			s := Sentence{Start: text.Len()}
			size := 1 + r.IntN(int(n)+1)
			for i := range size {
				w := words[r.IntN(len(words))]
				start := text.Len()
				text.WriteString(w)
				head := r.IntN(size+1) - 1
				if head == i {
					head = -1
				}
				s.Tokens = append(s.Tokens, Token{Start: start, End: text.Len(), Text: w, Lemma: strings.ToLower(w), Tag: tags[r.IntN(len(tags))],
					Head: head, Dep: deps[r.IntN(len(deps))]})
				text.WriteByte(' ')
			}
			s.End = text.Len()
			doc.Sentences = append(doc.Sentences, s)
		}
		doc.Text = text.String()
		kinds := []Kind{Person, Org, Place, Group}
		for s := range doc.Sentences {
			toks := doc.Sentences[s].Tokens
			for i := 0; i < len(toks); i++ {
				if r.IntN(3) > 0 {
					continue
				}
				last := min(len(toks), i+1+r.IntN(3))
				m := Mention{Start: toks[i].Start, End: toks[last-1].End, Kind: kinds[r.IntN(4)], Form: Name, Sentence: s, First: i, Last: last,
					Head: last - 1, Score: r.Float64()}
				m.Text = doc.Text[m.Start:m.End]
				if m.Kind == Group {
					m.Form = GroupForm
				}
				doc.Mentions = append(doc.Mentions, m)
				i = last - 1
			}
		}
		given := len(doc.Mentions)
		require.NoError(t, NewResolver().Resolve(doc))
		require.NoError(t, doc.Validate())
		names := 0
		for i, m := range doc.Mentions {
			if m.Form == Name || m.Form == GroupForm {
				names++
				require.NotEqual(t, None, m.Entity)
			}
			if m.Entity != None {
				require.Contains(t, doc.Entities[m.Entity].Mentions, i)
			}
		}
		require.Equal(t, given, names)
	})
}
