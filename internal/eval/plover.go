package main

import (
	"context"
	"encoding/json"
	"os"

	"github.com/dossier-nlp/dossier"
)

// event is a record of an event data set: who did something to whom in a
// sentence.
type event struct {
	Text   string
	Source actors
	Target actors
}

// actors are the texts of a record's actors; records without have null or a
// string there.
type actors []string

func (a *actors) UnmarshalJSON(data []byte) error {
	var list []struct{ ActorText string }
	if err := json.Unmarshal(data, &list); err != nil {
		return nil // not a list: no actors
	}
	for _, x := range list {
		*a = append(*a, x.ActorText)
	}
	return nil
}

// plover prints the share of event records for whose actors some relation was
// found. A record with two sources and no target tells of something mutual.
func plover(e *env, x *dossier.Extractor) error {
	data, err := os.ReadFile(e.path("data", "relations", "plover-odd.json"))
	if err != nil {
		return err
	}
	var events []event
	if err := json.Unmarshal(data, &events); err != nil {
		return err
	}
	all, hits := 0, 0
	for _, ev := range events {
		mutual := len(ev.Target) == 0 && len(ev.Source) > 1
		if len(ev.Source) == 0 || len(ev.Target) == 0 && !mutual {
			continue
		}
		doc, err := x.Extract(context.Background(), ev.Text)
		if err != nil {
			return err
		}
		all++
		if ev.found(triples(doc), mutual) {
			hits++
		} else if e.list {
			e.printf("event missed: %v -> %v | %s\n", ev.Source, ev.Target, ev.Text)
		}
	}
	e.printf("event records with both actors in one relation: %d of %d = %.3f\n", hits, all, ratio(hits, all))
	return nil
}

func (ev *event) found(got []triple, mutual bool) bool {
	is := func(list []string, text, name string) bool {
		for _, a := range list {
			if sameArgument(a, "", text, name) {
				return true
			}
		}
		return false
	}
	both := func(source, target []string, t triple) bool {
		return is(source, t.Src, t.SrcIs) && is(target, t.Tgt, t.TgtIs)
	}
	for _, t := range got {
		source, target := []string(ev.Source), []string(ev.Target)
		if mutual {
			source, target = source[:1], source[1:]
		}
		if both(source, target, t) || (mutual || symmetric[t.Rel]) && both(source, target, t.turned()) {
			return true
		}
	}
	return false
}
