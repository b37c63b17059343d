package entity

import (
	"strings"

	"github.com/dossier-nlp/dossier/internal/lexicon"
	"github.com/dossier-nlp/dossier/internal/model"
)

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

func roleKey(head uint64) uint64 { return model.Mix(head, keyPerson) }

func wordKey(word uint64) uint64 { return model.Mix(word, keyWord) }

func classKey(class lexicon.Flag) uint64 { return model.Mix(uint64(class), keyOrgClass) }

func groupHeadKey(head uint64) uint64 { return model.Mix(head, keyGroup) }

func (st *state) met(key uint64) *recent { return st.recents(key) }

func (st *state) meet(key uint64, m int32) { st.recents(key).push(st, m) }

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
