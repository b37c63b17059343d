package main

import (
	"encoding/json"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"github.com/jdkato/prose/v2"

	"github.com/dossier-nlp/dossier/entity"
	"github.com/dossier-nlp/dossier/internal/train/treebank"
)

// syntax prints F1 of tags, lemmas, heads and labels on raw sentences, in the
// way of the CoNLL 2018 shared task (Zeman et al., 2018): words are matched by
// their characters, labels without subtypes, punctuation counts.
func syntax(e *env) error {
	parser, err := entity.Grammar()
	if err != nil {
		return err
	}
	names := []string{"en_ewt-ud-dev", "gum-licensed-dev"}
	if e.test {
		names = append(names, filepath.Join("public-test", "en_ewt-ud-test"))
	}
	for _, name := range names {
		sents, err := treebank.Read(e.path("data", "ud", name+".conllu"))
		if err != nil {
			return err
		}
		var score syntaxScore
		var rows []tokensLine
		for i := range sents {
			doc, err := segmented(sents[i].Text)
			if err != nil {
				return err
			}
			if err := parser.Parse(doc); err != nil {
				return err
			}
			score.add(&sents[i], doc)
			rows = append(rows, tokensLine{strconv.Itoa(i), tokenRows(doc)})
			if e.list {
				listSyntax(e, &sents[i], doc)
			}
		}
		if err := found(e, filepath.Base(name), rows); err != nil {
			return err
		}
		tags, err := proseTags(sents)
		if err != nil {
			return err
		}
		e.printf("%s\n", name)
		score.print(e)
		e.printf("prose: tags %.1f\n", tags)
		if err := syntaxSpeed(e, parser, sents); err != nil {
			return err
		}
		score.labels.print(e)
		e.printf("\n")
	}
	return nil
}

// tokensLine is a sentence as the reference scorer reads it: a token is start,
// end, tag, lemma, head, label, sentence.
type tokensLine struct {
	ID     string            `json:"id"`
	Tokens []json.RawMessage `json:"tokens"`
}

func tokenRows(doc *entity.Document) []json.RawMessage {
	rows := []json.RawMessage{}
	for i, s := range doc.Sentences {
		for _, t := range s.Tokens {
			row, _ := json.Marshal([]any{t.Start, t.End, t.Tag, t.Lemma, t.Head, t.Dep, i}) // strings and numbers cannot fail
			rows = append(rows, row)
		}
	}
	return rows
}

type syntaxScore struct {
	gold, got, words, tags, lemmas, uas, las int

	labels labelScore
}

// root is the head of a root, in place of a word's place.
var root = place{-1, -1}

func (n *syntaxScore) add(s *treebank.Sentence, doc *entity.Document) {
	gold := inLine(s.Words)
	got := tokenPlaces(doc)
	n.gold += len(gold)
	n.got += len(got)
	at := make(map[place]int, len(got))
	for j, p := range got {
		at[p] = j
	}
	tokens, heads := flat(doc)
	for i, p := range gold {
		n.labels.gold(s.Deps[i])
		j, ok := at[p]
		if !ok {
			continue
		}
		t := tokens[j]
		n.words++
		n.tags += one(sameTag(s.Tags[i], t.Tag))
		n.lemmas += one(strings.EqualFold(s.Lemmas[i], t.Lemma))
		goldHead, gotHead := root, root
		if h := s.Heads[i]; h >= 0 {
			goldHead = gold[h]
		}
		if heads[j] >= 0 {
			gotHead = got[heads[j]]
		}
		if goldHead == gotHead {
			n.uas++
			n.las += one(plain(s.Deps[i]) == plain(t.Dep))
			n.labels.right(s.Deps[i], t.Dep)
		}
	}
	for _, t := range tokens {
		n.labels.got(t.Dep)
	}
}

// flat is the document's tokens in one list, with their heads in that list.
func flat(doc *entity.Document) ([]entity.Token, []int) {
	var tokens []entity.Token
	var heads []int
	for _, s := range doc.Sentences {
		base := len(tokens)
		for _, t := range s.Tokens {
			h := -1
			if t.Head >= 0 {
				h = base + t.Head
			}
			tokens, heads = append(tokens, t), append(heads, h)
		}
	}
	return tokens, heads
}

