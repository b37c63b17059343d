package entity

import (
	"slices"
	"strings"

	"github.com/dossier-nlp/dossier/internal/lexicon"
	"github.com/dossier-nlp/dossier/internal/model"
)

// rolePhrase resolves definite phrases that name a role or a kind of thing:
// "the president" is the person with this role met last, "the company" the
// organization that is one, "the country" the country named last; "the two
// countries" and "both sides" are the last two. A phrase that says more than
// its head ("the former minister") needs an entity of which the text says the
// same.
type rolePhrase struct{}

func (rolePhrase) name() string { return "role" }

func (rolePhrase) run(st *state) {
	if !st.hasPhrases() {
		return
	}
	st.table.reset(64 + len(st.roles)*4)
	st.recent = st.recent[:0]
	for i := range st.ms {
		m := int32(i)
		x := &st.info[i]
		switch {
		case x.role == roleCandidate && st.root(m) == m && st.clusters[m].full < 0:
			st.resolveNominal(m)
		case x.titled && st.root(m) == m:
			st.resolveTitle(m)
		case x.role == given, x.role == demonymCandidate:
			st.noteNamed(m)
		}
	}
}

// hasPhrases reports whether there is anything to resolve.
func (st *state) hasPhrases() bool {
	for i := range st.info {
		if x := &st.info[i]; x.role == roleCandidate || x.titled {
			return true
		}
	}
	return false
}

// resolveNominal links a phrase.
func (st *state) resolveNominal(m int32) {
	x := &st.info[m]
	tok := st.token(m, st.ms[m].Head)
	head := lexicon.TokenOf(lemmaOf(tok)).Hash
	if x.two {
		st.resolveTwo(m, x.noun, head)
		return
	}
	switch x.noun {
	case countryNoun:
		if !st.nominalTo(m, st.met(keyCountryNamed), 1, 0.75) {
			st.nominalTo(m, st.met(keyCountry), 6, 0.7)
		}
	case cityNoun:
		st.nominalTo(m, st.met(keyCity), 6, 0.7)
	case regionNoun:
		st.nominalTo(m, st.met(keyRegion), 3, 0.6)
	case personNoun:
		st.nominalTo(m, st.met(roleKey(head)), 1000, 0.8)
	case groupNoun:
		st.nominalTo(m, st.met(groupHeadKey(head)), 10, 0.7)
	case orgNoun:
		if st.nominalTo(m, st.met(wordKey(head)), 20, 0.75) {
			return
		}
		classes := orgClass(lemmaOf(tok))
		for class := lexicon.Flag(1); class < orgClasses<<1; class <<= 1 {
			if classes&class != 0 && st.nominalTo(m, st.met(classKey(class)), 4, 0.65) {
				return
			}
		}
		if isAnyOrg(lemmaOf(tok)) {
			r := *st.met(keyOrgUnknown)
			slices.SortStableFunc(r[:], func(a, b int32) int { return st.sizeOf(b) - st.sizeOf(a) })
			st.nominalTo(m, &r, 4, 0.5)
		}
	}
}

// resolveTitle links a title in a name's place ("the Prime Minister") to the
// person met last who has it. A complement ("Emperor of Mexico") has been left
// to the apposition.
func (st *state) resolveTitle(m int32) {
	words := st.wordsOf(m)
	if len(words) == 0 || len(words) > 3 {
		return
	}
	last := words[len(words)-1]
	head := lexicon.TokenOf(st.text(m)[last.start:last.end]).Hash
	for _, root := range *st.met(roleKey(head)) {
		if root < 0 {
			return
		}
		a, b := &st.clusters[st.root(root)], &st.clusters[m]
		if a.gender == b.gender || a.gender == anyGender || b.gender == anyGender {
			st.join(root, m, 1)
			return
		}
	}
}

// sizeOf is the number of mentions of an entity, -1 if there is none.
func (st *state) sizeOf(m int32) int {
	if m < 0 {
		return -1
	}
	return int(st.clusters[st.root(m)].size)
}

// isAnyOrg tells nouns for organizations of whatever sort.
func isAnyOrg(noun string) bool {
	switch noun {
	case "company", "firm", "organization", "organisation", "group":
		return true
	}
	return false
}

