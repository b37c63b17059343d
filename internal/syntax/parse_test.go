package syntax

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dossier-nlp/dossier/internal/model"
)

// requireTree says that the heads are one tree over all tokens: one root, no
// cycle, no head outside the sentence.
func requireTree(t testing.TB, heads []int32) {
	t.Helper()
	children := make([][]int32, len(heads))
	root := int32(nowhere)
	for i, h := range heads {
		if h == nowhere {
			require.Equal(t, int32(nowhere), root, "two roots")
			root = int32(i)
			continue
		}
		require.True(t, h >= 0 && int(h) < len(heads) && int(h) != i, "head %d of token %d", h, i)
		children[h] = append(children[h], int32(i))
	}
	require.NotEqual(t, int32(nowhere), root, "no root")
	reached := []int32{root}
	for k := 0; k < len(reached); k++ {
		reached = append(reached, children[reached[k]]...)
	}
	require.Len(t, reached, len(heads), "tokens that the root does not reach")
}

func parseTagged(t testing.TB, text string) []taggedSentence {
	t.Helper()
	p, err := DefaultParser()
	require.NoError(t, err)
	var scratch ParseScratch
	sentences := taggedSentences(t, text)
	for i := range sentences {
		s := &sentences[i]
		p.Parse(s.words.Words, s.tags, nil, s.heads, s.labels, &scratch)
	}
	return sentences
}

func TestParseOfOddSentencesIsATree(t *testing.T) {
	many := strings.TrimSuffix(strings.Repeat("boats/NNS sank/VBD ,/, and/CC ", 1250), " ")
	for name, text := range map[string]string{
		"one word":                  "Stop/VB",
		"one mark":                  "!/.",
		"marks only":                "(/-LRB- .../: ''/'' )/-RRB-",
		"no verb":                   "Talks/NNS in/IN Geneva/NNP ,/, again/RB",
		"marks around one word":     "``/`` No/UH ''/'' ./.",
		"unknown tags":              "grr/?? mrr/!!",
		"5,000 tokens":              many,
		"5,000 tokens of one kind":  strings.Repeat("the/DT ", 5000),
		"5,000 marks":               strings.Repeat(",/, ", 5000),
		"conjunctions only":         strings.Repeat("and/CC ", 100),
		"one word in a row of dots": strings.Repeat("./. ", 300) + "end/NN " + strings.Repeat("./. ", 300),
	} {
		t.Run(name, func(t *testing.T) {
			sentences := parseTagged(t, text)
			require.Len(t, sentences, 1)
			requireTree(t, sentences[0].heads)
		})
	}
}

func TestParseIsATreeForAnyTags(t *testing.T) {
	p, err := DefaultParser()
	require.NoError(t, err)
	rng := rand.New(rand.NewPCG(1, 1))
	var scratch ParseScratch
	for range 300 {
		n := 1 + rng.IntN(60)
		words := make([]Word, n)
		tags, heads, labels := make([]uint8, n), make([]int32, n), make([]uint8, n)
		for i := range words {
			words[i].Key, words[i].Info = rng.Uint64(), model.WordInfo(rng.Uint64())
			tags[i] = uint8(rng.IntN(256))
			heads[i] = int32(rng.IntN(1000)) - 500 // whatever was there
		}
		p.Parse(words, tags, nil, heads, labels, &scratch)
		requireTree(t, heads)
		for _, l := range labels {
			require.Less(t, int(l), len(p.Labels()))
		}
	}
}

func TestParseOfNothingDoesNothing(t *testing.T) {
	p, err := DefaultParser()
	require.NoError(t, err)
	var scratch ParseScratch
	p.Parse(nil, nil, nil, nil, nil, &scratch)
}

func TestParseDoesNotDependOnWhatWasParsedBefore(t *testing.T) {
	p, err := DefaultParser()
	require.NoError(t, err)
	want := parseTagged(t, taggedNews)
	got := taggedSentences(t, taggedNews)
	for i := len(got) - 1; i >= 0; i-- {
		s := &got[i]
		p.Parse(s.words.Words, s.tags, nil, s.heads, s.labels, &ParseScratch{})
		require.Equal(t, want[i].heads, s.heads)
		require.Equal(t, want[i].labels, s.labels)
	}
}

func TestParseAllocatesNothingOnceWarm(t *testing.T) {
	p, err := DefaultParser()
	require.NoError(t, err)
	sentences := taggedSentences(t, taggedNews)
	var scratch ParseScratch
	require.Zero(t, testing.AllocsPerRun(5, func() {
		for i := range sentences {
			s := &sentences[i]
			p.Parse(s.words.Words, s.tags, nil, s.heads, s.labels, &scratch)
		}
	}))
}