func (n *syntaxScore) print(e *env) {
	f := func(k int) float64 { return 200 * ratio(k, n.gold+n.got) }
	e.printf("words %.1f tags %.1f lemmas %.1f UAS %.1f LAS %.1f\n", f(n.words), f(n.tags), f(n.lemmas), f(n.uas), f(n.las))
}

// tagNames makes one of tags that treebanks and taggers name differently.
var tagNames = map[string]string{"-LRB-": "(", "-RRB-": ")", "-LSB-": "(", "-RSB-": ")", "``": `"`, "''": `"`,
	"HYPH": ":", "NFP": ":", "ADD": "NN", "AFX": "JJ", "GW": "NN", "XX": "NN"}

func sameTag(a, b string) bool {
	if x, ok := tagNames[a]; ok {
		a = x
	}
	if x, ok := tagNames[b]; ok {
		b = x
	}
	return a == b
}

// plain is a label without its subtype.
func plain(dep string) string {
	label, _, _ := strings.Cut(dep, ":")
	return label
}

func one(b bool) int {
	if b {
		return 1
	}
	return 0
}

// proseTags is F1 of prose's tags, in per cent.
func proseTags(sents []treebank.Sentence) (float64, error) {
	model := proseModel()
	var gold, got, right int
	for i := range sents {
		s := &sents[i]
		doc, err := prose.NewDocument(s.Text, prose.UsingModel(model), prose.WithExtraction(false), prose.WithSegmentation(false))
		if err != nil {
			return 0, err
		}
		var texts, tags []string
		for _, t := range doc.Tokens() {
			texts, tags = append(texts, t.Text), append(tags, t.Tag)
		}
		tag := map[place]string{}
		for j, p := range inLine(texts) {
			tag[p] = tags[j]
		}
		gold += len(s.Words)
		got += len(texts)
		for j, p := range inLine(s.Words) {
			if t, ok := tag[p]; ok {
				right += one(sameTag(s.Tags[j], t))
			}
		}
	}
	return 200 * ratio(right, gold+got), nil
}

// syntaxSpeed prints how fast words become a tree, by the time of one core.
func syntaxSpeed(e *env, parser entity.Parser, sents []treebank.Sentence) error {
	var text strings.Builder
	for i := range sents {
		text.WriteString(sents[i].Text)
		text.WriteString("\n\n")
	}
	doc, err := segmented(text.String())
	if err != nil {
		return err
	}
	tokens, _ := flat(doc)
	rounds := 0
	start := cpu()
	for cpu()-start < time.Second {
		if err := parser.Parse(doc); err != nil {
			return err
		}
		rounds++
	}
	e.printf("syntax: %.0f tokens a second on one core\n", float64(rounds*len(tokens))/(cpu()-start).Seconds())
	return nil
}

// listSyntax prints the words whose head or label is not the gold one.
func listSyntax(e *env, s *treebank.Sentence, doc *entity.Document) {
	got := tokenPlaces(doc)
	at := map[place]int{}
	for j, p := range got {
		at[p] = j
	}
	gold := inLine(s.Words)
	tokens, heads := flat(doc)
	word := func(list []string, i int) string {
		if i < 0 {
			return "ROOT"
		}
		return list[i]
	}
	for i, p := range gold {
		j, ok := at[p]
		if !ok {
			continue
		}
		h := root
		if s.Heads[i] >= 0 {
			h = gold[s.Heads[i]]
		}
		g := root
		if heads[j] >= 0 {
			g = got[heads[j]]
		}
		if g == h && plain(s.Deps[i]) == plain(tokens[j].Dep) {
			continue
		}
		ours := "ROOT"
		if heads[j] >= 0 {
			ours = tokens[heads[j]].Text
		}
		e.printf("%s: gold %s of %s, ours %s of %s | %s\n", s.Words[i], s.Deps[i], word(s.Words, s.Heads[i]), tokens[j].Dep, ours, s.Text)
	}
}