// nominalTo links a phrase to the first of the entities that were met within
// so many sentences and that what the phrase says more allows.
func (st *state) nominalTo(m int32, r *recent, within int, score float64) bool {
	for _, root := range r {
		if root < 0 {
			break
		}
		if st.root(root) != st.root(m) && st.ms[m].Sentence-int(st.clusters[st.root(root)].last) <= within && st.saysTheSame(m, root) && st.link(root, m, score) {
			root = st.root(root)
			st.noteNamed(root)
			st.clusters[root].last = int32(st.ms[m].Sentence)
			return true
		}
	}
	return false
}

// saysTheSame reports whether each word between the determiner and the head of
// the phrase is found in a role or in the fullest name of the entity, or is
// its country.
func (st *state) saysTheSame(m, root int32) bool {
	root = st.root(root)
	men := &st.ms[m]
	toks := st.doc.Sentences[men.Sentence].Tokens
	for t := men.First; t < men.Head; t++ {
		switch tok := &toks[t]; {
		case tok.Tag == "DT" || tok.Tag == "PDT" || tok.Tag == "HYPH" || tok.Tag == "CD":
		case tok.Dep == "nummod":
		default:
			if !st.saysWord(root, men.Sentence, t) {
				return false
			}
		}
	}
	return true
}

func (st *state) saysWord(root int32, s, t int) bool {
	tok := &st.doc.Sentences[s].Tokens[t]
	if j := st.mentionAt(s, t); j >= 0 {
		if place := st.clusters[root].place; place >= 0 && st.root(place) == st.root(j) {
			return true
		}
	}
	for role := range st.rolesOf(root) {
		for _, u := range st.doc.Sentences[role.sentence].Tokens[role.first:role.end] {
			if strings.EqualFold(u.Text, tok.Text) {
				return true
			}
		}
	}
	if full := st.clusters[root].full; full >= 0 {
		hash := wordHash(tok.Text)
		for _, w := range st.wordsOf(full) {
			if w.hash == hash {
				return true
			}
		}
	}
	return false
}

// resolveTwo links a phrase for two to the last two that fit: the mention goes
// to the one met first, and is written a second time for the other. A phrase
// that was used before ("the two ministers") stands for the same two.
func (st *state) resolveTwo(m int32, class nounClass, head uint64) {
	again := st.met(model.Mix(head, keyTwo))
	a, b := again[0], again[1]
	if a < 0 || b < 0 {
		a, b = st.lastTwo(class, head)
	}
	if a < 0 || b < 0 {
		return
	}
	a, b = st.root(a), st.root(b)
	if a == b || st.ms[m].Sentence-int(min(st.clusters[a].last, st.clusters[b].last)) > twoWindow {
		return
	}
	st.meet(model.Mix(head, keyTwo), b)
	st.meet(model.Mix(head, keyTwo), a)
	st.ms[m].Kind = st.clusters[a].kind
	c := &st.clusters[m]
	c.kind, c.number, c.gender = st.ms[m].Kind, anyNumber, anyGender
	st.extra = append(st.extra, pairLink{m, b})
	st.info[m].extra = int32(len(st.extra))
	st.join(a, m, 0.7)
}

// twoWindow bounds how many sentences back the two were met.
const twoWindow = 5

// lastTwo returns the two entities of a class that were met last, the earlier
// one first, -1 if there are no two. Of persons those come first that have the
// role.
func (st *state) lastTwo(class nounClass, head uint64) (a, b int32) {
	var r recent
	switch class {
	case countryNoun, sideNoun:
		r = *st.met(keyCountry)
	case personNoun:
		r = *st.met(roleKey(head))
		if r[0] >= 0 && r[1] < 0 {
			for _, other := range st.met(keyPerson) {
				if other >= 0 && st.root(other) != st.root(r[0]) {
					r[1] = other
					break
				}
			}
		} else if r[0] < 0 {
			r = *st.met(keyPerson)
		}
	case manNoun:
		r = *st.met(keyPerson)
	case orgNoun:
		r = *st.met(keyOrg)
	case cityNoun:
		r = *st.met(keyCity)
	case regionNoun:
		r = *st.met(keyRegion)
	default:
		return -1, -1
	}
	return r[1], r[0]
}
