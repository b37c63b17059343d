package entity

// pronouns resolves personal and possessive pronouns.
type pronouns struct{}

func (pronouns) name() string { return "pronoun" }

func (pronouns) run(st *state) {}

func (st *state) addPronoun(s, t int) {}

type sentenceInfo struct{}
