package syntax

import "github.com/dossier-nlp/dossier/internal/model"

// Kinds of tags, coarse enough to say in a few bits which dependents a word
// has already and what stands between two words.
const (
	kindNoun = iota
	kindPronoun
	kindWh
	kindFinite
	kindNonfinite
	kindModal
	kindAdjective
	kindAdverb
	kindPreposition
	kindTo
	kindDeterminer
	kindConjunction
	kindNumber
	kindPossessive
	kindComma
	kindPunct
	kinds
)

var parseTags = []struct {
	name string
	kind uint8
}{
	{"", kindNoun}, // any tag that is not in this list
	{"NN", kindNoun}, {"NNS", kindNoun}, {"NNP", kindNoun}, {"NNPS", kindNoun}, {"FW", kindNoun},
	{"ADD", kindNoun}, {"SYM", kindNoun}, {"$", kindNoun}, {"GW", kindNoun}, {"XX", kindNoun},
	{"#", kindNoun}, {"LS", kindNumber}, {"CD", kindNumber},
	{"PRP", kindPronoun}, {"EX", kindPronoun},
	{"WDT", kindWh}, {"WP", kindWh}, {"WRB", kindWh}, {"WP$", kindWh},
	{"VBD", kindFinite}, {"VBP", kindFinite}, {"VBZ", kindFinite},
	{"VB", kindNonfinite}, {"VBG", kindNonfinite}, {"VBN", kindNonfinite}, {"MD", kindModal},
	{"JJ", kindAdjective}, {"JJR", kindAdjective}, {"JJS", kindAdjective}, {"AFX", kindAdjective},
	{"RB", kindAdverb}, {"RBR", kindAdverb}, {"RBS", kindAdverb}, {"RP", kindAdverb}, {"UH", kindAdverb},
	{"IN", kindPreposition}, {"TO", kindTo},
	{"DT", kindDeterminer}, {"PDT", kindDeterminer}, {"PRP$", kindDeterminer},
	{"CC", kindConjunction}, {"POS", kindPossessive},
	{",", kindComma}, {".", kindPunct}, {":", kindPunct}, {"-LRB-", kindPunct}, {"-RRB-", kindPunct},
	{"-LSB-", kindPunct}, {"-RSB-", kindPunct},
	{"``", kindPunct}, {"''", kindPunct}, {"HYPH", kindPunct}, {"NFP", kindPunct},
}

// tagHash[t] is the hash of tag t's name. Features are made of it, so that the
// order of the list is of no account to a model.
var tagHash, kindOf = func() (h [64]uint64, k [64]uint8) {
	for i, t := range parseTags {
		h[i], k[i] = model.Hash("tag "+t.name), t.kind
	}
	return
}()

// ParseTag is the parser's number for a PTB tag, 0 for one that it does not know.
func ParseTag(tag string) uint8 {
	for i := 1; i < len(parseTags); i++ {
		if parseTags[i].name == tag {
			return uint8(i)
		}
	}
	return 0
}
