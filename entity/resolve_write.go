package entity

import (
	"slices"
	"strings"

	"github.com/dossier-nlp/dossier/internal/desk"
	"github.com/dossier-nlp/dossier/internal/lexicon"
	"github.com/dossier-nlp/dossier/internal/model"
)

// write puts the result on the document: the mentions that count, and the
// entities in the order of their first mentions.
func (st *state) write() {
	slices.SortStableFunc(st.extra, func(a, b pairLink) int { return int(a.mention - b.mention) })
	entities := st.numberEntities()
	doc := st.doc
	doc.Entities = make([]Entity, entities)
	if n := st.countWritten() + len(st.extra); n <= cap(doc.Mentions) {
		doc.Mentions = doc.Mentions[:0] // what was there has been copied to st.ms
	} else {
		doc.Mentions = make([]Mention, 0, n)
	}
	origin := st.origin[:0] // of each mention written: its index in st.ms
	extra := st.extra
	for i := range st.ms {
		id := st.newID[st.root(int32(i))]
		if id < 0 && st.info[i].role != pronounCandidate {
			continue
		}
		m := st.ms[i]
		m.Entity = int(id)
		if id < 0 {
			m.Score, m.Sieve = unresolvedScore, ""
		}
		if id >= 0 && m.Form == Name {
			m.Kind = st.clusters[st.root(int32(i))].kind
		}
		doc.Mentions, origin = append(doc.Mentions, m), append(origin, int32(i))
		for len(extra) > 0 && int(extra[0].mention) == i {
			m.Entity = int(st.newID[st.root(extra[0].entity)])
			doc.Mentions, origin = append(doc.Mentions, m), append(origin, int32(i))
			extra = extra[1:]
		}
	}
	st.origin = origin
	st.gatherMentions()
	for i := range st.ms {
		if root := st.root(int32(i)); root == int32(i) && st.newID[i] >= 0 {
			e := &doc.Entities[st.newID[i]]
			e.ID, e.Kind, e.Name, e.Place, e.ActsFor = int(st.newID[i]), st.clusters[i].kind, st.entityName(root), None, None
			e.Key = st.clusters[i].key
		}
	}
	st.writeAliases()
	st.writePlaces()
	st.writeRoles()
}

// countWritten counts the mentions that are written.
func (st *state) countWritten() int {
	n := 0
	for i := range st.ms {
		if st.newID[st.root(int32(i))] >= 0 || st.info[i].role == pronounCandidate {
			n++
		}
	}
	return n
}

// numberEntities numbers the entities that have a given mention or a country, in the
// order of their first mentions, in st.newID of their roots; the others have
// -1 there. It returns how many there are.
func (st *state) numberEntities() int {
	st.newID = desk.Sized(st.newID, len(st.ms))
	n := 0
	for i := range st.ms {
		st.newID[i] = -1
		if st.root(int32(i)) == int32(i) && st.clusters[i].named {
			st.newID[i] = int32(n)
			n++
		}
	}
	return n
}

// gatherMentions writes each entity's mentions, all in one array.
func (st *state) gatherMentions() {
	doc := st.doc
	sizes := desk.Sized(st.sizes, len(doc.Entities))
	st.sizes = sizes
	clear(sizes)
	total := 0
	for i := range doc.Mentions {
		if e := doc.Mentions[i].Entity; e != None {
			sizes[e]++
			total++
		}
	}
	arena := make([]int, total)
	for e := range doc.Entities {
		n := int(sizes[e])
		doc.Entities[e].Mentions, arena = arena[:0:n], arena[n:]
	}
	for i := range doc.Mentions {
		if id := doc.Mentions[i].Entity; id != None {
			e := &doc.Entities[id]
			e.Mentions = append(e.Mentions, i)
		}
	}
}

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
	st.table2.reset(64)
	for i := range doc.Mentions {
		m := &doc.Mentions[i]
		if m.Form != Name || m.Entity == None {
			continue
		}
		e := &doc.Entities[m.Entity]
		x := st.origin[i]
		key := kindKey(st.info[x].key, "") ^ uint64(m.Entity+1)*0x9E3779B97F4A7C15
		if _, found := st.table.at(key); found {
			continue
		}
		if name := st.shown(x); name != e.Name && st.newAlias(e, name) {
			e.Aliases = append(e.Aliases, name)
		}
	}
}

// newAlias reports whether an entity does not have the alias yet; st.table2 knows
// where it would be.
func (st *state) newAlias(e *Entity, name string) bool {
	at, found := st.table2.at(model.Mix(model.Hash(name), uint64(e.ID)))
	if !found {
		*at = int32(len(e.Aliases))
		return true
	}
	if k := int(*at); k < len(e.Aliases) && e.Aliases[k] == name {
		return false
	}
	return !slices.Contains(e.Aliases, name) // two names of one hash
}

// writePlaces links persons, organizations and groups to their places, and
// capitals that act as governments to their countries.
func (st *state) writePlaces() {
	doc := st.doc
	for i := range st.ms {
		root := st.root(int32(i))
		if id := st.newID[root]; id >= 0 {
			e := &doc.Entities[id]
			if place := st.clusters[root].place; place >= 0 && e.Place == None {
				if p := st.newID[st.root(place)]; p >= 0 && p != id && st.clusters[st.root(place)].kind == Place {
					e.Place = int(p)
				}
			}
			if country := st.info[i].capital; country >= 0 && e.ActsFor == None && e.Kind == Place && st.acts(i) {
				e.ActsFor = st.countryEntity(country)
			}
		}
	}
}

// countryEntity returns the entity of a country, None if the text has none.
func (st *state) countryEntity(record int32) int {
	if m := st.countries.get(placeKey(record)); m >= 0 {
		return int(st.newID[st.root(m)])
	}
	return None
}

// acts reports whether a capital stands for its government: as the subject of
// a verb, or after a preposition that takes actors rather than places.
func (st *state) acts(i int) bool {
	m := &st.ms[i]
	if len(st.doc.Sentences) == 0 || m.Last <= m.First {
		return false
	}
	toks := st.doc.Sentences[m.Sentence].Tokens
	word, p := standing(toks, int(st.info[i].head))
	h := toks[word].Head
	if h < 0 || h >= len(toks) {
		return false
	}
	if p == subjectPlace {
		return isVerb(toks[h].Tag) && toks[h].Lemma != "be"
	}
	for t := word - 1; t >= 0 && t > word-4; t-- {
		if toks[t].Head == word && toks[t].Dep == "case" {
			switch toks[t].Lemma {
			case "with", "against", "between", "by", "toward", "towards":
				return true
			}
		}
	}
	return false
}
