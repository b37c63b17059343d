package lexicon

// Flag says what a word or a name can be. A name may be several things at
// once: "Georgia" is a country, a region and a first name.
type Flag uint32

// What a name or a word can be.
const (
	Country Flag = 1 << iota // "Sweden", "U.S.", "Soviet Union"
	Demonym                  // "Swedish", "Swede", "Swedes", "Texan": linked to a place
	People                   // "Kurdish", "Arab", "Basque": an ethnic or language group, with or without a place
	Capital                  // capital of a country
	City                     // any city or town, capitals included
	Region                   // state, province, county of a country
	Area                     // continent or part of the world: "Middle East", "Sahel"
	Water                    // ocean, sea, river, lake, strait, canal
	Land                     // mountain, range, island, desert, peninsula

	FirstName // given name; with Male, Female or both
	Male      // of a first name, title or role: its bearer is a man ("Peter", "king")
	Female    // likewise a woman
	Surname   // family name

	Org     // a listed organization of any kind
	Company // together with Org: a firm
	Outlet  // together with Org: newspaper, broadcaster, news agency
	Team    // together with Org: sports team or league
	Party   // together with Org: political party
	Armed   // together with Org: armed group
	School  // together with Org: university or college
	Agency  // together with Org: body of a state
	World   // together with Org: international body

	OrgWord   // makes a name an organization: "Ministry", "Corp", "University"
	PlaceWord // makes a name a place: "River", "Mount", "Street"
	Title     // stands before a name: "President", "Sen.", "Secretary of State"
	Role      // says what somebody is: "spokesman", "chairman", "leader"
	Honorific // "Mr.", "Mrs.", "Sir"
	GroupNoun // plural or collective noun for actors: "officials", "troops", "delegation"
	Calendar  // month or day of the week
	Particle  // small word inside a person's name: "van", "bin", "al"
	Common    // also an ordinary word in lower case: "turkey", "will", "mark"
	Acronym   // only when written in capitals: "US", "WHO"; with Common alone no name: "CEO", "LOL"
)

// Names are the flags of words that are names: they count only if the word is
// written with a capital (or, with Acronym, in capitals).
const Names = Country | Demonym | People | Capital | City | Region | Area | Water | Land |
	FirstName | Surname | Org | Company | Outlet | Team | Party | Armed | School | Agency | World | Calendar

// Places are the flags of names of places.
const Places = Country | Capital | City | Region | Area | Water | Land

// Has reports whether f has any of the flags of g.
func (f Flag) Has(g Flag) bool { return f&g != 0 }

// Link says how a name points to its place.
type Link uint8

// How a name points to its place.
const (
	NoLink    Link = iota
	SameAs         // the canonical name itself: "Sweden"
	ShortFor       // another name or abbreviation: "U.S.", "UAE", "Holland"
	FormerOf       // a name no longer used: "Burma", "Zaire"
	Adjective      // "Swedish", "Kurdish"
	Person         // one person: "Swede"
	Persons        // people, in the plural: "Swedes", "Kurds"
	CapitalOf      // "Stockholm"
	Inside         // another city, a region or an island of the country: "Malmo", "Ontario"
	Ambiguous      // a city or region of this name lies in several countries: "Cambridge"
)

// Gender is what a first name, a title or a role says of its bearer.
type Gender uint8

// Genders of names.
const (
	UnknownGender Gender = iota // not listed, or both
	MaleGender
	FemaleGender
)
