package entity

// rolePhrase resolves phrases that name a role: "the president", "the company".
type rolePhrase struct{}

func (rolePhrase) name() string { return "role" }

func (rolePhrase) run(st *state) {}

func (st *state) addNominal(s, t int) {}
