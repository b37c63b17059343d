package relation

// shape is the kind of words that trigger a pattern, and with it the frame
// that its steps read.
type shape uint8

const (
	shapeVerb   shape = iota // A accuse B
	shapeNoun                // A's visit to B
	shapeCopula              // A be president of B
	shapeWords               // B "-" based A
)

// where is the place of an argument in the plain active form.
type where uint8

const (
	atSubject    where = iota
	atObject           // A accuse B
	atObjectPrep       // A meet (with) B
	atPrep             // A lose to B
	atParticle         // A step down
	atThat             // A claim that B ...
	atTo               // A vow to ...
	atBetween          // talks between A and B
	atOwner            // A be president of B
)

const (
	slotNone = -1
	slotA    = 0
	slotB    = 1
	maxSlots = 8
	maxSteps = 8
	maxItems = 12
)

// slot says what may fill an argument.
type slot struct {
	n     int8    // slotA, slotB, a number from 2 for a named one, slotNone for nobody
	kinds kindSet // kinds of mention that may fill it
	holds wordSet // words of which the mention must hold one; empty if any will do
}

// step is one part of a clause.
type step struct {
	where    where
	slot     slot
	other    slot    // the B of "between A and B"
	preps    wordSet // for atPrep, atObjectPrep, atOwner
	parts    wordSet // particles that must stand by the verb
	words    wordSet // lemmas that the argument's head must have
	owner    bool    // "B's plan": the slot is the owner of the words
	optional bool
	implied  bool   // "(A's)": A may be understood from the clause
	text     string // as the rule has it, for Explain
}

// item is one part of a sequence of words.
type item struct {
	slot     slot
	words    wordSet
	gap      bool
	optional bool
	isSlot   bool
	text     string
}

// pattern is a compiled rule.
type pattern struct {
	relation int32
	name     string // "news:accused/1"
	text     string
	shape    shape
	unless   bool
	trigger  wordSet
	steps    []step
	items    []item
	anchor   int // of a sequence: the item that its trigger words are
	named    []string
	where    place
}

// demonym is a kind of the rule language only: the adjective of a place.
const demonym = "demonym"

// kindSet is a set of kinds of mention.
type kindSet uint64

const (
	kindPerson kindSet = 1 << iota
	kindOrg
	kindPlace
	kindGroup
	kindDemonym // adjective of a place: "Peruvian"

	kindActor = kindPerson | kindOrg | kindPlace | kindGroup
	kindAny   = ^kindSet(0)
)
