package relation

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dossier-nlp/dossier/entity"
)

var (
	fuzzWords = []string{"meet", "talk", "accuse", "of", "by", "with", "president", "say", "refuse", "to", "visit", "official", "who",
		"and", ",", "'s", "-", "base", "charge", "deny", "impose", "sanction", "on", "not", "will", "the", "Peru", "Ruiz", "", "group"}
	fuzzTags = []string{"VBD", "VB", "VBN", "VBG", "NN", "NNS", "NNP", "IN", "TO", "JJ", "PRP", "WP", "POS", "MD", "RB", "CC", "DT", ""}
	fuzzDeps = []string{"nsubj", "nsubj:pass", "obj", "iobj", "obl", "obl:agent", "nmod", "nmod:poss", "appos", "conj", "acl", "acl:relcl",
		"xcomp", "ccomp", "advcl", "case", "mark", "aux", "aux:pass", "cop", "compound", "flat", "parataxis", "root", "x"}
	fuzzKinds = []entity.Kind{entity.Person, entity.Org, entity.Place, entity.Group, "OTHER"}
	fuzzForms = []entity.Form{entity.Name, entity.Pronoun, entity.Nominal, entity.GroupForm}
)

// fuzzDoc makes a sentence of any words with any heads, cycles too.
func fuzzDoc(data []byte) *entity.Document {
	doc := &entity.Document{}
	next := func() int {
		if len(data) == 0 {
			return 0
		}
		b := data[0]
		data = data[1:]
		return int(b)
	}
	n := 1 + next()%60
	var text strings.Builder
	toks := make([]entity.Token, n)
	for i := range toks {
		w := fuzzWords[next()%len(fuzzWords)]
		toks[i] = entity.Token{Start: text.Len(), Text: w, Lemma: w, Tag: fuzzTags[next()%len(fuzzTags)],
			Head: next()%(n+4) - 2, Dep: fuzzDeps[next()%len(fuzzDeps)]}
		text.WriteString(w)
		toks[i].End = text.Len()
		text.WriteByte(' ')
	}
	doc.Text = text.String()
	doc.Sentences = []entity.Sentence{{End: text.Len(), Tokens: toks}}
	for i := 0; i < n && len(data) > 0; i += 1 + next()%5 {
		last := min(n, i+1+next()%3)
		m := entity.Mention{First: i, Last: last, Head: i + next()%3, Kind: fuzzKinds[next()%len(fuzzKinds)], Form: fuzzForms[next()%len(fuzzForms)],
			Start: toks[i].Start, End: toks[last-1].End, Entity: entity.None}
		m.Text = doc.Text[m.Start:m.End]
		doc.Mentions = append(doc.Mentions, m)
	}
	return doc
}

func FuzzFind(f *testing.F) {
	rules, err := News()
	require.NoError(f, err)
	f.Add([]byte("\x14meet Peru and so on, whatever the bytes may be, they make some tree or other"))
	f.Add([]byte(strings.Repeat("\x3c\x01\x02\x03\x04\x05", 60)))
	f.Fuzz(func(t *testing.T, data []byte) {
		doc := fuzzDoc(data)
		found, err := rules.Find(doc)
		require.NoError(t, err)
		require.NoError(t, Validate(doc, found))
		again, err := rules.Find(doc)
		require.NoError(t, err)
		require.Equal(t, found, again)
		_ = rules.Explain(doc, 0, "")
	})
}

// many makes one document of n sentences out of the cases of trees.txt.
func many(t testing.TB, n int) (*entity.Document, int) {
	cases := treeCases(t)
	doc := &entity.Document{}
	tokens := 0
	var text strings.Builder
	for i := range n {
		c := cases[i%len(cases)].doc
		base := text.Len()
		text.WriteString(c.Text)
		s := entity.Sentence{Start: base, End: text.Len()}
		for _, tok := range c.Sentences[0].Tokens {
			tok.Start, tok.End = tok.Start+base, tok.End+base
			s.Tokens = append(s.Tokens, tok)
		}
		for _, m := range c.Mentions {
			m.Start, m.End, m.Sentence, m.Entity = m.Start+base, m.End+base, i, entity.None
			doc.Mentions = append(doc.Mentions, m)
		}
		doc.Sentences = append(doc.Sentences, s)
		tokens += len(s.Tokens)
	}
	doc.Text = text.String()
	return doc, tokens
}

func BenchmarkFind(b *testing.B) {
	news, err := News()
	require.NoError(b, err)
	var text strings.Builder
	text.WriteString(newsRules)
	for i := range 10_000 {
		fmt.Fprintf(&text, "relation r%d\n  A zzverb%d B (with TOPIC)\n", i, i)
	}
	big, err := Parse("big.rules", text.String())
	require.NoError(b, err)
	for name, rules := range map[string]*Rules{"news": news, "news and 10000 more": big} {
		for _, n := range []int{500, 1000} {
			doc, tokens := many(b, n)
			b.Run(fmt.Sprintf("%s/sentences=%d", name, n), func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					if _, err := rules.Find(doc); err != nil {
						b.Fatal(err)
					}
				}
				b.ReportMetric(float64(tokens)*float64(b.N)/b.Elapsed().Seconds(), "tokens/s")
			})
		}
	}
}

// hostileDoc is one sentence of n tokens: a verb with everything below it, and a
// mention every second token.
func hostileDoc(n int) *entity.Document {
	doc := &entity.Document{}
	toks := make([]entity.Token, n)
	var text strings.Builder
	for i := range toks {
		toks[i] = entity.Token{Start: text.Len(), Text: "meet", Lemma: "meet", Tag: "VBD", Head: 0, Dep: "conj"}
		if i%2 == 1 {
			toks[i].Tag, toks[i].Dep = "NNP", "obj"
		}
		text.WriteString("meet")
		toks[i].End = text.Len()
		text.WriteByte(' ')
	}
	toks[0].Head = -1
	doc.Text = text.String()
	doc.Sentences = []entity.Sentence{{End: text.Len(), Tokens: toks}}
	for i := 1; i < n; i += 2 {
		doc.Mentions = append(doc.Mentions, entity.Mention{First: i, Last: i + 1, Head: i, Start: toks[i].Start, End: toks[i].End,
			Text: "meet", Kind: entity.Person, Form: entity.Name, Entity: entity.None})
	}
	return doc
}

func TestHostileSentencesAreBounded(t *testing.T) {
	rules, err := News()
	require.NoError(t, err)
	found, err := rules.Find(hostileDoc(20_000))
	require.NoError(t, err)
	require.LessOrEqual(t, len(found), maxFound)
}

// BenchmarkHostileSentence shows that the time for a token does not grow with
// the sentence.
func BenchmarkHostileSentence(b *testing.B) {
	rules, err := News()
	require.NoError(b, err)
	for _, n := range []int{20_000, 320_000} {
		doc := hostileDoc(n)
		b.Run(fmt.Sprintf("tokens=%d", n), func(b *testing.B) {
			for b.Loop() {
				if _, err := rules.Find(doc); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(b.Elapsed().Seconds()*1e9/float64(b.N)/float64(n), "ns/token")
		})
	}
}
