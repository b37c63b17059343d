package entity

import "github.com/dossier-nlp/dossier/internal/model"

// bag collects the features of a word: hashes of a template's number and of
// what it is filled with.
type bag struct {
	feats    []uint64
	template uint64 // number of the last template
}

// Numbers of the first template of each group. A model goes with them.
const (
	wordTemplates   = 100
	letterTemplates = 200
	classTemplates  = 300
	usageTemplates  = 400
	runTemplates    = 500
	linkTemplates   = 600
	listTemplates   = 700
	rumourTemplates = 800
	echoTemplates   = 900
	flagTemplates   = 1000 // and flagsPerWord more for each neighbour
	flagsPerWord    = 100
)

// everyWord is the feature that every word has.
var everyWord = model.Mix(0, wordTemplates+1)

// group starts a group of templates.
func (b *bag) group(first uint64) { b.template = first }

// add fills the next template with a.
func (b *bag) add(a uint64) {
	b.template++
	b.feats = append(b.feats, model.Mix(a, b.template))
}

// pair fills the next template with a and c.
func (b *bag) pair(a, c uint64) {
	b.template++
	b.feats = append(b.feats, model.Mix(model.Mix(a, c), b.template))
}

// at puts together the features of word i, as far as its sentence tells. The
// slice is good until the next call.
func (c *window) at(i int) []uint64 {
	p := margin + i
	c.bag.feats = c.bag.feats[:0]
	c.wordFeatures(p)
	c.letterFeatures(p)
	c.classFeatures(p)
	c.usageFeatures(p, i)
	c.runFeatures(p, i)
	c.linkFeatures(p)
	c.listFeatures(p)
	c.rumourFeatures(p)
	return c.bag.feats
}

// wordFeatures are the words themselves, and the ones beside them.
func (c *window) wordFeatures(p int) {
	b := &c.bag
	w, l, r, ll, rr := &c.words[p], &c.words[p-1], &c.words[p+1], &c.words[p-2], &c.words[p+2]
	caps := uint64(w.caps)
	b.group(wordTemplates)
	b.add(0) // everyWord
	b.add(w.form)
	b.add(w.lower)
	b.add(l.lower)
	b.add(r.lower)
	b.add(ll.lower)
	b.add(rr.lower)
	b.pair(l.lower, w.lower)
	b.pair(w.lower, r.lower)
	b.pair(l.lower, r.lower)
	b.pair(ll.lower, l.lower)
	b.pair(r.lower, rr.lower)
	b.pair(c.words[p-3].lower, caps)
	b.pair(c.words[p+3].lower, caps)
	b.pair(l.lower, w.shape)
	b.pair(r.lower, w.shape)
	b.pair(model.Mix(ll.lower, l.lower), w.shape)
	b.pair(model.Mix(r.lower, rr.lower), w.shape)
}

// letterFeatures are shapes and affixes.
func (c *window) letterFeatures(p int) {
	b := &c.bag
	w, l, r := &c.words[p], &c.words[p-1], &c.words[p+1]
	b.group(letterTemplates)
	b.add(w.shape)
	b.pair(l.shape, w.shape)
	b.pair(w.shape, r.shape)
	b.pair(model.Mix(l.shape, w.shape), r.shape)
	if w.caps == noLetters {
		return
	}
	caps := uint64(w.caps)
	for n := uint(2); n <= 5; n++ {
		b.add(affix(w.prefix, n))
	}
	for n := uint(1); n <= 5; n++ {
		b.pair(affix(w.suffix, n), caps)
	}
	b.pair(affix(l.suffix, 3), caps<<8|uint64(l.caps))
	b.pair(affix(r.suffix, 3), caps<<8|uint64(r.caps))
}

