package entity

// apposition joins a name and the phrase beside it that says what it is: "the
// agency, Xinhua", "Rossin, the minister", "the agency Xinhua".
type apposition struct{}

func (apposition) name() string { return "apposition" }

func (apposition) run(st *state) {}
