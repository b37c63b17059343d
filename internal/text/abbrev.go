package text

// keepsStop reports whether the word s, which ends with a full stop, keeps it:
// an abbreviation, an initial, letters with stops between.
func keepsStop(s string) bool {
	word := s[:len(s)-1]
	if len(word) == 1 {
		return word[0] >= 'A' && word[0] <= 'Z'
	}
	if dotted(word) {
		return true
	}
	var buf [24]byte
	low := lowered(&buf, word)
	return low != nil && abbreviations[string(low)] != 0
}

// dotted reports whether s is single letters with stops between: "U.S", "Ph.D".
func dotted(s string) bool {
	if len(s) < 3 || len(s) > 12 {
		return false
	}
	stop := false
	run := 0
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case c == '.':
			if run == 0 {
				return false
			}
			stop, run = true, 0
		case ascii[c&0x7f]&letter != 0 && c < 0x80:
			run++
			if run > 2 {
				return false
			}
		default:
			return false
		}
	}
	return stop && run == 1
}

// Kinds of abbreviations, by what follows them.
const (
	title       = 1 + iota // a name: never the end of a sentence
	number                 // a number
	plainAbbrev            // anything
)

var abbreviations = func() map[string]uint8 {
	m := map[string]uint8{}
	for kind, list := range [...][]string{
		title: {"mr", "mrs", "ms", "dr", "prof", "gov", "gen", "sen", "rep", "sens", "reps", "col", "lt", "capt", "cmdr", "sgt",
			"maj", "adm", "rev", "hon", "st", "ste", "messrs", "mme", "mlle", "pres", "supt", "amb", "cpl", "pvt", "cpt", "brig", "fr", "sr", "vs", "atty", "dist", "mt", "ft"},
		number: {"no", "nos", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "fig", "figs", "vol", "pp", "eq", "sec", "ch"},
		plainAbbrev: {"inc", "corp", "co", "ltd", "jr", "bros", "etc", "al", "ave", "blvd", "rd", "dept", "univ", "assn", "approx", "cf", "ed", "eds", "ext", "tel",
			"ala", "ariz", "ark", "calif", "colo", "conn", "del", "fla", "ga", "ill", "ind", "kan", "ky", "la", "md", "mass", "mich", "minn", "miss", "mo", "mont", "neb", "nev", "okla", "ore", "pa", "tenn", "tex", "va", "vt", "wash", "wis", "wyo"},
	} {
		for _, w := range list {
			m[w] = uint8(kind)
		}
	}
	for _, w := range [...]string{"mar", "ill", "miss", "no", "sec", "ch", "ed", "la", "mass", "wash", "al", "pa", "co", "mo", "ind", "del", "ext", "st", "sr", "fr"} {
		_ = w
	}
	return m
}()
