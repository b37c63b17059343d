package main

import (
	"slices"
	"strings"

	"github.com/dossier-nlp/dossier/entity"
	"github.com/dossier-nlp/dossier/internal/train/treebank"
)

// CorefDocument is a document of GUM with its gold mentions.
type CorefDocument struct {
	ID     string
	Doc    *entity.Document // tokens, tags and heads are gold; Mentions are the gold names
	Gold   []int            // of Doc.Mentions: the gold entity
	Others []CorefOther
}

// CorefOther is a gold mention that is no name: a pronoun or a phrase.
type CorefOther struct {
	Sentence, Head int // its head token
	Text           string
	Gold           int
}

// ReadCoref reads the documents of the given genres of a GUM file with the
// coreference of its Entity layer. A name is a gold mention whose head is a
// proper noun; the mention given to the resolver is the proper noun phrase
// around the head, as a tagger finds it, not the whole phrase.
func ReadCoref(file string, genres ...string) ([]CorefDocument, error) {
	sentences, err := treebank.Read(file)
	if err != nil {
		return nil, err
	}
	var docs []CorefDocument
	var b *corefBuilder
	for i := range sentences {
		s := &sentences[i]
		genre := strings.Split(s.Doc, "_")
		if len(genre) < 2 || !slices.Contains(genres, genre[1]) {
			continue
		}
		if b == nil || b.out.ID != s.Doc {
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
	out  CorefDocument
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
		out: CorefDocument{ID: id, Doc: &entity.Document{}},
		ids: make(map[string]int), open: make(map[string][]openMention),
	}
}

func (b *corefBuilder) add(s *treebank.Sentence) {
	index := len(b.out.Doc.Sentences)
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
	b.out.Doc.Sentences = append(b.out.Doc.Sentences, sent)
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
	toks := b.out.Doc.Sentences[sentence].Tokens
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
		b.out.Others = append(b.out.Others, CorefOther{sentence, head, text, gold})
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

func (b *corefBuilder) done() CorefDocument {
	b.out.Doc.Text = b.text.String()
	slices.SortStableFunc(b.all, func(x, y goldMention) int {
		if x.mention.Start != y.mention.Start {
			return x.mention.Start - y.mention.Start
		}
		return y.mention.End - x.mention.End
	})
	for _, g := range b.all {
		g.mention.Text = b.out.Doc.Text[g.mention.Start:g.mention.End]
		b.out.Doc.Mentions = append(b.out.Doc.Mentions, g.mention)
		b.out.Gold = append(b.out.Gold, g.gold)
	}
	return b.out
}

// Names returns the gold entities of the names and the ones that a resolver
// has given them; it has to be called on the resolved document.
func (d *CorefDocument) Names(doc *entity.Document) (gold, found []int) {
	i := 0
	for _, m := range doc.Mentions {
		if m.Form != entity.Name {
			continue
		}
		gold, found = append(gold, d.Gold[i]), append(found, m.Entity)
		i++
	}
	return gold, found
}
