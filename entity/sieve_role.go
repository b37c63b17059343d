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

// addNominal adds the phrase headed by token t if it may stand for something
// named before: it begins with a definite determiner and has no complement of
// its own that says which one is meant.
func (st *state) addNominal(s, t int) {
	toks := st.doc.Sentences[s].Tokens
	tok := &toks[t]
	lemma := lemmaOf(tok)
	class, g := nounOf(lemma)
	if tok.Tag == "CD" {
		class = manNoun // "the two"
	}
	if class == noNoun || isPart(tok.Dep) {
		return
	}
	isPlural := tok.Tag == "NNS" || tok.Tag == "CD"
	first, two, definite, both, owned, indefinite := t, tok.Tag == "CD", false, false, false, false
	for u := t - 1; u >= 0 && u >= t-maxTitle; u-- {
		d := &toks[u]
		if d.Head != t && !(d.Head > u && d.Head < t) {
			break
		}
		switch d.Text {
		case "the", "The", "this", "This", "that", "That", "THE":
			definite = true
		case "both", "Both":
			two, both = true, true
		case "two":
			two = true
		}
		if d.Dep == "punct" || d.Dep == "cc" || d.Dep == "case" {
			break
		}
		owned = owned || strings.HasSuffix(d.Dep, "poss")
		indefinite = indefinite || d.Text == "a" || d.Text == "A" || d.Text == "an" || d.Text == "An" || d.Text == "another"
		first = u
	}
	if (owned || indefinite) && !isPlural && (class == personNoun || class == manNoun) {
		st.addUnnamed(s, first, t, class, g)
		return
	}
	if owned {
		if class == countryNoun && !isPlural && toks[first].Tag == "PRP$" {
			st.add(s, first, t+1, t, Place, Nominal, mentionInfo{country: -1, record: -1, capital: -1, number: singular, role: ownCandidate})
		}
		return
	}
	if !definite && !(two && both) || isPlural && !two && class != groupNoun {
		return
	}
	for u := t + 1; u < len(toks) && u < t+maxTitle; u++ {
		if toks[u].Head == t && isComplement(&toks[u]) {
			return
		}
	}
	n := singular
	if isPlural {
		n = plural
	}
	kind := Kind("")
	switch class {
	case countryNoun, cityNoun, regionNoun:
		kind = Place
	case orgNoun:
		kind = Org
	case personNoun, manNoun:
		kind = Person
	case groupNoun:
		kind = Group
	}
	st.add(s, first, t+1, t, kind, Nominal, mentionInfo{country: -1, record: -1, capital: -1,
		gender: g, number: n, role: roleCandidate, noun: class, two: two})
}

// addUnnamed adds a phrase for a person whom the text need not name ("a
// doctor", "his teacher"): it may be what a pronoun means.
func (st *state) addUnnamed(s, first, t int, class nounClass, g gender) {
	toks := st.doc.Sentences[s].Tokens
	if toks[t].Dep == "appos" || isPart(toks[t].Dep) {
		return
	}
	for u := max(0, t-maxTitle); u < len(toks) && u < t+maxTitle; u++ {
		if toks[u].Head == t && (toks[u].Dep == "cop" || toks[u].Dep == "appos" || isPart(toks[u].Dep) && u > t) {
			return
		}
	}
	if t+1 < len(toks) && (toks[t+1].Tag == "NNP" || toks[t+1].Tag == "NNPS") {
		return
	}
	st.add(s, first, t+1, t, Person, Nominal, mentionInfo{country: -1, record: -1, capital: -1,
		gender: g, number: singular, role: unnamedCandidate, noun: class})
}

// isComplement reports whether a word after a noun begins what narrows it
// down: "the president of Peru", "the company that failed".
func isComplement(tok *Token) bool {
	switch {
	case tok.Dep == "nmod:poss" || tok.Dep == "nmod:tmod" || tok.Dep == "nmod:npmod" || tok.Dep == "nmod:unmarked":
		return false
	case strings.HasPrefix(tok.Dep, "nmod"), strings.HasPrefix(tok.Dep, "acl"), tok.Dep == "conj", tok.Dep == "nummod":
		return true
	}
	return false
}

