package entity

import (
	"sync"

	"github.com/dossier-nlp/dossier/internal/lexicon"
	"github.com/dossier-nlp/dossier/internal/model"
)

// orgName joins an organization's name with its other forms: turned round
// ("Department of Justice", "Justice Department"), and the shorter ones: without the
// suffix of a company ("Acme Corp", "Acme"), without its country or city ("the
// US Supreme Court", "the Supreme Court"), with its first words only ("Johns
// Hopkins University", "Johns Hopkins") or its last ones ("the Rossin
// Commission", "the Commission", if only one is named).
// But for the suffix, the longer form has to come first, as writers do it: a
// longer name that comes later is often a part of the whole ("Acme", then
// "Acme Research").
type orgName struct{}

func (orgName) name() string { return "organization-name" }

func (orgName) run(st *state) {
	st.withoutSuffix()
	st.shorterNames(Org)
	st.shorterNames(Place)
}

// withoutSuffix joins organizations whose names differ by the suffix.
func (st *state) withoutSuffix() {
	st.table.reset(len(st.ms))
	for i := range st.ms {
		m := int32(i)
		words := st.wordsOf(m)
		if st.ms[i].Kind != Org || len(words) == 0 || st.root(m) != m || st.ms[i].Form == GroupForm {
			continue
		}
		key := st.orgKey(m, words[:len(words)-companySuffix(words)])
		first, found := st.table.at(key)
		if !found {
			*first = m
		} else {
			st.link(*first, m, 1)
		}
	}
}

// orgKey hashes an organization's name; a country that it begins with counts
// the same in all its forms ("United States Senate", "U.S. Senate").
func (st *state) orgKey(m int32, words []nameWord) uint64 {
	if len(words) < 2 {
		return keyOf(words)
	}
	if key := st.turnedKey(m, words); key != 0 {
		return key
	}
	text := st.text(m)
	st.tokens = st.tokens[:0]
	for _, w := range words[:min(len(words)-1, 4)] {
		st.tokens = append(st.tokens, lexicon.TokenOf(text[w.start:w.end]))
	}
	match := lexicon.Longest(st.tokens, 0)
	if match.Len == 0 || match.Link == lexicon.NoLink || match.Link > lexicon.FormerOf {
		return keyOf(words)
	}
	if _, kind := lexicon.Name(match.ID); !kind.Has(lexicon.Country) {
		return keyOf(words)
	}
	return model.Mix(uint64(match.ID)+1, keyOf(words[match.Len:]))
}

// turnedKey hashes a name of the form "Department of Justice" as the other one,
// "Justice Department"; it is 0 for other names.
func (st *state) turnedKey(m int32, words []nameWord) uint64 {
	if len(words) < 3 || words[1].hash != ofWord || !st.wordFlags(m, &words[0]).Has(lexicon.OrgWord) {
		return 0
	}
	rest := words[2:]
	if rest[0].hash == theWord && len(rest) > 1 {
		rest = rest[1:]
	}
	if n := len(rest) - 1; n > 0 && rest[n].hash == affairsWord {
		rest = rest[:n] // "Ministry of Foreign Affairs", "Foreign Ministry"
	}
	for _, w := range rest {
		if !w.capital {
			return 0
		}
	}
	return model.Mix(keyOf(rest), words[0].hash)
}

var theWord, affairsWord = wordHash("the"), wordHash("affairs")

// wordFlags returns what the lists say of a word of mention m.
func (st *state) wordFlags(m int32, w *nameWord) lexicon.Flag {
	return lexicon.TokenOf(st.text(m)[w.start:w.end]).Word()
}

// companySuffix counts the words at the end of a name that only say what kind
// of company it is; at least one word of the name remains.
func companySuffix(words []nameWord) int {
	n := 0
	for n < len(words)-1 {
		if _, ok := suffixes()[words[len(words)-1-n].hash]; !ok {
			break
		}
		n++
	}
	return n
}

var suffixes = sync.OnceValue(func() map[uint64]struct{} {
	return foldedSet(
		"inc", "incorporated", "corp", "corporation", "co", "company", "ltd", "limited", "llc", "llp", "lp", "plc",
		"ag", "sa", "nv", "bv", "gmbh", "spa", "oyj", "ab", "asa", "as", "kk", "pte", "pty", "sarl", "srl", "se",
		"holdings", "holding", "group", "bhd", "tbk", "oao", "ooo", "pao", "jsc", "pjsc",
	)
})

