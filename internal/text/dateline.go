package text

import (
	"strings"
	"unicode"
)

// longestDateline is how many tokens a dateline has at the most.
const longestDateline = 18

// dateline returns the token after the dateline that starts at token i, the
// first of a line; 0 if there is none. A dateline is the place in capitals, or
// the place with a date or an agency in brackets, up to a dash:
// "WASHINGTON (Reuters) -", "PORT AMSEL, Castria, Feb. 5 —", "Lima, March 3
// (Andina) --". A colon ends one only behind capitals: "BEIRUT:".
//
// It is a sentence of its own, since it is no part of the grammar of the one
// behind it: a parser takes it for the subject.
func (b *Buffer) dateline(text string, i int) int {
	capitals, marked := true, false // only capitals so far; a date or brackets seen
	for k := i; k < len(b.Tokens) && k < i+longestDateline; k++ {
		w := b.word(text, k)
		switch {
		case k > i && b.notes[k]&gapBlank != 0:
			return 0
		case k > i && dash(w):
			if k+1 == len(b.Tokens) || b.notes[k]&gapSpace == 0 || b.notes[k+1]&gapSpace == 0 {
				return 0
			}
			if marked || capitals && longCapitals(b.word(text, i)) && b.notes[k+1]&isLowercase == 0 {
				return k + 1
			}
			return 0
		case w == ":":
			if capitals && k > i && k < i+4 && longCapitals(b.word(text, i)) && k+1 < len(b.Tokens) && b.notes[k+1]&(gapSpace|isCapital) == gapSpace|isCapital {
				return k + 1
			}
			return 0
		case k > i && (w == "," || w == "/" || w == "." || w == ")"):
		case k > i && w == "(":
			marked = true
		case k > i && isNumber(w):
			marked = marked || monthName(b.word(text, k-1)) || k+1 < len(b.Tokens) && monthName(b.word(text, k+1))
		case b.notes[k]&isCapital != 0:
			capitals = capitals && (marked || monthName(w) || allCapitals(w))
		default:
			return 0
		}
	}
	return 0
}

func dash(w string) bool { return w == "-" || w == "--" || w == "–" || w == "—" }

// longCapitals reports whether w is three or more letters, all capital.
func longCapitals(w string) bool { return len(w) > 2 && w[1] != '.' && allCapitals(w) }

func allCapitals(w string) bool { return strings.IndexFunc(w, unicode.IsLower) < 0 }

// monthName reports whether w is a month, in full or short.
func monthName(w string) bool {
	switch strings.TrimSuffix(w, ".") {
	case "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December":
		return true
	}
	return strings.HasSuffix(w, ".") && abbreviation(w[:len(w)-1]) == month
}
