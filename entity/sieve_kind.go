package entity

// mistakenKind joins a lone name that a tagger has given another kind than the
// rest of the text has for it: "Corvane" tagged as a person beside "Corvane
// Systems", "Norland" beside many mentions of the place Norland. It is the
// rule that may join a person with something else, and asks for much: the name
// is one word without a title, no full name of a person holds it, and the
// tagger was not sure, and the other has the longer name or is named more than
// twice as often.
type mistakenKind struct{}

// surely is a score of the tagger that is not doubted.
const surely = 0.75

func (mistakenKind) name() string { return "kind" }

func (mistakenKind) run(st *state) {
	st.surnames()
	st.table.reset(64)
	lone := false
	for i := range st.ms {
		m := int32(i)
		words := st.wordsOf(m)
		if st.root(m) != m || st.ms[i].Form != Name || len(words) == 0 {
			continue
		}
		if st.ms[i].Kind == Person {
			lone = lone || len(words) == 1
			continue
		}
		if st.ms[i].Kind != Org && st.ms[i].Kind != Place {
			continue
		}
		full := st.wordsOf(st.clusters[m].full)
		if at, found := st.table.at(full[0].hash); !found || st.clusters[*at].size < st.clusters[m].size {
			*at = m
		}
	}
	if !lone {
		return
	}
	for i := range st.ms {
		m := int32(i)
		c := &st.clusters[m]
		if st.ms[i].Kind != Person || st.ms[i].Form != Name || st.root(m) != m || c.full < 0 ||
			len(st.wordsOf(c.full)) != 1 || st.info[c.full].title || st.ms[i].Score > surely {
			continue
		}
		other := st.table.get(st.wordsOf(m)[0].hash)
		if other < 0 {
			continue
		}
		o := &st.clusters[st.root(other)]
		longer := o.kind == Org && len(st.wordsOf(o.full)) > 1 && o.size >= c.size
		if longer || len(st.wordsOf(o.full)) == 1 && o.size > 2*c.size {
			kind := o.kind
			c.gender, c.number = anyGender, anyNumber
			st.join(other, m, 1)
			st.clusters[st.root(m)].kind = kind
		}
	}
}

// surnames joins a lone name that the tagger took for a place or organization
// with the one person whose full name ends with it, if no list knows a place
// of this name.
func (st *state) surnames() {
	st.table.reset(64)
	for i := range st.ms {
		m := int32(i)
		if words := st.wordsOf(m); st.ms[i].Kind == Person && st.root(m) == m && len(words) > 1 && !st.info[i].together && !st.info[i].titled {
			if at, found := st.table.at(words[len(words)-1].hash); found {
				*at = severalNames
			} else {
				*at = m
			}
		}
	}
	if st.table.used == 0 {
		return
	}
	for i := range st.ms {
		m := int32(i)
		x := &st.info[i]
		if st.ms[i].Kind != Place && st.ms[i].Kind != Org || st.ms[i].Form != Name || st.root(m) != m || x.wordsEnd-x.words != 1 ||
			x.record >= 0 || x.country >= 0 || st.ms[i].Score > surely || len(st.wordsOf(st.clusters[m].full)) != 1 {
			continue
		}
		if person := st.table.get(st.wordsOf(m)[0].hash); person >= 0 {
			st.clusters[m].gender, st.clusters[m].number = anyGender, anyNumber
			st.join(person, m, 1)
			st.clusters[st.root(m)].kind = Person
		}
	}
}
