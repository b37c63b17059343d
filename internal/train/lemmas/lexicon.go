package main

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"

	"github.com/dossier-nlp/dossier/internal/train/treebank"
)

// form is an inflected word, in lower case, and its tag.
type form struct{ word, tag string }

// lexicon knows the lemmas of forms. For a form that the treebanks have three
// times or more, their lemma counts; for the others the lists', then the
// treebanks', then that of the regular form.
type lexicon struct {
	lemma map[form]string
	order []form       // in the order of their coming, so that all is the same each time
	gold  map[form]int // how often the treebanks have it
}

func newLexicon() *lexicon {
	return &lexicon{map[form]string{}, nil, map[form]int{}}
}

func (l *lexicon) set(f form, lemma string) {
	if _, ok := l.lemma[f]; !ok {
		l.order = append(l.order, f)
	}
	l.lemma[f] = lemma
}

// addTreebank adds the commonest lemma of each form.
func (l *lexicon) addTreebank(sentences []treebank.Sentence) {
	counts := map[form]map[string]int{}
	var order []form
	for _, s := range sentences {
		for i, w := range s.Words {
			if s.Lemmas[i] == "_" || strings.ContainsAny(w, "0123456789") || noRule(s.Tags[i]) {
				continue
			}
			f := form{plain(w), s.Tags[i]}
			if counts[f] == nil {
				counts[f] = map[string]int{}
				order = append(order, f)
			}
			lemma := plain(s.Lemmas[i])
			if lemma == "i" && f.tag == "PRP" {
				lemma = "I"
			}
			counts[f][lemma]++
		}
	}
	for _, f := range order {
		best, most, total := "", 0, 0
		for lemma, n := range counts[f] {
			total += n
			if n > most || n == most && lemma < best {
				best, most = lemma, n
			}
		}
		if l.gold[f] > 0 {
			continue // where the treebanks differ, the first one has it
		}
		l.set(f, best)
		l.gold[f] = total
	}
}

// noRule tells whether a tag's words have no common rule: parts of words,
// foreign words, what is written wrongly.
func noRule(tag string) bool {
	switch tag {
	case "GW", "AFX", "FW", "XX", "ADD", "LS", "NFP":
		return true
	}
	return false
}

// addRegular adds the regular forms in the unlabelled text.
func (l *lexicon) addRegular(v *vocabulary) {
	verb := func(c string) int {
		if n := v.base[c]; n >= 2 {
			return n
		}
		return 0
	}
	any := func(c string) int {
		if n := v.count[c]; n >= 5 {
			return n
		}
		return 0
	}
	for _, w := range v.frequent(5) {
		for _, r := range []struct {
			suffix string
			counts []func(string) int // the first that knows a base decides
			tags   []string
		}{
			{"ed", []func(string) int{verb, any}, []string{"VBD", "VBN"}},
			{"ing", []func(string) int{verb, any}, []string{"VBG"}},
			{"s", []func(string) int{verb}, []string{"VBZ"}},
			{"s", []func(string) int{any}, []string{"NNS"}},
			{"er", []func(string) int{any}, []string{"JJR"}},
			{"est", []func(string) int{any}, []string{"JJS"}},
		} {
			base := ""
			for _, count := range r.counts {
				if base == "" {
					base = baseOf(w, r.suffix, count)
				}
			}
			for _, tag := range r.tags {
				if f := (form{w, tag}); base != "" && l.gold[f] == 0 {
					l.set(f, base)
				}
			}
		}
	}
}

//go:embed irregular.txt
var irregularVerbs string

//go:embed plurals.txt
var irregularPlurals string

// addLists adds the irregular verbs and plurals.
func (l *lexicon) addLists() error {
	for _, line := range listLines(irregularVerbs) {
		f := strings.Fields(line)
		if len(f) < 2 || len(f) > 3 {
			return fmt.Errorf("irregular.txt: %q", line)
		}
		for _, forms := range f[1:] {
			for _, w := range strings.Split(forms, "/") {
				l.setIrregular(form{w, "VBD"}, f[0])
				l.setIrregular(form{w, "VBN"}, f[0])
			}
		}
	}
	for _, line := range listLines(irregularPlurals) {
		f := strings.Fields(line)
		if len(f) != 2 {
			return fmt.Errorf("plurals.txt: %q", line)
		}
		l.setIrregular(form{f[0], "NNS"}, strings.ToLower(f[1]))
	}
	return nil
}

// setIrregular leaves a form alone that the treebanks have more than once or
// twice: "found" and "lay" are forms of two verbs.
func (l *lexicon) setIrregular(f form, lemma string) {
	if l.gold[f] < 3 {
		l.set(f, lemma)
	}
}

func listLines(list string) []string {
	return slices.DeleteFunc(strings.Split(list, "\n"), func(s string) bool { return s == "" || s[0] == '#' })
}

// plain is a word in lower case, with straight apostrophes.
func plain(w string) string {
	return strings.ToLower(strings.NewReplacer("’", "'", "‘", "'").Replace(w))
}

// lemmas lists lemmas that are to be had without allocating: all that the
// lexicon has, and the frequent words of the text; also the words with an
// apostrophe, which are looked up with a straight one.
func (l *lexicon) lemmas(v *vocabulary) []string {
	seen := map[string]bool{}
	for _, f := range l.order {
		seen[l.lemma[f]] = true
	}
	for _, w := range v.frequent(60) {
		seen[w] = true
	}
	var out []string
	for w := range seen {
		if len(w) > 1 && len(w) <= 20 && v.count[w] >= 10 {
			out = append(out, w)
		}
	}
	for _, f := range l.order {
		if w := f.word; strings.Contains(w, "'") && !slices.Contains(out, w) {
			out = append(out, w)
		}
	}
	slices.Sort(out)
	return out
}
