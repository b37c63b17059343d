package lexicon

import (
	"unicode"
	"unicode/utf8"

	"github.com/dossier-nlp/dossier/internal/model"
)

// Word returns all flags of a single word from its model.HashLower, whatever
// case the word has in the text; 0 if it is not listed. The caller minds the
// case: flags of [Names] mean something only if the word is capitalized, and
// with [Acronym] only if it is in capitals. [Token.Word] does that.
func Word(hashLower uint64) Flag {
	if s := opened().find(hashLower); s != nil {
		return s.flags
	}
	return 0
}

// Case is how a word is written.
type Case uint8

// How a word is written.
const (
	Lower       Case = iota // no capital letter: "talks"
	Capitalized             // a capital somewhere, not all: "Talks", "al-Qaida", "McDonald"
	Upper                   // all letters are capitals: "TALKS", "U.S.", "A"
	Caseless                // no letter at all: "7", "-"
)

// Token is what a look-up needs of a token.
type Token struct {
	Hash uint64 // model.HashLower of its text
	Case Case
}

// TokenOf computes a Token; it does not allocate for words of up to 64 bytes.
func TokenOf(word string) Token {
	return Token{Hash: model.HashLower(word), Case: CaseOf(word)}
}

// CaseOf tells how a word is written. A single capital letter is Upper.
func CaseOf(word string) Case {
	upper, lower := false, false
	for i := 0; i < len(word); i++ {
		switch c := word[i]; {
		case 'A' <= c && c <= 'Z':
			upper = true
		case 'a' <= c && c <= 'z':
			lower = true
		case c >= utf8.RuneSelf:
			r, n := utf8.DecodeRuneInString(word[i:])
			i += n - 1
			if unicode.IsUpper(r) {
				upper = true
			} else if unicode.IsLetter(r) {
				lower = true
			}
		}
	}
	switch {
	case upper && lower:
		return Capitalized
	case upper:
		return Upper
	case lower:
		return Lower
	}
	return Caseless
}

// Word returns the flags that the token has as it is written: "us" has no
// Country, "US" has; "turkey" has none, "Turkey" has Country and Common.
func (t Token) Word() Flag {
	s := opened().find(t.Hash)
	if s == nil {
		return 0
	}
	return s.flagsAs(t.Case.bit(), t.Case == Upper)
}

// Match is a listed name found in a text.
type Match struct {
	Len   int  // its number of tokens, 0 if nothing was found
	Flags Flag // what it can be, given how it is written
	ID    int  // of its record, see [Name]; -1 if it has none
	Link  Link // how it points to the record
}

// maxTokens bounds the length of listed names.
const maxTokens = 12

// Longest returns the longest listed name or word that starts at tokens[i].
// Names must be written with their capitals ("Bank of England", "BANK OF
// ENGLAND", not "bank of england"); titles, roles and cue words match in any
// case. It costs one probe of the table for each token of the name, and
// allocates nothing.
func Longest(tokens []Token, i int) Match {
	t := opened()
	var best Match
	best.ID = -1
	var key uint64
	var capitals uint16
	allUpper := true
	for n := 0; n < maxTokens && i+n < len(tokens); n++ {
		tok := tokens[i+n]
		if n == 0 {
			key = tok.Hash
		} else {
			key = model.Mix(key, tok.Hash)
		}
		capitals |= tok.Case.bit() << n
		allUpper = allUpper && tok.Case >= Upper
		s := t.find(key)
		if s == nil {
			break
		}
		if f := s.flagsAs(capitals, allUpper); f&^Common != 0 {
			best = Match{Len: n + 1, Flags: f, ID: -1}
			if f.Has(Names) {
				best.ID, best.Link = int(s.ref), s.link
			}
		}
		if !s.prefix {
			break
		}
	}
	return best
}

// Name returns the canonical name of a record and what it is.
func Name(id int) (canonical string, kind Flag) {
	t := opened()
	if id < 0 || id >= len(t.records) {
		return "", 0
	}
	return t.records[id].name, t.records[id].kind
}

// CountryOf links a name to its country: "Swedish", "Swedes", "Stockholm" and
// "Malmo" to "Sweden", "Texan" and "US" to "United States". A demonym of no
// country goes to its place if it has one ("European" to "Europe"). NoLink if
// there is none. Case counts as in [Longest].
func CountryOf(name string) (canonical string, link Link) {
	m, ok := whole(name)
	if !ok {
		return "", NoLink
	}
	return m.Country()
}

// whole matches a name from its first word to its last.
func whole(name string) (m Match, ok bool) {
	var buf [maxTokens]Token
	tokens := buf[:0]
	for w := range words(name) {
		if len(tokens) == maxTokens {
			return Match{}, false
		}
		tokens = append(tokens, TokenOf(w))
	}
	m = Longest(tokens, 0)
	return m, m.Len > 0 && m.Len == len(tokens)
}

// Country links the match to its country, as [CountryOf] does.
func (m Match) Country() (canonical string, link Link) {
	t := opened()
	if m.ID < 0 || m.ID >= len(t.records) {
		return "", NoLink
	}
	r := &t.records[m.ID]
	demonym := m.Link == Adjective || m.Link == Person || m.Link == Persons
	switch {
	case r.kind.Has(Country):
		return r.name, m.Link
	case r.country >= 0 && demonym:
		return t.records[r.country].name, m.Link
	case r.country >= 0 && r.kind.Has(Capital):
		return t.records[r.country].name, CapitalOf
	case r.country >= 0:
		return t.records[r.country].name, Inside
	case demonym && r.kind.Has(Places):
		return r.name, m.Link
	}
	return "", NoLink
}

// Gender returns the gender in the flags of a first name, title or role;
// UnknownGender if there is none, or both.
func (f Flag) Gender() Gender {
	switch f & (Male | Female) {
	case Male:
		return MaleGender
	case Female:
		return FemaleGender
	}
	return UnknownGender
}

// bit is 1 unless the word is written without a capital.
func (c Case) bit() uint16 {
	if c == Lower {
		return 0
	}
	return 1
}
