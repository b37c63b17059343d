package entity

import "strings"

// acronym joins an acronym and the long form whose initials it is: "the FBI"
// and "the Federal Bureau of Investigation", with or without the one standing
// in brackets after the other. In brackets, the letters need only occur in the
// long form in their order ("Hewlett-Packard (HP)"), and the kinds may differ:
// the writer says that they are one.
type acronym struct{}

func (acronym) name() string { return "acronym" }

func (acronym) run(st *state) {
	st.table.reset(len(st.ms))
	seen := false
	for i := range st.ms {
		m := int32(i)
		if mayBeAcronym(st, m) {
			seen = true
			if before := st.bracketed(m); before >= 0 && spells(st, m, before) {
				st.joinBracketed(before, m)
			}
		} else if i > 0 && mayBeAcronym(st, m-1) {
			if st.bracketed(m) == m-1 && spells(st, m-1, m) {
				st.joinBracketed(m-1, m)
			}
		}
	}
	if !seen {
		return
	}
	for i := range st.ms {
		m := int32(i)
		words := st.wordsOf(m)
		if len(words) < 2 || st.ms[i].Kind == Person || st.ms[i].Form != Name {
			continue
		}
		for _, key := range initials(words) {
			if first, found := st.table.at(kindKey(key, st.ms[i].Kind)); !found {
				*first = m
			}
		}
	}
	for i := range st.ms {
		m := int32(i)
		if mayBeAcronym(st, m) && st.ms[i].Kind != Person {
			if long := st.table.get(kindKey(st.wordsOf(m)[0].hash, st.ms[i].Kind)); long >= 0 {
				st.link(long, m, 1)
			}
		}
	}
}

// joinBracketed joins what brackets say is one. Two full names of different
// persons or a person and something else stay apart.
func (st *state) joinBracketed(a, b int32) {
	if (st.ms[a].Kind == Person) != (st.ms[b].Kind == Person) {
		return
	}
	st.join(a, b, 1)
}

// mayBeAcronym: one word of two to eight capitals.
func mayBeAcronym(st *state, m int32) bool {
	words := st.wordsOf(m)
	return len(words) == 1 && words[0].upper && words[0].letters >= 2 && words[0].letters <= 8 && words[0].capital
}

// bracketed returns the mention before m that m follows in brackets, -1 if
// there is none.
func (st *state) bracketed(m int32) int32 {
	if m == 0 {
		return -1
	}
	a, b := &st.ms[m-1], &st.ms[m]
	if b.Start-a.End < 1 || b.Start-a.End > 3 {
		return -1
	}
	if strings.TrimSpace(st.doc.Text[a.End:b.Start]) != "(" {
		return -1
	}
	return m - 1
}

// spells reports whether the letters of an acronym occur in the long form, the
// first one at its beginning.
func spells(st *state, short, long int32) bool {
	words := st.wordsOf(long)
	letters := st.wordsOf(short)[0]
	text := st.text(short)[letters.start:letters.end]
	if len(words) == 0 || words[0].first != letters.first || len(words) == 1 && words[0].upper {
		return false
	}
	from := words[0].start
	rest := strings.ToLower(st.text(long)[from:])
	for _, r := range strings.ToLower(text) {
		if r == '.' || r == '-' || r == '&' {
			continue
		}
		at := strings.IndexRune(rest, r)
		if at < 0 {
			return false
		}
		rest = rest[at+1:]
	}
	return true
}

// initials returns the hashes of the initials of all words, and of those with
// a capital; the suffix of a company's name does not count.
func initials(words []nameWord) [2]uint64 {
	words = words[:len(words)-companySuffix(words)]
	all, capitals := newFolded, newFolded
	for i := range words {
		w := &words[i]
		all = all.add(w.first)
		if w.capital {
			capitals = capitals.add(w.first)
		}
	}
	return [2]uint64{all.sum(), capitals.sum()}
}