// maxParts bounds the number of words of a shorter name at either end.
const maxParts = 4

// shorterNames walks the names of a kind in the order of the text, and links
// each that is the beginning or end of longer ones to the one met last.
func (st *state) shorterNames(kind Kind) {
	st.table.reset(len(st.ms))
	st.recent = st.recent[:0]
	for i := range st.ms {
		m := int32(i)
		if st.ms[i].Kind != kind || st.ms[i].Form == GroupForm || st.info[i].wordsEnd == st.info[i].words {
			continue
		}
		root := st.root(m)
		if root == m && st.info[i].country < 0 {
			if r := *st.recents(st.info[i].key); r[1] < 0 || !st.isGeneric(m) {
				for _, other := range r {
					if other >= 0 && st.root(other) != m && st.link(other, m, 1) {
						break
					}
				}
			}
			if kind == Org && root == m {
				st.schoolOf(m)
			}
			root = st.root(m)
		}
		words := st.wordsOf(st.clusters[root].full)
		n := len(words) - companySuffix(words)
		if kind == Org && n <= maxParts {
			st.recents(keyOf(words[:n])).push(st, root)
		}
		for k := 1; k < n && k <= maxParts; k++ {
			if kind == Org && words[n-k].capital && (words[n-k-1].capital || k == 1 && n == 3 && words[1].hash == ofWord) {
				st.recents(keyOf(words[n-k:])).push(st, root)
			}
			if st.beginsWell(root, k, kind) {
				st.recents(keyOf(words[:k])).push(st, root)
			}
		}
	}
}

// isGeneric reports whether a name is one word that many organizations have:
// "the Party".
func (st *state) isGeneric(m int32) bool {
	return len(st.wordsOf(m)) == 1 && st.nameFlags(m, 0).Has(lexicon.OrgWord)
}

// schoolOf links a school's full name to the shorter one before it: "Harrow",
// then "Harrow School".
func (st *state) schoolOf(m int32) {
	words := st.wordsOf(m)
	n := len(words) - 1
	if n < 1 || n > maxParts {
		return
	}
	switch words[n].hash {
	case universityWord, collegeWord, schoolWord:
		for _, r := range *st.recents(keyOf(words[:n])) {
			if r >= 0 && st.root(r) != m && len(st.wordsOf(st.clusters[st.root(r)].full)) == n && st.link(r, m, 1) {
				return
			}
		}
	}
}

var universityWord, collegeWord, schoolWord = wordHash("university"), wordHash("college"), wordHash("school")

// nameFlags returns what the lists say of word w of an entity's fullest name.
func (st *state) nameFlags(root int32, w int) lexicon.Flag {
	full := st.clusters[root].full
	return st.wordFlags(full, &st.wordsOf(full)[w])
}

// beginsWell reports whether the first k words of a name may stand for it:
// what remains has to begin with a word that makes it an organization, or to
// be a word for a division of a country.
func (st *state) beginsWell(root int32, k int, kind Kind) bool {
	full := st.wordsOf(st.clusters[root].full)
	if kind == Place {
		_, ok := divisions()[full[k].hash]
		return ok && k == len(full)-1
	}
	if !full[k].capital { // "the Department" of "the Department of Justice"
		return k == 1 && full[k].hash != andWord
	}
	return st.nameFlags(root, k).Has(lexicon.OrgWord)
}

var andWord = wordHash("and")

// divisions are words for what a place is that its name can do without. "City"
// and "state" are none ("Mexico City" is not Mexico), nor are buildings.
var divisions = sync.OnceValue(func() map[uint64]struct{} {
	return foldedSet("province", "county", "district", "prefecture", "oblast", "governorate", "region", "island", "islands", "river",
		"municipality", "parish", "canton", "territory", "peninsula", "voivodeship", "krai", "department", "desert")
})

func foldedSet(words ...string) map[uint64]struct{} {
	set := make(map[uint64]struct{}, len(words))
	for _, w := range words {
		set[wordHash(w)] = struct{}{}
	}
	return set
}
