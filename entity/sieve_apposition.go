package entity

// apposition joins a name and the phrase beside it that says what it is: "the
// agency, Xinhua", "Rossin, the minister", "Rossin is the minister".
type apposition struct{}

func (apposition) name() string { return "apposition" }

func (apposition) run(st *state) {
	st.findRoles()
	for _, r := range st.roles {
		phrase := st.mentionAt(int(r.sentence), int(r.end)-1)
		if phrase < 0 || st.info[phrase].role != roleCandidate || st.root(phrase) != phrase {
			continue
		}
		score := 0.9
		if r.copula {
			score = 0.8
		}
		st.clusters[phrase].kind = st.clusters[st.root(r.mention)].kind
		st.ms[phrase].Kind = st.clusters[phrase].kind
		st.link(r.mention, phrase, score)
	}
}
