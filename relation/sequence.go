package relation

import "fmt"

// sequence parses the items of a "words:" pattern and chooses its anchor: the
// first required item with words in it or, but in an unless, the first one whose
// words are rarer.
func (p *clauseParser) sequence() *lineFault {
	p.pat.shape = shapeWords
	p.pat.anchor = -1
	optional := false
	for p.peek().kind != markEnd {
		m := p.peek()
		it := item{optional: optional, text: m.text}
		switch {
		case m.is("(") && !optional:
			p.take()
			optional = true
			continue
		case m.is(")") && optional:
			p.take()
			optional = false
			continue
		case m.kind == markGap:
			p.take()
			it.gap = true
		case m.kind == markPoss:
			p.take()
			it.words = p.vocab.set([]string{"'s", "\u2019s", "'"})
		case isSlot(m):
			s, f := p.slot()
			if f != nil {
				return f
			}
			it.slot, it.isSlot = s, true
		default:
			ws, f := p.words()
			if f != nil {
				return f
			}
			it.words = ws
		}
		p.pat.items = append(p.pat.items, it)
	}
	if optional {
		return p.expected("')'")
	}
	for i, it := range p.pat.items {
		if !it.optional && len(it.words) > 0 && (p.pat.anchor < 0 || !p.unless && p.rarer(it.words, p.pat.items[p.pat.anchor].words)) {
			p.pat.anchor = i
		}
	}
	if p.pat.anchor < 0 { // only slots: tried on every mention that fits the first
		if len(p.pat.items) < 2 || !p.pat.items[0].isSlot || p.unless {
			return &lineFault{0, ErrSyntax, "a sequence needs at least one word of its own, or two slots side by side", ""}
		}
		p.pat.anchor = 0
		return nil
	}
	if len(p.pat.items) > maxItems {
		return &lineFault{0, ErrTooComplex, fmt.Sprintf("more than %d parts", maxItems), ""}
	}
	p.pat.trigger = p.pat.items[p.pat.anchor].words
	return nil
}

// rarer guesses which words are seldom: real words are, marks and function
// words are not.
func (p *clauseParser) rarer(a, b wordSet) bool {
	common := func(s wordSet) bool {
		for _, id := range s {
			w := p.vocab.words[id]
			if len(w) < 2 || isRulePrep(w) || w == "the" || w == "'s" {
				return true
			}
		}
		return false
	}
	return common(b) && !common(a)
}
