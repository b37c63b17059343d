package syntax

// family is what the labeler has to know of the tree around a token, with
// tokens counted from 0 and nowhere for none.
type family struct {
	head                 int32
	left, right          int32 // outermost dependents
	before, after        int32 // nearest siblings
	leftKinds, rightKind uint16
	edge, end            int32 // its phrase's first and last word
	bare, bareAfter      uint8 // nouns without preposition among its siblings on the same side of the head, before and after it
	nouns                uint8 // siblings that are nouns between the token and its head
}

// tree holds the families of a sentence's tokens. It is scratch.
type tree struct {
	nodes  []family
	order  []int32 // heads come before their dependents, siblings from left to right
	first  []int32 // by token: its first dependent, then the chain of after
	labels []uint8
}

// set reads the heads of a sentence, a tree, in linear time.
func (t *tree) set(s *ParseSentence, heads []int32) {
	n := len(heads)
	t.nodes, t.first, t.labels = t.nodes[:0], t.first[:0], t.labels[:0]
	for i := range n {
		t.nodes = append(t.nodes, family{head: heads[i], left: nowhere, right: nowhere, before: nowhere, after: nowhere, edge: int32(i), end: int32(i)})
		t.labels = append(t.labels, 0)
	}
	root := int32(nowhere)
	for i := range t.nodes {
		d := int32(i)
		h := heads[i]
		if h < 0 {
			root = d
			continue
		}
		hn := &t.nodes[h]
		if last := hn.right; last != nowhere {
			t.nodes[last].after = d
			t.nodes[d].before = last
		} else {
			hn.left = d
		}
		hn.right = d
		if d < h {
			hn.leftKinds |= 1 << s.kind(d)
		} else {
			hn.rightKind |= 1 << s.kind(d)
		}
	}
	// From here on, left and right are the outermost on either side, and first
	// the first dependent on any side.
	for i := range t.nodes {
		nd := &t.nodes[i]
		t.first = append(t.first, nd.left)
		if nd.left > int32(i) {
			nd.left = nowhere
		}
		if nd.right >= 0 && nd.right < int32(i) {
			nd.right = nowhere
		}
	}
	t.order = append(t.order[:0], root)
	for k := 0; k < len(t.order); k++ {
		var nouns uint8
		i := t.order[k]
		for c := t.first[i]; c != nowhere; c = t.nodes[c].after {
			if b := t.nodes[c].before; b != nowhere && b < i && c > i {
				nouns = 0
			}
			t.nodes[c].nouns = min(nouns, 3)
			if k := s.kind(c); k == kindNoun || k == kindPronoun {
				nouns++
			}
			t.order = append(t.order, c)
		}
	}
	t.countBare(s)
	for k := len(t.order) - 1; k > 0; k-- {
		d := &t.nodes[t.order[k]]
		h := &t.nodes[d.head]
		h.edge, h.end = min(h.edge, d.edge), max(h.end, d.end)
	}
}

// countBare counts the siblings that could be subjects or objects.
func (t *tree) countBare(s *ParseSentence) {
	const notBare = 1<<kindPreposition | 1<<kindTo | 1<<kindPossessive
	bare := func(c int32) bool {
		k := s.kind(c)
		return (k == kindNoun || k == kindPronoun || k == kindNumber || k == kindWh) && t.nodes[c].leftKinds&notBare == 0
	}
	for i := range t.nodes {
		h := int32(i)
		var n uint8
		for c := t.first[h]; c != nowhere; c = t.nodes[c].after {
			if b := t.nodes[c].before; b != nowhere && b < h && c > h {
				n = 0
			}
			t.nodes[c].bare = n
			if bare(c) && n < 3 {
				n++
			}
		}
		// The ones after a dependent are those of its side less those up to it.
		left, right := uint8(0), uint8(0)
		for c := t.first[h]; c != nowhere; c = t.nodes[c].after {
			of := &left
			if c > h {
				of = &right
			}
			*of = t.nodes[c].bare
			if bare(c) && *of < 3 {
				*of++
			}
		}
		for c := t.first[h]; c != nowhere; c = t.nodes[c].after {
			d := &t.nodes[c]
			of := left
			if c > h {
				of = right
			}
			upTo := d.bare
			if bare(c) && upTo < 3 {
				upTo++
			}
			d.bareAfter = of - upTo
		}
	}
}

