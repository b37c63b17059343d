package lexicon

import (
	_ "embed"
	"iter"
	"strings"
	"unicode/utf8"

	"github.com/dossier-nlp/dossier/internal/model"
)

// The lists. data/README tells their formats.
var (
	//go:embed data/countries.txt
	countriesText string
	//go:embed data/inside.txt
	insideText string
	//go:embed data/cities.txt
	citiesText string
	//go:embed data/geo.txt
	geoText string
	//go:embed data/peoples.txt
	peoplesText string
	//go:embed data/first.txt
	firstText string
	//go:embed data/surnames.txt
	surnamesText string
	//go:embed data/orgs.txt
	orgsText string
	//go:embed data/companies.txt
	companiesText string
	//go:embed data/words.txt
	wordsText string
	//go:embed data/common.txt
	commonText string
	//go:embed data/abbreviations.txt
	abbreviationsText string
)

// kinds are the names that the lists use for flags.
var kinds = map[string]Flag{
	"region": Region, "city": City, "area": Area, "water": Water, "land": Land,
	"m": FirstName | Male, "f": FirstName | Female, "u": FirstName | Male | Female,
	"org": Org, "company": Org | Company, "outlet": Org | Outlet, "team": Org | Team,
	"party": Org | Party, "armed": Org | Armed, "school": Org | School,
	"agency": Org | Agency, "world": Org | World,
	"orgword": OrgWord, "placeword": PlaceWord, "groupnoun": GroupNoun,
	"title": Title, "title-m": Title | Male, "title-f": Title | Female,
	"role": Role, "role-m": Role | Male, "role-f": Role | Female,
	"title-role": Title | Role, "title-role-m": Title | Role | Male, "title-role-f": Title | Role | Female,
	"honorific": Honorific, "honorific-m": Honorific | Male, "honorific-f": Honorific | Female,
	"calendar": Calendar, "particle": Particle,
}

// loader fills a table from the lists.
type loader struct {
	*table
	countries map[string]int32
}

func load() *table {
	l := loader{
		table:     &table{slots: make([]slot, 1<<tableBits), records: make([]record, 0, 72<<10)},
		countries: make(map[string]int32, 512),
	}
	for line := range lines(countriesText) {
		l.country(line)
	}
	for line := range lines(insideText) {
		l.inside(line)
	}
	for line := range lines(citiesText) {
		l.cities(line)
	}
	for line := range lines(geoText) {
		l.things(line)
	}
	for line := range lines(peoplesText) {
		l.people(line)
	}
	for line := range lines(firstText) {
		l.words(line, ' ')
	}
	for line := range lines(surnamesText) {
		for name := range fields(line, ' ') {
			l.add(name, Surname, -1, NoLink)
		}
	}
	for line := range lines(orgsText) {
		l.things(line)
	}
	for line := range lines(companiesText) {
		for group := range fields(line, ',') {
			l.thing(group, Org|Company, -1)
		}
	}
	for line := range lines(wordsText) {
		l.words(line, ',')
	}
	for line := range lines(commonText) {
		for word := range fields(line, ' ') {
			l.common(word)
		}
	}
	for line := range lines(abbreviationsText) {
		for word := range fields(line, ' ') {
			l.abbreviation(word)
		}
	}
	return l.table
}

// country reads a line of countries.txt: canonical name, other names, former
// names, capitals, demonyms.
func (l *loader) country(line string) {
	var column [5]string
	n := 0
	for f := range strings.SplitSeq(line, "\t") {
		if n < len(column) {
			column[n] = f
			n++
		}
	}
	id := l.record(column[0], Country, -1)
	l.countries[column[0]] = id
	l.add(column[0], Country, id, SameAs)
	for name := range fields(column[1], ',') {
		l.add(name, Country, id, ShortFor)
	}
	for name := range fields(column[2], ',') {
		l.add(name, Country, id, FormerOf)
	}
	for name := range fields(column[3], ',') {
		l.thing(name, Capital|City, id)
	}
	for forms := range fields(column[4], ',') {
		l.demonym(forms, Demonym, id)
	}
}

