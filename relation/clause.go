package relation

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"
)

// clause.go parses a pattern line into a pattern: recursive descent over the
// marks of one line, no backtracking.

type clauseParser struct {
	vocab  *vocabulary
	lists  map[string][]string
	kinds  []string // names by bit
	ms     []mark
	pos    int
	pat    *pattern
	unless bool
	seen   [maxSlots]bool
}

func parsePattern(vocab *vocabulary, lists map[string][]string, kinds []string, text string, unless bool) (pattern, *lineFault) {
	p := &clauseParser{vocab: vocab, lists: lists, kinds: kinds, unless: unless, pat: &pattern{text: text}}
	from := 0
	words := strings.HasPrefix(text, "words:")
	if words {
		from = len("words:")
	}
	ms, f := lex(text, from)
	if f != nil {
		return pattern{}, f
	}
	p.ms = ms
	if words {
		f = p.sequence()
	} else {
		f = p.clause()
	}
	if f != nil {
		return pattern{}, f
	}
	if len(p.pat.steps) > maxSteps || len(p.pat.items) > maxItems {
		return pattern{}, &lineFault{0, ErrTooComplex, fmt.Sprintf("more than %d parts", maxSteps), "make two patterns of it"}
	}
	return *p.pat, nil
}

func (p *clauseParser) peek() mark { return p.ms[p.pos] }

func (p *clauseParser) ahead(n int) mark {
	return p.ms[min(p.pos+n, len(p.ms)-1)]
}

func (p *clauseParser) take() mark {
	m := p.ms[p.pos]
	if m.kind != markEnd {
		p.pos++
	}
	return m
}

func (p *clauseParser) expected(what string) *lineFault {
	m := p.peek()
	found := strconv.Quote(m.text)
	if m.kind == markEnd {
		found = "the end of the line"
	}
	return &lineFault{m.col, ErrSyntax, "expected " + what + ", found " + found, ""}
}

// isSlot says whether a word is a slot: capitals only.
func isSlot(m mark) bool {
	if m.kind != markWord {
		return false
	}
	for _, r := range m.text {
		if !unicode.IsUpper(r) {
			return false
		}
	}
	return true
}

func (p *clauseParser) slot() (slot, *lineFault) {
	m := p.take()
	s := slot{n: slotNone, kinds: kindActor}
	switch m.text {
	case "A":
		s.n = slotA
	case "B":
		s.n = slotB
	default:
		s.n, s.kinds = int8(2+len(p.pat.named)), kindAny
		if int(s.n) >= maxSlots {
			return s, &lineFault{m.col, ErrTooComplex, "too many arguments", ""}
		}
		p.pat.named = append(p.pat.named, strings.ToLower(m.text))
	}
	if p.seen[s.n] {
		return s, &lineFault{m.col, ErrSlot, "slot " + m.text + " stands twice", ""}
	}
	p.seen[s.n] = true
	if p.peek().is(":") {
		p.take()
		s.kinds = 0
		for {
			k, f := p.kind()
			if f != nil {
				return s, f
			}
			s.kinds |= k
			if !p.peek().is("|") {
				break
			}
			p.take()
		}
	}
	if p.peek().is("{") {
		p.take()
		ws, f := p.words()
		if f != nil {
			return s, f
		}
		if !p.peek().is("}") {
			return s, p.expected("'}'")
		}
		p.take()
		s.holds = ws
	}
	return s, nil
}

func (p *clauseParser) kind() (kindSet, *lineFault) {
	m := p.take()
	if m.kind == markWord {
		if m.text == "actor" {
			return kindActor, nil
		}
		for i, k := range p.kinds {
			if k == m.text {
				return 1 << i, nil
			}
		}
	}
	return 0, &lineFault{m.col, ErrKind, "unknown kind " + m.text, didYouMean(m.text, append([]string{"actor"}, p.kinds...))}
}

// words reads alternatives: talks|meeting|@visits.
func (p *clauseParser) words() (wordSet, *lineFault) {
	var out []string
	for {
		m := p.peek()
		switch {
		case m.kind == markWord && !isSlot(m) || m.kind == markString:
			out = append(out, m.text)
		case m.kind == markList:
			ws, ok := p.lists[m.text]
			if !ok {
				f := unknownList(m, p.lists)
				return nil, &f
			}
			if p.vocab.spent += len(ws); p.vocab.spent > maxWords {
				f := tooManyWords(m)
				return nil, &f
			}
			out = append(out, ws...)
		default:
			return nil, p.expected("a word")
		}
		p.take()
		if !p.peek().is("|") {
			return p.vocab.set(out), nil
		}
		p.take()
	}
}

func (p *clauseParser) isPrep(m mark) bool {
	return m.kind == markWord && isRulePrep(m.text)
}

func (p *clauseParser) add(s step, from int) {
	s.text = strings.TrimSpace(p.pat.text[p.ms[from].col:p.ms[p.pos].col])
	p.pat.steps = append(p.pat.steps, s)
}

func (p *clauseParser) clause() *lineFault {
	from := p.pos
	implied := p.peek().is("(")
	if implied {
		p.take()
	}
	if m := p.peek(); !isSlot(m) && m.kind != markAny {
		p.pat.shape = shapeNoun
		return p.triggerAndRest()
	}
	subject := slot{n: slotNone, kinds: kindAny}
	if p.peek().kind == markAny {
		p.take()
	} else {
		s, f := p.slot()
		if f != nil {
			return f
		}
		subject = s
	}
	switch {
	case p.peek().kind == markPoss:
		p.take()
		p.pat.shape = shapeNoun
	case p.peek().is("be"):
		p.take()
		p.pat.shape = shapeCopula
	}
	if implied {
		if p.pat.shape != shapeNoun || !p.peek().is(")") {
			return p.expected("'s and ')'")
		}
		p.take()
	}
	p.add(step{where: atSubject, slot: subject, implied: implied}, from)
	return p.triggerAndRest()
}

func (p *clauseParser) triggerAndRest() *lineFault {
	ws, f := p.words()
	if f != nil {
		return f
	}
	p.pat.trigger = ws
	if p.pat.shape == shapeCopula {
		return p.owner()
	}
	for p.peek().kind != markEnd {
		if f := p.complement(false); f != nil {
			return f
		}
	}
	return nil
}
