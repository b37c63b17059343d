package entity

// isAsking tells verbs whose object is whom the question is about.
func isAsking(toks []Token, v int) bool {
	if v < 0 || v >= len(toks) {
		return false
	}
	switch toks[v].Lemma {
	case "ask", "urge", "warn", "remind", "advise", "beg", "want", "allow", "help", "invite", "persuade", "order", "force":
		return true
	}
	return false
}

// frame is what the search for one pronoun's antecedent needs to know of it.
type frame struct {
	st             *state
	i              int32
	p              pronoun
	w              *pronounWeights
	minimum        float64
	toks           []Token
	head           int   // its own token
	word           int   // the word whose place it takes
	place          place // that place
	clause         int   // head of its clause
	first          int   // subject of its clause, -1 if unknown
	quote          int32
	rivals         int // common nouns of the same number between it and token rivalT of sentence rivalS
	rivalSubject   bool
	rivalS, rivalT int                      // how far back the rivals were counted: sentence, token
	people, says   float64                  // 1 if it owns people, or does what people do
	barred         [maxBarred]int32         // entities that it cannot be, -1 where there is none
	values         [pronounFeatures]float64 // of the candidate at hand
}

func newFrame(st *state, i int32, p pronoun, toks []Token) *frame {
	m := &st.ms[i]
	f := &st.frame
	*f = frame{st: st, i: i, p: p, w: &personWeights, minimum: personMinimum, toks: toks, head: m.First, first: -1, quote: -1}
	if p.gender == neuter || p.number == plural {
		f.w, f.minimum = &thingWeights, thingMinimum
	}
	f.rivalS, f.rivalT = m.Sentence, m.First-1
	f.word, f.place = standing(toks, f.head)
	if toks[f.head].Tag == "PRP$" {
		f.p.possessive = true
	}
	f.clause = clause(toks, f.head)
	f.first = subjectOf(toks, f.clause)
	f.quote = st.quoteOf[int(st.sentences[m.Sentence].first)+f.head]
	f.bar()
	f.meaning()
	return f
}

// meaning notes what the words around a pronoun for things say of what it
// stands for.
func (f *frame) meaning() {
	h := f.toks[f.head].Head
	if f.w != &thingWeights || h < 0 || h >= len(f.toks) {
		return
	}
	if f.p.possessive {
		if class, _ := nounOf(lemmaOf(&f.toks[h])); class == personNoun || class == groupNoun {
			f.people = 1
		}
	} else if f.place == subjectPlace && isVerb(f.toks[h].Tag) && (isSaying(f.toks[h].Lemma) || isActing(f.toks[h].Lemma)) {
		f.says = 1
	}
}

// isActing tells verbs for what governments, organizations and people do.
func isActing(lemma string) bool {
	switch lemma {
	case "accuse", "deny", "reject", "agree", "refuse", "plan", "hope", "want", "intend", "sign", "launch", "impose", "withdraw",
		"recognize", "recognise", "condemn", "criticize", "support", "back", "demand", "invade", "attack", "fight", "meet", "vote", "ban",
		"threaten", "arrest", "sue", "hire", "fire", "buy", "acquire", "sell", "invest", "operate", "employ", "vow", "pledge",
		"cooperate", "negotiate", "decide", "appoint", "elect", "investigate", "release":
		return true
	}
	return false
}
