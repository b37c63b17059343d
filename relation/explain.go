package relation

import (
	"fmt"
	"slices"
	"strings"

	"github.com/dossier-nlp/dossier/entity"
)

// explain.go tells how far a rule came in a sentence.

const explainMisses = 5 // nearest misses that are told

// attempt is one try of a pattern on one trigger.
type attempt struct {
	p       *pattern
	trigger int32 // none if no word of the sentence triggers the pattern
	ok      bool
	passed  int // steps taken before the first that failed
	lines   []string
}

// Explain says in a few lines how far rule matches sentence i of the document:
// what matched, what failed first, and which other rules of its relation came
// near. The rule is a rule's name ("news:accused/1"), a relation's ("accused")
// or empty for all rules.
func (r *Rules) Explain(doc *entity.Document, sentence int, rule string) string {
	if doc == nil || sentence < 0 || sentence >= len(doc.Sentences) {
		return fmt.Sprintf("there is no sentence %d\n", sentence)
	}
	chosen := r.named(rule)
	if len(chosen) == 0 {
		return fmt.Sprintf("there is no rule %q; relations: %s\n", rule, strings.Join(r.names, ", "))
	}
	m := &matcher{rules: r}
	from := 0
	for from < len(doc.Mentions) && doc.Mentions[from].Sentence < sentence {
		from++
	}
	to := from
	for to < len(doc.Mentions) && doc.Mentions[to].Sentence == sentence {
		to++
	}
	m.g.load(&r.vocab, doc, sentence, from, to)
	var tries []attempt
	for _, p := range chosen {
		tries = append(tries, m.attempts(p)...)
	}
	slices.SortStableFunc(tries, func(a, b attempt) int {
		return rank(&b) - rank(&a)
	})
	return m.tell(doc.Sentences[sentence], rule, tries)
}

func rank(a *attempt) int {
	switch {
	case a.ok:
		return 100
	case a.trigger == none:
		return 0
	}
	return 1 + a.passed
}

func (r *Rules) named(rule string) []*pattern {
	var out []*pattern
	for i := range r.patterns {
		p := &r.patterns[i]
		if p.unless {
			continue
		}
		if rule == "" || p.name == rule || r.names[p.relation] == rule || strings.HasPrefix(p.name, rule+"/") {
			out = append(out, p)
		}
	}
	return out
}

func (m *matcher) attempts(p *pattern) []attempt {
	var out []attempt
	if len(p.trigger) == 0 {
		return nil // a sequence of slots only
	}
	for i := range m.g.t {
		if p.trigger.has(m.g.t[i].word) && len(out) < maxDepth {
			out = append(out, m.attempt(p, int32(i)))
		}
	}
	if len(out) == 0 {
		out = append(out, attempt{p: p, trigger: none,
			lines: []string{"no word of the sentence is one of: " + m.wordList(p.trigger)}})
	}
	return out
}

func (m *matcher) attempt(p *pattern, i int32) attempt {
	a := attempt{p: p, trigger: i}
	t := &m.g.t[i]
	var f *frame
	switch p.shape {
	case shapeVerb:
		if t.pos != posVerb {
			a.lines = append(a.lines, fmt.Sprintf("%q is tagged %s, the rule wants a verb", m.g.toks[i].Text, m.g.tag(i)))
			return a
		}
		m.g.verbFrame(i, &m.vf)
		f = &m.vf
		a.ok = m.clause(p, f, &m.b)
	case shapeNoun:
		if !m.eventNoun(i) {
			a.lines = append(a.lines, fmt.Sprintf("%q is tagged %s, the rule wants a noun outside a name", m.g.toks[i].Text, m.g.tag(i)))
			return a
		}
		m.g.nounFrame(i, &m.nf)
		f = &m.nf
		a.ok = m.clause(p, f, &m.b)
	case shapeCopula:
		a.ok = m.copular(p, i, &m.b)
	case shapeWords:
		a.ok = m.sequence(p, i, &m.b)
	}
	m.told(&a, f)
	if a.ok && m.excepted(p, i, f) {
		a.ok = false
		a.lines = append(a.lines, "an unless of the relation holds")
	}
	if a.ok {
		m.verdict(&a)
	}
	return a
}

