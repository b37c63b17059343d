package entity

import (
	"slices"
	"strings"

	"github.com/dossier-nlp/dossier/internal/lexicon"
)

// write puts the result on the document: the mentions that count, and the
// entities in the order of their first mentions.
func (st *state) write() {
	st.dropUnresolved()
	n := len(st.ms)
	doc := st.doc
	st.newID = resize(st.newID, n)
	sizes := st.parent[:0:0]
	entities := 0
	for i := range n {
		st.newID[i] = -1
	}
	total := 0
	for i := range n {
		if !st.counts(i) {
			continue
		}
		total++
		root := st.root(int32(i))
		if st.newID[root] < 0 {
			st.newID[root] = int32(entities)
			entities++
			sizes = append(sizes, 0)
		}
		sizes[st.newID[root]]++
	}
	doc.Mentions = append(make([]Mention, 0, n), st.ms...)
	doc.Entities = make([]Entity, entities)
	arena := make([]int, 0, total)
	for i := range n {
		m := &doc.Mentions[i]
		if !st.counts(i) {
			m.Entity = None
			continue
		}
		root := st.root(int32(i))
		id := int(st.newID[root])
		m.Entity = id
		e := &doc.Entities[id]
		if e.Mentions == nil {
			k := int(sizes[id])
			e.Mentions = arena[len(arena) : len(arena) : len(arena)+k]
			arena = arena[:len(arena)+k]
			c := &st.clusters[root]
			e.ID, e.Kind, e.Place, e.ActsFor = id, c.kind, None, None
			e.Name = st.entityName(root)
		}
		e.Mentions = append(e.Mentions, i)
		if e.Key == "" {
			e.Key = m.Key
		}
	}
	st.writeAliases()
	st.writePlaces()
	st.writeRoles()
}

// counts reports whether a mention has an entity: all but pronouns that found
// none.
func (st *state) counts(i int) bool {
	root := st.root(int32(i))
	return st.info[i].role != pronounCandidate || st.clusters[root].full >= 0 || st.clusters[root].country >= 0
}

// dropUnresolved leaves out the phrases that found no entity.
func (st *state) dropUnresolved() {}

// entityName is the fullest name as the text has it, without an article and a
// possessive. Of a country that is met in its adjectives only it is the
// country's own name.
func (st *state) entityName(root int32) string {
	c := &st.clusters[root]
	if c.full < 0 {
		if c.country >= 0 {
			name, _ := lexicon.Name(int(c.country))
			return name
		}
		return st.text(root)
	}
	return st.shown(c.full)
}

// shown is a name without article and possessive, titles kept off.
func (st *state) shown(m int32) string {
	words := st.wordsOf(m)
	text := st.text(m)
	if len(words) == 0 {
		return text
	}
	end := len(text)
	if st.info[m].suffix == 0 {
		end = int(words[len(words)-1].end)
		if strings.HasSuffix(text[end:], ".") || strings.HasSuffix(text[end:], ")") {
			end = len(text)
		}
	}
	return strings.Trim(text[words[0].start:end], " \t\r\n")
}

// writeAliases lists the other names of each entity.
func (st *state) writeAliases() {
	doc := st.doc
	st.table.reset(len(doc.Entities) + 64)
	for i := range doc.Mentions {
		m := &doc.Mentions[i]
		if m.Form != Name || m.Entity == None {
			continue
		}
		e := &doc.Entities[m.Entity]
		key := kindKey(st.info[i].key, "") ^ uint64(m.Entity+1)*0x9E3779B97F4A7C15
		if _, found := st.table.at(key); found {
			continue
		}
		if name := st.shown(int32(i)); name != e.Name && !slices.Contains(e.Aliases, name) {
			e.Aliases = append(e.Aliases, name)
		}
	}
}

func (st *state) writePlaces() {}

func (st *state) writeRoles() {}
