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
	isBracketed     // follows an opening bracket
	isAsked         // "Ruiz" in "asked Ruiz how she felt"
	isUnnamed       // a pronoun or phrase without a name
	rivals          // common nouns between the two that fit as well
	rivalSubject
	isOrgForThey
	isGroupForThey
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
	rivals: -0.53, rivalSubject: -0.18, isOrgForThey: -0.39, isGroupForThey: 0.5, isSeveral: 0.5, isPlaceForIt: 0.5, isNearPossessive: 0.5, ownsPeople: 1, doesSay: 0.7,
}

// An antecedent with fewer points is none.
const (
	personMinimum = -2.5
	thingMinimum  = 1.1
)

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
		case c.kind == Group:
			f.values[isGroupForThey] = 1
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
