package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/dossier-nlp/dossier/entity"
	"github.com/dossier-nlp/dossier/internal/train/treebank"
)

// corefDoc is a document of GUM with its gold mentions.
type corefDoc struct {
	id     string
	doc    *entity.Document // tokens, tags and heads are gold, and the mentions the gold names
	gold   []int            // of these mentions: the gold entity
	others []corefOther
}

// corefOther is a gold mention that is no name: a pronoun or a phrase.
type corefOther struct {
	sentence, head int // its head token
	text           string
	gold           int
}

// readCoref reads the documents of the given genres of a GUM file with the
// coreference of its Entity layer. A name is a gold mention whose head is a
// proper noun; the mention given to the resolver is the proper noun phrase
// around the head, as a tagger finds it, not the whole phrase.
func readCoref(file string, genres ...string) ([]corefDoc, error) {
	sentences, err := treebank.Read(file)
	if err != nil {
		return nil, err
	}
	var docs []corefDoc
	var b *corefBuilder
	for i := range sentences {
		s := &sentences[i]
		genre := strings.Split(s.Doc, "_")
		if len(genre) < 2 || !slices.Contains(genres, genre[1]) {
			continue
		}
		if b == nil || b.out.id != s.Doc {
			if b != nil {
				docs = append(docs, b.done())
			}
			b = newCorefBuilder(s.Doc)
		}
		b.add(s)
	}
	if b != nil {
		docs = append(docs, b.done())
	}
	return docs, nil
}

type corefBuilder struct {
	out  corefDoc
	text strings.Builder
	ids  map[string]int
	open map[string][]openMention
	all  []goldMention
}

type openMention struct {
	first int
	kind  string
}

type goldMention struct {
	mention entity.Mention
	gold    int
}

func newCorefBuilder(id string) *corefBuilder {
	return &corefBuilder{
		out: corefDoc{id: id, doc: &entity.Document{}},
		ids: make(map[string]int), open: make(map[string][]openMention),
	}
}

func (b *corefBuilder) add(s *treebank.Sentence) {
	index := len(b.out.doc.Sentences)
	sent := entity.Sentence{Start: b.text.Len()}
	for i, w := range s.Words {
		start := b.text.Len()
		b.text.WriteString(w)
		sent.Tokens = append(sent.Tokens, entity.Token{
			Start: start, End: b.text.Len(), Text: w, Lemma: s.Lemmas[i], Tag: s.Tags[i], Head: s.Heads[i], Dep: s.Deps[i],
		})
		if !strings.Contains(s.Misc[i], "SpaceAfter=No") {
			b.text.WriteByte(' ')
		}
	}
	sent.End = sent.Tokens[len(sent.Tokens)-1].End
	b.text.WriteByte('\n')
	b.out.doc.Sentences = append(b.out.doc.Sentences, sent)
	for i, misc := range s.Misc {
		for _, field := range strings.Split(misc, "|") {
			if v, ok := strings.CutPrefix(field, "Entity="); ok {
				b.entities(index, i, v)
			}
		}
	}
}

// entities reads the brackets of one token: "(12-person-new-...(13-place-...)"
// opens and closes mentions, "12)" closes one.
func (b *corefBuilder) entities(sentence, tok int, brackets string) {
	for len(brackets) > 0 {
		if brackets[0] == '(' {
			end := strings.IndexAny(brackets[1:], "()")
			part := brackets[1:]
			if end >= 0 {
				part = brackets[1 : 1+end]
			}
			f := strings.Split(part, "-")
			b.open[f[0]] = append(b.open[f[0]], openMention{tok, f[1]})
			brackets = brackets[1+len(part):]
			if strings.HasPrefix(brackets, ")") {
				b.close(sentence, f[0], tok+1)
				brackets = brackets[1:]
			}
			continue
		}
		end := strings.IndexByte(brackets, ')')
		if end < 0 {
			return
		}
		b.close(sentence, brackets[:end], tok+1)
		brackets = brackets[end+1:]
	}
}

