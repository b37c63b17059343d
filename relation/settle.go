package relation

import (
	"cmp"
	"maps"
	"slices"

	"github.com/dossier-nlp/dossier/entity"
	"github.com/dossier-nlp/dossier/internal/desk"
)

// settle.go decides between matches of one sentence and writes them out.

// settle drops doubles and outranked matches and appends the rest to m.out.
func (m *matcher) settle() {
	fs := m.found
	for i := range fs {
		if !m.outranked(i) {
			m.write(&fs[i])
		}
	}
	m.sortOut()
}

// outranked says that another match tells the same better.
func (m *matcher) outranked(i int) bool {
	f := &m.found[i]
	rel := m.rules.patterns[f.pattern].relation
	info := &m.rules.relation[rel]
	for j := range m.found {
		if j == i {
			continue
		}
		o := &m.found[j]
		orel := m.rules.patterns[o.pattern].relation
		same := m.samePair(f, o, info.symmetric)
		switch {
		case !same:
		case rel == orel:
			if o.score > f.score || o.score == f.score && j < i {
				return true
			}
		case o.trigger[0] == f.trigger[0] && m.rules.relation[orel].priority > info.priority && m.rules.relation[orel].set == info.set:
			return true
		}
	}
	return false
}

func (m *matcher) samePair(f, o *found, symmetric bool) bool {
	if m.same(f.a, o.a) && m.same(f.b, o.b) {
		return true
	}
	return symmetric && m.same(f.a, o.b) && m.same(f.b, o.a)
}

// same says that two mentions stand for the same thing.
func (m *matcher) same(x, y int32) bool {
	if x == y {
		return true
	}
	e := m.g.mentions[x].entity
	return e != entity.None && e == m.g.mentions[y].entity
}

func (m *matcher) write(f *found) {
	p := &m.rules.patterns[f.pattern]
	info := &m.rules.relation[p.relation]
	var c climb
	m.fact(f, &c)
	if c.f == blocked {
		return
	}
	r := Relation{Name: info.name, Source: m.mentionArg(f.a), Target: m.mentionArg(f.b),
		Factuality: c.f, Rule: p.name, Sentence: m.g.sent, Score: f.score}
	n := 1
	for n < len(f.trigger) && f.trigger[n] >= 0 {
		n++
	}
	r.Trigger = make([]Span, 0, n)
	for _, t := range f.trigger {
		if t >= 0 {
			r.Trigger = append(r.Trigger, m.span(t, t+1))
		}
	}
	r.Attribution = m.attribution(&c, f)
	m.arguments(f, p, info, &r)
	m.out = append(desk.Room(m.out, 2), r)
	if info.converse != "" {
		r.Name, r.Source, r.Target = info.converse, r.Target, r.Source
		r.Trigger, r.Attribution, r.Args = slices.Clone(r.Trigger), slices.Clone(r.Attribution), maps.Clone(r.Args)
		m.out = append(m.out, r)
	}
}

// fact fills c with whether the event of a match is told as a fact, and with
// who says so.
func (m *matcher) fact(f *found, c *climb) {
	p := &m.rules.patterns[f.pattern]
	standing := m.rules.relation[p.relation].standing
	at := f.trigger[0]
	if lit := f.trigger[1]; p.shape == shapeVerb && lit >= 0 && m.g.t[at].class&classCarry != 0 && m.g.t[lit].head == at && m.g.t[lit].dep == depObj {
		at = lit // considering sanctions: the noun is the event
	}
	m.g.factuality(at, c)
	if standing || p.shape == shapeCopula {
		c.f = m.g.standing(f.trigger[0])
	} else if lit := f.trigger[1]; lit >= 0 && lit != at && m.g.noun(lit) {
		c.f = wrap(m.g.nounModality(lit), c.f) // announced its proposed takeover
	}
	if lit := f.trigger[1]; lit >= 0 && lit != at && p.shape == shapeVerb && !standing {
		c.f = wrap(m.g.promised(at, lit), c.f)
	}
}

func (m *matcher) span(from, to int32) Span {
	s, e := m.g.toks[from].Start, m.g.toks[to-1].End
	return Span{s, e, m.g.doc.Text[s:e]}
}

func (m *matcher) mentionArg(x int32) Argument {
	i := int(m.g.mentions[x].doc)
	mt := &m.g.doc.Mentions[i]
	return Argument{Span: Span{mt.Start, mt.End, mt.Text}, Kind: mt.Kind, Entity: mt.Entity, Mention: i}
}

// attribution turns the sayers into arguments, the outermost first; who says
// what it does itself is named only if another word names it.
func (m *matcher) attribution(c *climb, f *found) []Argument {
	var out []Argument
	for i := len(c.said) - 1; i >= 0; i-- {
		who := m.sayers(c.said[i])
		for _, x := range who.list() {
			if m.g.mentions[x].kind != 0 && !m.twice(out, x) && x != f.a {
				out = append(out, m.mentionArg(x))
				break
			}
		}
	}
	return out
}

// sayers are the mentions of a sayer; of a report or statement, whose it is.
func (m *matcher) sayers(tok int32) (who actors) {
	m.g.expand(tok, &who, maxDepth)
	if who.n > 0 || !m.g.noun(tok) || m.g.t[tok].class&(classSpeech|classDeed) == 0 {
		return who
	}
	var f frame
	m.g.nounFrame(tok, &f)
	for _, list := range [2]*heads{&f.subj, &f.weak} {
		for _, h := range list.list() {
			m.g.expand(h, &who, maxDepth)
		}
	}
	for _, o := range f.obl[:f.nobl] {
		if who.n == 0 && (o.first == m.g.of || m.ownerPrep(o.first)) {
			m.g.expand(o.tok, &who, maxDepth)
		}
	}
	return who
}

func (m *matcher) twice(out []Argument, x int32) bool {
	for _, a := range out {
		if a.Mention == int(m.g.mentions[x].doc) {
			return true
		}
	}
	return false
}

// sortOut orders the relations of the sentence by their triggers.
func (m *matcher) sortOut() {
	from := len(m.out)
	for from > 0 && m.out[from-1].Sentence == m.g.sent {
		from--
	}
	slices.SortStableFunc(m.out[from:], func(a, b Relation) int {
		return cmp.Compare(a.Trigger[0].Start, b.Trigger[0].Start)
	})
}
