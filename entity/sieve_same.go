package entity

import (
	"strings"

	"github.com/dossier-nlp/dossier/internal/model"
)

// equalName joins names of the same words and kind. Case, articles, titles,
// possessives, full stops and the marks of letters do not count: "the U.S."
// and "US", "Erdoğan" and "Erdogan" are the same. A single name that several
// full names of the text hold ("Bush" with George and Laura Bush) is left to
// the sieve of persons' names.
type equalName struct{}

func (equalName) name() string { return "same-name" }

func (equalName) run(st *state) {
	shared := sharedWords(st)
	st.table2.reset(len(st.ms))
	for i := range st.ms {
		m, x := &st.ms[i], &st.info[i]
		if x.key == 0 || m.Form == GroupForm {
			continue
		}
		if x.titled && st.isOffice(int32(i)) {
			continue
		}
		if shared && m.Kind == Person && x.wordsEnd-x.words == 1 && st.table.get(x.key) == severalNames {
			continue
		}
		first, found := st.table2.at(kindKey(x.key, m.Kind))
		if !found {
			*first = int32(i)
		} else if !st.link(*first, int32(i), 1) && m.Kind == Person {
			*first = int32(i) // a namesake: what follows is closer to this one
		}
	}
}

// isOffice reports whether a title stands for the office, not for who holds
// it: "the post of Secretary of State".
func (st *state) isOffice(m int32) bool {
	tok := st.token(m, int(st.info[m].head))
	if tok == nil || !strings.HasPrefix(tok.Dep, "nmod") {
		return false
	}
	if noun := st.token(m, tok.Head); noun != nil {
		switch noun.Lemma {
		case "position", "post", "title", "office", "rank", "role", "job", "function", "duty", "candidate", "appointment", "nomination":
			return true
		}
	}
	return false
}

// kindKey makes keys of different kinds different.
func kindKey(key uint64, kind Kind) uint64 {
	return model.Mix(key, model.Hash(string(kind)))
}

const severalNames = -2

// sharedWords notes in st.table for each word of persons' full names the first
// name that holds it, or severalNames. It reports whether there are such.
func sharedWords(st *state) bool {
	st.table.reset(len(st.ms))
	shared := false
	for i := range st.ms {
		x := &st.info[i]
		if st.ms[i].Kind != Person || x.together || x.titled || x.wordsEnd-x.words < 2 {
			continue
		}
		for _, w := range st.wordsOf(int32(i)) {
			name, found := st.table.at(w.hash)
			if !found {
				*name = int32(i)
			} else if *name >= 0 && st.info[*name].key != x.key {
				*name = severalNames
				shared = true
			}
		}
	}
	return shared
}
