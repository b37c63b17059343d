package page

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"regexp"
	"strings"
	"testing"

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

func TestNoSuchSentence(t *testing.T) {
	doc, _ := meeting("Ada", "Bea")
	var want *SentenceError
	require.ErrorAs(t, WriteSVG(io.Discard, doc, nil, 1), &want)
	require.ErrorAs(t, WriteTreeSVG(io.Discard, doc, -1), &want)
	require.EqualError(t, want, "no sentence -1: the document has 1, counted from 0")
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
