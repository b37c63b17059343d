package entity

import "github.com/dossier-nlp/dossier/internal/lexicon"

// nounClass says what a common noun can stand for.
type nounClass uint8

const (
	noNoun      nounClass = iota
	countryNoun           // "the country"
	cityNoun              // "the city"
	regionNoun            // "the province"
	orgNoun               // "the company"
	personNoun            // "the president"
	manNoun               // "the man": any person of the gender
	groupNoun             // "the delegation"
	sideNoun              // "both sides": of whatever was named
)

// nounOf looks a common noun up by its lemma or lower-case form.
func nounOf(word string) (class nounClass, g gender) {
	switch word {
	case "country", "nation", "republic", "kingdom":
		return countryNoun, neuter
	case "city", "capital", "town", "village":
		return cityNoun, neuter
	case "province", "region", "island", "territory":
		return regionNoun, neuter
	case "company", "firm", "bank", "agency", "organization", "organisation", "group", "party", "team", "club", "university",
		"college", "school", "newspaper", "magazine", "network", "broadcaster", "ministry", "department", "commission",
		"committee", "council", "court", "parliament", "airline", "automaker", "carmaker", "manufacturer", "retailer", "lender",
		"insurer", "publisher", "institute", "association", "union", "bureau", "alliance", "bloc", "federation", "foundation",
		"charity", "corporation", "conglomerate", "startup", "brand", "league", "hospital", "senate", "congress", "board",
		"movement", "church", "museum", "militia", "coalition", "watchdog", "regulator", "giant", "operator", "station", "channel",
		"outlet", "tribunal", "authority", "chipmaker", "utility", "brokerage", "band", "orchestra":
		return orgNoun, neuter
	case "man", "boy", "father", "husband", "son", "brother", "actor", "businessman", "gentleman":
		return manNoun, male
	case "woman", "girl", "mother", "wife", "daughter", "sister", "actress", "businesswoman", "lady":
		return manNoun, female
	case "side", "rival", "ally", "government", "power", "state":
		return sideNoun, anyGender
	case "friend", "child", "student", "victim", "patient", "person", "teenager", "driver", "neighbor", "neighbour", "parent",
		"partner", "spouse", "cousin", "colleague", "suspect", "soldier", "worker", "employee", "baby", "witness":
		return manNoun, anyGender
	case "teacher", "doctor", "player", "author", "writer", "artist", "singer", "lawyer", "nurse", "spokesperson", "journalist", "reporter":
		return personNoun, anyGender
	case "king", "prince", "monk", "priest", "spokesman", "policeman":
		return personNoun, male
	case "queen", "princess", "nun", "spokeswoman", "policewoman":
		return personNoun, female
	case "uncle", "nephew", "grandfather", "boyfriend", "guy":
		return manNoun, male
	case "aunt", "niece", "grandmother", "girlfriend":
		return manNoun, female
	case "citizen", "member", "native", "resident", "one":
		return noNoun, anyGender
	}
	f := lexicon.TokenOf(word).Word()
	switch {
	case f.Has(lexicon.Role | lexicon.Title):
		return personNoun, genderOf(f)
	case f.Has(lexicon.GroupNoun):
		return groupNoun, anyGender
	}
	return noNoun, anyGender
}

// orgClass is what sort of organization a noun or a listed name means; equal
// classes fit, and an organization of an unknown class fits any.
func orgClass(word string) lexicon.Flag {
	switch word {
	case "company", "firm", "bank", "airline", "automaker", "carmaker", "manufacturer", "retailer", "lender", "insurer",
		"corporation", "conglomerate", "startup", "brand", "giant", "operator", "chipmaker", "utility", "brokerage":
		return lexicon.Company
	case "newspaper", "magazine", "network", "broadcaster", "publisher", "station", "channel", "outlet":
		return lexicon.Outlet
	case "party":
		return lexicon.Party
	case "team", "club", "league":
		return lexicon.Team
	case "university", "college", "school", "institute":
		return lexicon.School
	case "agency":
		return lexicon.Agency | lexicon.Outlet
	case "ministry", "department", "commission", "bureau", "court", "parliament", "senate", "congress", "regulator", "watchdog",
		"authority", "tribunal":
		return lexicon.Agency
	case "group", "movement", "militia":
		return lexicon.Armed | lexicon.Company
	case "bloc", "alliance", "organization", "organisation", "union", "federation":
		return lexicon.World
	}
	return 0
}

// orgClasses are the flags that orgClass gives.
const orgClasses = lexicon.Company | lexicon.Outlet | lexicon.Team | lexicon.Party | lexicon.Armed | lexicon.School |
	lexicon.Agency | lexicon.World
