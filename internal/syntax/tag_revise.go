package syntax

import "github.com/dossier-nlp/dossier/internal/model"

// Doubt is a token whose tag the first pass gave by a small margin, with the
// scores of all tags.
type Doubt struct {
	Token  int
	Scores model.Scores
}

// First is the first pass: it appends the tags of the sentence's words to tags,
// from left to right, and puts the doubtful ones into scratch.Doubts. A token
// is doubtful if its best two tags differ by less than margin.
func (t *Tagger) First(s *Sentence, scratch *TagContext, tags []uint8, margin int32) []uint8 {
	scratch.Set(s, t.dict)
	scratch.Doubts = scratch.Doubts[:0]
	start := len(tags)
	f := &scratch.features
	for i := range s.Words {
		if sure := scratch.sure[i]; sure != 0 {
			tags = append(tags, sure)
			continue
		}
		f.N = 0
		scratch.Still(i, f)
		scratch.Moving(i, tags[start:], f)
		var scores model.Scores
		for _, h := range f.Hash[:f.N] {
			t.weights.Add(h, &scores)
		}
		tag, lead := best(&scores)
		if lead < margin {
			scratch.Doubts = append(scratch.Doubts, Doubt{i, scores})
		}
		tags = append(tags, tag)
	}
	return tags
}

// revise is the second pass: it decides on the doubtful tokens again, from
// left to right, now that the tags on both sides are known.
func (t *Tagger) revise(scratch *TagContext, tags []uint8) {
	f := &scratch.features
	for i := range scratch.Doubts {
		d := &scratch.Doubts[i]
		f.N = 0
		scratch.Around(d.Token, tags, f)
		for _, h := range f.Hash[:f.N] {
			t.second.Add(h, &d.Scores)
		}
		tags[d.Token], _ = best(&d.Scores)
	}
}

// Around writes the features of token i that depend on the tags on both sides
// of it and on its own.
func (c *TagContext) Around(i int, tags []uint8, f *TagFeatures) {
	v := c.views[i : i+2*margin+1]
	b1, w0, a1, a2 := &v[margin-1], &v[margin], &v[margin+1], &v[margin+2]
	t0 := tagHash[tags[i]&63]
	t1, t2 := tagBefore(tags, i-1), tagBefore(tags, i-2)
	n1, n2 := tagAfter(tags, i+1), tagAfter(tags, i+2)
	back := c.words.Words[i].Back
	f.two(120, t0, n1)
	f.three(121, t0, n1, n2)
	f.three(122, t1, t0, n1)
	f.three(123, t2, model.Mix(t1, t0), n1)
	f.three(124, t1, model.Mix(t0, n1), n2)
	f.two(125, w0.key, n1)
	f.three(126, w0.key, n1, n2)
	f.three(127, w0.key, t1, n1)
	f.two(128, w0.dict, n1)
	f.three(129, w0.dict, n1, n2)
	f.three(130, w0.dict, t1, n1)
	f.three(131, w0.dict, model.Mix(t1, t2), model.Mix(n1, n2))
	f.two(132, w0.shape, n1)
	f.three(133, w0.shape, t1, n1)
	f.two(134, back&0xFFFFFF, n1)
	f.two(135, w0.fine, n1)
	f.three(136, w0.coarse, t1, n1)
	f.two(137, a1.key, n1)
	f.three(138, w0.dict, a1.key, n1)
	f.three(139, w0.dict, b1.key, n1)
	f.three(140, w0.dict, a2.key, n2)
	verb, _ := c.verbBefore(i, tags)
	later := c.verbAfter(i, tags)
	f.two(141, w0.dict, later)
	f.three(142, t0, verb, later)
	f.three(143, w0.dict, t1, later)
	finite := c.finite(i, tags)
	f.two(144, w0.dict, finite)
	f.three(145, w0.dict, t1, finite)
	f.three(146, w0.dict, n1, finite)
	f.two(147, w0.key, finite)
	f.three(148, t0, w0.kase, finite)
}

// verbAfter is the nearest verb, modal or "to" after token i within reach, by
// its word and tag.
func (c *TagContext) verbAfter(i int, tags []uint8) uint64 {
	const reach = 8
	for j := i + 1; j < len(tags) && j <= i+reach; j++ {
		if verbTag[tags[j]&63] {
			return model.Mix(c.views[j+margin].key, tagHash[tags[j]&63])
		}
	}
	return 0
}

// finite tells, of the tokens within reach on each side of token i, whether one
// is a finite verb or a modal: 1 for before, 2 for after.
func (c *TagContext) finite(i int, tags []uint8) uint64 {
	const reach = 20
	var sides uint64
	for j := max(0, i-reach); j < min(len(tags), i+reach); j++ {
		if k := kindOf[tags[j]&63]; j != i && (k == kindFinite || k == kindModal) {
			if j < i {
				sides |= 1
			} else {
				sides |= 2
			}
		}
	}
	return sides
}

// tagAfter is the hash of a tag; of nowhere after the sentence.
func tagAfter(tags []uint8, i int) uint64 {
	if i >= len(tags) {
		return uint64(5 + i - len(tags))
	}
	return tagHash[tags[i]&63]
}
