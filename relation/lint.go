package relation

import (
	"fmt"
	"slices"
	"strings"
)

// lint.go looks for rules that are lawful but can do nothing.

// LintCode says what is odd about a rule.
type LintCode string

const (
	LintShadowed   LintCode = "shadowed"    // an earlier rule matches all that this one does
	LintNever      LintCode = "never"       // the rule cannot fire
	LintInflected  LintCode = "inflected"   // a verb's trigger that looks like a form in -ed or -ing
	LintIdleUnless LintCode = "idle-unless" // an unless whose trigger no rule of the relation has
	LintUntested   LintCode = "untested"    // a relation without yes or no lines
)

// Finding is one oddity.
type Finding struct {
	Code LintCode
	Rule string // name of the rule, or of the relation
	Line int
	Text string // the rule
	Msg  string
}

// String is the finding in one line.
func (f Finding) String() string {
	return fmt.Sprintf("%s (line %d): %s: %s", f.Rule, f.Line, f.Text, f.Msg)
}

// Lint reports rules that can never fire, that an earlier rule shadows, and
// relations without examples. It is quadratic in the rules of one relation.
func (r *Rules) Lint() []Finding {
	var out []Finding
	byRelation := make([][]*pattern, len(r.names))
	for i := range r.patterns {
		p := &r.patterns[i]
		out = append(out, r.lintPattern(p)...)
		for _, q := range byRelation[p.relation] {
			if q.unless == p.unless && covers(q, p) {
				out = append(out, finding(LintShadowed, p, "already said by "+q.name+": "+q.text))
				break
			}
		}
		byRelation[p.relation] = append(byRelation[p.relation], p)
	}
	for _, ps := range byRelation {
		out = append(out, idleUnless(ps)...)
	}
	return append(out, r.untested()...)
}

func finding(code LintCode, p *pattern, msg string) Finding {
	return Finding{code, p.name, p.where.line, p.text, msg}
}

func (r *Rules) lintPattern(p *pattern) []Finding {
	var out []Finding
	if len(p.trigger) == 0 && p.shape != shapeWords {
		out = append(out, finding(LintNever, p, "no word triggers it"))
	}
	for _, st := range p.steps {
		if st.slot.n >= 0 && st.slot.kinds == 0 {
			out = append(out, finding(LintNever, p, "no mention has the kind of "+st.text))
		}
	}
	if p.shape == shapeVerb {
		for _, id := range p.trigger {
			if w := r.vocab.words[id]; inflected(w) {
				out = append(out, finding(LintInflected, p, "triggers are lemmas; "+w+" looks like an inflected form"))
			}
		}
	}
	return out
}

// inflected guesses whether a verb is a form in -ed or -ing: there is a vowel
// close before the ending, which keeps "sing", "shred" and "hamstring" out. Other
// forms, "attacks" or "met", may be lemmas for all that it knows.
func inflected(verb string) bool {
	stem, ing := strings.CutSuffix(verb, "ing")
	if !ing {
		var ed bool
		if stem, ed = strings.CutSuffix(verb, "ed"); !ed || strings.HasSuffix(stem, "e") || stem == "emb" { // feed, embed
			return false
		}
	}
	return strings.ContainsAny(stem[max(0, len(stem)-4):], "aeiouy")
}

// covers says whether q matches whatever p matches.
func covers(q, p *pattern) bool {
	if q.shape != p.shape || q.shape == shapeWords && q.text != p.text {
		return false
	}
	if q.text == p.text {
		return true
	}
	for _, id := range p.trigger {
		if !q.trigger.has(id) {
			return false
		}
	}
	for i := range q.steps {
		st := &q.steps[i]
		if st.optional && st.slot.n != slotA && st.slot.n != slotB {
			continue
		}
		if !slices.ContainsFunc(p.steps, func(o step) bool { return wider(st, &o) }) {
			return false
		}
	}
	return true
}

// wider says whether step a accepts whatever step b accepts.
func wider(a, b *step) bool {
	if a.slot.n != b.slot.n || a.owner != b.owner || b.optional && !a.optional || b.implied && !a.implied {
		return false
	}
	if b.slot.kinds&^a.slot.kinds != 0 || !subset(b.slot.holds, a.slot.holds, true) || !subset(b.words, a.words, true) {
		return false
	}
	switch {
	case a.where == b.where:
		return subset(b.preps, a.preps, false) && subset(a.parts, b.parts, false)
	case a.where == atObjectPrep && b.where == atObject:
		return true
	case a.where == atObjectPrep && b.where == atPrep:
		return len(b.parts) == 0 && subset(b.preps, a.preps, false)
	}
	return false
}

// subset says whether every word of a is in b; an empty b holds every word if
// open is set.
func subset(a, b wordSet, open bool) bool {
	if open && len(b) == 0 {
		return true
	}
	if open && len(a) == 0 {
		return false
	}
	for _, id := range a {
		if !b.has(id) {
			return false
		}
	}
	return true
}

func idleUnless(ps []*pattern) []Finding {
	var out []Finding
	for _, u := range ps {
		if !u.unless {
			continue
		}
		shared := slices.ContainsFunc(ps, func(p *pattern) bool {
			return !p.unless && (p.shape == u.shape || u.shape == shapeWords) &&
				slices.ContainsFunc(u.trigger, p.trigger.has)
		})
		if !shared {
			out = append(out, finding(LintIdleUnless, u, "no rule of the relation is triggered by its words"))
		}
	}
	return out
}

func (r *Rules) untested() []Finding {
	var out []Finding
	for i, name := range r.names {
		yes, no := 0, 0
		for _, ex := range r.examples {
			if ex.Relation == name && ex.Yes {
				yes++
			} else if ex.Relation == name {
				no++
			}
		}
		if yes == 0 || no == 0 {
			out = append(out, Finding{Code: LintUntested, Rule: name, Line: r.relation[i].line, Text: "relation " + name,
				Msg: fmt.Sprintf("%d yes and %d no lines", yes, no)})
		}
	}
	return out
}
