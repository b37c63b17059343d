package page

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"math"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/dossier-nlp/dossier/entity"
	"github.com/dossier-nlp/dossier/relation"
)

// meeting is "A met B." for any two names, with everything filled in.
func meeting(a, b string) (*entity.Document, []relation.Relation) {
	text := a + " met " + b + "."
	met, bb := len(a)+1, len(a)+5
	token := func(start, end, head int, tag, dep string) entity.Token {
		return entity.Token{Start: start, End: end, Text: text[start:end], Tag: tag, Head: head, Dep: dep}
	}
	doc := &entity.Document{Text: text,
		Sentences: []entity.Sentence{{Start: 0, End: len(text), Tokens: []entity.Token{
			token(0, len(a), 1, "NNP", "nsubj"), token(met, met+3, -1, "VBD", "root"),
			token(bb, bb+len(b), 1, "NNP", "obj"), token(bb+len(b), len(text), 1, ".", "punct")}}},
		Mentions: []entity.Mention{
			{Start: 0, End: len(a), Text: a, Kind: entity.Person, Form: entity.Name, Entity: 0, Last: 1},
			{Start: bb, End: bb + len(b), Text: b, Kind: "SHIP<b>", Form: entity.Name, Entity: 1, First: 2, Last: 3}},
		Entities: []entity.Entity{
			{ID: 0, Kind: entity.Person, Name: a, Mentions: []int{0}, Place: entity.None, Roles: []entity.Role{{Title: b}}, Aliases: []string{b}, Key: a},
			{ID: 1, Kind: "SHIP<b>", Name: b, Mentions: []int{1}, Place: 0}},
	}
	argument := func(m int) relation.Argument {
		x := doc.Mentions[m]
		return relation.Argument{Span: relation.Span{Start: x.Start, End: x.End, Text: x.Text}, Kind: x.Kind, Entity: m, Mention: m}
	}
	return doc, []relation.Relation{{Name: "met", Source: argument(0), Target: argument(1), Factuality: relation.Possible,
		Trigger: []relation.Span{{Start: met, End: met + 3, Text: "met"}}, Rule: "news:met/1", Score: 0.5,
		Attribution: []relation.Argument{argument(1)}, Args: map[string]relation.Argument{"topic": argument(0)}}}
}

var hostile = []string{
	`<script>alert(1)</script>`, `"><img src=x onerror=alert(1)>`, `' onmouseover='x`, `</style><script>`, `]]><!--`, `{{.Title}}`,
	`javascript:alert(1)`, "\x00\x01\xff\xfe", "a\u202Eb", `&lt;b&gt;`, `</title></a></p></main>`, "\n\n\n", `\u003cscript`,
}

var tag = regexp.MustCompile(`</?[a-zA-Z!][a-zA-Z0-9-]*`)

func TestNoMarkupOfTheTextGetsThrough(t *testing.T) {
	write := func(a, b string) string {
		doc, relations := meeting(a, b)
		var out bytes.Buffer
		require.NoError(t, WriteHTML(&out, doc, relations))
		return out.String()
	}
	want := tag.FindAllString(write("Ada", "Bea"), -1)
	for _, h := range hostile {
		got := write(h, "Bea "+h)
		require.Equal(t, want, tag.FindAllString(got, -1), "tags changed by %q", h)
		require.NotContains(t, got, "\u202E")
		require.NotContains(t, got, "\x00")
		require.Equal(t, strings.Count(write("Ada", "Bea"), `="`), strings.Count(got, `="`), "attributes changed by %q", h)
	}
}

func TestDrawingsAreWellFormed(t *testing.T) {
	for _, h := range append(hostile, "Ada") {
		doc, relations := meeting(h, h+" Bea")
		var a, b bytes.Buffer
		require.NoError(t, WriteSVG(&a, doc, relations, 0))
		require.NoError(t, WriteTreeSVG(&b, doc, 0))
		for _, out := range []string{a.String(), b.String()} {
			d := xml.NewDecoder(strings.NewReader(out))
			for {
				_, err := d.Token()
				if errors.Is(err, io.EOF) {
					break
				}
				require.NoError(t, err, "%q in %s", h, out)
			}
		}
		require.Contains(t, a.String(), ">met (possible)<")
		require.Contains(t, b.String(), ">nsubj<")
	}
}