func (b *corefBuilder) close(sentence int, id string, last int) {
	stack := b.open[id]
	if len(stack) == 0 {
		return
	}
	m := stack[len(stack)-1]
	b.open[id] = stack[:len(stack)-1]
	gold, ok := b.ids[id]
	if !ok {
		gold = len(b.ids)
		b.ids[id] = gold
	}
	toks := b.out.doc.Sentences[sentence].Tokens
	if last > len(toks) || m.first >= last {
		return
	}
	head := m.first
	for t := m.first; t < last; t++ {
		if h := toks[t].Head; h < m.first || h >= last {
			head = t
			break
		}
	}
	switch tag := toks[head].Tag; {
	case tag == "NNP" || tag == "NNPS":
		first, end := nameSpan(toks, m.first, last, head)
		b.all = append(b.all, goldMention{entity.Mention{
			Start: toks[first].Start, End: toks[end-1].End, Kind: corefKind(m.kind), Form: entity.Name, Entity: entity.None,
			Sentence: sentence, First: first, Last: end, Head: head, Score: 1,
		}, gold})
	default:
		text := b.text.String()[toks[m.first].Start:toks[last-1].End]
		b.out.others = append(b.out.others, corefOther{sentence, head, text, gold})
	}
}

// nameSpan is the stretch of proper nouns around the head, with "of", "and"
// and the like between them.
func nameSpan(toks []entity.Token, first, last, head int) (int, int) {
	proper := func(t int) bool {
		tag := toks[t].Tag
		return tag == "NNP" || tag == "NNPS" || tag == "HYPH" || (tag == "CD" || tag == "JJ") && toks[t].Head == head && toks[t].Text[0] < 'a' && toks[t].Dep != "appos"
	}
	start, end := head, head+1
	for start > first && proper(start-1) {
		start--
	}
	for end < last && proper(end) {
		end++
	}
	for end+1 < last {
		n := end
		for n < last && (toks[n].Tag == "IN" || toks[n].Tag == "DT" || toks[n].Text == "and") && n < end+2 {
			n++
		}
		if n == end || n >= last || !proper(n) || toks[end].Text != "of" && toks[end].Text != "for" && toks[end].Text != "and" && toks[end].Text != "&" {
			break
		}
		for n < last && proper(n) {
			n++
		}
		end = n
	}
	return start, end
}

func corefKind(kind string) entity.Kind {
	switch kind {
	case "person":
		return entity.Person
	case "organization":
		return entity.Org
	case "place":
		return entity.Place
	}
	return entity.Kind(strings.ToUpper(kind))
}

func (b *corefBuilder) done() corefDoc {
	b.out.doc.Text = b.text.String()
	slices.SortStableFunc(b.all, func(x, y goldMention) int {
		if x.mention.Start != y.mention.Start {
			return x.mention.Start - y.mention.Start
		}
		return y.mention.End - x.mention.End
	})
	for _, g := range b.all {
		g.mention.Text = b.out.doc.Text[g.mention.Start:g.mention.End]
		b.out.doc.Mentions = append(b.out.doc.Mentions, g.mention)
		b.out.gold = append(b.out.gold, g.gold)
	}
	return b.out
}

// names returns the gold entities of the names and the ones that a resolver
// has given them.
func (d *corefDoc) names() (gold, got []int) {
	for _, m := range d.doc.Mentions {
		if m.Form == entity.Name {
			got = append(got, m.Entity)
		}
	}
	return d.gold, got
}

// listNames prints the pairs of names that were joined or parted wrongly.
func (d *corefDoc) listNames(e *env, gold, got []int) {
	var names []*entity.Mention
	for i := range d.doc.Mentions {
		if m := &d.doc.Mentions[i]; m.Form == entity.Name {
			names = append(names, m)
		}
	}
	seen := make(map[string]bool)
	for i := range gold {
		for j := range i {
			g, f := gold[i] == gold[j], got[i] == got[j]
			if g == f {
				continue
			}
			what := "apart"
			if f {
				what = "joined"
			}
			line := fmt.Sprintf("%s wrongly %s: %s (%s), %s (%s) by %s", d.id, what, names[j].Text, names[j].Kind, names[i].Text, names[i].Kind, names[i].Sieve)
			if !seen[line] {
				e.printf("%s\n", line)
			}
			seen[line] = true
		}
	}
}
