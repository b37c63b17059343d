package main

import (
	"os"
	"strings"
	"unicode"

	"github.com/dossier-nlp/dossier/entity"
)

// sentence is one sentence of a training file.
type sentence struct {
	text  string
	spans []entity.Span
	key   string // its letters without spaces
	doc   int    // the document that its file says it is from
}

// example joins sentences to one document, with blank lines between.
func example(sentences []sentence, weight float64) entity.Example {
	var b strings.Builder
	e := entity.Example{Weight: weight}
	for i, s := range sentences {
		if i > 0 {
			b.WriteString("\n\n")
		}
		at := b.Len()
		b.WriteString(s.text)
		for _, p := range s.spans {
			e.Spans = append(e.Spans, entity.Span{Start: p.Start + at, End: p.End + at, Kind: p.Kind})
		}
	}
	e.Text = b.String()
	return e
}

// byDocument puts sentences of one document after another together.
func byDocument(all []sentence, weight float64) []entity.Example {
	var out []entity.Example
	for i := 0; i < len(all); {
		j := i + 1
		for j < len(all) && all[j].doc == all[i].doc {
			j++
		}
		out = append(out, example(all[i:j], weight))
		i = j
	}
	return out
}

// treebank is the sentences of treebanks, in order.
type treebank struct {
	keys  []string
	docs  []int
	texts map[string]string // by key: with the spaces that tokens do not tell
}

func readTreebanks(files ...string) (*treebank, error) {
	t := &treebank{texts: map[string]string{}}
	doc := 0
	for _, file := range files {
		b, err := os.ReadFile(file)
		if err != nil {
			return nil, err
		}
		for _, line := range strings.Split(string(b), "\n") {
			if strings.HasPrefix(line, "# newdoc") {
				doc++
			}
			if text, ok := strings.CutPrefix(line, "# text = "); ok {
				text = strings.TrimSpace(text)
				key := strings.Join(strings.Fields(text), "")
				t.keys, t.docs = append(t.keys, key), append(t.docs, doc)
				t.texts[key] = text
			}
		}
	}
	return t, nil
}

// documents sets the documents of sentences that stand in the treebank's
// order, with gaps. One that the treebank does not have goes with the one
// before it.
func (t *treebank) documents(all []sentence) {
	first := map[string]int{}
	for i := len(t.keys) - 1; i >= 0; i-- {
		first[t.keys[i]] = i
	}
	at, doc := -1, 0
	for i := range all {
		next := -1
		for j := at + 1; j < len(t.keys) && j < at+300; j++ {
			if t.keys[j] == all[i].key {
				next = j
				break
			}
		}
		if next < 0 && len(all[i].key) > 40 {
			if j, ok := first[all[i].key]; ok {
				next = j
			}
		}
		if next >= 0 {
			at, doc = next, t.docs[next]
		}
		all[i].doc = doc
	}
}

// Documents made of sentences that stand alone: how rare a word of a name must
// be to bring two sentences together, and how many come together at most.
const (
	rarestShared = 12
	longestMade  = 12
)

// byName brings sentences together that share a rare word of a name, so that
// they read like reports of one story.
func byName(all []sentence, weight float64) []entity.Example {
	holds := map[string][]int{}
	words := make([][]string, len(all))
	for i, s := range all {
		seen := map[string]bool{}
		for _, p := range s.spans {
			for _, w := range strings.Fields(s.text[p.Start:p.End]) {
				if r := []rune(w); len(r) > 2 && unicode.IsUpper(r[0]) && !seen[w] {
					seen[w] = true
					holds[w] = append(holds[w], i)
					words[i] = append(words[i], w)
				}
			}
		}
	}
	taken := make([]bool, len(all))
	var out []entity.Example
	for i := range all {
		if taken[i] {
			continue
		}
		taken[i] = true
		group := []int{i}
		for k := 0; k < len(group) && len(group) < longestMade; k++ {
			for _, w := range words[group[k]] {
				if len(holds[w]) > rarestShared {
					continue
				}
				for _, j := range holds[w] {
					if !taken[j] && len(group) < longestMade {
						taken[j] = true
						group = append(group, j)
					}
				}
			}
		}
		var doc []sentence
		for _, j := range group {
			doc = append(doc, all[j])
		}
		out = append(out, example(doc, weight))
	}
	return out
}
