package syntax

import (
	"math/bits"

	"github.com/dossier-nlp/dossier/internal/model"
)

// values are a token's contributions to features, each well mixed.
type values struct {
	w, t, wt    uint64 // word, tag, both
	f, c        uint64 // fine and coarse word class, each with the tag
	before, aft uint64 // classes by what stands before and after it
	s           uint64 // shape and tag
	a           uint64 // tag and the tag that it might have instead
	m           uint64 // first five letters: what the forms of a verb share
	p           uint64 // punctuation between the word before and this one
}

// ParseSentence is a sentence made ready for the parser. It is scratch: use it
// again for the next sentence, in one goroutine.
//
// Punctuation marks are not parsed as words are: they are what stands between
// two words (Ma, Zhang and Zhu, 2014), and get their heads when the words have
// theirs. All tokens of a ParseSentence are words, counted without the marks.
type ParseSentence struct {
	n     int
	kept  []int32  // the words, as indices in the sentence with its marks
	vals  []values // of nowhere, of the words, of the root, of what lies behind it
	kinds []uint8
	// counts[i] holds, in a byte each, how many tokens of eight kinds stand
	// before word i, modulo 256.
	counts []uint64
}

const behind = 3

var (
	valNowhere = special("nowhere")
	valRoot    = special("root")
	valBehind  = special("behind")
)

func special(name string) values {
	h := func(part string) uint64 { return model.Hash(name + " " + part) }
	return values{h("w"), h("t"), h("wt"), h("f"), h("c"), h("b"), h("a"), h("s"), h("aa"), h("m"), 0}
}

// small gives small numbers well mixed values.
var small = func() (h [2048]uint64) {
	for i := range h {
		h[i] = model.Mix(uint64(i), 0x5A17)
	}
	return
}()

// Set makes the sentence hold words with their tags (ParseTag) and the doubts
// of the tagger, nil for none.
func (s *ParseSentence) Set(words []Word, tags, doubts []uint8) {
	s.kept = s.kept[:0]
	for i := range words {
		if !isMark(tags[i]) {
			s.kept = append(s.kept, int32(i))
		}
	}
	if len(s.kept) == 0 { // marks only: one of them is the root
		for i := range words {
			s.kept = append(s.kept, int32(i))
		}
	}
	s.n = len(s.kept)
	s.vals = append(s.vals[:0], valNowhere)
	s.kinds = append(s.kinds[:0], kindNoun)
	s.counts = s.counts[:0]
	var count, marks uint64
	from := 0
	for _, k := range s.kept {
		marks, count = between(words, tags, from, int(k), count)
		from = int(k) + 1
		t := &words[k]
		tag := tagHash[tags[k]&63]
		maybe := tag
		if doubts != nil && doubts[k] != 0 {
			maybe ^= bits.RotateLeft64(tagHash[doubts[k]&63], 17)
		}
		s.vals = append(s.vals, values{
			w:      t.Key,
			t:      tag,
			wt:     t.Key ^ bits.RotateLeft64(tag, 7),
			f:      small[t.Info.Fine()&2047] + 3,
			c:      small[t.Info.Coarse()] ^ bits.RotateLeft64(tag, 11),
			before: small[t.Info.Forward()] + 1,
			aft:    small[t.Info.Backward()] + 2,
			s:      small[t.Case] ^ bits.RotateLeft64(tag, 13),
			a:      maybe,
			m:      (t.Front & (1<<40 - 1)) * step2,
			p:      marks,
		})
		kind := kindOf[tags[k]&63]
		s.kinds = append(s.kinds, kind)
		s.counts = append(s.counts, count)
		count += countOf[kind]
	}
	marks, count = between(words, tags, from, len(words), count)
	s.counts = append(s.counts, count)
	s.vals = append(s.vals, valRoot)
	s.vals[len(s.vals)-1].p = marks
	for range behind {
		s.vals = append(s.vals, valBehind)
	}
}

func isMark(tag uint8) bool {
	k := kindOf[tag&63]
	return k == kindComma || k == kindPunct
}

// between says in a hash which marks stand from one token to another, and adds
// them to the counts.
func between(words []Word, tags []uint8, from, to int, count uint64) (marks, counts uint64) {
	for i := from; i < to; i++ {
		count += countOf[kindOf[tags[i]&63]]
	}
	switch to - from {
	case 0:
		return 0, count
	case 1:
		return mark(words, tags, from), count
	}
	return mark(words, tags, from)*step1 + mark(words, tags, to-1), count
}

// mark is the hash of a mark: of its tag, if that says what it is.
func mark(words []Word, tags []uint8, i int) uint64 {
	tag := tags[i] & 63
	if markTold[tag] {
		return tagHash[tag]
	}
	return words[i].Key
}

var markTold = func() (told [64]bool) {
	for i, t := range parseTags {
		switch t.name {
		case ",", ".", "``", "''", "-LRB-", "-RRB-", "-LSB-", "-RSB-":
			told[i] = true
		}
	}
	return
}()

// at gives the values of a token; of nowhere, the root and three places behind
// it too.
func (s *ParseSentence) at(token int32) *values { return &s.vals[token+1] }

func (s *ParseSentence) kind(token int32) uint8 { return s.kinds[token+1] }

var countOf = [kinds]uint64{
	kindComma:       1,
	kindFinite:      1 << 8,
	kindModal:       1 << 8,
	kindConjunction: 1 << 16,
	kindPreposition: 1 << 24,
	kindTo:          1 << 24,
	kindNoun:        1 << 32,
	kindPronoun:     1 << 32,
	kindPunct:       1 << 40,
	kindNonfinite:   1 << 48,
	kindWh:          1 << 56,
}

// between counts what stands between two tokens, up to 3 of each kind: 2 bits
// each for commas, finite verbs, conjunctions, prepositions, nouns,
// punctuation, other verbs, question words.
func (s *ParseSentence) between(from, to int32) (few, commas, verbs uint64) {
	if from < 0 || to <= from {
		return 0, 0, 0
	}
	a, b := s.counts[from]+countOf[s.kind(from)], s.counts[to]
	for shift := 0; shift < 64; shift += 8 {
		d := uint64(uint8(b>>shift) - uint8(a>>shift))
		few |= min(d, 3) << (shift / 4)
	}
	return few, few & 3, few >> 2 & 3
}

// distance is the distance between two tokens in ten steps.
func distance(from, to int32) uint64 {
	if from < 0 {
		return 0
	}
	d := to - from
	switch {
	case d < 5:
		return uint64(max(d, 0))
	case d < 7:
		return 5
	case d < 10:
		return 6
	case d < 15:
		return 7
	case d < 25:
		return 8
	}
	return 9
}
