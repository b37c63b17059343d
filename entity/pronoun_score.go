package entity

// pronounWeights say what speaks for a mention as the antecedent of a pronoun, in
// points. They were set by hand and tuned on GUM's training part.
type pronounWeights struct {
	sentence      float64 // for each sentence between
	mention       float64 // for each mention of a fitting entity between
	subject       float64 // the candidate is a subject
	object        float64
	possessor     float64
	other         float64
	parallel      float64 // both are subjects, or both are objects
	sameSentence  float64
	first         float64 // first mention of its sentence
	pronoun       float64 // the candidate is itself a pronoun: it is what the text is about
	often         float64 // for each mention of the entity, up to six
	gender        float64 // the entity's gender is known and fits
	inQuote       float64 // one of the two stands in a quotation, the other does not
	sameClauseHis float64 // the candidate is the subject of the possessive's clause
	after         float64 // the candidate follows the pronoun
	nominal       float64
	minimum       float64
}

var personWeights = pronounWeights{
	sentence: -1.2, mention: -0.35, subject: 1.6, object: 0.4, possessor: 0.3, other: 0, parallel: 0.8, sameSentence: 0.6,
	first: 0.5, pronoun: 0.5, often: 0.25, gender: 1.0, inQuote: -1.0, sameClauseHis: 1.5, after: -1.5, nominal: -0.3, minimum: -2.5,
}

var thingWeights = pronounWeights{
	sentence: -1.6, mention: -0.5, subject: 1.8, object: 0.3, possessor: 0.2, other: -0.3, parallel: 0.7, sameSentence: 0.6,
	first: 0.4, pronoun: 0.8, often: 0.15, gender: 0, inQuote: -1.0, sameClauseHis: 1.5, after: -9, nominal: 0, minimum: 1.0,
}

// window bounds how far back an antecedent is sought.
const (
	sentenceWindow = 4  // sentences
	mentionWindow  = 40 // mentions
)

// resolveThird links a third-person pronoun to the best candidate.
func (st *state) resolveThird(i int32, p pronoun) {
	m := &st.ms[i]
	toks := st.doc.Sentences[m.Sentence].Tokens
	f := newFrame(st, i, p, toks)
	best, second := int32(-1), -100.0
	top := -100.0
	distinct := 0
	lastRoot := int32(-1)
	for j, seen := i-1, 0; j >= 0 && seen < mentionWindow; j, seen = j-1, seen+1 {
		if m.Sentence-st.ms[j].Sentence > sentenceWindow {
			break
		}
		root := st.root(j)
		if !f.fits(j, root) {
			continue
		}
		score := f.score(j, root, distinct)
		if root != lastRoot {
			distinct++
			lastRoot = root
		}
		if score > top {
			if best >= 0 && st.root(best) != root {
				second = top
			}
			best, top = j, score
		} else if score > second && best >= 0 && st.root(best) != root {
			second = score
		}
	}
	if j := f.ahead(); j >= 0 {
		if score := f.score(j, st.root(j), 0) + f.w.after; score > top {
			second, top, best = top, score, j
		}
	}
	if best < 0 || top < f.w.minimum {
		return
	}
	st.linkPronoun(best, i, f.confidence(top, second))
}

// frame is what the search for one pronoun's antecedent needs to know of it.
type frame struct {
	st     *state
	i      int32
	p      pronoun
	w      *pronounWeights
	toks   []Token
	head   int   // its own token
	word   int   // the word whose place it takes
	place  place // that place
	clause int   // head of its clause
	first  int   // subject of its clause, -1 if unknown
	quote  int32
}

func newFrame(st *state, i int32, p pronoun, toks []Token) *frame {
	m := &st.ms[i]
	f := &st.frame
	*f = frame{st: st, i: i, p: p, w: &personWeights, toks: toks, head: m.First, first: -1, quote: -1}
	if p.gender == neuter || p.number == plural {
		f.w = &thingWeights
	}
	f.word, f.place = standing(toks, f.head)
	if toks[f.head].Tag == "PRP$" {
		f.p.possessive = true
	}
	f.clause = clause(toks, f.head)
	f.first = subjectOf(toks, f.clause)
	f.quote = st.quoteOf[int(st.sentences[m.Sentence].first)+f.head]
	return f
}

// fits reports whether the mention may be the antecedent at all.
func (f *frame) fits(j, root int32) bool {
	st := f.st
	c := &st.clusters[root]
	if st.info[j].role >= roleCandidate && c.full < 0 && c.country < 0 {
		return false // an unresolved phrase
	}
	if !f.agrees(c) {
		return false
	}
	m, cand := &st.ms[f.i], &st.ms[j]
	if cand.Start <= m.Start && m.End <= cand.End {
		return false
	}
	if f.quote >= 0 {
		if sp := st.quotes[f.quote].speaker; sp >= 0 && st.root(sp) == root {
			return false // in a quotation, "he" is not the one who speaks
		}
	}
	if cand.Sentence != m.Sentence {
		return !f.p.reflexive
	}
	return f.bound(j)
}

