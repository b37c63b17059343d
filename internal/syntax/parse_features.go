package syntax

// features is a list of feature hashes in the making.
type features struct {
	n int
	h [256]uint64
}

const (
	step1 = 0x9E3779B97F4A7C15
	step2 = 0xD6E8FEB86659FD93
)

func (f *features) one(id, a uint64) {
	f.h[f.n] = a*step2 + id*step1
	f.n++
}

func (f *features) two(id, a, b uint64) {
	f.h[f.n] = (a*step2+b)*step2 + id*step1
	f.n++
}

func (f *features) three(id, a, b, c uint64) {
	f.h[f.n] = ((a*step2+b)*step2+c)*step2 + id*step1
	f.n++
}

func (f *features) four(id, a, b, c, d uint64) {
	f.h[f.n] = (((a*step2+b)*step2+c)*step2+d)*step2 + id*step1
	f.n++
}

// coming writes the features of the buffer's first tokens.
func (f *features) coming(s *ParseSentence, next int32) {
	b0, b1, b2 := s.at(next), s.at(next+1), s.at(next+2)
	f.one(6, b0.wt)
	f.one(7, b0.w)
	f.one(8, b0.t)
	f.one(9, b0.f)
	f.one(10, b0.c)
	f.one(11, b1.wt)
	f.one(12, b1.w)
	f.one(13, b1.f)
	f.one(14, b2.wt)
	f.one(15, b2.c)
	f.three(29, b0.t, b1.t, b2.t)
	f.two(35, b0.t, b1.t)
	f.two(36, b0.w, b1.t)
	f.two(38, b0.c, b1.c)
	f.three(55, b0.t, b1.t, b1.p)
	f.three(56, b0.p, b1.p, b2.p)
	if b1.a != b1.t {
		f.two(304, b0.t, b1.a)
	}
}

// front writes the features of the stack's top, the buffer's first token and
// the tokens around them, none of what is attached to them (Zhang and Nivre,
// 2011; McDonald, Crammer and Pereira, 2005, for the tokens around).
func (f *features) front(s *ParseSentence, top, next int32) {
	s0, b0 := s.at(top), s.at(next)
	b1, b2 := s.at(next+1), s.at(next+2)
	d := small[distance(top, next)]
	f.one(5, s0.c)
	f.two(17, s0.wt, b0.t)
	f.two(18, s0.t, b0.wt)
	f.two(19, s0.w, b0.w)
	f.two(20, s0.t, b0.t)
	f.two(21, s0.f, b0.f)
	f.two(22, s0.c, b0.c)
	f.two(23, s0.w, b0.f)
	f.three(25, s0.t, b0.t, d)
	f.two(26, s0.w, d)
	f.two(27, b0.w, d)
	f.three(28, s0.t, b0.t, b1.t)
	f.four(30, s0.t, b0.t, b1.t, b2.t)
	f.three(31, s0.w, b0.t, b1.t)
	f.three(32, s0.t, b0.w, b1.t)
	f.three(33, s0.t, b0.t, b1.w)
	f.three(34, s0.c, b0.c, b1.c)
	f.two(39, s0.s, b0.s)
	if top >= 0 {
		before, after := s.at(top-1), s.at(top+1)
		last := s.at(next - 1)
		f.three(40, before.t, s0.t, b0.t)
		f.three(57, s0.t, b0.t, after.p)
		f.three(41, s0.t, after.t, b0.t)
		f.three(42, s0.t, last.t, b0.t)
		f.four(43, s0.t, after.t, last.t, b0.t)
		f.four(44, before.t, s0.t, b0.t, b1.t)
	}
	f.three(49, s0.t, b0.t, b0.p)
	f.two(50, s0.w, b0.p)
	f.two(51, b0.w, b0.p)
	f.three(52, s0.t, b0.t, b1.p)
	f.four(53, s0.t, b0.t, b0.p, b1.p)
	f.four(54, s0.p, s0.t, b0.t, b0.p)
	f.two(58, s0.m, b0.t)
	f.two(59, s0.t, b0.m)
	f.two(45, s0.before, b0.t)
	f.two(46, s0.aft, b0.t)
	f.two(47, b0.before, s0.t)
	f.two(48, b0.aft, s0.t)
	if s0.a != s0.t || b0.a != b0.t {
		f.two(300, s0.a, b0.a)
	}
	if b1.a != b1.t {
		f.three(303, s0.t, b0.t, b1.a)
	}
}