func TestParseFindsWhoDidWhatToWhom(t *testing.T) {
	p, err := DefaultParser()
	require.NoError(t, err)
	for _, c := range []struct{ text, dependent, label, head string }{
		{"The/DT minister/NN accused/VBD the/DT company/NN of/IN fraud/NN ./.", "minister", "nsubj", "accused"},
		{"The/DT minister/NN accused/VBD the/DT company/NN of/IN fraud/NN ./.", "company", "obj", "accused"},
		{"The/DT minister/NN accused/VBD the/DT company/NN of/IN fraud/NN ./.", "fraud", "obl", "accused"},
		{"The/DT suspect/NN was/VBD arrested/VBN by/IN police/NNS ./.", "suspect", "nsubj:pass", "arrested"},
		{"The/DT suspect/NN was/VBD arrested/VBN by/IN police/NNS ./.", "police", "obl:agent", "arrested"},
		{"He/PRP met/VBD his/PRP$ lawyer/NN in/IN Geneva/NNP ./.", "his", "nmod:poss", "lawyer"},
		{"Leaders/NNS from/IN France/NNP and/CC Spain/NNP met/VBD ./.", "Spain", "conj", "France"},
		{"The/DT officials/NNS want/VBP to/TO hold/VB talks/NNS ./.", "hold", "xcomp", "want"},
		{"She/PRP said/VBD that/IN the/DT talks/NNS failed/VBD ./.", "failed", "ccomp", "said"},
	} {
		s := parseTagged(t, c.text)[0]
		var words []string
		for pair := range strings.FieldsSeq(c.text) {
			words = append(words, pair[:strings.LastIndexByte(pair, '/')])
		}
		at := func(word string) int {
			for i, w := range words {
				if w == word {
					return i
				}
			}
			t.Fatalf("%q is not in %q", word, c.text)
			return 0
		}
		d := at(c.dependent)
		require.Equal(t, c.head, words[s.heads[d]], "head of %s in %q", c.dependent, c.text)
		require.Equal(t, c.label, p.Labels()[s.labels[d]], "label of %s in %q", c.dependent, c.text)
	}
}

func TestDamagedParserFileIsAnError(t *testing.T) {
	good := parserFile
	for name, c := range map[string]struct {
		data string
		want error
	}{
		"empty":          {"", model.ErrFormat},
		"cut short":      {good[:len(good)/2], model.ErrFormat},
		"a byte changed": {good[:5000] + string([]byte{good[5000] ^ 1}) + good[5001:], model.ErrChecksum},
		"no parser":      {strings.Replace(good, "parser", "pastor", 1), model.ErrChecksum},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := OpenParser(c.data)
			require.ErrorIs(t, err, c.want)
		})
	}
}

func TestOracleLeadsToTheTree(t *testing.T) {
	rng := rand.New(rand.NewPCG(2, 2))
	for range 300 {
		heads := randomProjectiveTree(rng, 1+rng.IntN(20))
		for _, late := range []bool{false, true} {
			path, ok := Oracle(heads, late)
			require.True(t, ok)
			require.Len(t, path, 2*len(heads))
			require.Equal(t, heads, followed(path, len(heads)))
		}
	}
}

func TestOracleRefusesCrossingArcs(t *testing.T) {
	_, ok := Oracle([]int32{2, 3, -1, 2}, true)
	require.False(t, ok)
}

// followed are the heads that transitions lead to.
func followed(path []uint8, n int) []int32 {
	words := make([]Word, n)
	tags := make([]uint8, n)
	var sent ParseSentence
	sent.Set(words, tags, nil)
	var b beam
	b.start(&sent)
	at := int32(0)
	for _, a := range path {
		ok := b.allowed(&b.states[at])
		if !ok[a] {
			return nil
		}
		b.states = append(b.states, b.apply(at, a, 0))
		at = int32(len(b.states) - 1)
	}
	heads := make([]int32, n)
	b.heads(at, heads)
	return heads
}

func randomProjectiveTree(rng *rand.Rand, n int) []int32 {
	heads := make([]int32, n)
	var fill func(lo, hi int, head int32)
	fill = func(lo, hi int, head int32) { // the words lo to hi become one or more phrases of head
		for lo < hi {
			cut := hi
			if head >= 0 {
				cut = lo + 1 + rng.IntN(hi-lo)
			}
			top := lo + rng.IntN(cut-lo)
			heads[top] = head
			fill(lo, top, int32(top))
			fill(top+1, cut, int32(top))
			lo = cut
		}
	}
	fill(0, n, nowhere)
	return heads
}
