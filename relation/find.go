package relation

import (
	"context"
	"slices"

	"github.com/dossier-nlp/dossier/entity"
	"github.com/dossier-nlp/dossier/internal/desk"
)

// find.go runs all rules over a document, sentence by sentence.

const maxFound = 512 // relations of one sentence

// matcher is the scratch of one run.
type matcher struct {
	rules  *Rules
	g      graph
	vf, nf frame
	b      binding
	found  []found
	out    []Relation // scratch; Find returns a copy of the right size
}

// found is one relation before it is written out.
type found struct {
	pattern int32
	a, b    int32 // mentions of the graph
	trigger [3]int32
	named   [maxSlots]int32
	score   float64
	weak    bool
}

var matchers desk.Shelf[matcher]

// Find finds the relations of a document whose tokens, mentions and entities
// are there, in the order of the text. Mentions must be in the order of the
// sentences. It is safe for concurrent use, takes time linear in the text, and
// returns no error.
func (r *Rules) Find(doc *entity.Document) ([]Relation, error) {
	return r.FindContext(context.Background(), doc)
}

// FindContext is Find that gives up between sentences when the context is done,
// with the context's error.
func (r *Rules) FindContext(ctx context.Context, doc *entity.Document) ([]Relation, error) {
	if len(r.patterns) == 0 {
		return nil, ctx.Err()
	}
	m := matchers.Take(ctx)
	defer m.release(ctx)
	m.rules, m.out = r, m.out[:0]
	next := 0
	for i := range doc.Sentences {
		if i%64 == 0 && ctx.Err() != nil {
			return nil, ctx.Err()
		}
		from := next
		for next < len(doc.Mentions) && doc.Mentions[next].Sentence <= i {
			next++
		}
		if next-from < 2 {
			continue // a relation has two ends
		}
		m.g.load(&r.vocab, doc, i, from, next)
		m.sentence()
	}
	if len(m.out) == 0 {
		return nil, nil
	}
	return slices.Clone(m.out), nil
}

// release drops what points into the document.
func (m *matcher) release(ctx context.Context) {
	clear(m.out)
	m.rules = nil
	m.g.doc, m.g.toks, m.g.vocab = nil, nil, nil
	matchers.Give(ctx, m)
}

const anyTrigger = classTrigVerb | classTrigNoun | classTrigCopula | classTrigWords

func (m *matcher) sentence() {
	if len(m.g.mentions) < 2 || m.question() {
		return
	}
	m.found = m.found[:0]
	for i := range m.g.t {
		if m.g.t[i].class&anyTrigger != 0 {
			m.trigger(int32(i))
		}
	}
	for _, pi := range m.rules.bare {
		m.slots(pi)
	}
	m.settle()
}

// slots tries a sequence of slots on every mention.
func (m *matcher) slots(pi int32) {
	p := &m.rules.patterns[pi]
	for x := range m.g.mentions {
		if m.begins(p, int32(x)) && m.slotsFrom(p, int32(x)) {
			m.emit(pi, m.g.mentions[x].first, nil)
		}
	}
}

// begins says that mention x may be the first slot of a sequence of slots.
func (m *matcher) begins(p *pattern, x int32) bool {
	return m.g.fits(&p.items[0].slot, x) && m.g.outermost(x)
}

// slotsFrom matches a sequence of slots that begins with mention x.
func (m *matcher) slotsFrom(p *pattern, x int32) bool {
	m.b.reset()
	s := seqMatch{m, p, &m.b, seqBudget}
	s.fill(&p.items[0], x)
	if s.right(1, m.g.mentions[x].last) && m.b.a.n > 0 && m.b.b.n > 0 {
		return true
	}
	m.b.failed = 1
	return false
}

// trigger tries every pattern that token i may trigger.
func (m *matcher) trigger(i int32) {
	var made framed
	for _, pi := range m.rules.vocab.trig[m.g.t[i].word] {
		p := &m.rules.patterns[pi]
		if p.unless {
			continue
		}
		if f, ok := m.ready(p, i, &made); ok && m.matches(p, i, f) && !m.excepted(p, i, f) {
			m.emit(pi, i, f)
		}
	}
}

// framed says which frames of one token have been made: each is made once,
// for all patterns that the token triggers.
type framed struct {
	verb, noun bool
	isVerb     bool // the verb frame is one
}

// ready makes the frame that p reads at token i, nil for a shape that reads
// none. It reports false if the token is no word that p may have as its
// trigger.
func (m *matcher) ready(p *pattern, i int32, made *framed) (f *frame, ok bool) {
	t := &m.g.t[i]
	switch p.shape {
	case shapeVerb:
		if !made.verb {
			made.verb, made.isVerb = true, m.verbOrHeadline(i)
		}
		return &m.vf, made.isVerb
	case shapeNoun:
		if !m.eventNoun(i) {
			return nil, false
		}
		if !made.noun {
			made.noun = true
			m.g.nounFrame(i, &m.nf)
		}
		return &m.nf, true
	case shapeCopula:
		return nil, (t.pos == posNoun || t.pos == posName || t.pos == posAdj) && !m.inName(i)
	}
	return nil, true
}