// agrees reports whether kind, number and gender fit.
func (f *frame) agrees(c *cluster) bool {
	if f.p.number == plural {
		return c.kind == Group || c.kind == Org || c.number == plural
	}
	if c.number == plural {
		return false
	}
	if f.p.gender == neuter {
		return c.kind == Org || c.kind == Place
	}
	return c.kind == Person && (c.gender == anyGender || c.gender == f.p.gender)
}

// bound applies the binding principles (Chomsky, 1981) to a candidate of the
// same sentence: a reflexive takes the subject of its clause; another pronoun
// is none of its fellow arguments.
func (f *frame) bound(j int32) bool {
	word, p := standing(f.toks, int(f.st.info[j].head))
	if f.p.reflexive {
		return f.first < 0 || word == f.first
	}
	if f.p.possessive {
		return f.toks[f.head].Head != int(f.st.info[j].head)
	}
	if f.toks[word].Head == f.toks[f.word].Head && f.toks[word].Head >= 0 && word != f.word &&
		p != otherPlace && f.place != otherPlace && p != possessorPlace {
		return false
	}
	if word == f.word { // coordinated: "Ruiz and he"
		return false
	}
	if f.place != subjectPlace && word == f.first && f.place != possessorPlace && f.sameClause() {
		return false // "Ruiz wanted to see him": Ruiz is not him
	}
	return true
}

// sameClause reports whether the pronoun is an argument of its clause's own
// predicate.
func (f *frame) sameClause() bool { return f.toks[f.word].Head == f.clause }

// score sums up what speaks for candidate j; between counts the changes of
// fitting entity between it and the pronoun.
func (f *frame) score(j, root int32, between int) float64 {
	st, w := f.st, f.w
	m, cand := &st.ms[f.i], &st.ms[j]
	toks := st.doc.Sentences[cand.Sentence].Tokens
	word, p := standing(toks, int(st.info[j].head))
	total := w.sentence*float64(m.Sentence-cand.Sentence) + w.mention*float64(min(between, 6))
	switch p {
	case subjectPlace:
		total += w.subject
	case objectPlace:
		total += w.object
	case possessorPlace:
		total += w.possessor
	default:
		total += w.other
	}
	if p == f.place && p != otherPlace {
		total += w.parallel
	}
	if m.Sentence == cand.Sentence {
		total += w.sameSentence
		if f.p.possessive && word == f.first {
			total += w.sameClauseHis
		}
	}
	if j == 0 || st.ms[j-1].Sentence != cand.Sentence {
		total += w.first
	}
	if cand.Form == Pronoun {
		total += w.pronoun
	}
	if cand.Form == Nominal {
		total += w.nominal
	}
	c := &st.clusters[root]
	total += w.often * float64(min(c.size, 6))
	if c.gender == f.p.gender && c.kind == Person {
		total += w.gender
	}
	q := st.quoteOf[int(st.sentences[cand.Sentence].first)+int(st.info[j].head)]
	if (q >= 0) != (f.quote >= 0) {
		total += w.inQuote
	}
	return total
}

// ahead returns a name after the pronoun that it may stand for: the subject of
// the clause that follows the pronoun's own clause ("After he left, Ruiz
// said"), -1 if there is none.
func (f *frame) ahead() int32 {
	v := f.clause
	if f.p.reflexive || v < 0 || f.toks[v].Dep != "advcl" && f.toks[v].Dep != "advcl:relcl" && f.toks[v].Dep != "parataxis" {
		if !f.p.possessive {
			return -1
		}
	}
	above := f.toks[v].Head
	if f.toks[v].Dep == "root" || above < 0 {
		above = v
	}
	if above < f.head {
		return -1
	}
	subject := subjectOf(f.toks, above)
	if subject <= f.head {
		return -1
	}
	m := &f.st.ms[f.i]
	j := f.st.mentionOf(m.Sentence, subject)
	if j < 0 || j <= f.i || f.st.ms[j].Form != Name || !f.fits(j, f.st.root(j)) {
		return -1
	}
	return j
}

// confidence is roughly how often a link with such points is right.
func (f *frame) confidence(top, second float64) float64 {
	margin := min(top-second, 4)
	c := 0.45 + 0.1*margin
	if f.p.gender == neuter || f.p.number == plural {
		c -= 0.1
	}
	return max(0.2, min(0.95, c))
}
