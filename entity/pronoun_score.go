package entity

import (
	"math"
	"strings"
)

// pronounFeature is something that speaks for a mention as the antecedent of a
// pronoun, or against it.
type pronounFeature uint8

const (
	sentencesBetween pronounFeature = iota
	mentionsBetween                 // changes of fitting entity between the two
	isSubject
	isMainSubject // of the sentence's root
	isObject
	isPossessor
	ownsSubject // "Ruiz" in "Ruiz's plan failed"
	isComplementOfNoun
	isOblique
	isParallel // both are subjects, both are objects, ...
	isConjunct
	isApposition
	isSameSentence
	isSubjectOfClause     // in which the pronoun stands
	isSubjectOfPossessive // the same, of a possessive pronoun
	comesAfter
	isFirstOfSentence
	isPronoun
	isPhrase
	timesNamed      // binary logarithm of the entity's mentions
	genderKnown     // and fitting
	quotedOtherwise // one of the two stands in a quotation, the other does not
	lastPronounToo  // the last pronoun of a person stood for the same entity
	otherParagraph
	isBracketed // follows an opening bracket
	isAsked     // "Ruiz" in "asked Ruiz how she felt"
	isUnnamed   // a pronoun or phrase without a name
	rivals      // common nouns between the two that fit as well
	rivalSubject
	isOrgForThey
	isSeveral // "Ruiz and Berg", "both countries"
	isPlaceForIt
	ownsPeople       // "its founder", "their leaders": of organizations and countries
	doesSay          // "it said", "they agreed"
	isNearPossessive // the pronoun is a possessive in the candidate's sentence
	pronounFeatures
)

// pronounWeights are the points of the features.
type pronounWeights [pronounFeatures]float64

var personWeights = pronounWeights{
	sentencesBetween: -1.6, mentionsBetween: -0.35, isSubject: 1.4, isObject: 0.4, isPossessor: 0.3, ownsSubject: 0.3,
	isComplementOfNoun: -0.5, isParallel: 0.6, isConjunct: -0.5, isSameSentence: 1, isSubjectOfPossessive: 1.5, comesAfter: -0.5,
	isPronoun: 0.4, isPhrase: -0.3, timesNamed: 0.4, genderKnown: 0.3, quotedOtherwise: -1, isBracketed: -1, isAsked: 1.5, isUnnamed: -0.5,
}

// learnt by ranking the candidates with a log-linear model on GUM's training
// part, as its syntax is parsed here.
var thingWeights = pronounWeights{
	sentencesBetween: -0.82, isSubject: 0.21, isMainSubject: 0.68, isPossessor: 0.35, isComplementOfNoun: -0.83, isOblique: -0.66,
	isParallel: 0.48, isConjunct: -0.3, isApposition: 0.8, isSameSentence: 0.21, isSubjectOfClause: 0.16,
	isSubjectOfPossessive: 0.35, comesAfter: -9, isFirstOfSentence: 0.27, isPhrase: -0.4, timesNamed: 0.18, quotedOtherwise: -0.46,
	rivals: -0.53, rivalSubject: -0.18, isOrgForThey: -0.39, isSeveral: 0.5, isPlaceForIt: 0.5, isNearPossessive: 0.5, ownsPeople: 1, doesSay: 0.7,
}

// An antecedent with fewer points is none.
const (
	personMinimum = -2.5
	thingMinimum  = 1.1
)

// isAsking tells verbs whose object is whom the question is about.
func isAsking(toks []Token, v int) bool {
	if v < 0 || v >= len(toks) {
		return false
	}
	switch toks[v].Lemma {
	case "ask", "urge", "warn", "remind", "advise", "beg", "want", "allow", "help", "invite", "persuade", "order", "force":
		return true
	}
	return false
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
		if score := f.score(j, st.root(j), 0); score > top {
			second, top, best = top, score, j
		}
	}
	if best < 0 || top < f.minimum {
		return
	}
	several := f.p.number == plural
	st.linkPronoun(best, i, f.confidence(top, second))
	if several {
		st.linkSeveral(best, i)
	}
	if f.w == &personWeights {
		st.lastHe = st.root(best)
	}
}

