package relation

import (
	"encoding/json"

	"github.com/dossier-nlp/dossier/entity"
)

// The JSON form of a relation; lists and args are always there.
type relationJSON struct {
	Name        string                  `json:"name"`
	Source      argumentJSON            `json:"source"`
	Target      argumentJSON            `json:"target"`
	Trigger     []spanJSON              `json:"trigger"`
	Factuality  Factuality              `json:"factuality"`
	Attribution []argumentJSON          `json:"attribution"`
	Args        map[string]argumentJSON `json:"args"`
	Rule        string                  `json:"rule"`
	Sentence    int                     `json:"sentence"`
	Score       float64                 `json:"score"`
}

type spanJSON struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Text  string `json:"text"`
}

type argumentJSON struct {
	spanJSON
	Kind    entity.Kind `json:"kind,omitempty"`
	Entity  *int        `json:"entity,omitempty"`
	Mention *int        `json:"mention,omitempty"`
}

// MarshalJSON writes the relation as an object. The keys kind, entity and
// mention of an argument are left out where it has none.
func (r Relation) MarshalJSON() ([]byte, error) {
	w := relationJSON{
		Name:        r.Name,
		Source:      argumentOut(r.Source),
		Target:      argumentOut(r.Target),
		Trigger:     make([]spanJSON, len(r.Trigger)),
		Factuality:  r.Factuality,
		Attribution: make([]argumentJSON, len(r.Attribution)),
		Args:        make(map[string]argumentJSON, len(r.Args)),
		Rule:        r.Rule,
		Sentence:    r.Sentence,
		Score:       r.Score,
	}
	for i, s := range r.Trigger {
		w.Trigger[i] = spanJSON(s)
	}
	for i, a := range r.Attribution {
		w.Attribution[i] = argumentOut(a)
	}
	for name, a := range r.Args {
		w.Args[name] = argumentOut(a)
	}
	return json.Marshal(&w)
}

// UnmarshalJSON reads what MarshalJSON writes. It cannot know the document:
// [Validate] checks the offsets and indices against it.
func (r *Relation) UnmarshalJSON(data []byte) error {
	var w relationJSON
	if err := json.Unmarshal(data, &w); err != nil {
		return err
	}
	*r = Relation{
		Name:       w.Name,
		Source:     argumentIn(w.Source),
		Target:     argumentIn(w.Target),
		Factuality: w.Factuality,
		Rule:       w.Rule,
		Sentence:   w.Sentence,
		Score:      w.Score,
	}
	for _, s := range w.Trigger {
		r.Trigger = append(r.Trigger, Span(s))
	}
	for _, a := range w.Attribution {
		r.Attribution = append(r.Attribution, argumentIn(a))
	}
	if len(w.Args) > 0 {
		r.Args = make(map[string]Argument, len(w.Args))
		for name, a := range w.Args {
			r.Args[name] = argumentIn(a)
		}
	}
	return nil
}

func argumentOut(a Argument) argumentJSON {
	out := argumentJSON{spanJSON: spanJSON(a.Span), Kind: a.Kind}
	if a.Entity != entity.None {
		out.Entity = &a.Entity
	}
	if a.Mention != entity.None {
		out.Mention = &a.Mention
	}
	return out
}

func argumentIn(w argumentJSON) Argument {
	a := Argument{Span: Span(w.spanJSON), Kind: w.Kind, Entity: entity.None, Mention: entity.None}
	if w.Entity != nil {
		a.Entity = *w.Entity
	}
	if w.Mention != nil {
		a.Mention = *w.Mention
	}
	return a
}
