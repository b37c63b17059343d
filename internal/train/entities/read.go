package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/dossier-nlp/dossier/entity"
)

// sources are the training files and how much each counts. The ones that count
// nothing are annotated under guides of their own: with them, the model got
// worse. They tell how scores hold elsewhere; many of their sentences are
// annotated anew (see annotations).
var sources = []struct {
	file    string
	weight  float64
	alone   bool // each sentence stands alone
	unsplit bool // "London-based" is one word, and no name
}{
	{"news-gold", 1, true, true},
	{"uner-train", 1.5, false, false},
	{"gum-news", 0, false, false},
	{"gum-academic", 0, false, false},
	{"gum-bio", 0, false, false},
	{"gum-court", 0, false, false},
	{"gum-interview", 0, false, false},
	{"gum-voyage", 0, false, false},
	{"wikigold", 0, false, true},
	{"crossner-politics", 0, true, true},
}

var kinds = map[string]entity.Kind{"PER": entity.Person, "ORG": entity.Org, "LOC": entity.Place}

// readAll reads all that counts.
func readAll(data string) ([]entity.Example, error) {
	x, err := readApart(data)
	if err != nil {
		return nil, err
	}
	x.away = slices.DeleteFunc(x.away, func(e entity.Example) bool { return e.Weight == 0 })
	return slices.Concat(x.home, x.away, x.again, x.made), nil
}

// parts are the examples by where they are from: news, the other training
// files, sentences of these that were annotated anew, and what is made from
// patterns.
type parts struct{ home, away, again, made []entity.Example }

// readApart reads all sources, as documents where their files tell them. The
// texts of the treebanks come from there, with the spaces that their tokens do
// not tell.
func readApart(data string) (x parts, err error) {
	bank, err := readTreebanks(
		filepath.Join(data, "ud", "en_ewt-ud-train.conllu"),
		filepath.Join(data, "ud", "gum-licensed-train.conllu"))
	if err != nil {
		return x, err
	}
	files := make([][]sentence, len(sources))
	news, others, err := readAnnotated(data, bank.texts)
	if err != nil {
		return x, err
	}
	names := surfaces{}
	for i, s := range sources {
		if files[i], err = readBIO(filepath.Join(data, "ner", "train", s.file+".bio"), bank.texts); err != nil {
			return x, err
		}
		names.add(files[i])
	}
	for i, s := range sources {
		if s.unsplit {
			names.hyphenated(files[i])
		}
		if strings.HasPrefix(s.file, "gum") {
			bank.documents(files[i])
		}
		switch {
		case i == 0:
			x.home = slices.Concat(byName(files[i], s.weight), byName(news, newsWeight))
		case s.alone:
			x.away = append(x.away, byName(files[i], s.weight)...)
		default:
			x.away = append(x.away, byDocument(files[i], s.weight)...)
		}
	}
	x.again = byName(others, otherWeight)
	x.made = patterns(files[0], 0.5)
	return x, nil
}

// readBIO reads a file of one token and tag a line.
func readBIO(file string, texts map[string]string) ([]sentence, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var out []sentence
	var words, tags []string
	doc := 0
	flush := func() {
		switch {
		case len(words) == 0:
		case words[0] == "-DOCSTART-":
			doc++
		default:
			s := join(words, tags, texts)
			s.doc = doc
			out = append(out, s)
		}
		words, tags = words[:0], tags[:0]
	}
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<20)
	for n := 1; lines.Scan(); n++ {
		if strings.TrimSpace(lines.Text()) == "" {
			flush()
			continue
		}
		w, tag, ok := strings.Cut(lines.Text(), "\t")
		if !ok {
			return nil, fmt.Errorf("%s:%d: no tab", file, n)
		}
		words, tags = append(words, w), append(tags, tag)
	}
	flush()
	return out, lines.Err()
}

// join makes running text of the words.
func join(words, tags []string, texts map[string]string) sentence {
	key := strings.Join(words, "")
	text, at := place(words, texts[key])
	if at == nil {
		text, at = detokenize(words)
	}
	s := sentence{text: text, key: key}
	for i := 0; i < len(words); {
		kind, ok := kinds[strings.TrimLeft(tags[i], "BI-")]
		if !ok {
			i++
			continue
		}
		j := i + 1
		for j < len(words) && tags[j] == "I-"+tags[i][2:] {
			j++
		}
		s.spans = append(s.spans, entity.Span{Start: at[i][0], End: at[j-1][1], Kind: kind})
		i = j
	}
	return s
}

// place finds the words in a text, or gives nil.
func place(words []string, text string) (string, [][2]int) {
	if text == "" {
		return "", nil
	}
	var out [][2]int
	at := 0
	for _, w := range words {
		for at < len(text) && text[at] == ' ' {
			at++
		}
		if !strings.HasPrefix(text[at:], w) {
			return "", nil
		}
		out = append(out, [2]int{at, at + len(w)})
		at += len(w)
	}
	return text, out
}

func set(words string) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields(words) {
		out[w] = true
	}
	return out
}

var (
	noSpaceBefore = set(", . ; : ! ? ) ] } % 's 'S ’s 're 've 'll 'd 'm n't N'T ' ” ’ … ''")
	noSpaceAfter  = set("( [ { $ # “ ‘ ` `` £ €")
	escapes       = map[string]string{"-LRB-": "(", "-RRB-": ")", "-LSB-": "[", "-RSB-": "]", "``": "“", "''": "”"}
)

// detokenize puts words together with the spaces of a newspaper.
func detokenize(words []string) (string, [][2]int) {
	var b strings.Builder
	var at [][2]int
	glue, quote := true, false
	for _, w := range words {
		if e, ok := escapes[w]; ok {
			w = e
		}
		if !glue && !noSpaceBefore[w] && !(w == `"` && quote) {
			b.WriteByte(' ')
		}
		start := b.Len()
		b.WriteString(w)
		at = append(at, [2]int{start, b.Len()})
		glue = noSpaceAfter[w]
		if w == `"` {
			glue = !quote
			quote = !quote
		}
	}
	return b.String(), at
}

// readSet reads a file to measure with.
func readSet(file string) ([]entity.Example, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var out []entity.Example
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<24)
	for lines.Scan() {
		var d struct {
			Text  string
			Spans [][3]any
		}
		if err := json.Unmarshal(lines.Bytes(), &d); err != nil {
			return nil, fmt.Errorf("%s: %w", file, err)
		}
		e := entity.Example{Text: d.Text}
		for _, s := range d.Spans {
			e.Spans = append(e.Spans, entity.Span{Start: int(s[0].(float64)), End: int(s[1].(float64)), Kind: entity.Kind(s[2].(string))})
		}
		out = append(out, e)
	}
	return out, lines.Err()
}