// linkSeveral gives a plural pronoun the further entities of its antecedent.
func (st *state) linkSeveral(j, i int32) {
	n := len(st.extra)
	if from := st.info[j].extra; from > 0 {
		for k := from - 1; int(k) < n && k < from-1+maxSeveral && st.extra[k].mention == j; k++ {
			st.extra = append(st.extra, pairLink{i, st.extra[k].entity})
		}
	} else if st.ms[j].Form != Pronoun {
		k := st.info[j].conjunct
		for left := maxSeveral; k > 0 && left > 0; k, left = st.info[k].conjunct, left-1 {
			if c := st.root(k); c != st.root(i) && st.clusters[c].full >= 0 {
				st.extra = append(st.extra, pairLink{i, c})
			}
		}
	}
	if len(st.extra) > n {
		st.info[i].extra = int32(n + 1)
	}
}

// maxSeveral bounds how many entities a pronoun stands for besides the first.
const maxSeveral = 7

// frame is what the search for one pronoun's antecedent needs to know of it.
type frame struct {
	st             *state
	i              int32
	p              pronoun
	w              *pronounWeights
	minimum        float64
	toks           []Token
	head           int   // its own token
	word           int   // the word whose place it takes
	place          place // that place
	clause         int   // head of its clause
	first          int   // subject of its clause, -1 if unknown
	quote          int32
	rivals         int // common nouns of the same number since the token rivalAt, looking back
	rivalSubject   bool
	rivalS, rivalT int                      // how far back the rivals were counted: sentence, token
	people, says   float64                  // 1 if it owns people, or does what people do
	barred         [maxBarred]int32         // entities that it cannot be, -1 where there is none
	values         [pronounFeatures]float64 // of the candidate at hand
}

func newFrame(st *state, i int32, p pronoun, toks []Token) *frame {
	m := &st.ms[i]
	f := &st.frame
	*f = frame{st: st, i: i, p: p, w: &personWeights, minimum: personMinimum, toks: toks, head: m.First, first: -1, quote: -1}
	if p.gender == neuter || p.number == plural {
		f.w, f.minimum = &thingWeights, thingMinimum
	}
	f.rivalS, f.rivalT = m.Sentence, m.First-1
	f.word, f.place = standing(toks, f.head)
	if toks[f.head].Tag == "PRP$" {
		f.p.possessive = true
	}
	f.clause = clause(toks, f.head)
	f.first = subjectOf(toks, f.clause)
	f.quote = st.quoteOf[int(st.sentences[m.Sentence].first)+f.head]
	f.bar()
	f.meaning()
	return f
}

// meaning notes what the words around a pronoun for things say of what it
// stands for.
func (f *frame) meaning() {
	h := f.toks[f.head].Head
	if f.w != &thingWeights || h < 0 || h >= len(f.toks) {
		return
	}
	if f.p.possessive {
		if class, _ := nounOf(lemmaOf(&f.toks[h])); class == personNoun || class == groupNoun {
			f.people = 1
		}
	} else if f.place == subjectPlace && isVerb(f.toks[h].Tag) && (isSaying(f.toks[h].Lemma) || isActing(f.toks[h].Lemma)) {
		f.says = 1
	}
}

// isActing tells verbs for what governments, organizations and people do.
func isActing(lemma string) bool {
	switch lemma {
	case "accuse", "deny", "reject", "agree", "refuse", "plan", "hope", "want", "intend", "sign", "launch", "impose", "withdraw",
		"recognize", "recognise", "condemn", "criticize", "support", "back", "demand", "invade", "attack", "fight", "meet", "vote", "ban",
		"threaten", "arrest", "sue", "hire", "fire", "buy", "acquire", "sell", "invest", "operate", "employ", "vow", "pledge",
		"cooperate", "negotiate", "decide", "appoint", "elect", "investigate", "release":
		return true
	}
	return false
}

// maxBarred bounds the fellow arguments that are looked at.
const maxBarred = 4