// classFeatures are the word classes around, at every grain (Miller,
// Guinness and Zamanian, 2004).
func (c *window) classFeatures(p int) {
	b := &c.bag
	w, l, r, ll, rr := &c.words[p], &c.words[p-1], &c.words[p+1], &c.words[p-2], &c.words[p+2]
	caps := uint64(w.caps)
	for g := range grains {
		b.group(classTemplates + 10*uint64(g))
		k, kl, kr := uint64(w.class[g]), uint64(l.class[g]), uint64(r.class[g])
		if k|kl|kr == 0 {
			continue
		}
		b.pair(k, caps)
		b.add(kl)
		b.add(kr)
		b.pair(kl<<32|k, caps)
		b.pair(k<<32|kr, caps)
		b.pair(kl<<32|kr, caps)
	}
	if ll.class[0]|rr.class[0] == 0 {
		return
	}
	b.group(classTemplates + 90)
	b.pair(uint64(ll.class[0]), caps)
	b.pair(uint64(rr.class[0]), caps)
	b.pair(uint64(ll.class[0])<<32|uint64(l.class[0]), caps)
	b.pair(uint64(r.class[0])<<32|uint64(rr.class[0]), caps)
}

// usageFeatures are how the unlabelled text writes the word. A first word's
// capital says little, nor does one in a headline.
func (c *window) usageFeatures(p, i int) {
	b := &c.bag
	w, l, r := &c.words[p], &c.words[p-1], &c.words[p+1]
	place := uint64(c.kase) << 2
	if i == c.first {
		place |= 1
	}
	b.group(usageTemplates)
	b.pair(w.shape, place)
	b.pair(uint64(w.usage), place<<8|uint64(w.caps))
	b.pair(uint64(l.usage)<<32|uint64(r.usage), uint64(w.usage)<<8|uint64(w.caps))
}

// runFeatures concern the run of capitalized words that the word is in: its
// ends, and what stands beside it.
func (c *window) runFeatures(p, i int) {
	b := &c.bag
	from, to := int(c.runs[i].from), int(c.runs[i].to)
	if from == to {
		return
	}
	b.group(runTemplates)
	pos := uint64(min(i-from, 3))<<4 | uint64(min(to-1-i, 3))
	b.pair(pos, uint64(c.words[p].caps)<<8|uint64(c.kase))
	if c.kase != ordinary {
		return
	}
	before, after := &c.words[margin+from-1], &c.words[margin+to]
	start, last := &c.words[margin+from], &c.words[margin+to-1]
	b.pair(before.lower, pos)
	b.pair(after.lower, pos)
	b.pair(before.lower, after.lower)
	b.pair(last.lower, min(uint64(to-1-i), 3))
	b.pair(start.lower, min(uint64(i-from), 3))
	b.pair(affix(last.suffix, 3), pos)
	b.pair(uint64(before.class[0])<<32|uint64(after.class[0]), pos)
	b.pair(uint64(last.class[0]), pos)
	b.pair(uint64(start.class[0]), pos)
	b.pair(uint64(start.class[0])<<32|uint64(last.class[0]), pos)
	b.pair(before.listed.hash(), pos)
	b.pair(after.listed.hash(), pos)
	b.pair(last.listed.hash(), pos)
	b.pair(start.listed.hash(), pos)
	b.pair(before.rumour.word.kind(), pos)
	b.pair(last.rumour.word.kind()<<8|start.rumour.word.kind(), pos)
}

// linkFeatures are acronyms with their long forms, and the names on the other
// side of small words ("Bank of England").
func (c *window) linkFeatures(p int) {
	b := &c.bag
	w, l, r := &c.words[p], &c.words[p-1], &c.words[p+1]
	caps := uint64(w.caps)
	b.group(linkTemplates)
	if w.short|l.short|r.short != 0 {
		b.pair(uint64(w.short), caps)
		b.pair(uint64(l.short), caps)
		b.pair(uint64(r.short), caps)
	}
	for k, step := range [...]int{-1, 1} {
		b.group(linkTemplates + 10*uint64(k+1))
		if name, link := c.beyond(p, step); name != nil {
			b.pair(model.Mix(name.lower, link.lower), caps)
			b.pair(model.Mix(uint64(name.class[0]), link.lower), caps)
			b.pair(model.Mix(name.listed.hash(), link.lower), caps)
		}
	}
}

