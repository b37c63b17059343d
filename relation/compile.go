package relation

import (
	"fmt"
	"slices"
	"strings"
)

// compile makes an immutable program of sets of rules. It goes on after a
// fault, so that all are reported at once; with faults there is no program.
func compile(sets []Set, errs RuleErrors) (*Rules, error) {
	r := &Rules{sets: sets, vocab: newVocabulary()}
	number := map[string]int32{}
	kinds, tooMany := declared(sets)
	if tooMany != nil {
		return nil, append(errs, tooMany) // the patterns would be checked against a part of them
	}
	r.vocab.kinds(kinds)
	filled := map[string]bool{}
	for _, s := range sets {
		for _, d := range s.Definitions {
			filled[d.Name] = filled[d.Name] || len(d.Patterns) > 0
		}
	}
	for i := range sets {
		c := &compiler{rules: r, set: &sets[i], kinds: kinds, number: number, filled: filled, count: map[string]int{}}
		for j := range sets[i].Definitions {
			c.definition(&sets[i].Definitions[j], j)
		}
		errs = append(errs, c.errs...)
	}
	errs = append(errs, checkConverse(r, sets, number)...)
	if len(errs) > 0 {
		slices.SortStableFunc(errs, func(a, b *RuleError) int {
			if a.File != b.File {
				return strings.Compare(a.File, b.File)
			}
			return a.Line - b.Line
		})
		return nil, errs
	}
	for i := range r.patterns {
		if len(r.patterns[i].trigger) == 0 {
			r.bare = append(r.bare, int32(i))
		}
		for _, id := range r.patterns[i].trigger {
			r.vocab.trig[id] = append(r.vocab.trig[id], int32(i))
			r.vocab.class[id] |= triggerClass(r.patterns[i].shape)
		}
	}
	r.vocab.freeze()
	return r, nil
}

type compiler struct {
	rules  *Rules
	set    *Set
	kinds  []string
	number map[string]int32 // relation by name
	filled map[string]bool  // relations with patterns, in whatever set
	count  map[string]int   // patterns so far, by relation
	errs   RuleErrors
}

func (c *compiler) fail(at place, f lineFault) {
	c.errs = append(c.errs, at.fault(c.set.fileName(), at.col+f.col, f))
}

// at is where line i of a definition stands; a Go value has only its text.
func at(ps []place, i int, text string, line int) place {
	if i < len(ps) {
		return ps[i]
	}
	return place{line: line, text: text}
}

// header is where the definition starts; one that is a Go value, the one at
// this index of its set, has only its name.
func (d *Definition) header(index int) place {
	if d.lines.header.line == 0 {
		return place{line: index + 1, text: "relation " + d.Name}
	}
	return d.lines.header
}

func (c *compiler) definition(d *Definition, index int) {
	n, known := c.number[d.Name]
	if !known {
		n = int32(len(c.rules.names))
		c.number[d.Name] = n
		c.rules.names = append(c.rules.names, d.Name)
		c.rules.relation = append(c.rules.relation, relInfo{name: d.Name, set: c.set.Name})
	}
	info := &c.rules.relation[n]
	info.symmetric = info.symmetric || d.Symmetric
	info.standing = info.standing || d.Standing
	if p := d.Priority; p != 0 && (info.priority == 0 || p > info.priority) {
		info.priority = p
	}
	if d.Converse != "" {
		info.converse = d.Converse
	}
	header := d.header(index)
	if !known {
		info.line = header.line
	}
	if len(d.Patterns) == 0 && !c.filled[d.Name] {
		c.fail(header, lineFault{0, ErrEmpty, "relation " + d.Name + " has no pattern", ""})
	}
	for i, text := range d.Patterns {
		c.pattern(n, text, at(d.lines.patterns, i, text, i+1), false)
	}
	for i, text := range d.Unless {
		where := at(d.lines.unless, i, text, i+1)
		if lead := len(text) - len(strings.TrimLeft(text, " \t")); where.col < len(where.text) && d.lines.unless != nil {
			where.col += lead + 1
		}
		c.pattern(n, strings.TrimSpace(text), where, true)
	}
	for i, text := range d.Yes {
		c.example(d.Name, text, at(d.lines.yes, i, text, i+1), true)
	}
	for i, text := range d.No {
		c.example(d.Name, text, at(d.lines.nope, i, text, i+1), false)
	}
}