func TestADrawingCostsLittleMoreInALongDocument(t *testing.T) {
	const words, others = 3000, 100_000
	doc := &entity.Document{Text: strings.Repeat("x ", words) + strings.Repeat("y ", others)}
	s := entity.Sentence{End: 2 * words}
	for i := range words {
		s.Tokens = append(s.Tokens, entity.Token{Start: 2 * i, End: 2*i + 1, Text: "x", Head: -1})
	}
	doc.Sentences = []entity.Sentence{s}
	seconds := func(relations []relation.Relation) float64 {
		best := math.Inf(1)
		for range 5 {
			start := time.Now()
			require.NoError(t, WriteSVG(io.Discard, doc, relations, 0))
			best = min(best, time.Since(start).Seconds())
		}
		return best
	}
	alone := seconds(nil)
	relations := make([]relation.Relation, others)
	for i := range relations {
		at := 2 * (words + i)
		doc.Sentences = append(doc.Sentences, entity.Sentence{Start: at, End: at + 1})
		relations[i].Sentence = i + 1
		relations[i].Source.Start, relations[i].Target.Start = at, at
	}
	require.Less(t, seconds(relations), 8*alone)
}

func TestADrawingHasTheMentionsOfItsSentence(t *testing.T) {
	doc := &entity.Document{Text: "Ada left. Bea met Cleo. Dan slept."}
	for _, s := range []int{0, 10, 24} {
		end := s + strings.IndexByte(doc.Text[s:], '.') + 1
		doc.Sentences = append(doc.Sentences, entity.Sentence{Start: s, End: end})
	}
	for i, name := range []string{"Ada", "Bea", "Cleo", "Dan"} {
		at := strings.Index(doc.Text, name)
		doc.Mentions = append(doc.Mentions, entity.Mention{Start: at, End: at + len(name), Text: name, Sentence: []int{0, 1, 1, 2}[i]})
	}
	for i, want := range [][]string{{"Ada"}, {"Bea", "Cleo"}, {"Dan"}} {
		var got []string
		for _, c := range chunks(doc, i) {
			got = append(got, c.text)
		}
		require.Equal(t, want, got)
	}
}

func TestNestedMentionsKeepTheirText(t *testing.T) {
	text := "the Bank of Norland rose"
	doc := &entity.Document{Text: text}
	mentions := []entity.Mention{{Start: 4, End: 19, Kind: entity.Org}, {Start: 12, End: 19, Kind: entity.Place}, {Start: 15, End: 24, Kind: entity.Org}}
	var got strings.Builder
	parts := segments(doc, 0, len(text), mentions)
	for _, s := range parts {
		got.WriteString(s.Text)
	}
	require.Equal(t, text, got.String())
	require.Len(t, parts, 4)
	require.Equal(t, entity.Place, parts[2].Mention.Kind)
	require.Equal(t, entity.Org, parts[2].Outer.Kind)
	require.Nil(t, parts[3].Mention, "a mention that crosses an earlier one is left to plain text")
}

func TestBlankLinesEndParagraphs(t *testing.T) {
	for text, want := range map[string]int{"a\nb": 0, "a\n\nb": 1, "a\r\n\r\nb": 1, "a\n \n\nb\n\nc": 2, "": 0} {
		n := 0
		for _, s := range segments(&entity.Document{Text: text}, 0, len(text), nil) {
			if s.Break {
				n++
			}
		}
		require.Equal(t, want, n, "%q", text)
	}
}

func TestArcsOnOneLevelDoNotOverlap(t *testing.T) {
	arcs := []arc{{from: 0, to: 9}, {from: 3, to: 1}, {from: 3, to: 5}, {from: 4, to: 2}, {from: 5, to: 9}}
	top := stack(arcs)
	for i, a := range arcs {
		require.LessOrEqual(t, a.level, top)
		for _, b := range arcs[:i] {
			if a.level == b.level {
				require.True(t, a.right() <= b.left() || b.right() <= a.left(), "%v and %v", a, b)
			}
		}
	}
}
