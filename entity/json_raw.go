package entity

import (
	"fmt"
	"unicode/utf8"
)

// strings calls visit with each string of the document that is not a piece of
// its text, and with the text, and with the JSON Pointer of each. The pointer
// is built only if visit asks for it.
func (w *documentJSON) strings(visit func(s *string, pointer func() string)) {
	visit(&w.Text, func() string { return "/text" })
	for i, s := range w.Sentences {
		for j := range s.Tokens.tokens {
			t := &s.Tokens.tokens[j]
			at := func(field int) func() string {
				return func() string { return fmt.Sprintf("/sentences/%d/tokens/%d/%d", i, j, field) }
			}
			visit(&t.Tag, at(2))
			visit(&t.Lemma, at(3))
			visit(&t.Dep, at(5))
		}
	}
	for i := range w.Mentions {
		m := &w.Mentions[i]
		at := func(field string) func() string {
			return func() string { return fmt.Sprintf("/mentions/%d/%s", i, field) }
		}
		visit((*string)(&m.Kind), at("kind"))
		visit((*string)(&m.Form), at("form"))
		visit(&m.Sieve, at("sieve"))
		visit(&m.Key, at("key"))
	}
	for i := range w.Entities {
		e := &w.Entities[i]
		at := func(field string) func() string {
			return func() string { return fmt.Sprintf("/entities/%d/%s", i, field) }
		}
		visit((*string)(&e.Kind), at("kind"))
		visit(&e.Name, at("name"))
		visit(&e.Key, at("key"))
		for j := range e.Aliases {
			visit(&e.Aliases[j], at(fmt.Sprintf("aliases/%d", j)))
		}
		for j := range e.Roles {
			visit(&e.Roles[j].Title, at(fmt.Sprintf("roles/%d/title", j)))
		}
	}
}

// keepBroken puts the strings that JSON cannot hold into Raw.
func (w *documentJSON) keepBroken() {
	w.strings(func(s *string, pointer func() string) {
		if utf8.ValidString(*s) {
			return
		}
		if w.Raw == nil {
			w.Raw = make(map[string][]byte)
		}
		w.Raw[pointer()] = []byte(*s)
	})
}

// restoreBroken puts the strings of Raw back in their places.
func (w *documentJSON) restoreBroken() error {
	if len(w.Raw) == 0 {
		return nil
	}
	left := len(w.Raw)
	w.strings(func(s *string, pointer func() string) {
		if raw, ok := w.Raw[pointer()]; ok {
			*s = string(raw)
			left--
		}
	})
	if left > 0 {
		return &DocumentError{Path: "/raw", Problem: fmt.Sprintf("%d of %d pointers lead to no string", left, len(w.Raw))}
	}
	return nil
}
