package entity

// pronouns resolves personal and possessive pronouns, in the order of the
// text, each to the entity of the mention before it that fits and stands best:
// by distance, place in the clause, parallel place, and how much the text
// speaks of it (after Hobbs, 1978; Lappin and Leass, 1994; and the rules for
// pronouns of Lee et al., 2013). First persons in a quotation are the speaker.
type pronouns struct{}

func (pronouns) name() string { return "pronoun" }

// pronoun is what the form of a pronoun says.
type pronoun struct {
	gender     gender
	number     number
	person     uint8 // 1 or 3
	possessive bool
	reflexive  bool
}

// pronounOf reads a pronoun; ok is false for words that are none and for
// "you".
func pronounOf(word string) (p pronoun, ok bool) {
	if len(word) > len("themselves") {
		return p, false
	}
	var buf [10]byte
	for i := range len(word) {
		c := word[i]
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		buf[i] = c
	}
	switch string(buf[:len(word)]) {
	case "he", "him":
		p = pronoun{male, singular, 3, false, false}
	case "his":
		p = pronoun{male, singular, 3, true, false}
	case "himself":
		p = pronoun{male, singular, 3, false, true}
	case "she":
		p = pronoun{female, singular, 3, false, false}
	case "her":
		p = pronoun{female, singular, 3, false, false}
	case "hers":
		p = pronoun{female, singular, 3, true, false}
	case "herself":
		p = pronoun{female, singular, 3, false, true}
	case "it":
		p = pronoun{neuter, singular, 3, false, false}
	case "its":
		p = pronoun{neuter, singular, 3, true, false}
	case "itself":
		p = pronoun{neuter, singular, 3, false, true}
	case "they", "them", "'em":
		p = pronoun{anyGender, plural, 3, false, false}
	case "their", "theirs":
		p = pronoun{anyGender, plural, 3, true, false}
	case "themselves":
		p = pronoun{anyGender, plural, 3, false, true}
	case "i", "me":
		p = pronoun{anyGender, singular, 1, false, false}
	case "my", "mine":
		p = pronoun{anyGender, singular, 1, true, false}
	case "myself":
		p = pronoun{anyGender, singular, 1, false, true}
	case "we", "us":
		p = pronoun{anyGender, plural, 1, false, false}
	case "our", "ours":
		p = pronoun{anyGender, plural, 1, true, false}
	case "ourselves":
		p = pronoun{anyGender, plural, 1, false, true}
	default:
		return p, false
	}
	return p, true
}

// addPronoun adds the pronoun at token t, unless it stands for nothing ("it
// rains", "it is vital that").
func (st *state) addPronoun(s, t int) {
	toks := st.doc.Sentences[s].Tokens
	p, ok := pronounOf(toks[t].Text)
	if !ok || p.gender == neuter && isExpletive(toks, t) {
		return
	}
	kind := Person
	switch {
	case p.gender == neuter:
		kind = Org
	case p.number == plural:
		kind = Group
	}
	st.add(s, t, t+1, t, kind, Pronoun, mentionInfo{country: -1, record: -1, capital: -1,
		gender: p.gender, number: p.number, role: pronounCandidate})
}

// isExpletive tells an "it" that only fills the subject's place.
func isExpletive(toks []Token, t int) bool {
	tok := &toks[t]
	if tok.Dep == "expl" {
		return true
	}
	h := tok.Head
	if h < 0 || h >= len(toks) {
		return false
	}
	switch toks[h].Lemma {
	case "rain", "snow", "seem", "appear":
		return true
	}
	if toks[h].Tag != "JJ" && toks[h].Tag != "NN" {
		return false
	}
	for i := h + 1; i < len(toks) && i < h+subjectWindow; i++ {
		if toks[i].Head == h && (toks[i].Dep == "csubj" || toks[i].Dep == "ccomp" || toks[i].Dep == "xcomp") {
			return true
		}
	}
	return false
}

func (pronouns) run(st *state) {
	st.findSpeakers()
	st.linkConjuncts()
	for i := range st.ms {
		if i&255 == 0 && st.ctx.Err() != nil {
			return
		}
		if st.info[i].role == pronounCandidate {
			st.resolvePronoun(int32(i))
		}
	}
	for i := range st.ms {
		if st.info[i].role == ownCandidate {
			st.resolveOwn(int32(i))
		}
	}
}

// resolvePronoun links a pronoun, once.
func (st *state) resolvePronoun(i int32) {
	if st.info[i].done {
		return
	}
	st.info[i].done = true
	if p, _ := pronounOf(st.ms[i].Text); p.person == 1 {
		st.resolveFirst(i)
	} else {
		st.resolveThird(i, p)
	}
}

// resolveOwn links "her country" to the place of the pronoun's entity.
func (st *state) resolveOwn(i int32) {
	owner := st.mentionAt(st.ms[i].Sentence, st.ms[i].First)
	if owner < 0 {
		return
	}
	if place := st.clusters[st.root(owner)].place; place >= 0 && st.clusters[st.root(place)].country >= 0 {
		st.link(place, i, 0.7)
	}
}

// resolveFirst links "I" and "we" in a quotation to its speaker.
func (st *state) resolveFirst(i int32) {
	m := &st.ms[i]
	speaker := st.speakerOf(m.Sentence, m.First)
	if speaker < 0 {
		return
	}
	if st.info[speaker].role == pronounCandidate {
		st.resolvePronoun(speaker) // "I agree," she said
	}
	score := 0.9
	if st.info[i].number == plural {
		score = 0.4
	}
	st.linkPronoun(speaker, i, score)
}

// linkPronoun gives a pronoun to an entity. The pronoun takes the kind of what
// it stands for.
func (st *state) linkPronoun(a, i int32, score float64) {
	c := &st.clusters[i]
	root := st.root(a)
	c.kind = st.clusters[root].kind
	st.ms[i].Kind = c.kind
	if c.kind == Person && c.gender != anyGender && st.clusters[root].gender == anyGender {
		st.clusters[root].gender = c.gender
	}
	c.number, c.gender = anyNumber, anyGender
	st.join(a, i, score)
}