// told writes what each step of the attempt found.
func (m *matcher) told(a *attempt, f *frame) {
	p, b := a.p, &m.b
	a.passed = len(p.steps) + 1
	if !a.ok {
		a.passed = max(0, b.failed)
	}
	if p.shape == shapeWords {
		if !a.ok && b.failed >= 0 && b.failed < len(p.items) {
			a.lines = append(a.lines, fmt.Sprintf("the words around it do not fit, first at %s", p.items[b.failed].text))
		}
		return
	}
	for i := range p.steps {
		st := &p.steps[i]
		if !a.ok && i == b.failed {
			a.lines = append(a.lines, fmt.Sprintf("%-14s fails: %s", st.text, m.why(st, f)))
			return
		}
		if what := m.what(st, b); what != "" {
			a.lines = append(a.lines, fmt.Sprintf("%-14s %s", st.text, what))
		}
	}
}

func (m *matcher) what(st *step, b *binding) string {
	switch {
	case st.slot.n == slotA:
		return m.mentionList(&b.a)
	case st.slot.n == slotB && b.pairs:
		return "the subject stands for both sides"
	case st.slot.n == slotB:
		return m.mentionList(&b.b)
	case st.slot.n > slotB && b.named[st.slot.n] != none:
		from, to := m.g.extent(b.named[st.slot.n], none, none)
		return fmt.Sprintf("%q", m.span(from, to).Text)
	case st.words != nil && b.literal != none:
		return fmt.Sprintf("%q", m.g.toks[b.literal].Text)
	case st.optional:
		return "is not there, and need not be"
	}
	return ""
}

func (m *matcher) mentionList(a *actors) string {
	var parts []string
	for _, x := range a.list() {
		mt := m.mentionArg(x)
		parts = append(parts, fmt.Sprintf("%q %s", mt.Text, mt.Kind))
	}
	return strings.Join(parts, ", ")
}

// why says what stood where the step looked.
func (m *matcher) why(st *step, f *frame) string {
	if f == nil {
		if st.where == atOwner {
			return "no organization or place belongs to the role"
		}
		return "nobody is said to hold the role"
	}
	switch st.where {
	case atSubject:
		return m.headsThere("subject", &f.subj, st)
	case atObject, atObjectPrep:
		return m.headsThere("object", &f.obj, st)
	case atThat:
		return "there is no that-clause with such a subject"
	case atTo:
		return "no infinitive follows"
	case atParticle:
		return "the particle is not there"
	}
	for _, o := range f.obl[:f.nobl] {
		if st.preps.has(o.first) || st.preps.has(o.last) {
			return fmt.Sprintf("%q is no mention that fits", m.g.toks[o.tok].Text)
		}
	}
	return "no phrase with " + m.wordList(st.preps)
}

func (m *matcher) headsThere(role string, h *heads, st *step) string {
	if h.n == 0 {
		return "there is no " + role
	}
	tok := m.g.toks[h.v[0]]
	if st.words != nil {
		return fmt.Sprintf("the %s is %q, not one of: %s", role, tok.Text, m.wordList(st.words))
	}
	return fmt.Sprintf("the %s is %q, no mention that fits", role, tok.Text)
}

func (m *matcher) wordList(s wordSet) string {
	var parts []string
	for i, id := range s {
		if i == 8 {
			parts = append(parts, "...")
			break
		}
		parts = append(parts, m.rules.vocab.words[id])
	}
	return strings.Join(parts, ", ")
}

// verdict writes what the match becomes.
func (m *matcher) verdict(a *attempt) {
	var c climb
	m.g.factuality(a.trigger, &c)
	if c.f == blocked {
		a.lines = append(a.lines, "but it is only urged, warned of or charged, and so no event of its own")
		a.ok = m.rules.relation[a.p.relation].standing
		return
	}
	a.lines = append(a.lines, fmt.Sprintf("%-14s %s", "factuality", c.f))
}

func (m *matcher) tell(s entity.Sentence, rule string, tries []attempt) string {
	var b strings.Builder
	text := m.g.doc.Text[s.Start:s.End]
	if rule == "" {
		rule = "all rules"
	}
	fmt.Fprintf(&b, "%s in: %s\n", rule, strings.Join(strings.Fields(text), " "))
	hits := 0
	for i := range tries {
		a := &tries[i]
		if a.ok {
			hits++
		} else if i-hits >= explainMisses {
			break
		}
		switch {
		case a.ok:
			b.WriteString("matches  ")
		case i == hits && hits == 0:
			b.WriteString("nearest  ")
		default:
			b.WriteString("misses   ")
		}
		fmt.Fprintf(&b, "%s  %s\n", a.p.name, a.p.text)
		if a.trigger != none {
			fmt.Fprintf(&b, "         %-14s %q\n", "trigger", m.g.toks[a.trigger].Text)
		}
		for _, l := range a.lines {
			fmt.Fprintf(&b, "         %s\n", l)
		}
	}
	if hits == 0 {
		b.WriteString("no match\n")
	}
	return b.String()
}