// bar notes the entities of the pronoun's fellow arguments, and of the subject
// that its verb shares with another: whatever else the text calls them, the
// pronoun is none of them.
func (f *frame) bar() {
	for k := range f.barred {
		f.barred[k] = -1
	}
	if f.p.possessive || f.p.reflexive || f.place == otherPlace || f.place == possessorPlace {
		return
	}
	s, n := f.st.ms[f.i].Sentence, 0
	verb := f.toks[f.word].Head
	if f.place != subjectPlace && f.sameClause() && f.first >= 0 {
		if m := f.st.mentionOf(s, f.first); m >= 0 {
			f.barred[n] = m
			n++
		}
	}
	if verb < 0 || verb >= len(f.toks) || !isVerb(f.toks[verb].Tag) {
		return
	}
	for t := max(0, verb-subjectWindow); t < len(f.toks) && t < verb+subjectWindow && n < maxBarred; t++ {
		if f.toks[t].Head == verb && t != f.word {
			switch placeOf(f.toks[t].Dep) {
			case subjectPlace, objectPlace:
				if m := f.st.mentionAt(s, t); m >= 0 && m != f.i {
					f.barred[n] = m
					n++
				}
			}
		}
	}
}

// fits reports whether the mention may be the antecedent at all.
func (f *frame) fits(j, root int32) bool {
	st := f.st
	c := &st.clusters[root]
	if st.info[j].role >= roleCandidate && c.full < 0 && c.country < 0 && !f.mayBeUnnamed(j) {
		return false
	}
	for _, b := range f.barred {
		if b >= 0 && st.root(b) == root {
			return false
		}
	}
	if !f.agrees(c) && !(f.p.number == plural && f.isSeveral(j)) {
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

// isSeveral reports whether a mention stands for several entities or is the
// first of a coordination.
func (f *frame) isSeveral(j int32) bool {
	x := &f.st.info[j]
	return x.extra > 0 || x.conjunct > 0 && f.st.ms[j].Form != Pronoun && f.st.toksOf(j)[x.head].Dep != "conj"
}

// countRivals counts the common nouns from the pronoun back to the candidate
// that a pronoun for things may mean as well.
func (f *frame) countRivals(j int32) {
	st := f.st
	cand := &st.ms[j]
	for f.rivalS > cand.Sentence || f.rivalS == cand.Sentence && f.rivalT >= cand.Last {
		if f.rivalT < 0 {
			f.rivalS--
			if f.rivalS < cand.Sentence {
				return
			}
			f.rivalT = len(st.doc.Sentences[f.rivalS].Tokens) - 1
			continue
		}
		toks := st.doc.Sentences[f.rivalS].Tokens
		tok := &toks[f.rivalT]
		if tok.Tag == "NNS" && f.p.number == plural || tok.Tag == "NN" && f.p.number == singular {
			if m := st.mentionAt(f.rivalS, f.rivalT); m < 0 || st.newlyUnnamed(m) {
				switch place := placeOf(tok.Dep); place {
				case subjectPlace, objectPlace:
					f.rivals++
					f.rivalSubject = f.rivalSubject || place == subjectPlace
				}
			}
		}
		f.rivalT--
		if f.rivals >= maxRivals {
			return
		}
	}
}

// newlyUnnamed reports whether a mention stands for nothing named.
func (st *state) newlyUnnamed(m int32) bool {
	c := &st.clusters[st.root(m)]
	return c.full < 0 && c.country < 0
}

// maxRivals bounds the rivals that are counted.
const maxRivals = 4

// mayBeUnnamed reports whether an unresolved mention may be the antecedent: a
// person that the text does not name ("a doctor"), or "she" for "her". The
// pronoun then stays without an entity, but no namesake gets it.
func (f *frame) mayBeUnnamed(j int32) bool {
	if f.p.number != singular || f.p.gender == neuter {
		return false
	}
	x := &f.st.info[j]
	if x.role == pronounCandidate {
		return x.gender == f.p.gender
	}
	return x.noun == personNoun || x.noun == manNoun
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
		owned := f.toks[f.head].Head
		if owned < 0 || owned >= len(f.toks) {
			return true
		}
		head := int(f.st.info[j].head)
		return head != owned && phraseHead(f.toks, head) != phraseHead(f.toks, owned) // "his friend Tom Berg"
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
	f.features(j, root, between)
	var total float64
	for k, v := range f.values {
		total += v * f.w[k]
	}
	return total
}

// features fills f.values with what speaks for candidate j or against it.
func (f *frame) features(j, root int32, between int) {
	st := f.st
	clear(f.values[:])
	m, cand := &st.ms[f.i], &st.ms[j]
	toks := st.doc.Sentences[cand.Sentence].Tokens
	head := int(st.info[j].head)
	word, p := standing(toks, head)
	c := &st.clusters[root]
	same := m.Sentence == cand.Sentence
	f.values[sentencesBetween] = float64(m.Sentence - cand.Sentence)
	f.values[mentionsBetween] = float64(min(between, 6))
	switch p {
	case subjectPlace:
		f.values[isSubject] = 1
		if v := toks[word].Head; v >= 0 && v < len(toks) && toks[v].Head < 0 {
			f.values[isMainSubject] = 1
		}
	case objectPlace:
		f.values[isObject] = 1
	case possessorPlace:
		f.values[isPossessor] = 1
		if owner := toks[word].Head; owner >= 0 && owner < len(toks) && placeOf(toks[owner].Dep) == subjectPlace {
			f.values[ownsSubject] = 1
		}
	case obliquePlace:
		if strings.HasPrefix(toks[word].Dep, "nmod") {
			f.values[isComplementOfNoun] = 1
		} else {
			f.values[isOblique] = 1
		}
	}
	if p == f.place && p != otherPlace {
		f.values[isParallel] = 1
	}
	if head != word && toks[head].Dep == "conj" {
		f.values[isConjunct] = 1
	}
	if head > 0 && cand.First > 0 && toks[cand.First-1].Text == "(" {
		f.values[isBracketed] = 1
	}
	if same && p == objectPlace && f.place == subjectPlace && f.toks[f.clause].Head == toks[word].Head && isAsking(toks, toks[word].Head) {
		f.values[isAsked] = 1
	}
	if c.full < 0 && c.country < 0 {
		f.values[isUnnamed] = 1
	}
	if f.w == &thingWeights {
		f.countRivals(j)
		f.values[ownsPeople], f.values[doesSay] = f.people, f.says
		if same && f.p.possessive {
			f.values[isNearPossessive] = 1
		}
		f.values[rivals] = float64(f.rivals)
		if f.rivalSubject {
			f.values[rivalSubject] = 1
		}
		switch {
		case f.p.number == singular:
			if c.kind == Place {
				f.values[isPlaceForIt] = 1
			}
		case f.isSeveral(j):
			f.values[isSeveral] = 1
		case c.kind == Org:
			f.values[isOrgForThey] = 1
		}
	}
	if head != word && toks[head].Dep == "appos" {
		f.values[isApposition] = 1
	}
	if same {
		f.values[isSameSentence] = 1
		if word == f.first {
			f.values[isSubjectOfClause] = 1
			if f.p.possessive {
				f.values[isSubjectOfPossessive] = 1
			}
		}
		if j > f.i {
			f.values[comesAfter] = 1
		}
	}
	if j == 0 || st.ms[j-1].Sentence != cand.Sentence {
		f.values[isFirstOfSentence] = 1
	}
	switch cand.Form {
	case Pronoun:
		f.values[isPronoun] = 1
	case Nominal:
		f.values[isPhrase] = 1
	}
	f.values[timesNamed] = math.Log2(float64(1 + min(c.size, 15)))
	if c.gender == f.p.gender && c.kind == Person {
		f.values[genderKnown] = 1
	}
	if q := st.quoteOf[int(st.sentences[cand.Sentence].first)+head]; (q >= 0) != (f.quote >= 0) {
		f.values[quotedOtherwise] = 1
	}
	if root == st.lastHe && f.p.gender != neuter && f.p.number == singular {
		f.values[lastPronounToo] = 1
	}
	if st.sentences[cand.Sentence].paragraph != st.sentences[m.Sentence].paragraph {
		f.values[otherParagraph] = 1
	}
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