// verbOrHeadline makes the frame of a verb, or of a word that a tagger may have
// taken for something else in a headline.
func (m *matcher) verbOrHeadline(i int32) bool {
	if m.afterHyphen(i) {
		return false
	}
	switch t := &m.g.t[i]; t.pos {
	case posVerb:
		m.g.verbFrame(i, &m.vf)
		return true
	case posPrep:
		return !isRulePrep(m.rules.vocab.words[t.word]) && m.g.headlineFrame(i, &m.vf)
	case posNoun, posOther:
		return m.g.headlineFrame(i, &m.vf)
	}
	return false
}

// afterHyphen spots the end of a compound: President-elect.
func (m *matcher) afterHyphen(i int32) bool { return i > 0 && m.g.toks[i-1].Text == "-" }

// matches takes the steps of p at token i, whose frame is ready.
func (m *matcher) matches(p *pattern, i int32, f *frame) bool {
	switch p.shape {
	case shapeCopula:
		return m.copular(p, i, &m.b)
	case shapeWords:
		return m.sequence(p, i, &m.b)
	}
	return m.clause(p, f, &m.b)
}

// eventNoun says that i is a noun outside a name.
func (m *matcher) eventNoun(i int32) bool {
	return m.g.noun(i) && !m.inName(i)
}

func (m *matcher) inName(i int32) bool {
	x := m.g.t[i].mention
	return x != none && m.g.mentions[x].form == entity.Name
}

// excepted says that an "unless" of the relation holds for the trigger.
func (m *matcher) excepted(p *pattern, i int32, f *frame) bool {
	for _, pi := range m.rules.vocab.trig[m.g.t[i].word] {
		u := &m.rules.patterns[pi]
		if !u.unless || u.relation != p.relation || saysSo(p, u) {
			continue
		}
		var b binding
		switch {
		case u.shape == shapeWords:
			if m.sequence(u, i, &b) && !(p.shape == shapeWords && swapped(&b, &m.b)) {
				return true
			}
		case u.shape == p.shape && f != nil:
			if m.clause(u, f, &b) {
				return true
			}
		}
	}
	return false
}

// swapped says that x has as its source what y has as its target, and the
// other way round: an exception about another pair.
func swapped(x, y *binding) bool {
	return x.a.n == 1 && x.b.n == 1 && y.a.n == 1 && y.b.n == 1 && x.a.v[0] == y.b.v[0] && x.b.v[0] == y.a.v[0]
}

// saysSo says that pattern p itself asks for a phrase that the exception u is
// about, or for one of its words: "A replace B with C" is no exception to
// "_ replace B with A".
func saysSo(p, u *pattern) bool {
	for i := range u.steps {
		for j := range p.steps {
			a, b := &u.steps[i], &p.steps[j]
			if a.where == atPrep && b.where == atPrep && slices.ContainsFunc(a.preps, b.preps.has) ||
				slices.ContainsFunc(a.words, b.words.has) {
				return true
			}
		}
	}
	return false
}

// question says that the sentence asks.
func (m *matcher) question() bool {
	for i := len(m.g.toks) - 1; i >= max(0, len(m.g.toks)-3); i-- {
		switch m.g.toks[i].Text {
		case "?":
			return true
		case "\"", "''", "\u201d", "'", "\u2019", ")":
			continue
		}
		return false
	}
	return false
}

// emit notes the pairs of the binding.
func (m *matcher) emit(pi, trigger int32, f *frame) {
	b := &m.b
	score := m.score(pi, f)
	if b.pairs {
		for i := range b.a.n {
			for j := i + 1; j < b.a.n; j++ {
				m.note(pi, trigger, b.a.v[i], b.a.v[j], score)
			}
		}
		return
	}
	for _, x := range b.a.list() {
		for _, y := range b.b.list() {
			m.note(pi, trigger, x, y, score)
		}
	}
}

func (m *matcher) score(pi int32, f *frame) float64 {
	s := [...]float64{0.95, 0.9, 0.95, 0.9}[m.rules.patterns[pi].shape]
	if f != nil && f.derived {
		s *= 0.95
	}
	if m.b.weak {
		s *= 0.85
	}
	return s
}

func (m *matcher) note(pi, trigger, x, y int32, score float64) {
	a, b := &m.g.mentions[x], &m.g.mentions[y]
	same := a.entity != entity.None && a.entity == b.entity
	if same && (a.kind|b.kind)&kindDemonym != 0 && a.kind != b.kind && !m.rules.relation[m.rules.patterns[pi].relation].symmetric {
		same = false // the U.S. embassy and American citizens
	}
	if x == y || same || len(m.found) >= maxFound {
		return
	}
	if a.first < b.last && b.first < a.last { // one inside the other
		return
	}
	dist := max(a.first-b.last, b.first-a.last)
	if dist > 12 {
		score *= max(0.7, 1-float64(dist-12)/100)
	}
	m.found = append(m.found, found{pattern: pi, a: x, b: y, trigger: [3]int32{trigger, m.b.literal, m.b.extra},
		named: m.b.named, score: score, weak: m.b.weak})
}
