package syntax

import "github.com/dossier-nlp/dossier/internal/model"

// TagFeatures is the list of a token's features in the making, as hashes.
type TagFeatures struct {
	N    int
	Hash [maxTagFeatures]uint64
}

const maxTagFeatures = 128

func (f *TagFeatures) one(id, a uint64) {
	f.Hash[f.N] = model.Mix(a, id)
	f.N++
}

func (f *TagFeatures) two(id, a, b uint64) {
	f.Hash[f.N] = model.Mix(a+id*step1, b)
	f.N++
}

func (f *TagFeatures) three(id, a, b, c uint64) {
	f.two(id, model.Mix(a, b), c)
}

// tagView is what the tagger's features say of a token: each value well mixed.
type tagView struct {
	form, key uint64 // the word as it stands, and without case
	dict      uint64 // which tags the dictionary gives it
	coarse    uint64 // word classes
	fine      uint64
	before    uint64
	after     uint64
	shape     uint64
	kase      uint64 // case of the word and of the sentence
}

// TagContext is a sentence made ready for the tagger. It is scratch: use it
// again for the next sentence, in one goroutine.
type TagContext struct {
	words *Sentence
	views []tagView // margin of nowhere, the words, margin of nowhere
	sure  []uint8   // of each word, its only tag, or 0
	// verbs[i] counts, before word i, the words that may be finite verbs (low
	// half) and those that must be (high half).
	verbs []uint64

	features TagFeatures
	doubts   []uint8
}

// margin is how far from a word its features look.
const margin = 3

var nowhereView = func() tagView {
	h := func(s string) uint64 { return model.Hash("nowhere " + s) }
	return tagView{h("form"), h("key"), h("dict"), h("coarse"), h("fine"), h("before"), h("after"), h("shape"), h("case")}
}()

// Set reads a sentence.
func (c *TagContext) Set(s *Sentence, dict *TagDictionary) {
	c.words = s
	c.views, c.sure, c.verbs = c.views[:0], c.sure[:0], c.verbs[:0]
	var verbs uint64
	for range margin {
		c.views = append(c.views, nowhereView)
	}
	for i := range s.Words {
		w := &s.Words[i]
		kase := uint64(w.Case)<<4 | uint64(s.Case)<<8
		if i == 0 {
			kase |= 1
		}
		v := tagView{
			form:   w.Form,
			key:    w.Key,
			coarse: small[w.Info.Coarse()] + 1,
			fine:   small[w.Info.Fine()&2047] + 2,
			before: small[w.Info.Forward()] + 3,
			after:  small[w.Info.Backward()] + 4,
			shape:  model.Mix(w.Shape, kase),
			kase:   small[kase] + 5,
		}
		d := dict.find(w.Key)
		if d != 0 {
			v.dict = small[d.class()] + 6
		} else {
			v.dict = v.coarse ^ small[w.Case]
		}
		c.verbs = append(c.verbs, verbs)
		switch dict.finite(d, w) {
		case maybeFinite:
			verbs++
		case alwaysFinite:
			verbs += 1<<32 + 1
		}
		sure := d.sure()
		if w.Case == AllCaps && s.Case == Prose {
			sure = 0 // "WHO", "IT" are not the words that they look like
		}
		c.sure = append(c.sure, sure)
		c.views = append(c.views, v)
	}
	c.verbs = append(c.verbs, verbs)
	for range margin {
		c.views = append(c.views, nowhereView)
	}
}

// Sure is the only tag that word i ever has, 0 if there are several.
func (c *TagContext) Sure(i int) uint8 { return c.sure[i] }