// around writes the features of the arc to a token. The labels of its head and
// of its siblings before it are known.
func (f *features) around(s *ParseSentence, t *tree, token int32) {
	d := &t.nodes[token]
	var h, none family
	none.left, none.right, none.before, none.after, none.head = nowhere, nowhere, nowhere, nowhere, nowhere
	h = none
	grand := int32(nowhere)
	head := d.head
	dir := uint64(1)
	hl := uint64(0)
	if head >= 0 {
		h = t.nodes[head]
		grand = h.head
		hl = uint64(t.labels[head]) + 1
		if token > head {
			dir = 2
		}
	} else {
		head = int32(s.n)
		dir = 3
	}
	dv, hv, gv := s.at(token), s.at(head), s.at(grand)
	lv, rv := s.at(d.left), s.at(d.right)
	bv, av := s.at(d.before), s.at(d.after)
	dt, ht := dv.t+dir, hv.t
	bl := uint64(0)
	if d.before >= 0 {
		bl = uint64(t.labels[d.before]) + 1
		if d.before < head && token > head {
			bl += 64
		}
	}
	l2 := s.at(nowhere)
	if d.left >= 0 {
		if a := t.nodes[d.left].after; a >= 0 && a < token {
			l2 = s.at(a)
		}
	}
	lo, hi := token, head
	if lo > hi {
		lo, hi = hi, lo
	}
	few, commas, _ := s.between(lo, hi)
	dist := distance(lo, hi)
	next, prev := s.at(token+1), s.at(token-1)

	f.one(200, dir)
	f.two(201, dv.wt+dir, hv.wt)
	f.two(202, dt, ht)
	f.three(203, dt, ht, dist)
	f.two(204, dv.w+dir, ht)
	f.two(205, dt, hv.w)
	f.two(206, dv.w+dir, hv.w)
	f.two(207, dv.f+dir, hv.f)
	f.two(208, dv.c+dir, hv.c)
	f.two(209, dv.w+dir, hv.f)
	f.two(210, dv.f+dir, hv.w)
	f.three(211, dt, ht, few)
	f.three(212, dt, ht, lv.w)
	f.two(213, dv.w+dir, lv.w)
	f.two(214, hv.w+dir, lv.w)
	f.four(215, dt, ht, lv.w, gv.t)
	f.three(216, dt, ht, lv.t)
	f.three(217, dt, ht, rv.t)
	f.three(218, dt, ht, uint64(d.leftKinds))
	f.three(219, dt, ht, uint64(d.rightKind))
	f.three(220, dt, ht, uint64(h.leftKinds))
	f.three(221, dt, ht, uint64(h.rightKind))
	f.three(222, dt, hv.w, uint64(h.rightKind))
	f.three(223, dt, ht, bv.t)
	f.three(224, dt, ht, av.t)
	f.three(225, dt, ht, bv.w)
	f.three(226, dt, ht, av.w)
	f.three(227, dt, ht, gv.t)
	f.three(228, dt, ht, gv.w)
	f.three(229, dt, hv.w, uint64(d.nouns))
	f.three(230, dt, ht, uint64(d.nouns))
	f.three(231, dt, ht, hl)
	f.three(232, dt, ht, bl)
	f.three(233, dt, hv.w, bl)
	f.three(234, dv.w, ht, bl)
	f.two(235, dv.w+dir, hl)
	f.two(236, dv.w+dir, next.t)
	f.three(237, dt, ht, next.w)
	f.three(238, dt, ht, prev.w)
	f.three(239, dv.s+dir, hv.s, commas)
	f.one(240, dv.w)
	f.one(241, hv.w+dir)
	f.one(242, dv.f+dir)
	f.four(243, dt, ht, lv.w, l2.w)
	f.three(244, dv.c+dir, hv.c, lv.w)
	f.three(245, dv.f+dir, ht, lv.w)
	f.three(246, dt, hv.f, lv.w)
	f.two(247, dv.before+dir, ht)
	f.two(248, dv.aft+dir, ht)
	if dv.a != dv.t || hv.a != hv.t {
		f.two(270, dv.a+dir, hv.a)
		f.two(271, dv.a+dir, ht)
		f.three(272, dv.a+dir, ht, lv.w)
	}
	f.four(249, dv.t, uint64(d.leftKinds), uint64(d.rightKind), dir)
	f.two(259, dt, hv.m)
	f.two(260, dv.m+dir, ht)
	f.three(261, dt, hv.m, lv.w)
	f.two(262, dv.m+dir, hv.m)
	bares := uint64(d.bare)<<2 | uint64(d.bareAfter)
	f.three(263, dt, ht, bares)
	f.three(264, dt, hv.m, bares)
	f.three(265, dv.w+dir, ht, bares)
	f.three(266, dt, hv.f, bares)
	f.four(267, dt, ht, bares, uint64(d.leftKinds))
	f.four(268, dt, ht, bares, bl)
	edge, end := s.at(d.edge).p, s.at(d.end+1).p
	f.three(252, dt, ht, edge)
	f.four(253, dt, ht, edge, lv.w)
	f.two(254, dv.w+dir, edge)
	f.four(255, dt, ht, edge, end)
	f.three(256, dv.c+dir, hv.c, edge)
	f.four(257, dv.s, hv.s, edge, lv.w)
	f.three(258, hv.w+dir, edge, dt)
	// What the head has before it tells the passive from the active.
	if head < int32(s.n) {
		n := 0
		for c := t.first[head]; c != nowhere && n < 8; c = t.nodes[c].after {
			if c != token {
				f.three(250, dt, ht, s.at(c).w)
			}
			n++
		}
	}
	n := 0
	for c := t.first[token]; c != nowhere && n < 8; c = t.nodes[c].after {
		f.three(251, dt, ht, s.at(c).w)
		n++
	}
}
