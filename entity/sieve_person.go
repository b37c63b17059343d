package entity

import (
	"sync"

	"github.com/dossier-nlp/dossier/internal/lexicon"
	"github.com/dossier-nlp/dossier/internal/model"
)

// personName joins the names of a person: a full name and its fuller form
// ("Barack Obama", "Barack H. Obama"), a full name and its parts ("Obama",
// "bin Laden", "Xi" of "Xi Jinping"). Where several people of the text share
// the part, it goes to the one that the text names most often, of those whom
// its title or gender does not exclude; where nobody was mentioned yet, to the
// next one.
type personName struct{}

func (personName) name() string { return "person-name" }

func (personName) run(st *state) {
	fullNames(st)
	if pending := partNames(st, 0, len(st.ms), 1); pending {
		partNames(st, len(st.ms)-1, -1, -1)
	}
	loneNames(st)
}

// fullNames joins fuller and shorter forms of full names. They share the
// initial and a further word.
func fullNames(st *state) {
	st.table.reset(len(st.ms))
	st.recent = st.recent[:0]
	for i := range st.ms {
		m := int32(i)
		words := st.wordsOf(m)
		if st.ms[i].Kind != Person || len(words) < 2 || st.root(m) != m || st.info[i].together || st.info[i].titled {
			continue
		}
		initial := uint64(givenName(&words[0]).first)
		linked := false
		for k := 1; k < len(words) && !linked; k++ {
			linked = st.linkRecent(model.Mix(words[k].hash, initial), m)
		}
		for _, w := range words[1:] {
			st.recents(model.Mix(w.hash, initial)).push(st, m)
		}
		if len(words) == 2 { // "Ichiyo Higuchi" and "Higuchi Ichiyo"
			key := words[0].hash ^ words[1].hash
			if !linked {
				st.linkRecent(key, m)
			}
			st.recents(key).push(st, m)
		}
	}
}

// linkRecent links m to the first of the entities last met under a key that is
// compatible, and reports whether there was one.
func (st *state) linkRecent(key uint64, m int32) bool {
	for _, r := range *st.recents(key) {
		if r >= 0 && st.root(r) != st.root(m) && st.link(r, m, 1) {
			return true
		}
	}
	return false
}

// partNames walks the mentions from one to another, and links each name that
// is part of a full one to the likeliest of the entities last met. It reports
// whether any was left over.
func partNames(st *state, from, to, step int) (pending bool) {
	st.table.reset(len(st.ms))
	st.recent = st.recent[:0]
	for i := from; i != to; i += step {
		m := int32(i)
		words := st.wordsOf(m)
		if st.ms[i].Kind != Person || len(words) == 0 || st.info[i].together || st.info[i].titled {
			continue
		}
		root := st.root(m)
		full := st.wordsOf(st.clusters[root].full)
		if len(full) == 1 || root == m && len(words) > 1 {
			linked := st.linkLikely(words[len(words)-1].hash, m)
			pending = pending || !linked && len(full) == 1
			if !linked && len(full) == 1 {
				continue
			}
		}
		root = st.root(m)
		full = st.wordsOf(st.clusters[root].full)
		for k, w := range full {
			if w.letters > 1 && (step > 0 || k == 0 || k == len(full)-1) {
				st.recents(w.hash).push(st, root)
			}
		}
	}
	return pending
}

// linkLikely links a part of a name to one of the entities met last under it:
// to the one that the text names most often, of equal ones to the one met
// first.
func (st *state) linkLikely(key uint64, m int32) bool {
	r := *st.recents(key)
	for range r {
		best := -1
		for k, c := range r {
			if c >= 0 && st.root(c) != st.root(m) && (best < 0 || st.clusters[st.root(c)].size >= st.clusters[st.root(r[best])].size) {
				best = k
			}
		}
		if best < 0 {
			return false
		}
		if st.link(r[best], m, 1) {
			return true
		}
		r[best] = -1
	}
	return false
}

// loneNames joins equal single names that belong to no full name, and takes
// the gender from those that are given names.
func loneNames(st *state) {
	st.table.reset(len(st.ms))
	for i := range st.ms {
		m := int32(i)
		words := st.wordsOf(m)
		if st.ms[i].Kind != Person || len(words) != 1 || st.root(m) != m {
			continue
		}
		first, found := st.table.at(words[0].hash)
		if !found || !st.link(*first, m, 1) {
			*first = m
		}
		if c := &st.clusters[st.root(m)]; c.gender == anyGender {
			if f := st.personFlags(i, st.info[i].words); f.Has(lexicon.FirstName) && !f.Has(lexicon.Surname) {
				c.gender = genderOf(f)
			}
		}
	}
}