// Still writes the features of token i that do not depend on tags.
func (c *TagContext) Still(i int, f *TagFeatures) {
	v := c.views[i : i+2*margin+1]
	b2, b1, w0, a1, a2 := &v[margin-2], &v[margin-1], &v[margin], &v[margin+1], &v[margin+2]
	f.one(1, w0.form)
	f.one(2, w0.key)
	f.one(3, b1.key)
	f.one(4, a1.key)
	f.one(5, b2.key)
	f.one(6, a2.key)
	f.two(7, b1.key, w0.key)
	f.two(8, w0.key, a1.key)
	f.two(9, b1.key, a1.key)
	f.two(10, a1.key, a2.key)
	f.two(11, b2.key, b1.key)
	f.two(12, w0.key, w0.kase)

	f.one(13, w0.dict)
	f.one(14, a1.dict)
	f.one(15, a2.dict)
	f.two(16, w0.dict, a1.dict)
	f.two(18, a1.dict, a2.dict)
	f.three(19, w0.dict, a1.dict, a2.dict)
	f.two(20, w0.key, a1.dict)
	f.two(21, w0.dict, a1.key)
	f.two(22, w0.dict, b1.key)

	w := &c.words.Words[i]
	f.one(25, w.Back&0xFF)
	f.one(26, w.Back&0xFFFF)
	f.two(27, w.Back&0xFFFFFF, w0.kase)
	f.one(28, w.Back&0xFFFFFF)
	f.one(29, w.Back&0xFFFFFFFF)
	f.one(30, w.Back&0xFFFFFFFFFF)
	f.one(31, w.Front&0xFF)
	f.one(32, w.Front&0xFFFF)
	f.one(33, w.Front&0xFFFFFF)
	f.one(34, w.Front&0xFFFFFFFF)
	f.two(35, w.Back&0xFFFF, w0.shape)
	f.two(36, w.Back&0xFFFF, w0.fine)

	f.one(37, w0.shape)
	f.two(38, w0.shape, a1.shape)
	f.two(39, b1.shape, w0.shape)
	f.three(40, b1.kase, w0.kase, a1.kase)
	stats := uint64(w.Info.Capital())<<4 | uint64(w.Info.AllCaps())<<8
	f.two(41, stats, w0.kase)
	f.two(42, stats, w0.coarse^w0.kase)

	f.one(43, w0.coarse)
	f.one(44, w0.fine)
	f.one(45, w0.before)
	f.one(46, w0.after)
	f.one(47, b1.fine)
	f.one(48, a1.fine)
	f.one(49, b1.after)
	f.one(50, a1.before)
	f.two(51, b1.coarse, w0.coarse)
	f.two(52, w0.coarse, a1.coarse)
	f.two(53, w0.before, w0.after)
	f.two(54, b1.after, w0.before)
	f.two(55, w0.after, a1.before)
	f.three(56, b1.coarse, w0.coarse, a1.coarse)
	f.two(57, w0.dict, a1.before)
	f.two(58, w0.dict, b1.after)
	f.two(60, w0.fine, w0.kase)
	f.two(61, w0.key, a1.before)
	f.two(62, w0.key, b1.after)
	f.two(63, w0.dict, a2.key)
	if i < 2 {
	}
	f.three(65, w0.dict, w.Back&0xFFFF, a1.dict)
	n := len(c.words.Words)
	f.two(66, w0.dict, uint64(min(i, 1)|min(n-1-i, 1)<<1))
}

