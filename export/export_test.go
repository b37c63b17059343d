package export_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"math"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dossier-nlp/dossier"
	"github.com/dossier-nlp/dossier/entity"
	"github.com/dossier-nlp/dossier/export"
	"github.com/dossier-nlp/dossier/relation"
)

// accusation is "A accused B.", everything filled in, for any two names.
func accusation(a, b string) *dossier.Document {
	text := a + " accused " + b + "."
	verb, object := len(a)+1, len(a)+9
	token := func(start, end, head int, tag, dep string) entity.Token {
		return entity.Token{Start: start, End: end, Text: text[start:end], Lemma: text[start:end], Tag: tag, Head: head, Dep: dep}
	}
	mention := func(start, end, entityID, first int) entity.Mention {
		return entity.Mention{Start: start, End: end, Text: text[start:end], Kind: entity.Person, Form: entity.Name, Entity: entityID, First: first, Last: first + 1, Head: first, Score: 1}
	}
	doc := &dossier.Document{Document: entity.Document{Text: text,
		Sentences: []entity.Sentence{{Start: 0, End: len(text), Tokens: []entity.Token{
			token(0, len(a), 1, "NNP", "nsubj"), token(verb, verb+7, -1, "VBD", "root"),
			token(object, object+len(b), 1, "NNP", "obj"), token(object+len(b), len(text), 1, ".", "punct")}}},
		Mentions: []entity.Mention{mention(0, len(a), 0, 0), mention(object, object+len(b), 1, 2)},
		Entities: []entity.Entity{
			{ID: 0, Kind: entity.Person, Name: a, Mentions: []int{0}, Place: entity.None, ActsFor: entity.None, Key: "Q1"},
			{ID: 1, Kind: entity.Person, Name: b, Mentions: []int{1}, Place: 0, ActsFor: entity.None, Aliases: []string{a}, Roles: []entity.Role{{Title: "chief", Start: 0, End: 1}}},
		}}}
	argument := func(i int) relation.Argument {
		m := doc.Mentions[i]
		return relation.Argument{Span: relation.Span{Start: m.Start, End: m.End, Text: m.Text}, Kind: m.Kind, Entity: i, Mention: i}
	}
	doc.Relations = []relation.Relation{{Name: "accused", Source: argument(0), Target: argument(1), Factuality: relation.Asserted, Rule: "news:accused/1", Score: 0.9,
		Trigger: []relation.Span{{Start: verb, End: verb + 7, Text: "accused"}}, Args: map[string]relation.Argument{"topic": argument(1)}},
		{Name: "met", Source: argument(1), Target: argument(0), Factuality: relation.Negated, Attribution: []relation.Argument{argument(0)}}}
	return doc
}

var names = []string{"Ada", "Müller", "李明", "\"'`;{}[]<>&|#\\", "a\nb\tc", "]]>", "\x00\xff", "😀 K", "-->|x|", "end", "<b>"}

// written is what a format makes of a document for each of the names.
func written(t *testing.T, make func(io.Writer) export.Writer) string {
	var out bytes.Buffer
	w := make(&out)
	for _, n := range names {
		require.NoError(t, w.Write("doc "+n, accusation(n, "Bea "+n)))
	}
	require.NoError(t, w.Close())
	return out.String()
}

func lines(s string) []string { return strings.Split(strings.TrimSuffix(s, "\n"), "\n") }

func TestJSONLReadsBack(t *testing.T) {
	got := lines(written(t, export.NewJSONL))
	require.Len(t, got, len(names))
	for i, line := range got {
		var back struct {
			ID  string           `json:"id"`
			Doc dossier.Document `json:"doc"`
		}
		require.NoError(t, json.Unmarshal([]byte(line), &back), "%q", names[i])
		require.Equal(t, "accused", back.Doc.Relations[0].Name)
	}
}

func TestCoNLLHasOneLineATokenAndTagsOfTheKinds(t *testing.T) {
	row := regexp.MustCompile(`^\S+\t\S+\t(O|[BI]-\S+)$`)
	n := 0
	for _, line := range lines(written(t, export.NewCoNLL)) {
		if line != "" {
			require.Regexp(t, row, line)
			n++
		}
	}
	require.Equal(t, 5*len(names), n, "four tokens and a -DOCSTART- a document")
	var out bytes.Buffer
	require.NoError(t, export.NewCoNLL(&out).Write("x", accusation("Ada", "Bea")))
	require.Equal(t, "-DOCSTART-\t-X-\tO\n\nAda\tNNP\tB-PERSON\naccused\tVBD\tO\nBea\tNNP\tB-PERSON\n.\t.\tO\n\n", out.String())
}