func (c *compiler) pattern(n int32, text string, where place, unless bool) {
	p, f := parsePattern(&c.rules.vocab, c.set.Lists, c.kinds, text, unless)
	if f != nil {
		c.fail(where, *f)
		return
	}
	p.relation, p.unless, p.where = n, unless, where
	if unless && p.shape == shapeWords {
		c.anchor(n, &p)
	}
	name := c.rules.names[n]
	if !unless {
		c.count[name]++
		p.name = fmt.Sprintf("%s:%s/%d", c.set.Name, name, c.count[name])
		if missing := missingSlot(&p); missing != "" {
			c.fail(where, lineFault{0, ErrSlot, "the pattern has no slot " + missing, "A is the source, B the target"})
			return
		}
	} else {
		p.name = fmt.Sprintf("%s:%s/unless %d", c.set.Name, name, where.line)
	}
	c.rules.patterns = append(c.rules.patterns, p)
}

// anchor hangs an unless on the first of its words that triggers a rule of the
// relation.
func (c *compiler) anchor(n int32, u *pattern) {
	for i, it := range u.items {
		for k := range c.rules.patterns {
			p := &c.rules.patterns[k]
			if p.relation == n && !p.unless && !it.optional && slices.ContainsFunc(it.words, p.trigger.has) {
				u.anchor, u.trigger = i, it.words
				return
			}
		}
	}
}

// missingSlot names the one of A and B that a pattern lacks.
func missingSlot(p *pattern) string {
	var have [2]bool
	note := func(s slot) {
		if s.n == slotA || s.n == slotB {
			have[s.n] = true
		}
	}
	for _, st := range p.steps {
		note(st.slot)
		if st.where == atBetween {
			note(st.other)
		}
	}
	for _, it := range p.items {
		if it.isSlot {
			note(it.slot)
		}
	}
	// the subject of "talks with B" may go unwritten: whoever holds them
	switch {
	case !have[slotA]:
		return "A"
	case !have[slotB]:
		return "B"
	}
	return ""
}

func (c *compiler) example(relation, text string, where place, yes bool) {
	ex := Example{Relation: relation, Rule: fmt.Sprintf("%s:%d", c.set.fileName(), where.line), Yes: yes}
	body, triples, has := strings.Cut(text, "=>")
	ex.Text = strings.TrimSpace(body)
	if ex.Text == "" {
		c.fail(where, lineFault{0, ErrExample, "an example needs a sentence", ""})
		return
	}
	if has {
		for _, t := range strings.Split(triples, ";") {
			tr, ok := parseTriple(t)
			if !ok {
				c.fail(where, lineFault{strings.Index(text, "=>"), ErrExample, "a triple is written: source, target", ""})
				return
			}
			ex.Triples = append(ex.Triples, tr)
		}
	}
	c.rules.examples = append(c.rules.examples, ex)
}

func parseTriple(text string) (Triple, bool) {
	var tr Triple
	text = strings.TrimSpace(text)
	for _, f := range []Factuality{Asserted, Negated, Future, Possible} {
		if rest, ok := strings.CutPrefix(text, string(f)+" "); ok {
			tr.Factuality, text = f, rest
		}
	}
	a, b, ok := strings.Cut(text, ",")
	tr.Source, tr.Target = strings.TrimSpace(a), strings.TrimSpace(b)
	return tr, ok && tr.Source != "" && tr.Target != ""
}

func checkConverse(r *Rules, sets []Set, number map[string]int32) RuleErrors {
	var errs RuleErrors
	for _, s := range sets {
		for i, d := range s.Definitions {
			if _, known := number[d.Converse]; d.Converse != "" && !known {
				at := d.header(i)
				errs = append(errs, at.fault(s.fileName(), max(0, strings.Index(at.text, d.Converse)),
					lineFault{0, ErrConverse, "the converse " + d.Converse + " is no relation", didYouMean(d.Converse, r.names)}))
			}
		}
	}
	return errs
}