// Moving writes the features of token i that depend on the tags before it.
func (c *TagContext) Moving(i int, tags []uint8, f *TagFeatures) {
	v := c.views[i : i+2*margin+1]
	b1, w0, a1 := &v[margin-1], &v[margin], &v[margin+1]
	t1, t2, t3 := tagBefore(tags, i-1), tagBefore(tags, i-2), tagBefore(tags, i-3)
	t12 := model.Mix(t1, t2)
	f.one(80, t1)
	f.one(81, t12)
	f.two(82, t12, t3)
	f.two(83, t1, w0.key)
	f.two(85, t1, w0.dict)
	f.two(86, t12, w0.dict)
	f.two(87, t1, a1.dict)
	f.three(88, t1, w0.dict, a1.dict)
	f.two(90, t1, a1.key)
	f.two(91, t1, c.words.Words[i].Back&0xFFFFFF)
	f.two(92, t1, b1.key)
	f.two(93, t1, w0.fine)
	f.three(94, t1, w0.coarse, a1.coarse)
	f.two(95, t1, w0.shape)
	f.two(96, t2, w0.key)
	f.two(97, t1, w0.before)
	verb, far := c.verbBefore(i, tags)
	f.two(99, w0.dict, verb)
	f.three(100, w0.dict, verb, far)
	f.three(101, w0.dict, verb, t1)
	// A sentence wants a finite verb: are there others, and clauses for them?
	left, clauses := c.finiteBefore(i, tags)
	may, must := c.finiteAfter(i)
	others := left | clauses<<2 | may<<4 | must<<6
	f.two(102, w0.dict, others)
	f.two(103, w0.key, left|must<<6|clauses<<2)
	f.three(104, w0.dict, t1, left|must<<6|may<<4)
	f.three(105, c.words.Words[i].Back&0xFFFF, w0.kase, others)
	f.three(106, w0.dict, a1.dict, left|must<<6|clauses<<2)
}

// clauseReach is how far finite verbs are looked for.
const clauseReach = 20

// finiteBefore counts finite verbs before token i within reach, and words that
// open a clause ("who", "that", "because"), each up to 3.
func (c *TagContext) finiteBefore(i int, tags []uint8) (verbs, clauses uint64) {
	for j := max(0, i-clauseReach); j < i; j++ {
		switch kindOf[tags[j]&63] {
		case kindFinite, kindModal:
			verbs++
		case kindWh:
			clauses++
		case kindPreposition:
			if w := &c.words.Words[j]; w.Front == frontThat || w.Front == frontBecause || w.Front == frontIf || w.Front == frontWhile {
				clauses++
			}
		}
	}
	return min(verbs, 3), min(clauses, 3)
}

// The words that open clauses though they are tagged as prepositions.
var frontThat, frontBecause, frontIf, frontWhile = front("that"), front("because"), front("if"), front("while")

func front(word string) uint64 {
	var w Word
	w.spell(word)
	return w.Front
}

// finiteAfter counts the words after token i within reach that may be finite
// verbs and those that must be, each up to 3.
func (c *TagContext) finiteAfter(i int) (may, must uint64) {
	d := c.verbs[min(i+1+clauseReach, len(c.verbs)-1)] - c.verbs[i+1]
	return min(d&0xFFFFFFFF, 3), min(d>>32, 3)
}

// verbBefore is the nearest verb, modal or "to" before token i within reach,
// by its word and tag, and how far it is.
func (c *TagContext) verbBefore(i int, tags []uint8) (verb, far uint64) {
	const reach = 8
	for j := i - 1; j >= 0 && j >= i-reach; j-- {
		if verbTag[tags[j]&63] {
			return model.Mix(c.views[j+margin].key, tagHash[tags[j]&63]), uint64(min(i-j, 4))
		}
	}
	return 0, 0
}

// tagBefore is the hash of a tag; of nowhere before the sentence.
func tagBefore(tags []uint8, i int) uint64 {
	if i < 0 {
		return uint64(1 - i)
	}
	return tagHash[tags[i]&63]
}

// verbTag are the tags of verbs, modals and "to".
var verbTag = func() (is [64]bool) {
	for i := range parseTags {
		switch kindOf[i] {
		case kindFinite, kindNonfinite, kindModal, kindTo:
			is[i] = true
		}
	}
	return
}()

// OpenTag tells whether a tag is one of the open word classes: nouns,
// adjectives, adverbs, full verbs, interjections.
func OpenTag(tag uint8) bool {
	switch kindOf[tag&63] {
	case kindNoun, kindAdjective, kindAdverb, kindFinite, kindNonfinite:
		return true
	}
	return false
}
