package entity

import "fmt"

// Gazetteer holds the user's own names, with their kinds and ids, and finds
// them in texts. Make one with [NewGazetteer] from Go values or with
// [ReadGazetteer] from a file; several sources go into one by
// [GazetteerBuilder].
//
// A name is found where the same words and marks stand in a text, whatever the
// white space between them, from the beginning of a token to the end of one.
// Letter case counts as the name's [CaseRule] says. Of names that overlap, the
// first that begins wins, and of those that begin together the longest.
//
// It is immutable and safe for concurrent use. Finding takes time linear in
// the text, some tens of nanoseconds a token with a million names, and
// allocates for the mentions alone. A million names take about 100 MB. The
// words of all names lie in one table of 8-byte slots, keyed by the hash of a
// name's words up to there (a hashed trie: Morrison's prefix tree of 1968 with
// its edges in an open-addressing table); every hit is compared letter by
// letter, so hashes never decide.
type Gazetteer struct {
	slots    []gazSlot
	entries  []gazEntry
	text     []byte // all names, canonical names and keys
	kinds    []Kind
	conflict Precedence
}

// GazetteerName is one name of the user's.
type GazetteerName struct {
	Name      string   // as texts have it; needed
	Kind      Kind     // needed, unless the gazetteer has a kind for all
	Canonical string   // the main name of the same thing; Name if empty
	Key       string   // the user's id of it, as in a knowledge base; may be empty
	Case      CaseRule // how letter case counts
	Aliases   []string // further names of the same thing, with the same rule
}

// CaseRule says how the letter case of a name counts.
type CaseRule uint8

// Case rules.
const (
	// SmartCase lets a name stand in capitals, and asks for its capitals
	// otherwise: "Falken Bank" finds "FALKEN BANK", not "falken bank". Two or
	// three capitals are an acronym, found in capitals only ("WHO", not
	// "Who"). A word in small letters is found in any case.
	SmartCase CaseRule = iota
	// ExactCase finds only what is written as the name is.
	ExactCase
	// FoldCase finds the name in any case.
	FoldCase
)

var caseRules = [...]string{SmartCase: "smart", ExactCase: "exact", FoldCase: "fold"}

// String is the rule's name as files have it.
func (c CaseRule) String() string {
	if int(c) < len(caseRules) {
		return caseRules[c]
	}
	return fmt.Sprintf("CaseRule(%d)", uint8(c))
}

// Precedence says which name stays where one of the gazetteer and one of the
// tagger before it overlap. Where both have the same span and kind, the
// tagger's mention stays and gets the key, whoever wins.
type Precedence uint8

// Precedences.
const (
	// LongerWins keeps the gazetteer's name if it is at least as long as every
	// name that it overlaps, and those otherwise.
	LongerWins Precedence = iota
	// GazetteerWins keeps the gazetteer's.
	GazetteerWins
	// TaggerWins keeps the tagger's.
	TaggerWins
)

// GazetteerOption changes how a gazetteer is made.
type GazetteerOption func(*GazetteerBuilder)

// WithPrecedence says who wins against the tagger; LongerWins if not given.
func WithPrecedence(p Precedence) GazetteerOption {
	return func(b *GazetteerBuilder) { b.conflict = p }
}

// WithKind gives a kind to the names that come without.
func WithKind(k Kind) GazetteerOption { return func(b *GazetteerBuilder) { b.kind = k } }

// WithCase gives a case rule to the names of a file that come without.
func WithCase(c CaseRule) GazetteerOption { return func(b *GazetteerBuilder) { b.rule = c } }

// NewGazetteer makes a gazetteer of names. If some are faulty, it returns a
// *[GazetteerError] that lists them, their Line counting from 1 in the order of
// names.
func NewGazetteer(names []GazetteerName, opts ...GazetteerOption) (*Gazetteer, error) {
	b := NewGazetteerBuilder(opts...)
	for i := range names {
		b.Add(names[i])
	}
	return b.Build()
}

// Len is the number of names, aliases included.
func (g *Gazetteer) Len() int { return len(g.entries) }

// Lookup returns the names that a text as a whole is, by their case rules; nil
// if it is none. Of homonyms the first listed comes first.
func (g *Gazetteer) Lookup(text string) []GazetteerName {
	key := uint64(0)
	n := 0
	for p := range gazPieces(text) {
		if n++; n > maxPieces {
			return nil
		}
		key = gazMix(key, p.hash)
	}
	s := g.find(key)
	if s == nil || n == 0 {
		return nil
	}
	var found []GazetteerName
	for e := s.entry(); e != gazNone; e = g.entries[e].next {
		x := &g.entries[e]
		if sameName(g.nameOf(x), text, x.rule) {
			found = append(found, GazetteerName{
				Name: g.nameOf(x), Kind: g.kinds[x.kind], Canonical: g.canonicalOf(x), Key: g.keyOf(x), Case: x.rule,
			})
		}
	}
	return found
}

// gazEntry is a name. Names, canonical names and keys lie in Gazetteer.text.
type gazEntry struct {
	name, canonical, key          uint32 // offsets
	nameLen, canonicalLen, keyLen uint16 // a canonical name of no length is the name itself
	kind                          uint16
	next                          uint32 // entry of the same words, gazNone if none
	rule                          CaseRule
}

const gazNone = 1<<31 - 1

func (g *Gazetteer) str(at uint32, n uint16) string { return string(g.text[at : at+uint32(n)]) }

func (g *Gazetteer) nameOf(e *gazEntry) string { return g.str(e.name, e.nameLen) }
func (g *Gazetteer) keyOf(e *gazEntry) string  { return g.str(e.key, e.keyLen) }

func (g *Gazetteer) canonicalOf(e *gazEntry) string {
	if e.canonicalLen == 0 {
		return g.nameOf(e)
	}
	return g.str(e.canonical, e.canonicalLen)
}