func (rolePhrase) run(st *state) {
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

// Keys of the entities met last, by what they are.
const (
	keyCountry      = iota + 1
	keyCountryNamed // not only by an adjective or as a modifier
	keyCity
	keyRegion
	keyPerson
	keyOrg
	keyOrgUnknown // of no class that is known
	keyOrgClass   // and the flag
	keyWord       // and the word
	keyGroup      // and its head
	keyTwo        // and the head of the phrase
)

func roleKey(head uint64) uint64           { return model.Mix(head, keyPerson) }
func wordKey(word uint64) uint64           { return model.Mix(word, keyWord) }
func classKey(class lexicon.Flag) uint64   { return model.Mix(uint64(class), keyOrgClass) }
func groupHeadKey(head uint64) uint64      { return model.Mix(head, keyGroup) }
func (st *state) met(key uint64) *recent   { return st.recents(&st.table, key) }
func (st *state) meet(key uint64, m int32) { st.recents(&st.table, key).push(st, m) }

// noteNamed remembers a named mention under all that phrases may call it.
func (st *state) noteNamed(m int32) {
	root := st.root(m)
	c := &st.clusters[root]
	c.last = int32(st.ms[m].Sentence)
	switch c.kind {
	case Place:
		st.noteIn(m, root, c)
	case Person:
		st.meet(keyPerson, root)
		for r := range st.rolesOf(root) {
			st.meet(roleKey(r.head), root)
		}
	case Org:
		st.noteOrg(root, c)
	case Group:
		if h := st.token(m, int(st.info[m].head)); h != nil {
			st.meet(groupHeadKey(lexicon.TokenOf(lemmaOf(h)).Hash), root)
		}
	}
}

// noteIn remembers a mention of a place.
func (st *state) noteIn(m, root int32, c *cluster) {
	switch {
	case c.country >= 0:
		if _, kind := lexicon.Name(int(c.country)); kind.Has(lexicon.Country) {
			st.noteCountry(m, root)
		} else {
			st.meet(keyRegion, root)
		}
	case c.full >= 0:
		switch _, kind := lexicon.Name(int(st.info[c.full].record)); {
		case kind == 0:
			if st.info[c.full].role == given && st.isActor(m) { // a place that no list knows, but that acts
				st.noteCountry(m, root)
			}
		case kind.Has(lexicon.City):
			st.meet(keyCity, root)
		case kind.Has(lexicon.Region | lexicon.Land):
			st.meet(keyRegion, root)
		}
	}
}

func (st *state) noteCountry(m, root int32) {
	st.meet(keyCountry, root)
	if st.info[m].role == given && !st.isModifier(m) {
		st.meet(keyCountryNamed, root)
	}
}

// isActor reports whether a mention is a subject or a possessor, or an
// adjective.
func (st *state) isActor(m int32) bool {
	if st.info[m].role == demonymCandidate {
		return true
	}
	if st.token(m, int(st.info[m].head)) == nil {
		return false
	}
	_, p := standing(st.toksOf(m), int(st.info[m].head))
	return p == subjectPlace || p == possessorPlace
}

// isModifier reports whether a mention only modifies a noun: "US" in "US
// support".
func (st *state) isModifier(m int32) bool {
	tok := st.token(m, int(st.info[m].head))
	return tok != nil && (strings.HasPrefix(tok.Dep, "compound") || tok.Dep == "amod")
}

// noteOrg remembers a mention of an organization.
func (st *state) noteOrg(root int32, c *cluster) {
	if c.full < 0 {
		return
	}
	st.meet(keyOrg, root)
	_, kind := lexicon.Name(int(st.info[c.full].record))
	if kind&(orgClasses&^lexicon.Armed) == 0 {
		st.meet(keyOrgUnknown, root)
	}
	for class := lexicon.Flag(1); class < orgClasses<<1; class <<= 1 {
		if kind&orgClasses&class != 0 {
			st.meet(classKey(class), root)
		}
	}
	text := st.text(c.full)
	words := st.wordsOf(c.full)
	for _, w := range words[max(0, len(words)-3):] {
		st.meet(wordKey(lexicon.TokenOf(text[w.start:w.end]).Hash), root)
	}
	for _, w := range words[:1] {
		st.meet(wordKey(lexicon.TokenOf(text[w.start:w.end]).Hash), root)
	}
	if companySuffix(words) > 0 {
		st.meet(classKey(lexicon.Company), root)
	}
	for r := range st.rolesOf(root) {
		st.meet(wordKey(r.head), root)
	}
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