// beyond is the capitalized word on the other side of one or two small words
// next to word p, and the nearest of those; nil if there is none.
func (c *window) beyond(p, step int) (name, link *word) {
	if !c.words[p].caps.named() || c.words[p+step].caps.named() {
		return nil, nil
	}
	for k := 1; k <= 3; k++ {
		n := &c.words[p+k*step]
		if n.caps.named() {
			return n, &c.words[p+step]
		}
		if k == 3 || n.size == 0 || n.size > 3 || n.caps == noLetters && !isMark(n, '&') {
			break
		}
	}
	return nil, nil
}

// listFeatures are what the word lists say of the words around.
func (c *window) listFeatures(p int) {
	b := &c.bag
	w, l, r := &c.words[p], &c.words[p-1], &c.words[p+1]
	if w.listed.flags|l.listed.flags|r.listed.flags == 0 {
		return
	}
	caps := uint64(w.caps)
	b.group(listTemplates)
	b.pair(w.listed.hash(), caps)
	b.pair(l.listed.hash(), caps)
	b.pair(r.listed.hash(), caps)
	b.pair(l.listed.hash(), w.listed.hash())
	b.pair(w.listed.hash(), r.listed.hash())
	for k, n := range [...]*word{w, l, r} {
		for i, f := uint64(0), n.listed.flags; f != 0; i, f = i+1, f>>1 {
			if f&1 != 0 {
				b.group(flagTemplates + flagsPerWord*uint64(k) + i)
				b.add(uint64(n.listed.place)<<8 | caps)
			}
		}
	}
}

// rumourFeatures are what the table of names tells of the words around.
func (c *window) rumourFeatures(p int) {
	b := &c.bag
	w, l, r := &c.words[p], &c.words[p-1], &c.words[p+1]
	a, before, after := w.rumour, l.rumour.word, r.rumour.word
	if a.word|a.name|before|after == 0 {
		return
	}
	caps := uint64(w.caps)
	b.group(rumourTemplates)
	b.add(uint64(a.word)<<8 | caps)
	b.add(uint64(a.word.label())<<8 | caps)
	b.add(a.word.kind()<<8 | caps)
	b.add(uint64(before.label())<<32 | uint64(a.word.label())<<8 | caps)
	b.add(uint64(after.label())<<32 | uint64(a.word.label())<<8 | caps)
	b.add(before.kind()<<40 | a.word.kind()<<24 | after.kind()<<8 | caps)
	b.pair(a.word.kind(), l.lower)
	b.pair(a.word.kind(), r.lower)
	if a.name != 0 {
		b.add(uint64(a.name)<<16 | uint64(a.place)<<8 | caps)
		b.add(a.name.kind()<<16 | uint64(a.place)<<8 | caps)
	}
}

// echoFeatures puts together the features of word i that come from the rest of
// the document. The slice is good until the next call.
func (c *window) echoFeatures(i int) []uint64 {
	p := margin + i
	b := &c.bag
	b.feats = b.feats[:0]
	w, l, r := &c.words[p], &c.words[p-1], &c.words[p+1]
	if w.echo|l.echo|r.echo == 0 {
		return b.feats
	}
	own, caps := uint64(w.echo.label()), uint64(w.caps)
	b.group(echoTemplates)
	b.add(uint64(w.echo)<<8 | caps)
	b.add(own<<8 | caps)
	b.add(uint64(l.echo.label())<<32 | own<<8 | caps)
	b.add(uint64(r.echo.label())<<32 | own<<8 | caps)
	b.pair(own, w.shape)
	b.pair(own, l.lower)
	b.pair(own, r.lower)
	return b.feats
}