func TestBratSpansCoverTheirWords(t *testing.T) {
	span := regexp.MustCompile(`^T\d+\t\w+ ((?:\d+ \d+;?)+)\t(.*)$`)
	other := regexp.MustCompile(`^(R\d+\t\w+ Arg1:T\d+ Arg2:T\d+|A\d+\tFactuality R\d+ \w+|#\d+\tAnnotatorNotes [TR]\d+\t.*|\*\tEquiv( T\d+)+)$`)
	for _, n := range names {
		doc := accusation(n, "Bea "+n)
		text := []rune(export.BratText(doc))
		var out bytes.Buffer
		require.NoError(t, export.NewBratAnn(&out).Write("x", doc))
		for _, line := range lines(out.String()) {
			m := span.FindStringSubmatch(line)
			if m == nil {
				require.Regexp(t, other, line)
				continue
			}
			var words []string
			for _, f := range strings.Split(m[1], ";") {
				var a, b int
				_, err := fmt.Sscan(f, &a, &b)
				require.NoError(t, err)
				words = append(words, strings.Map(blank, string(text[a:b])))
			}
			require.Equal(t, strings.Join(words, " "), m[2])
		}
	}
}

func blank(r rune) rune {
	if r == '\t' || r == '\r' {
		return ' '
	}
	return r
}

func TestSpaCyOffsetsAreCodePoints(t *testing.T) {
	for i, line := range lines(written(t, export.NewSpaCy)) {
		var d spacyLine
		require.NoError(t, json.Unmarshal([]byte(line), &d))
		require.Len(t, d.Ents, 2)
		require.Equal(t, string([]rune(names[i])), string([]rune(d.Text)[d.Ents[0].Start:d.Ents[0].End]))
		require.Equal(t, 1, d.Tokens[1].Head, "the root is its own head")
	}
}

func TestCSVHasEveryFieldInEveryRecord(t *testing.T) {
	records, err := csv.NewReader(strings.NewReader(written(t, export.NewCSV))).ReadAll()
	require.NoError(t, err)
	require.Len(t, records, 1+2*len(names))
	require.Equal(t, "accused", records[1][1])
	require.Equal(t, "topic=Bea Ada", records[1][11])
	require.Equal(t, "Ada", records[2][9], "the attribution")
}

func TestGraphMLIsWellFormedAndItsEdgesHaveEnds(t *testing.T) {
	var g struct {
		Graph struct {
			Nodes []struct {
				ID string `xml:"id,attr"`
			} `xml:"node"`
			Edges []struct {
				Source string `xml:"source,attr"`
				Target string `xml:"target,attr"`
			} `xml:"edge"`
		} `xml:"graph"`
	}
	require.NoError(t, xml.Unmarshal([]byte(written(t, export.NewGraphML)), &g))
	require.Len(t, g.Graph.Nodes, 2*len(names))
	require.Len(t, g.Graph.Edges, 2*len(names))
	ids := map[string]bool{}
	for _, n := range g.Graph.Nodes {
		require.False(t, ids[n.ID], "node %s twice", n.ID)
		ids[n.ID] = true
	}
	for _, e := range g.Graph.Edges {
		require.True(t, ids[e.Source] && ids[e.Target])
	}
}

// The statements of DOT and Mermaid that the writers use, with their strings.
var (
	dotLine     = regexp.MustCompile(`^(digraph dossier \{|\}|  rankdir=LR;|  (node|edge) \[[^\[\]]*\];|  subgraph cluster_d\d+ \{|    label=S;|  \}|    d\d+_e\d+ \[label=S, fillcolor=S\];|  d\d+_e\d+ -> d\d+_e\d+ \[label=S(, style=dashed, tooltip=S)?\];)$`)
	dotString   = regexp.MustCompile(`"(?:[^"\\\n]|\\["\\])*"`)
	mermaidLine = regexp.MustCompile(`^(flowchart LR|  d\d+_e\d+\["[^"\[\]<>|{}]*"\]|  d\d+_e\d+ (-->|-\.->)\|"[^"\[\]<>|{}]*"\| d\d+_e\d+)$`)
	tripleLine  = regexp.MustCompile(`^<[^\x00-\x20<>"{}|^` + "`" + `\\]*> <[^\x00-\x20<>"{}|^` + "`" + `\\]*> (<[^\x00-\x20<>"{}|^` + "`" + `\\]*>|"([^\x22\x5C\x0A\x0D]|\\[tbnrf"'\\])*"(\^\^<[^\x00-\x20<>]*>)?) \.$`)
)

func TestDOTKeepsItsStrings(t *testing.T) {
	for _, line := range lines(written(t, export.NewDOT)) {
		if strings.HasPrefix(line, "  node") || strings.HasPrefix(line, "  edge") {
			continue
		}
		require.Regexp(t, dotLine, dotString.ReplaceAllString(line, "S"))
	}
}

func TestMermaidKeepsItsStrings(t *testing.T) {
	for _, line := range lines(written(t, export.NewMermaid)) {
		require.Regexp(t, mermaidLine, line)
	}
}

