package entity

import (
	"cmp"
	"slices"
	"strings"
)

// Entities tells which entities of the documents are the same: the connected
// parts of a graph whose edges depend on the whole set of documents, not on
// its order. They are sorted by kind and name.
func (c *Collection) Entities() []Joined {
	j := joiner{keys: c.keys(), c: c}
	j.parent = make([]int, len(j.keys))
	for i := range j.parent {
		j.parent[i] = i
	}
	j.sameKey()
	j.sameFullName()
	j.shortForms()
	return j.result()
}

// joiner joins atoms.
type joiner struct {
	c      *Collection
	keys   []atomKey
	parent []int
	strict bool // several ids of the user among the namesakes at hand
}

func (j *joiner) root(i int) int {
	for j.parent[i] != i {
		j.parent[i] = j.parent[j.parent[i]]
		i = j.parent[i]
	}
	return i
}

func (j *joiner) join(a, b int) {
	a, b = j.root(a), j.root(b)
	if a > b {
		a, b = b, a
	}
	j.parent[b] = a
}

// sameKey joins what the user's own id says is one.
func (j *joiner) sameKey() {
	first := make(map[string]int)
	for i, k := range j.keys {
		if k.key == "" {
			continue
		}
		if f, ok := first[k.key]; ok {
			j.join(f, i)
		} else {
			first[k.key] = i
		}
	}
}

// sameFullName joins entities of one name. Those whose place is unknown belong
// to the one place that is known; if several are, they stay by themselves.
func (j *joiner) sameFullName() {
	for start := 0; start < len(j.keys); {
		end := start + 1
		for end < len(j.keys) && j.keys[end].kind == j.keys[start].kind && j.keys[end].name == j.keys[start].name {
			end++
		}
		if j.keys[start].name != "" {
			j.samePlaces(start, end)
		}
		start = end
	}
}

// samePlaces joins the atoms from start to end, which are sorted by place,
// unknown places first.
func (j *joiner) samePlaces(start, end int) {
	keys := make(map[string]struct{})
	for i := start; i < end; i++ {
		if k := j.keys[i].key; k != "" {
			keys[k] = struct{}{}
		}
	}
	j.strict = len(keys) > 1
	known, places := -1, 0
	for i := start; i < end; i++ {
		k := &j.keys[i]
		if k.own != "" || k.place == "" {
			continue
		}
		if known < 0 || j.keys[known].place != k.place {
			places++
		} else if j.sameUserKey(known, i) {
			j.join(known, i)
		}
		known = i
	}
	unknown := -1
	for i := start; i < end; i++ {
		k := &j.keys[i]
		if k.own != "" || k.place != "" {
			continue
		}
		if unknown >= 0 && j.sameUserKey(unknown, i) {
			j.join(unknown, i)
		}
		unknown = i
		if places == 1 && j.sameUserKey(known, i) {
			j.join(known, i)
		}
	}
}

// sameUserKey: different ids of the user are different things, and where
// namesakes have them, one without an id may be either.
func (j *joiner) sameUserKey(a, b int) bool {
	x, y := j.keys[a].key, j.keys[b].key
	return x == y || !j.strict && (x == "" || y == "")
}

// shortForms joins a name that is an alias of one entity only with that one: an
// organization's acronym, and a person's surname if a role and the place agree.
func (j *joiner) shortForms() {
	type owner struct {
		atom    int
		several bool
	}
	owners := make(map[string]owner)
	for i, k := range j.keys {
		if k.kind != Person && k.kind != Org {
			continue
		}
		for name := range j.c.atoms[k].names {
			folded := foldName(k.kind, name)
			if folded == k.name {
				continue
			}
			key := string(k.kind) + "\x00" + folded
			o, ok := owners[key]
			switch {
			case !ok:
				owners[key] = owner{atom: i}
			case j.root(o.atom) != j.root(i):
				o.several = true
				owners[key] = o
			}
		}
	}
	joins := make([][2]int, 0)
	for i, k := range j.keys {
		o, ok := owners[string(k.kind)+"\x00"+k.name]
		if !ok || o.several || k.key != "" && j.keys[o.atom].key != "" {
			continue
		}
		place := j.keys[o.atom].place
		fits := k.place == "" || place == "" || k.place == place
		if k.kind == Person && !strings.Contains(k.name, " ") {
			fits = k.place != "" && k.place == place && j.shareRole(i, o.atom)
		}
		if fits {
			joins = append(joins, [2]int{o.atom, i})
		}
	}
	for _, p := range joins {
		j.join(p[0], p[1])
	}
}

func (j *joiner) shareRole(a, b int) bool {
	other := j.c.atoms[j.keys[b]].roles
	for r := range j.c.atoms[j.keys[a]].roles {
		if _, ok := other[r]; ok {
			return true
		}
	}
	return false
}

// result puts the joined entities together.
func (j *joiner) result() []Joined {
	groups := make(map[int]*atom)
	roots := make([]int, 0, len(j.keys))
	for i, k := range j.keys {
		r := j.root(i)
		g := groups[r]
		if g == nil {
			g = &atom{names: set{}, roles: set{}, sources: make(map[Source]string)}
			groups[r] = g
			roots = append(roots, r)
		}
		a := j.c.atoms[k]
		for v := range a.names {
			g.names.add(v)
		}
		for v := range a.roles {
			g.roles.add(v)
		}
		for v, name := range a.sources {
			g.sources[v] = name
		}
		g.setPlace(a.place)
	}
	userKey := make(map[int]string)
	for i, k := range j.keys {
		if r := j.root(i); k.key != "" && (userKey[r] == "" || k.key < userKey[r]) {
			userKey[r] = k.key
		}
	}
	out := make([]Joined, 0, len(roots))
	for _, r := range roots {
		g := groups[r]
		names := g.names.sorted()
		best := 0
		uses := make(map[string]int)
		if userKey[r] != "" {
			for _, name := range g.sources {
				uses[name]++
			}
		}
		for n := range names {
			if u, v := uses[names[n]], uses[names[best]]; u > v || u == v && fullerName(names[n], names[best]) {
				best = n
			}
		}
		e := Joined{Kind: j.keys[r].kind, Name: names[best], Roles: g.roles.sorted(), Place: g.place, Key: userKey[r], Sources: g.sorted()}
		e.Aliases = append(names[:best:best], names[best+1:]...)
		if len(e.Aliases) == 0 {
			e.Aliases = nil
		}
		out = append(out, e)
	}
	slices.SortFunc(out, func(a, b Joined) int {
		return cmp.Or(cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.Name, b.Name), compareSources(a.Sources[0], b.Sources[0]))
	})
	return out
}