// stack writes the features of the two topmost tokens of the stack, none of
// what is attached to them.
func (f *features) stack(s *ParseSentence, under, top int32) {
	s1, s0 := s.at(under), s.at(top)
	d := small[distance(under, top)]
	few, _, _ := s.between(under, top)
	f.one(60, s1.wt)
	f.one(61, s1.w)
	f.one(63, s1.c)
	f.two(68, s1.t, s0.t)
	f.three(73, s1.t, s0.t, d)
	f.two(74, s1.w, d)
	f.two(75, s0.w, d)
	f.three(76, s1.t, s0.t, few)
	f.four(98, s1.t, s0.t, s.at(under+1).p, s0.p)
	if s1.a != s1.t || s0.a != s0.t {
		f.two(305, s1.a, s0.a)
	}
}

// back writes the features of the two topmost tokens of the stack with the
// buffer's first, none of what is attached to them.
func (f *features) back(s *ParseSentence, under, top, next int32) {
	s1, s0, b0 := s.at(under), s.at(top), s.at(next)
	b1 := s.at(next + 1)
	_, commas, verbs := s.between(under, top)
	f.four(77, s1.t, s0.t, b0.t, commas<<2|verbs)
	f.three(79, s1.w, s0.t, b0.t)
	f.three(80, s1.t, s0.w, b0.t)
	f.three(81, s1.t, s0.t, b0.w)
	f.three(82, s1.c, s0.c, b0.c)
	f.two(83, s1.t, b0.t)
	f.two(84, s1.w, b0.t)
	f.two(85, s1.t, b0.w)
	f.two(86, s1.w, b0.w)
	f.two(87, s1.f, b0.f)
	f.two(88, s1.c, b0.c)
	f.four(89, s1.t, s0.t, b0.t, b1.t)
	f.three(91, s1.t, b0.t, small[distance(under, next)])
	f.four(94, s1.t, s0.t, s0.p, b0.p)
	f.three(95, s1.t, b0.t, b0.p)
	f.four(97, s1.t, s0.t, b0.t, b0.p)
}

// near writes the features of what is attached to the stack's top and to the
// buffer's first token.
func (f *features) near(s *ParseSentence, top, next *subtree) {
	s0, b0, b1 := s.at(top.token), s.at(next.token), s.at(next.token+1)
	s0l, s0r := s.at(top.left), s.at(top.right)
	s0l2, s0r2 := s.at(top.left2), s.at(top.right2)
	b0l, b0l2 := s.at(next.left), s.at(next.left2)
	s0rl := s.at(top.leftLeft)
	be, bt := s.at(next.edge).p, b1.p // the marks at the borders of the phrase
	like0 := alike(s0, b0, top, next)

	f.three(107, s0.w, uint64(top.rights), uint64(top.lefts))
	f.three(108, s0.t, uint64(top.rights), uint64(top.lefts))
	f.two(111, b0.w, uint64(next.lefts))
	f.two(112, b0.t, uint64(next.lefts))
	f.two(113, s0.t, uint64(top.rightKinds))
	f.two(114, s0.t, uint64(top.leftKinds))
	f.two(116, b0.t, uint64(next.leftKinds))
	f.three(117, s0.t, b0.t, uint64(top.rightKinds))
	f.three(118, s0.t, b0.t, uint64(top.leftKinds))
	f.three(119, s0.t, b0.t, uint64(next.leftKinds))
	f.two(124, s0.w, uint64(top.rightKinds))
	f.two(125, s0.w, uint64(top.leftKinds))
	f.two(126, b0.w, uint64(next.leftKinds))
	f.one(127, s0l.wt)
	f.one(129, b0l.wt)
	f.three(132, s0.t, s0l.t, b0.t)
	f.three(133, s0.t, s0r.t, b0.t)
	f.three(134, s0.t, b0l.t, b0.t)
	f.four(139, s0.t, s0l.t, s0l2.t, b0.t)
	f.four(140, s0.t, s0r.t, s0r2.t, b0.t)
	f.four(141, s0.t, b0l.t, b0l2.t, b0.t)
	f.two(144, s0.w, b0l.w)
	f.three(146, s0.t, b0l.w, b0.t)
	f.three(158, s0.t, b0.t, s0l.w)
	f.three(159, s0.t, b0.t, s0r.w)
	f.four(160, s0.t, s0r.t, s0rl.w, b0.t)
	f.three(163, s0.w, s0r.f, b0.t)
	f.three(164, b0.t, b1.t, b0l.w)
	f.two(190, s0.m, b0l.w)
	f.three(185, like0, b0l.t, be)
	f.four(189, like0, b0l.w, s0.t, b0.t)
	f.three(172, s0.t, b0.t, be)
	f.four(174, s0.t, b0.t, be, b0l.w)
	f.three(176, s0.c, b0.c, be)
	f.four(179, s0.t, b0.t, be, bt)
	f.three(181, s0.w, b0.t, be)
	f.four(183, s0.s, b0.s, be, b0l.w)
	f.two(199, s0.c, b0l.w)
	f.three(167, s0.c, b0.c, b0l.w)
}

