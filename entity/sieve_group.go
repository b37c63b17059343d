package entity

// groupPhrase joins groups: phrases with the same head and the same modifiers
// ("the Chinese delegation"), and the head alone with an article ("the
// delegation") to the group of this head met last.
type groupPhrase struct{}

func (groupPhrase) name() string { return "group" }

func (groupPhrase) run(st *state) {}