// personsFit reports whether two persons' names may belong to one person.
func (st *state) personsFit(x, y *mentionInfo) bool {
	a, b := st.words[x.words:x.wordsEnd], st.words[y.words:y.wordsEnd]
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(a) == 0 {
		return true
	}
	if len(a) == 1 {
		for i := range b {
			if sameWord(&a[0], &b[i]) && !(a[0].initial() || b[i].initial()) {
				return true
			}
		}
		return len(b) == 1 && sameGiven(&a[0], &b[0])
	}
	reversed := len(a) == 2 && len(b) == 2 && a[0].hash == b[1].hash && a[1].hash == b[0].hash
	return endsWith(b, a) || beginsWith(b, a) || sameEnds(a, b) || reversed
}

// endsWith: "García Márquez" of "Gabriel García Márquez".
func endsWith(long, short []nameWord) bool {
	long = long[len(long)-len(short):]
	for i := range short {
		if long[i].hash != short[i].hash {
			return false
		}
	}
	return true
}

// beginsWith: "Hugo Chávez" of "Hugo Chávez Frías".
func beginsWith(long, short []nameWord) bool {
	for i := range short {
		if !sameWord(&long[i], &short[i]) || i > 0 && short[i].initial() {
			return false
		}
	}
	return true
}

// sameEnds: the given names fit and the last words are equal, and where both
// have middle names, these agree as far as both go: "George W. Bush" is not
// "George H. W. Bush".
func sameEnds(short, long []nameWord) bool {
	n := len(short) - 1
	if short[n].hash != long[len(long)-1].hash || !sameGiven(&short[0], &long[0]) {
		return false
	}
	for i := 1; i < n; i++ {
		if !sameWord(&short[i], &long[i]) {
			return false
		}
	}
	return true
}

// sameWord reports whether two words are equal or one is the other's initial.
func sameWord(a, b *nameWord) bool {
	return a.hash == b.hash || (a.initial() || b.initial()) && a.first == b.first
}

// sameGiven is sameWord for given names, where "Bill" is "William".
func sameGiven(a, b *nameWord) bool {
	return sameWord(a, b) || sameWord(givenName(a), givenName(b))
}

// givenName returns the full form of a short given name, or the name itself.
func givenName(w *nameWord) *nameWord {
	if full, ok := shortNames()[w.hash]; ok {
		return full
	}
	return w
}

// shortNames maps English short forms of given names to the full ones.
var shortNames = sync.OnceValue(func() map[uint64]*nameWord {
	names := make(map[uint64]*nameWord)
	for _, pair := range [...][2]string{
		{"abe", "abraham"}, {"al", "albert"}, {"alex", "alexander"}, {"andy", "andrew"}, {"beth", "elizabeth"},
		{"ben", "benjamin"}, {"bernie", "bernard"}, {"bill", "william"}, {"billy", "william"}, {"bob", "robert"},
		{"bobby", "robert"}, {"cathy", "catherine"}, {"charlie", "charles"}, {"chris", "christopher"}, {"chuck", "charles"},
		{"dan", "daniel"}, {"danny", "daniel"}, {"dave", "david"}, {"dick", "richard"}, {"don", "donald"},
		{"ed", "edward"}, {"eddie", "edward"}, {"fred", "frederick"}, {"gene", "eugene"}, {"greg", "gregory"},
		{"hank", "henry"}, {"harry", "henry"}, {"jack", "john"}, {"jake", "jacob"}, {"jeff", "jeffrey"},
		{"jerry", "gerald"}, {"jim", "james"}, {"jimmy", "james"}, {"joe", "joseph"}, {"joey", "joseph"},
		{"johnny", "john"}, {"jon", "jonathan"}, {"josh", "joshua"}, {"kate", "katherine"}, {"kathy", "katherine"},
		{"ken", "kenneth"}, {"larry", "lawrence"}, {"liz", "elizabeth"}, {"lou", "louis"}, {"maggie", "margaret"},
		{"matt", "matthew"}, {"meg", "margaret"}, {"mike", "michael"}, {"mitch", "mitchell"}, {"nancy", "anne"},
		{"nick", "nicholas"}, {"pam", "pamela"}, {"pat", "patrick"}, {"peggy", "margaret"}, {"pete", "peter"},
		{"phil", "philip"}, {"ray", "raymond"}, {"rich", "richard"}, {"rick", "richard"}, {"rob", "robert"},
		{"ron", "ronald"}, {"sam", "samuel"}, {"steve", "stephen"}, {"steven", "stephen"}, {"sue", "susan"},
		{"ted", "edward"}, {"tim", "timothy"}, {"tom", "thomas"}, {"tommy", "thomas"}, {"tony", "anthony"},
		{"vicky", "victoria"}, {"vlad", "vladimir"}, {"walt", "walter"}, {"will", "william"}, {"zach", "zachary"},
	} {
		full := foldWord(pair[1])
		names[wordHash(pair[0])] = &full
	}
	return names
})