// demonym reads "Swedish/Swede/Swedes": the adjective, one person, several.
// Forms left out or empty are the same as the one before.
func (l *loader) demonym(forms string, flag Flag, id int32) {
	adjective, rest, _ := strings.Cut(forms, "/")
	person, persons, _ := strings.Cut(rest, "/")
	l.add(adjective, flag, id, Adjective)
	l.add(person, flag, id, Person)
	l.add(persons, flag, id, Persons)
}

// inside reads a line of inside.txt: country, kind, names.
func (l *loader) inside(line string) {
	name, rest, _ := strings.Cut(line, "\t")
	kind, names, _ := strings.Cut(rest, "\t")
	id := l.countryID(name)
	for group := range fields(names, ',') {
		place, demonym, _ := strings.Cut(group, ":")
		rec := l.thing(place, kinds[kind], id)
		if demonym != "" {
			l.demonym(demonym, Demonym, rec)
		}
	}
}

// cities reads a line of cities.txt: country, cities.
func (l *loader) cities(line string) {
	name, names, _ := strings.Cut(line, "\t")
	id := l.countryID(name)
	for group := range fields(names, ',') {
		l.thing(group, City, id)
	}
}

// countryID is the record of a country, -1 for a name that is none.
func (l *loader) countryID(name string) int32 {
	if id, ok := l.countries[name]; ok {
		return id
	}
	return -1
}

// known is the record that already has a name of one word or more, -1 if none.
func (l *loader) known(name string) int32 {
	var key uint64
	n := 0
	for word := range pieces(name, false) {
		if n++; n == 1 {
			key = model.HashLower(word)
		} else {
			key = model.Mix(key, model.HashLower(word))
		}
	}
	if s := l.find(key); s != nil {
		return s.ref
	}
	return -1
}

// things reads a line "kind TAB names" of geo.txt and orgs.txt.
func (l *loader) things(line string) {
	kind, names, _ := strings.Cut(line, "\t")
	for group := range fields(names, ',') {
		l.thing(group, kinds[kind], -1)
	}
}

// thing reads "name=alias=alias", makes a record and returns it.
func (l *loader) thing(group string, kind Flag, country int32) int32 {
	link := SameAs
	id := int32(-1)
	for name := range fields(group, '=') {
		if id < 0 {
			id = l.record(name, kind, country)
		}
		l.add(name, kind, id, link)
		link = ShortFor
	}
	return id
}

// people reads a line of peoples.txt: forms, and the place if there is one.
func (l *loader) people(line string) {
	forms, place, _ := strings.Cut(line, "\t")
	id := int32(-1)
	if place != "" {
		if id = l.known(place); id < 0 {
			id = l.record(place, Area, -1)
		}
	}
	l.demonym(forms, People|Demonym, id)
}

// words reads a line "kind TAB words", the words parted by sep.
func (l *loader) words(line string, sep byte) {
	kind, rest, _ := strings.Cut(line, "\t")
	flag := kinds[kind]
	for word := range fields(rest, sep) {
		l.add(word, flag, -1, NoLink)
	}
}

// common marks a word that is also an ordinary word; words that are nothing
// else are left out.
func (l *loader) common(word string) {
	if s := l.find(model.HashLower(word)); s != nil {
		s.flags |= Common
	}
}

// abbreviation marks a word in capitals that is no name, or not always.
func (l *loader) abbreviation(word string) {
	s := l.put(model.HashLower(word))
	s.flags |= Common
	if !s.flags.Has(Names) {
		s.flags |= Acronym
	}
}

func (l *loader) record(name string, kind Flag, country int32) int32 {
	l.records = append(l.records, record{name: name, kind: kind, country: country})
	return int32(len(l.records) - 1)
}

// add enters a name. The first record that claims a name keeps it; flags join.
// A name with hyphens is entered twice, in one piece and split at them.
func (l *loader) add(name string, flag Flag, ref int32, link Link) {
	if flag == 0 {
		return
	}
	if strings.IndexByte(name, '-') > 0 {
		l.addTokens(name, flag, ref, link, true)
	}
	l.addTokens(name, flag, ref, link, false)
}

