package entity

import "strings"

// apposition joins a name and the phrase beside it that says what it is: "the
// agency, Xinhua", "Rossin, the minister", "Rossin is the minister".
type apposition struct{}

func (apposition) name() string { return "apposition" }

func (apposition) run(st *state) {
	st.findRoles()
	for _, r := range st.roles {
		phrase := st.mentionAt(int(r.sentence), int(r.end)-1)
		if phrase < 0 || st.info[phrase].role != roleCandidate || st.clusters[st.root(phrase)].full >= 0 {
			continue
		}
		score := 0.9
		if r.copula {
			score = 0.8
		}
		if st.root(phrase) == phrase {
			st.clusters[phrase].kind = st.clusters[st.root(r.mention)].kind
			st.ms[phrase].Kind = st.clusters[phrase].kind
		}
		st.link(r.mention, phrase, score)
	}
	for i := range st.ms {
		if st.info[i].titled {
			st.linkTitled(int32(i))
		}
	}
}

// linkTitled joins a title in a name's place with the name beside it: "Norton,
// Emperor of Mexico", "Norton was Emperor of Mexico".
func (st *state) linkTitled(i int32) {
	if len(st.doc.Sentences) == 0 || len(st.toksOf(i)) == 0 {
		return
	}
	toks := st.toksOf(i)
	h := int(st.info[i].head)
	if (toks[h].Dep == "appos" || toks[h].Dep == "conj") && st.joinTitled(i, toks[h].Head) {
		return
	}
	for t := max(0, h-subjectWindow); t < len(toks) && t < h+subjectWindow; t++ {
		if toks[t].Head == h && (toks[t].Dep == "appos" || strings.HasPrefix(toks[t].Dep, "nsubj")) && st.joinTitled(i, t) {
			return
		}
	}
}

func (st *state) joinTitled(i int32, t int) bool {
	j := st.mentionAt(st.ms[i].Sentence, t)
	if j < 0 || j == i || st.ms[j].Kind != Person || st.ms[j].Form != Name || st.info[j].together {
		return false
	}
	a, b := &st.clusters[st.root(i)], &st.clusters[st.root(j)]
	if a.gender != b.gender && a.gender != anyGender && b.gender != anyGender || !st.info[a.full].titled {
		return false
	}
	st.join(j, i, 0.9)
	return true
}
