package relation

// complements.go parses what follows the trigger of a clause.

// owner reads the "of B" of a copular clause.
func (p *clauseParser) owner() *lineFault {
	from := p.pos
	st := step{where: atOwner}
	if p.isPrep(p.peek()) {
		ws, f := p.words()
		if f != nil {
			return f
		}
		st.preps = ws
	}
	if !isSlot(p.peek()) {
		return p.expected("the slot B")
	}
	s, f := p.slot()
	if f != nil {
		return f
	}
	st.slot = s
	p.add(st, from)
	if p.peek().kind != markEnd {
		return p.expected("the end of the line")
	}
	return nil
}

func (p *clauseParser) complement(optional bool) *lineFault {
	from := p.pos
	m := p.peek()
	switch {
	case m.is("(") && !optional:
		return p.group()
	case m.is("that"):
		p.take()
		if !isSlot(p.peek()) {
			return p.expected("a slot after that")
		}
		s, f := p.slot()
		if f != nil {
			return f
		}
		if p.peek().kind == markGap {
			p.take()
		}
		p.add(step{where: atThat, slot: s, optional: optional}, from)
	case m.is("to") && p.ahead(1).kind == markGap:
		p.take()
		p.take()
		st := step{where: atTo, slot: slot{n: slotNone}, optional: optional}
		if isSlot(p.peek()) {
			s, f := p.slot()
			if f != nil {
				return f
			}
			st.slot = s
		}
		p.add(st, from)
	case m.is("between") || m.is("among"):
		return p.between(optional)
	case p.isPrep(m):
		return p.phrase(optional)
	default:
		return p.object(step{where: atObject, optional: optional}, from)
	}
	return nil
}

// group reads "(with) B" and "(of TOPIC)".
func (p *clauseParser) group() *lineFault {
	from := p.pos
	p.take()
	if p.isPrep(p.peek()) {
		mark := p.pos
		ws, f := p.words()
		if f != nil {
			return f
		}
		if p.peek().is(")") {
			p.take()
			return p.object(step{where: atObjectPrep, preps: ws}, from)
		}
		p.pos = mark
	}
	for !p.peek().is(")") {
		if p.peek().kind == markEnd {
			return p.expected("')'")
		}
		if f := p.complement(true); f != nil {
			return f
		}
	}
	p.take()
	return nil
}

func (p *clauseParser) between(optional bool) *lineFault {
	from := p.pos
	preps, f := p.words()
	if f != nil {
		return f
	}
	if !isSlot(p.peek()) {
		return p.expected("a slot")
	}
	a, f := p.slot()
	if f != nil {
		return f
	}
	if !p.peek().is("and") {
		return p.expected("and")
	}
	p.take()
	if !isSlot(p.peek()) {
		return p.expected("a slot")
	}
	b, f := p.slot()
	if f != nil {
		return f
	}
	p.add(step{where: atBetween, slot: a, other: b, preps: preps, optional: optional}, from)
	return nil
}

// phrase reads particles and a preposition with what follows: "out at B".
func (p *clauseParser) phrase(optional bool) *lineFault {
	from := p.pos
	st := step{where: atPrep, optional: optional}
	for p.isPrep(p.peek()) {
		ws, f := p.words()
		if f != nil {
			return f
		}
		st.parts = append(st.parts, st.preps...)
		st.preps = ws
	}
	m := p.peek()
	if m.kind == markEnd || m.is(")") || m.is("(") {
		st.where, st.parts, st.preps = atParticle, append(st.parts, st.preps...), nil
		st.slot = slot{n: slotNone}
		p.add(st, from)
		return nil
	}
	return p.object(st, from)
}

func (p *clauseParser) object(st step, from int) *lineFault {
	m := p.peek()
	if !isSlot(m) {
		ws, f := p.words()
		if f != nil {
			return f
		}
		st.slot, st.words = slot{n: slotNone}, ws
		p.add(st, from)
		return nil
	}
	s, f := p.slot()
	if f != nil {
		return f
	}
	st.slot = s
	if p.peek().kind == markPoss && p.ahead(1).kind == markGap {
		p.take()
		p.take()
		st.owner = true
	} else if p.peek().kind == markPoss {
		p.take()
		ws, f := p.words()
		if f != nil {
			return f
		}
		st.owner, st.words = true, ws
	}
	p.add(st, from)
	return nil
}