// The grammar of RDF 1.1 N-Triples, section 7.
func TestNTriplesFollowTheGrammar(t *testing.T) {
	out := written(t, func(w io.Writer) export.Writer { return export.NewNTriples(w, "https://example.org/") })
	for _, line := range lines(out) {
		require.Regexp(t, tripleLine, line)
	}
	require.Contains(t, out, "<https://example.org/doc%20Ada#e0> <"+export.Vocabulary+"accused> <https://example.org/doc%20Ada#e1> .\n")
	require.NotContains(t, out, "#e1> <"+export.Vocabulary+"met>", "what is denied is no plain triple")
}

// spacyLine is what the tests read of a line for spaCy.
type spacyLine struct {
	Text        string
	Ents, Sents []struct{ Start, End int }
	Tokens      []struct {
		ID, Start, End, Head int
		Tag                  string
	}
}

// A Doc of spaCy's is made of words, and of whether a space follows each.
func TestSpaCyHasTheSameTextAndOffsets(t *testing.T) {
	for _, text := range []string{
		"Müller met  Ana Ruiz in Lima.\n\nBoth sides  spoke.  Peru thanked Müller.\n",
		"\n Ana Ruiz met Tomas Berg.\r\n\r\n\tNobody spoke.  ",
		"Ana Ruiz met Tomas Berg.", " ", "",
	} {
		doc, err := dossier.Extract(text)
		require.NoError(t, err)
		var out bytes.Buffer
		require.NoError(t, export.NewSpaCy(&out).Write("x", doc))
		var d spacyLine
		require.NoError(t, json.Unmarshal(out.Bytes(), &d))
		runes, at, words := []rune(text), 0, 0
		for i, tok := range d.Tokens {
			require.Equal(t, at, tok.Start, "token %d of %q", i, text)
			require.Equal(t, i, tok.ID)
			if tok.Tag != "_SP" {
				words++
			}
			at = tok.End
			if at < len(runes) && runes[at] == ' ' && tok.Tag != "_SP" {
				at++
			}
		}
		require.Equal(t, len(runes), at, "%q", text)
		end := 0
		for i, s := range doc.Sentences {
			words -= len(s.Tokens)
			require.GreaterOrEqual(t, d.Sents[i].Start, end)
			end = d.Sents[i].End
			for _, tok := range d.Tokens {
				if d.Sents[i].Start <= tok.Start && tok.Start < end {
					head := d.Tokens[tok.Head]
					require.True(t, d.Sents[i].Start <= head.Start && head.Start < end, "the head is in another sentence")
				}
			}
		}
		require.Zero(t, words, "every word once")
	}
}

func TestADocumentThatContradictsItselfIsAnError(t *testing.T) {
	faults := map[string]func(*dossier.Document){
		"/relations/0/score":         func(d *dossier.Document) { d.Relations[0].Score = math.NaN() },
		"/relations/1/source/entity": func(d *dossier.Document) { d.Relations[1].Source.Entity = 7 },
		"/relations/0/sentence":      func(d *dossier.Document) { d.Relations[0].Sentence = 7 },
		"/entities/0/mentions/0":     func(d *dossier.Document) { d.Entities[0].Mentions[0] = 7 },
		"/mentions/1/end":            func(d *dossier.Document) { d.Mentions[1].End = 99 },
		"/sentences/0/tokens/1":      func(d *dossier.Document) { d.Sentences[0].Tokens[1].Head = 9 },
	}
	for name, make := range map[string]func(io.Writer) export.Writer{
		"JSONL": export.NewJSONL, "CoNLL": export.NewCoNLL, "brat": export.NewBratAnn, "spaCy": export.NewSpaCy, "DOT": export.NewDOT,
		"GraphML": export.NewGraphML, "Mermaid": export.NewMermaid, "CSV": export.NewCSV,
		"N-Triples": func(w io.Writer) export.Writer { return export.NewNTriples(w, "https://example.org/") },
	} {
		var want, got bytes.Buffer
		sound := make(&want)
		require.NoError(t, sound.Write("sound", accusation("Ada", "Bea")))
		w := make(&got)
		require.EqualError(t, w.Write("x", nil), `export "x": no document`, name)
		for path, spoil := range faults {
			doc := accusation("Ada", "Bea")
			spoil(doc)
			var fault *entity.DocumentError
			require.ErrorAs(t, w.Write("x", doc), &fault, name)
			require.Equal(t, path, fault.Path, name)
		}
		require.NoError(t, w.Write("sound", accusation("Ada", "Bea")), name)
		require.Equal(t, want.String(), got.String(), name)
	}
}

type brokenWriter struct{}

func (brokenWriter) Write([]byte) (int, error) { return 0, errors.New("disk full") }

func TestTheErrorOfTheWriterBelowComesThrough(t *testing.T) {
	w := export.NewCSV(brokenWriter{})
	require.EqualError(t, w.Write("x", accusation("Ada", "Bea")), "disk full")
	require.EqualError(t, w.Close(), "disk full")
}