// pile writes the features of what is attached to the two topmost tokens of
// the stack. Prepositions, markers and conjunctions stand leftmost in their
// phrases.
func (f *features) pile(s *ParseSentence, under, top *subtree) {
	s1, s0 := s.at(under.token), s.at(top.token)
	s0l, s0r := s.at(top.left), s.at(top.right)
	s1l, s1r := s.at(under.left), s.at(under.right)
	s1l2, s1r2 := s.at(under.left2), s.at(under.right2)
	s1rl := s.at(under.leftLeft)
	se := s.at(top.edge).p
	f.three(109, s1.w, uint64(under.rights), uint64(under.lefts))
	f.three(110, s1.t, uint64(under.rights), uint64(under.lefts))
	f.two(115, s1.t, uint64(under.rightKinds))
	f.three(120, s1.t, s0.t, uint64(top.leftKinds))
	f.three(122, s1.t, s0.t, uint64(under.rightKinds))
	f.one(130, s1l.wt)
	f.one(131, s1r.wt)
	f.three(135, s1.t, s1l.t, s0.t)
	f.three(136, s1.t, s1r.t, s0.t)
	f.three(137, s1.t, s0l.t, s0.t)
	f.three(138, s1.t, s0r.t, s0.t)
	f.four(142, s1.t, s1r.t, s1r2.t, s0.t)
	f.four(143, s1.t, s1l.t, s1l2.t, s0.t)
	f.three(152, s1.t, s0l.w, s0.t)
	f.four(161, s1.t, s1r.t, s1rl.w, s0.t)
	f.four(184, s1.t, s0.t, s0l.w, se)
	f.three(166, s1.c, s0.c, s0l.w)
}

// far writes the features of what is attached to the token under the stack's
// top, with the others, and of the third token of the stack. Prepositions,
// markers and conjunctions stand leftmost in their phrases; conjuncts are
// alike (Charniak and Johnson, 2005).
func (f *features) far(s *ParseSentence, third, under, top, next *subtree) {
	s2, s1, s0, b0 := s.at(third.token), s.at(under.token), s.at(top.token), s.at(next.token)
	b1 := s.at(next.token + 1)
	s0l := s.at(top.left)
	b0l := s.at(next.left)
	se, be, bt := s.at(top.edge).p, s.at(next.edge).p, b1.p
	like0, like1, likes := alike(s0, b0, top, next), alike(s1, b0, under, next), alike(s1, s0, under, top)

	f.one(100, s2.wt)
	f.three(101, s2.t, s1.t, s0.t)
	f.three(102, s2.t, s0.t, b0.t)
	f.three(121, s1.t, b0.t, uint64(next.leftKinds))
	f.four(123, s1.t, s0.t, b0.t, uint64(next.leftKinds))
	f.two(147, s1.w, b0l.w)
	f.three(148, s1.t, b0l.w, b0.t)
	f.four(155, s1.t, s0.t, b0l.w, b0.t)
	f.four(165, s1.t, s0.t, b0.t, small[uint64(under.rights)])
	f.two(191, s1.m, b0l.w)
	f.four(186, like0, like1, b0l.t, be)
	f.four(187, likes, like0, b0l.t, se)
	f.four(188, likes, s0l.t, se, b0.t)
	f.four(198, like1, b0l.w, s1.t, b0.t)
	f.four(171, s1.t, s0.t, se, be)
	f.four(173, s1.t, s0.t, b0.t, be)
	f.four(175, s1.t, b0.t, be, b0l.w)
	f.four(180, s1.t, b0.t, be, bt)
	f.three(145, s1.c, s0.c, b0l.w)
}

// alike says in bits in what two phrases are like each other.
func alike(a, b *values, at, bt *subtree) (bits uint64) {
	if a.t == b.t {
		bits |= 1
	}
	if a.c == b.c {
		bits |= 2
	}
	if a.f == b.f {
		bits |= 4
	}
	if a.s == b.s {
		bits |= 8
	}
	const but = 1 << kindConjunction
	if at.leftKinds&^but == bt.leftKinds&^but {
		bits |= 16
	}
	return bits
}
