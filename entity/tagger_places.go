package entity

import (
	"strings"

	"github.com/dossier-nlp/dossier/internal/lexicon"
	"github.com/dossier-nlp/dossier/internal/model"
)

// What stands beside a name tells that it is no person's, though neither the
// lists nor the training data know it: nobody has a parliament, and nobody is
// in Anna Ruiz. Such words stand beside few of a country's mentions, so they
// speak for all of them (Collins and Singer, 1999, for the kind of evidence).

var (
	// landOwned are what countries and cities have and people do not.
	landOwned = hashSet(`parliament capital capitals border borders coast coastline constitution
		population territory navy embassy airspace waters shores citizens mayor
		legislature electorate currency president monarch independence outskirts suburbs
		airport provinces regions islands north south east west northern southern eastern western`)
	// landOf are the nouns before "of" and such a name.
	landOf = hashSet(`capital parliament republic kingdom president city town village
		province region district island state port coast borders streets outskirts
		north south east west mayor governor king queen emir sultan part parts`)
	// landHands are the people and bodies that act for a country, right behind
	// its name.
	landHands = hashSet(`officials prosecutors authorities police troops soldiers diplomats lawmakers
		ministers ministry embassy parliament delegation delegates envoy citizens`)
	// landBehind are the nouns behind "the" and such a name.
	landBehind = hashSet(`parliament capital border coast embassy navy constitution peninsula delegation`)

	wordsIn      = hashSet(`in across throughout`)
	wordMinister = model.HashLower("minister")
	wordMinistry = model.HashLower("ministry")
	wordBased    = model.HashLower("based")
	wordOwns     = model.HashLower("'s")
	wordOwnsToo  = model.HashLower("’s")
)

// lands takes from each name that stands as a place does what speaks for a
// person, unless a list of people's names has it, a full name ends with it or it
// stands behind a title.
func (t *NameTagger) lands(doc *Document, first, last int, s *scratch) {
	if t.person < 0 {
		return
	}
	for _, p := range s.spots {
		if p.at > int32(s.starts[int(p.sentence)-first]) && s.words[p.at-1].listed.flags.Has(lexicon.Title|lexicon.Honorific) {
			s.told[p.name] |= fullName
		}
	}
	for i := first; i < last; i++ {
		for j, token := range doc.Sentences[i].Tokens {
			w := &s.words[s.starts[i-first]+j]
			if w.caps != initial || w.listed.flags.Has(lexicon.FirstName|lexicon.Surname) {
				continue
			}
			if name := s.landCalled(token.Text); name >= 0 {
				s.deny(name, t.person)
			}
		}
	}
	for _, p := range s.spots {
		at := s.starts[int(p.sentence)-first]
		end := len(s.words)
		if next := int(p.sentence) - first + 1; next < len(s.starts) {
			end = s.starts[next]
		}
		from, to := int(p.at)-at, int(p.at+p.last-p.first)-at
		words := s.words[at:end]
		if !mayBePerson(words[from:to]) && standsAsLand(words, from, to) {
			s.deny(int(p.name), t.person)
		}
	}
}

// deny takes from a name what speaks for a person, unless a person's full name
// ends with it.
func (s *scratch) deny(name, person int) {
	if s.told[name]&fullName == 0 {
		s.pool.sums[name*s.pool.labels+person] -= never
		s.told[name] |= decided
	}
}

// landCalled is the name whose people a word calls by an ending ("Ostavian"), an
// index in the pool, or -1.
func (s *scratch) landCalled(word string) int {
	for _, ending := range [...]string{"n", "an", "ian", "ese", "i"} {
		stem, ok := strings.CutSuffix(word, ending)
		if !ok || len(stem) < shortestLand {
			continue
		}
		key := model.HashLower(stem)
		if name := s.pool.at(tableKey(key), false); name >= 0 && !lexicon.Word(key).Has(lexicon.FirstName|lexicon.Surname) {
			return name
		}
	}
	return -1
}

// shortestLand is how many bytes a name must have for its people to be looked for.
const shortestLand = 4

// mayBePerson tells whether a list of people's names has one of the words.
func mayBePerson(words []word) bool {
	for i := range words {
		if words[i].listed.flags.Has(lexicon.FirstName | lexicon.Surname | lexicon.Title | lexicon.Honorific | lexicon.Particle) {
			return true
		}
	}
	return false
}

// standsAsLand tells whether the name from first to last (half open) stands
// where only a place or an organization does.
func standsAsLand(words []word, first, last int) bool {
	before := func(k int) uint64 {
		if first < k {
			return 0
		}
		return words[first-k].lower
	}
	behind := func(k int) uint64 {
		if last+k >= len(words) {
			return 0
		}
		return words[last+k].lower
	}
	owner := behind(0) == wordOwns || behind(0) == wordOwnsToo
	switch {
	case owner && landOwned.has(behind(1)):
		return true
	case before(1) == wordOf && landOf.has(before(2)) && !owner:
		return true
	case before(1) == wordThe && landBehind.has(behind(0)) || landHands.has(behind(0)) && words[last].caps == lowercase:
		return true
	case owner && (isMinister(behind(2)) || isMinister(behind(3))) || !owner && before(1) == wordThe && isMinister(behind(1)):
		return true
	case behind(1) == wordBased && isMark(&words[last], '-'):
		return true
	}
	return wordsIn.has(before(1)) && !owner && !inPerson.has(before(2)) && words[first-1].caps == lowercase
}

// isMinister tells of "prime minister", "foreign ministry" and the like.
func isMinister(word uint64) bool { return word == wordMinister || word == wordMinistry }

// inPerson are the words before "in" behind which a person may stand.
var inPerson = hashSet(`confidence trust trusts trusted faith interest interested believe believes
	believed involved confided disappointed found saw see sees`)
