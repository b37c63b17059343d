package main

import (
	"bufio"
	"os"
	"path/filepath"
	"strings"
	"sync"

	"github.com/jdkato/prose/v2"

	"github.com/dossier-nlp/dossier/entity"
)

// proseModel is prose's own model, loaded once.
var proseModel = sync.OnceValue(func() *prose.Model {
	doc, err := prose.NewDocument("A text.")
	if err != nil {
		panic(err) // prose returns no error
	}
	return doc.Model
})

// proseNames is what prose takes for a name, by the bytes of the text.
func proseNames(text string) ([]name, error) {
	doc, err := prose.NewDocument(text, prose.UsingModel(proseModel()), prose.WithSegmentation(false))
	if err != nil {
		return nil, err
	}
	var texts, kinds []string
	for _, x := range doc.Entities() {
		texts, kinds = append(texts, x.Text), append(kinds, x.Label)
	}
	var out []name
	for i, p := range offsets(text, texts) {
		kind, ok := map[string]entity.Kind{"PERSON": entity.Person, "GPE": entity.Place, "LOCATION": entity.Place, "ORGANIZATION": entity.Org, "ORG": entity.Org}[kinds[i]]
		if p.start >= 0 && ok {
			out = append(out, name{p.start, p.end, kind})
		}
	}
	return out, nil
}

// nameList is the plainest of taggers: the names of the training files, each
// with its most frequent kind, found by the longest match. A word that is
// mostly no name there is passed over.
type nameList struct {
	kinds  map[string]map[entity.Kind]int
	starts map[string]int // longest name in words, by first word
	plain  map[string]int // how often a word stands outside names
}

func readNameList(folder string) (*nameList, error) {
	files, err := filepath.Glob(filepath.Join(folder, "*.bio"))
	if err != nil {
		return nil, err
	}
	l := &nameList{kinds: map[string]map[entity.Kind]int{}, starts: map[string]int{}, plain: map[string]int{}}
	for _, file := range files {
		if err := l.read(file); err != nil {
			return nil, err
		}
	}
	return l, nil
}

var bioKinds = map[string]entity.Kind{"PER": entity.Person, "ORG": entity.Org, "LOC": entity.Place}

func (l *nameList) read(file string) error {
	f, err := os.Open(file)
	if err != nil {
		return err
	}
	defer f.Close()
	var words []string
	var kind entity.Kind
	end := func() {
		if len(words) > 0 {
			l.add(words, kind)
		}
		words = words[:0]
	}
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		word, tag, _ := strings.Cut(lines.Text(), "\t")
		if !strings.HasPrefix(tag, "I-") {
			end()
		}
		if tag == "O" {
			l.plain[word]++
		}
		if len(tag) > 2 {
			words = append(words, word)
			kind = bioKinds[tag[2:]]
		}
	}
	end()
	return lines.Err()
}

func (l *nameList) add(words []string, kind entity.Kind) {
	key := strings.Join(words, " ")
	if l.kinds[key] == nil {
		l.kinds[key] = map[entity.Kind]int{}
	}
	l.kinds[key][kind]++
	l.starts[words[0]] = max(l.starts[words[0]], len(words))
}

// has reports whether a name of these bytes stands in the list.
func (l *nameList) has(text string) bool {
	doc, err := segmented(text)
	if err != nil {
		return false
	}
	tokens, _ := flat(doc)
	var words []string
	for _, t := range tokens {
		words = append(words, t.Text)
	}
	return l.kinds[strings.Join(words, " ")] != nil
}

func (l *nameList) names(doc *entity.Document) []name {
	var out []name
	for _, s := range doc.Sentences {
		for i := 0; i < len(s.Tokens); {
			n, kind := l.longest(s.Tokens[i:])
			if n == 0 {
				i++
				continue
			}
			out = append(out, name{s.Tokens[i].Start, s.Tokens[i+n-1].End, kind})
			i += n
		}
	}
	return out
}

func (l *nameList) longest(tokens []entity.Token) (int, entity.Kind) {
	for n := min(l.starts[tokens[0].Text], len(tokens)); n > 0; n-- {
		words := make([]string, n)
		for i := range words {
			words[i] = tokens[i].Text
		}
		if kinds := l.kinds[strings.Join(words, " ")]; kinds != nil {
			best, all := entity.Kind(""), 0
			for _, k := range nameKinds {
				all += kinds[k]
				if kinds[k] > kinds[best] {
					best = k
				}
			}
			if n > 1 || all > l.plain[words[0]] {
				return n, best
			}
		}
	}
	return 0, ""
}
