package relation

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/dossier-nlp/dossier/entity"
)

// explain.go tells how far a rule came in a sentence.

const explainMisses = 5 // nearest misses that are told

// attempt is one try of a pattern on one trigger.
type attempt struct {
	pi      int32
	p       *pattern
	trigger int32 // none if nothing in the sentence triggers the pattern
	ok      bool
	passed  int // steps taken before the first that failed
	lines   []string
}

// Explain says in a few lines how far rule matches sentence i of the document:
// what matched, what failed first, and what a match is told as. It tries what
// Find tries, in the same way; of several matches of one relation for the same
// pair Find keeps the best.
//
// The rule is a rule's name ("news:accused/1"), which is tried alone; a
// relation's, in all sets ("accused") or in one ("news:accused"), whose rules
// are all tried and the nearest misses told; or empty for all rules.
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
	if m.question() {
		return m.heading(rule) + "no match: in a question no rule is tried\n"
	}
	var tries []attempt
	for _, pi := range chosen {
		tries = append(tries, m.attempts(pi)...)
	}
	slices.SortStableFunc(tries, func(a, b attempt) int {
		return rank(&b) - rank(&a)
	})
	return m.heading(rule) + m.tell(tries)
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

func (r *Rules) named(rule string) []int32 {
	var out []int32
	for i := range r.patterns {
		p := &r.patterns[i]
		if p.unless {
			continue
		}
		if rule == "" || p.name == rule || r.names[p.relation] == rule || strings.HasPrefix(p.name, rule+"/") {
			out = append(out, int32(i))
		}
	}
	return out
}

// attempts tries a pattern wherever Find does.
func (m *matcher) attempts(pi int32) []attempt {
	p := &m.rules.patterns[pi]
	var out []attempt
	if len(p.trigger) == 0 {
		for x := range m.g.mentions {
			if m.begins(p, int32(x)) && len(out) < maxDepth {
				out = append(out, m.slotsAttempt(pi, int32(x)))
			}
		}
		if len(out) == 0 {
			out = append(out, attempt{pi: pi, p: p, trigger: none, lines: []string{"no mention fits " + p.items[0].text}})
		}
		return out
	}
	for i := range m.g.t {
		if p.trigger.has(m.g.t[i].word) && len(out) < maxDepth {
			out = append(out, m.attempt(pi, int32(i)))
		}
	}
	if len(out) == 0 {
		out = append(out, attempt{pi: pi, p: p, trigger: none,
			lines: []string{"no word of the sentence is one of: " + m.wordList(p.trigger)}})
	}
	return out
}

// slotsAttempt tries a sequence of slots that begins with mention x.
func (m *matcher) slotsAttempt(pi, x int32) attempt {
	a := attempt{pi: pi, p: &m.rules.patterns[pi], trigger: m.g.mentions[x].first}
	a.ok = m.slotsFrom(a.p, x)
	m.told(&a, nil)
	if a.ok {
		m.verdict(&a, nil)
	}
	return a
}

func (m *matcher) attempt(pi, i int32) attempt {
	a := attempt{pi: pi, p: &m.rules.patterns[pi], trigger: i}
	f, ok := m.ready(a.p, i, &framed{})
	if !ok {
		a.lines = append(a.lines, m.refusal(a.p, i))
		return a
	}
	a.ok = m.matches(a.p, i, f)
	m.told(&a, f)
	if a.ok && m.excepted(a.p, i, f) {
		a.ok = false
		a.lines = append(a.lines, "an unless of the relation holds")
	}
	if a.ok {
		m.verdict(&a, f)
	}
	return a
}

// refusal says why ready refused token i.
func (m *matcher) refusal(p *pattern, i int32) string {
	wants := map[shape]string{shapeVerb: "a verb", shapeNoun: "a noun outside a name", shapeCopula: "a noun or adjective outside a name"}[p.shape]
	if p.shape == shapeVerb && m.afterHyphen(i) {
		return fmt.Sprintf("%q is the end of a compound, the rule wants %s", m.g.toks[i].Text, wants)
	}
	return fmt.Sprintf("%q is tagged %s, the rule wants %s", m.g.toks[i].Text, m.g.tag(i), wants)
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
func (m *matcher) verdict(a *attempt, f *frame) {
	m.found = m.found[:0]
	m.emit(a.pi, a.trigger, f)
	if len(m.found) == 0 {
		a.ok = false
		a.lines = append(a.lines, "but source and target are the same, or one is a part of the other")
		return
	}
	var c climb
	m.fact(&m.found[0], &c)
	if c.f == blocked {
		a.ok = false
		a.lines = append(a.lines, "but it is only urged, warned of or charged, and so no event of its own")
		return
	}
	a.lines = append(a.lines, fmt.Sprintf("%-14s %s", "factuality", c.f))
}

// heading names the rule and the sentence.
func (m *matcher) heading(rule string) string {
	s := m.g.doc.Sentences[m.g.sent]
	return fmt.Sprintf("%s in: %s\n", cmp.Or(rule, "all rules"), strings.Join(strings.Fields(m.g.doc.Text[s.Start:s.End]), " "))
}

func (m *matcher) tell(tries []attempt) string {
	var b strings.Builder
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
