package entity

import (
	"strings"

	"github.com/dossier-nlp/dossier/internal/model"
)

// Words that take part in groups, beside the lexicon's group nouns.
var (
	// a person's: the people of others are not a group ("Arafat's mourners")
	groupOfPerson = hashSet(`government administration regime cabinet presidency campaign forces troops army
		militia militiamen rebels fighters soldiers loyalists coalition`)
	// a pronoun's
	groupOfPronoun = hashSet(`government administration regime forces troops army military soldiers police navy
		officials allies citizens people nationals warplanes aircraft jets delegation negotiators diplomats cabinet
		parliament leaders lawmakers fighters militants followers supporters`)
	// stand for a place named elsewhere: "the country's lawmakers"
	groupOfPlace = hashSet(`country nation kingdom republic state territory island region province city town`)
	// count a group: "thousands of Palestinians"
	groupCounts = hashSet(`thousands hundreds dozens scores tens millions number numbers group groups majority
		crowds crowd handful pair series couple team most many some several two three four five six seven eight nine ten
		remains rest band bands others`)
	// stand before a number: "at least 13", "as many as 20"
	quantifiers = hashSet(`least many most more fewer less such`)
	timeWords   = hashSet(`today yesterday tomorrow tonight week month year`)
	// name their own kind behind a name: "Reuters news agency" is Reuters
	apposed = hashSet(`newspaper newspapers agency agencies television radio network magazine party movement faction
		cartel group team club channel station tribunal alliance`)
	// bodies that a role follows: "U.S. military spokesman"
	bodyWords = hashSet(`army military navy police government parliament ministry militia force administration`)
	armKinds  = hashSet(`military armed political`)
	// people if called so: "opposition figures"
	figureKinds = hashSet(`opposition political religious military business public senior leading party`)
	// stand for a party before its people: "Republican senators"
	partyWords = hashSet(`republican democratic democrat labour tory communist maoist sandinista peronist zionist nazi`)
	// begin no phrase of a group
	noParticiple = hashSet(`including involving concerning regarding according such following`)
	// connect it to a place behind it
	groupPrepositions = hashSet(`in from of at near inside across around throughout outside along within`)
	// follow a participle or an adjective: "loyal to", "backed by"
	phrasePrepositions = hashSet(`in from of at near by to with for inside across around`)
	// plurals in -ers, -ors ... that are no people; those who serve in a group are
	// in the lexicon
	noAgents = hashSet(`papers newspapers numbers letters matters orders others powers towers rivers waters borders quarters
		headquarters dollars barriers centers centres disorders offers answers layers carriers containers
		trailers chambers corners covers dinners drawers feathers fevers figures fingers flowers folders
		frontiers gears genders hammers hours days years months prices sisters computers boosters bunkers
		chapters clusters counters disasters filters ladders lasers markers meters metres monsters motors
		mirrors factors sectors vectors errors colors colours doors floors flavors harbors honors humors
		horrors indicators odors razors rumors rumours favors favours terrors tractors tumors tumours
		reactors detectors transistors vapors corridors tenors lists fists wrists twists mists costs tests
		forests posts coasts rosters scooters shelters showers skyscrapers slippers stickers suppers summers
		sweaters temperatures thrillers tigers timbers transformers transfers triggers trousers twitters
		vouchers weathers winters wonders boilers burners choppers routers servers registers theaters
		theatres encounters parameters printers scanners sensors processors conductors projectors generators
		elevators escalators calculators ancestors omens regimens specimens trees fees knees degrees
		guarantees committees coffees`)
)

// set of hashes of lower-case words
type wordSet map[uint64]struct{}

func hashSet(words string) wordSet {
	s := wordSet{}
	for w := range strings.FieldsSeq(words) {
		s[model.HashLower(w)] = struct{}{}
	}
	return s
}

func (s wordSet) has(hash uint64) bool {
	_, ok := s[hash]
	return ok
}

// agentive tells a plural noun for people by its ending: "hackers",
// "separatists". What ends so and is none is listed in noAgents.
func agentive(word string, hash uint64) bool {
	if len(word) < 6 || noAgents.has(hash) {
		return false
	}
	for _, ending := range [...]string{"ers", "ors", "ists", "ians", "men", "ees", "crats"} {
		if n := len(word) - len(ending); n > 0 && strings.EqualFold(word[n:], ending) {
			return true
		}
	}
	return false
}

// Single words, and words before a number.
var (
	hashA         = model.HashLower("a")
	hashAn        = model.HashLower("an")
	hashOf        = model.HashLower("of")
	hashArm       = model.HashLower("arm")
	hashFigures   = model.HashLower("figures")
	hashFrom      = model.HashLower("from")
	hashMilitary  = model.HashLower("military") // taggers take it for an adjective
	countingWords = [][]uint64{
		{model.HashLower("as"), model.HashLower("many"), model.HashLower("as")},
		{model.HashLower("at"), model.HashLower("least")},
		{model.HashLower("more"), model.HashLower("than")},
		{model.HashLower("up"), model.HashLower("to")},
	}
)