func (l *loader) addTokens(name string, flag Flag, ref int32, link Link, split bool) {
	var key uint64
	var capitals uint16
	var s *slot
	n := 0
	for word := range pieces(name, split) {
		if s != nil {
			s.prefix = true
		}
		if word == ";" {
			word = ","
		}
		if n == 0 {
			key = model.HashLower(word)
		} else {
			key = model.Mix(key, model.HashLower(word))
		}
		if CaseOf(word).bit() == 1 {
			capitals |= 1 << n
		}
		n++
		s = l.put(key)
	}
	if s == nil {
		return
	}
	acronym := n == 1 && mustBeUpper(name)
	switch {
	case !flag.Has(Names):
		capitals = s.capitals
	case !s.flags.Has(Names):
		s.capitals = capitals
		if acronym {
			flag |= Acronym
		}
	case acronym && !s.flags.Has(Acronym):
		return // "Ana" stays a first name, whatever "ANA" is
	case !acronym && s.flags.Has(Acronym):
		s.flags &^= Names | Acronym
		s.ref, s.link, s.capitals = -1, NoLink, capitals
	default:
		s.capitals &= capitals
	}
	s.flags |= flag
	switch {
	case s.link == NoLink:
		s.ref, s.link = ref, link
	case flag.Has(City|Region) && l.contested(s.ref, ref):
		s.ref, s.link = -1, Ambiguous
	}
}

// contested reports whether two cities or regions of one name lie in different
// countries. A country's or capital's name is never contested.
func (l *loader) contested(old, new int32) bool {
	if old < 0 || new < 0 {
		return false
	}
	a, b := l.records[old], l.records[new]
	return a.kind.Has(City|Region) && !a.kind.Has(Country|Capital) && a.country != b.country
}

// mustBeUpper tells acronyms of two or three letters, which are ordinary words
// or nothing when not in capitals. Longer ones are also written "Nato".
func mustBeUpper(name string) bool {
	letters := 0
	for i := 0; i < len(name); i++ {
		c := name[i]
		switch {
		case c >= utf8.RuneSelf || 'a' <= c && c <= 'z':
			return false
		case 'A' <= c && c <= 'Z':
			letters++
		}
	}
	return letters == 2 || letters == 3
}

// pieces yields the words of a name as the tokenizer splits them: at spaces
// and underscores, before "'s", and if split is set also around hyphens.
func pieces(name string, split bool) iter.Seq[string] {
	return func(yield func(string) bool) {
		start := 0
		for i := 0; i <= len(name); i++ {
			switch {
			case i == len(name) || name[i] == ' ' || name[i] == '_':
				if i > start && !yield(name[start:i]) {
					return
				}
				start = i + 1
			case split && name[i] == '-':
				if i > start && !yield(name[start:i]) || !yield(name[i:i+1]) {
					return
				}
				start = i + 1
			case name[i] == '\'' && strings.HasPrefix(name[i:], "'s") && (i+2 == len(name) || name[i+2] == ' '):
				if i > start && !yield(name[start:i]) {
					return
				}
				start = i
			}
		}
	}
}

// words yields the words of a name given as a string.
func words(name string) iter.Seq[string] { return pieces(name, false) }

// lines yields the lines of a list that are neither empty nor comments.
func lines(text string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for line := range strings.SplitSeq(text, "\n") {
			if line != "" && line[0] != '#' && !yield(line) {
				return
			}
		}
	}
}

// fields yields the parts of s between separators, without spaces around them.
func fields(s string, sep byte) iter.Seq[string] {
	return func(yield func(string) bool) {
		for len(s) > 0 {
			i := strings.IndexByte(s, sep)
			part := s
			if i >= 0 {
				part, s = s[:i], s[i+1:]
			} else {
				s = ""
			}
			if part = strings.Trim(part, " "); part != "" && !yield(part) {
				return
			}
		}
	}
}
