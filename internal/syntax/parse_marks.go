package syntax

// markTable scores the words that a punctuation mark may be attached to, a
// weight for each hashed feature.
type markTable []int16

// MarkTableSize is the number of weights of a mark table.
const MarkTableSize = 1 << 15

// longestChain bounds the candidates on either side of a mark.
const longestChain = 10

// markCandidates appends the words that a mark between the words gap-1 and gap
// can be attached to without crossing an arc: those that the mark sees when it
// looks up the tree to its left and to its right.
func (t *tree) markCandidates(gap int32, to []int32) []int32 {
	n := int32(len(t.nodes))
	if gap > 0 {
		c := gap - 1
		for range longestChain {
			to = append(to, c)
			if c = t.nodes[c].head; c < 0 || c >= gap {
				break
			}
		}
	}
	if gap < n {
		c := gap
		for range longestChain {
			to = append(to, c)
			if c = t.nodes[c].head; c < gap {
				break
			}
		}
	}
	return to
}

// attach writes the features of a mark at a gap attached to a candidate.
func (f *features) attach(s *ParseSentence, t *tree, mark uint64, gap, c, place int32) {
	d := &t.nodes[c]
	side := uint64(1)
	var near, far uint64 // marks on this side and the other of the candidate's phrase
	var top uint64       // what the candidate's head is
	if c >= gap {
		side = 2
		near, far = s.at(d.edge).p, s.at(d.end+1).p
	} else {
		far, near = s.at(d.edge).p, s.at(d.end+1).p
	}
	switch {
	case d.head < 0:
		top = 1
	case (d.head < gap) != (c < gap):
		top = 2
	}
	// Whether the phrase ends at the mark, and where it stands in the sentence.
	var whole uint64
	if c < gap && d.end == gap-1 || c >= gap && d.edge == gap {
		whole = 1
	}
	var end uint64
	switch gap {
	case int32(s.n):
		end = 1
	case 0:
		end = 2
	}
	var up uint64
	if d.head >= 0 {
		up = uint64(t.labels[d.head]) + 1
	}
	label := uint64(t.labels[c]) + 1
	kind := uint64(s.kind(c))
	base := mark*step1 + side<<8 + top<<4 + whole<<1 + end<<16
	height := uint64(min(place, 4))
	f.one(300, base)
	f.two(301, base, label)
	f.two(302, base, kind)
	f.two(303, base, far)
	f.three(304, base, label, far)
	f.three(305, base, near, far)
	f.three(306, base, label, up)
	f.two(307, base, height)
	f.three(308, base, height, label)
	f.three(309, base, label, kind)
	f.four(310, base, label, near, far)
	f.three(311, mark, label, side)
	f.three(312, base, s.at(c).w, far)
	f.two(313, base, uint64(t.crossLabel(gap))+1)
	f.three(314, base, label, uint64(t.crossLabel(gap))+1)
	f.four(315, base, label, far, uint64(t.crossLabel(gap))+1)
	f.three(316, base, s.at(gap).t, s.at(gap-1).t)
	f.two(317, base, s.at(gap).w)
	f.three(318, base, label, s.at(gap).w)
	f.three(319, base, label, s.at(gap-1).w)
}

// crossLabel is the label of the arc that spans a gap from one side's highest
// candidate to the other side, 0x80 added when the dependent is on the right.
func (t *tree) crossLabel(gap int32) uint8 {
	n := int32(len(t.nodes))
	if gap <= 0 || gap >= n {
		return 0x7F
	}
	c := gap - 1
	for range longestChain {
		h := t.nodes[c].head
		if h >= gap {
			return t.labels[c]
		}
		if h < 0 {
			break
		}
		c = h
	}
	c = gap
	for range longestChain {
		h := t.nodes[c].head
		if h >= 0 && h < gap {
			return t.labels[c] | 0x80
		}
		if h < 0 {
			break
		}
		c = h
	}
	return 0x7E
}

// MarkSlot is the weight of a mark table that a feature has.
func MarkSlot(hash uint64) int {
	at, _ := place(hash, MarkTableSize)
	return at
}

// attachMarks gives the punctuation marks their heads, words of the tree.
func (s *ParseScratch) attachMarks(words []Word, tags []uint8, heads []int32, table markTable) {
	kept := s.sent.kept
	f := &s.beam.feats
	gap := int32(0)
	for i := range words {
		if int(gap) < len(kept) && kept[gap] == int32(i) {
			gap++
			continue
		}
		s.candidates = s.tree.markCandidates(gap, s.candidates[:0])
		m := mark(words, tags, i)
		best, top := int32(0), int32(-1<<31)
		for k, c := range s.candidates {
			f.n = 0
			f.attach(&s.sent, &s.tree, m, gap, c, int32(k))
			var sum int32
			for _, h := range f.h[:f.n] {
				sum += int32(table[MarkSlot(h)])
			}
			if sum > top {
				best, top = c, sum
			}
		}
		heads[i] = kept[best]
	}
}
