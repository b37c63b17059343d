package text

import (
	"strings"
	"unicode/utf8"
)

// Kinds of abbreviations, by what follows them.
const (
	title    = 1 + iota // a name: never the end of a sentence
	number              // a number: an abbreviation only before a digit
	month               // a number, a year or nothing
	ordinary            // anything
	state               // anything; an abbreviation only after a comma or before one
	day                 // a number; an abbreviation only with a capital letter, before a digit or comma
)

// abbreviationLists are words that keep their full stop, in small letters, by
// kind. A word is in one list only.
var abbreviationLists = []struct {
	kind  uint8
	words string
}{
	{title, `mr mrs ms dr drs prof gov govs gen sen sens rep reps col lt capt cmdr sgt maj adm rev hon ste messrs mme
		mlle supt amb cpl pvt pfc cpt brig vs atty asst det insp cong fr pres ofc comdr sgts lieut gens`},
	{number, `no nos fig figs vol vols pp p sec ch art para paras eq ca c b d v n r m approx rs tk`},
	{month, `jan feb mar apr jun jul aug sep sept oct nov dec`},
	{ordinary, `jr sr st sts mt ft etc al ave blvd dept univ assn assoc cf eds ext tel eg ie viz est incl misc esq hwy pkwy natl intl govt
		bldg arrv yrs mins hrs lbs oz lb ph.d m.sc b.sc ed.d ll.b ll.m d.phil esp rd attn
		inc corp ltd bros plc llc mfg cos co cie`},
	{state, `ala ariz ark calif colo conn del fla ga ill ind kan kans ky la md mass mich minn miss mo mont neb nebr nev
		okla ore pa penn tenn tex va vt wash wis wisc wyo ont que alta sask w.va`},
	{day, `mon tue tues wed thu thur thurs fri sat sun`},
}

var abbreviations = func() map[string]uint8 {
	m := make(map[string]uint8, 300)
	for _, l := range abbreviationLists {
		for _, w := range strings.Fields(l.words) {
			m[w] = l.kind
		}
	}
	return m
}()

// abbreviation returns the kind of the word s, given without its full stop,
// and 0 if it is none that is known.
func abbreviation(s string) uint8 {
	var buf [24]byte
	low := lowered(&buf, s)
	if len(low) == 0 || len(low) > 8 {
		return 0
	}
	return abbreviations[string(low)]
}

// keepsStop reports whether the word text[start:end], whose last byte is a
// full stop, keeps it: it is an abbreviation, an initial, or letters with stops
// between. limit is the end of its chunk.
func (b *Buffer) keepsStop(text string, start, end, limit int) bool {
	word := text[start : end-1]
	if i := strings.LastIndexByte(word, '-'); i > 0 && i < len(word)-1 { // non-U.S.
		word = word[i+1:]
	}
	word = strings.TrimLeft(word, "0123456789:") // 8p.m.
	if len(word) == 0 || len(word) > 12 {
		return false
	}
	big := word[0] >= 'A' && word[0] <= 'Z'
	next := afterSpace(text, end)
	last := next == 0 || next&newline != 0 // in small letters it leaves its stop to the sentence
	if len(word) == 1 {
		if big {
			return b.initial(text, word[0], end)
		}
		return abbreviation(word) == number && (next&digit != 0 || b.after(text, "("))
	}
	switch abbreviation(word) {
	case title:
		return true
	case ordinary:
		return big || !last
	case number:
		return next&digit != 0
	case month:
		return big
	case state:
		return big && (next&mark != 0 && end < limit && text[end] == ',' || b.after(text, ",") || b.after(text, "-"))
	case day:
		return big && (next&digit != 0 || end < limit && text[end] == ',' || beforeMonth(text, end))
	}
	return dotted(word) && (big || !last) && (b.prose.whole(text[end-1-len(word):end]) || len(word) <= 7)
}

// initial reports whether the capital letter before a full stop, at text[end-1], is
// an initial: a name goes on behind it. It is the end of a sentence in "Plan
// B. The" and "World War I".
func (b *Buffer) initial(text string, c byte, end int) bool {
	w, bare := wordAfter(text, end)
	if w == "" {
		return c != 'I' && end < len(text) && text[end] != '\n' && text[end] != '\r'
	}
	if bare && starter(w) {
		return false
	}
	n := len(b.Tokens)
	return c != 'I' || n > 0 && b.notes[n-1]&isCapital != 0 && w[0] < 'a'
}

// wordAfter returns the ASCII word of at most 16 letters that stands behind a
// few blanks at text[i], and whether it stands alone, with no stop or hyphen
// behind it.
func wordAfter(text string, i int) (word string, bare bool) {
	from := i
	for from < len(text) && from < i+8 && text[from] == ' ' {
		from++
	}
	to := from
	for to < len(text) && to < from+16 && text[to] < utf8.RuneSelf && ascii[text[to]]&letter != 0 {
		to++
	}
	return text[from:to], to == len(text) || text[to] != '.' && text[to] != '-'
}

// beforeMonth reports whether the short form of a month's name follows.
func beforeMonth(text string, end int) bool {
	w, _ := wordAfter(text, end)
	return abbreviation(w) == month
}

// after reports whether the last token is w.
func (b *Buffer) after(text, w string) bool {
	n := len(b.Tokens)
	return n > 0 && b.word(text, n-1) == w
}

// afterSpace is the class of the first character from text[i] on that is no
// blank, 0 at the end. It looks at most 8 bytes ahead.
func afterSpace(text string, i int) class {
	for k := i; k < len(text) && k < i+8; k++ {
		if text[k] != ' ' {
			c, _ := classAt(text, k)
			return c
		}
	}
	return 0
}

// dotted reports whether s is letters, one or two at a time, with stops
// between: "U.S", "e.g", "Ph.D".
func dotted(s string) bool {
	run, stops := 0, 0
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c == '.':
			if run == 0 {
				return false
			}
			run = 0
			stops++
		case c < 0x80 && ascii[c]&letter != 0:
			run++
			if run > 2 || run > 1 && stops > 0 {
				return false
			}
		default:
			return false
		}
	}
	return stops > 0 && run > 0
}
