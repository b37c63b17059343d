package entity

import (
	"cmp"
	"context"
	"iter"
	"math/bits"
	"slices"

	"github.com/dossier-nlp/dossier/internal/desk"
)

// How often a word or a name must have been seen to be in a NameTable, and how
// sure the tagger must have been of it.
const (
	surveyWords = 4
	surveyNames = 3
	surveyScore = 0.4
)

// Survey has the tagger read texts and notes what it takes for names. The
// tagger's model must be the built-in one or have the same kinds; names of other
// kinds, from a model beside it, are passed over. It costs what tagging costs,
// and memory for all the names.
func Survey(ctx context.Context, tagger *NameTagger, texts iter.Seq[string]) (*NameTable, error) {
	s := survey{labels: tagger.model.chain.labels, words: map[uint64][]int32{}, names: map[uint64][]int32{}}
	own := *tagger
	own.plain = true // the model's own word
	var w window
	w.known = tagger.known
	for text := range texts {
		doc := &Document{Text: text}
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		if err := (segmenter{}).SegmentContext(ctx, doc); err != nil {
			return nil, err
		}
		if err := own.TagContext(ctx, doc); err != nil {
			return nil, err
		}
		s.note(&w, doc, tagger.model.kinds)
	}
	return s.table(), nil
}

// survey counts labels, by word and by name.
type survey struct {
	labels int
	words  map[uint64][]int32
	names  map[uint64][]int32
}

func count(m map[uint64][]int32, key uint64, label, labels int) {
	c := m[key]
	if c == nil {
		c = make([]int32, labels)
		m[key] = c
	}
	c[label]++
}

func (s *survey) note(w *window, doc *Document, kinds []Kind) {
	next := 0
	for i := range doc.Sentences {
		tokens := doc.Sentences[i].Tokens
		first := next
		for next < len(doc.Mentions) && doc.Mentions[next].Sentence == i {
			next++
		}
		w.words = desk.Sized(w.words, len(tokens)+2*margin)
		w.n = len(tokens)
		for j := range tokens {
			w.words[margin+j] = readWord(tokens[j].Text)
		}
		w.frame()
		if w.kase != ordinary {
			continue
		}
		for _, m := range doc.Mentions[first:next] {
			if kind, found := slices.BinarySearch(kinds, m.Kind); found {
				s.mention(w, m, kind)
			}
		}
		s.others(w, doc.Mentions[first:next])
	}
}

// mention notes a name and its words.
func (s *survey) mention(w *window, m Mention, kind int) {
	if m.Score < surveyScore {
		return
	}
	var key uint64
	for j := m.First; j < m.Last; j++ {
		lower := w.words[margin+j].lower
		count(s.words, tableKey(lower), label(kind, partAt(j-m.First, m.Last-m.First)), s.labels)
		if j == m.First {
			key = tableKey(lower)
		} else {
			key = nameKey(key, lower)
		}
	}
	if n := m.Last - m.First; n > 1 && n <= longestName {
		count(s.names, key, label(kind, begin), s.labels)
	}
}

// others notes the capitalized words outside all names.
func (s *survey) others(w *window, mentions []Mention) {
	k := 0
	for j := 0; j < w.n; j++ {
		for k < len(mentions) && mentions[k].Last <= j {
			k++
		}
		if k < len(mentions) && mentions[k].First <= j || j == w.first || !w.words[margin+j].caps.named() {
			continue
		}
		count(s.words, tableKey(w.words[margin+j].lower), outside, s.labels)
	}
}

// table packs what was seen often enough.
func (s *survey) table() *NameTable {
	type entry struct {
		key  uint64
		says hearsay
	}
	var all []entry
	pick := func(m map[uint64][]int32, least int) {
		for key, c := range m {
			if e := summary(c, least); e != 0 {
				all = append(all, entry{key, e})
			}
		}
	}
	pick(s.words, surveyWords)
	pick(s.names, surveyNames)
	slices.SortFunc(all, func(a, b entry) int { return cmp.Compare(a.key, b.key) })
	t := &NameTable{slots: make([]uint32, len(all)*5/4+1)}
	for _, e := range all {
		at, _ := bits.Mul64(e.key, uint64(len(t.slots)))
		i := int(at)
		for t.slots[i] != 0 {
			if i++; i == len(t.slots) {
				i = 0
			}
		}
		t.slots[i] = uint32(e.key)>>hearsayBits<<hearsayBits | uint32(e.says)
	}
	return t
}

// summary is the hearsay of counted labels, 0 if they are too few.
func summary(counts []int32, least int) hearsay {
	total, named, top := 0, 0, 0
	kinds := make([]int, len(counts)/4)
	for y, c := range counts {
		total += int(c)
		if y != outside {
			named += int(c)
			kinds[kindOf(y)] += int(c)
		}
	}
	if total < least {
		return 0
	}
	if named*10 < total {
		return makeHearsay(outside, 0, 0, total)
	}
	kind := 0
	for k, c := range kinds {
		if c > kinds[kind] {
			kind = k
		}
	}
	top = label(kind, begin)
	for y := label(kind, begin); y <= label(kind, single); y++ {
		if counts[y] > counts[top] {
			top = y
		}
	}
	return makeHearsay(top, float64(kinds[kind])/float64(named), float64(named)/float64(total), total)
}
