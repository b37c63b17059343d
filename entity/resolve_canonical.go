package entity

import "slices"

// writeCanonical gives the entities with a key the canonical names of the
// gazetteers.
func (r *SieveResolver) writeCanonical(doc *Document) {
	if len(r.gazetteers) == 0 {
		return
	}
	for i := range doc.Entities {
		e := &doc.Entities[i]
		if e.Key == "" {
			continue
		}
		name := r.canonical(doc, e)
		if name == "" || name == e.Name {
			continue
		}
		e.Aliases = slices.DeleteFunc(e.Aliases, func(alias string) bool { return alias == name })
		e.Aliases = append([]string{e.Name}, e.Aliases...)
		e.Name = name
	}
}

// canonical looks up the first of an entity's mentions that has its key.
func (r *SieveResolver) canonical(doc *Document, e *Entity) string {
	for _, m := range e.Mentions {
		if doc.Mentions[m].Key != e.Key {
			continue
		}
		for _, g := range r.gazetteers {
			for _, entry := range g.Lookup(doc.Mentions[m].Text) {
				if entry.Key == e.Key && entry.Canonical != "" {
					return entry.Canonical
				}
			}
		}
		return ""
	}
	return ""
}
