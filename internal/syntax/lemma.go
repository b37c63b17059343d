package syntax

import (
	"math/bits"
	"strconv"
	"strings"

	"github.com/dossier-nlp/dossier/internal/model"
)

// Lemmatizer gives words their dictionary forms: "meet" for "met" as a verb.
// A word and its tag are looked up among the exceptions; failing that, the
// longest known ending of the word with that tag tells what to take off and
// what to put on. It is immutable and safe for concurrent use.
type Lemmatizer struct {
	rules      []lemmaRule
	exceptions ruleTable
	endings    ruleTable
	interned   internTable
}

// lemmaRule takes strip bytes off the end of a word and puts add there.
type lemmaRule struct {
	strip int // wholeWord for all of it
	add   string
}

const (
	wholeWord   = 255
	maxEnding   = 7  // bytes of an ending
	maxLemma    = 64 // longer words are their own lemmas
	kindLemmas  = "lemmatizer"
	alwaysUpper = 14 // of 15: how often a common word is capitalized that keeps its capital
)

// OpenLemmatizer opens the bytes of a lemmatizer file.
func OpenLemmatizer(data string) (*Lemmatizer, error) {
	f, err := model.Open(kindLemmas, data)
	if err != nil {
		return nil, err
	}
	l := &Lemmatizer{}
	rules, err := f.Section("rules")
	if err != nil {
		return nil, err
	}
	for _, line := range strings.Split(rules, "\n") {
		strip, add, ok := strings.Cut(line, " ")
		n, err := strconv.ParseUint(strip, 10, 8)
		if err != nil || !ok {
			return nil, f.Errorf("rules", "rule %d is %q", len(l.rules), line)
		}
		l.rules = append(l.rules, lemmaRule{int(n), add})
	}
	if l.exceptions, err = openRuleTable(f, "exceptions", len(l.rules)); err != nil {
		return nil, err
	}
	if l.endings, err = openRuleTable(f, "endings", len(l.rules)); err != nil {
		return nil, err
	}
	if l.interned, err = openInternTable(f, "lemmas", "index"); err != nil {
		return nil, err
	}
	return l, nil
}

// Lemma is the lemma of a word with the tag of the given number (see
// ParseTag). Names keep their capitals, other words lose them. It allocates
// only for a lemma that is neither a part of the word nor among those of the
// model.
func (l *Lemmatizer) Lemma(word string, w *Word, tag uint8) string {
	if len(word) > maxLemma {
		return word
	}
	rule := l.rule(w, tag)
	if rule.strip == wholeWord {
		return rule.add
	}
	if strings.Contains(word, "’") {
		word = l.straight(word)
	}
	if rule.strip >= len(word) {
		rule = lemmaRule{}
	}
	stem := word[:len(word)-rule.strip]
	if w.Case == Small || w.Case == Uncased || keepsCase(w, tag) {
		if rule.add == "" {
			return stem
		}
		var buf [maxLemma + 16]byte
		return l.interned.string(append(append(buf[:0], stem...), rule.add...))
	}
	for i := 0; i < len(stem); i++ {
		if stem[i] >= 0x80 {
			return l.interned.string([]byte(strings.ToLower(stem) + rule.add))
		}
	}
	var buf [maxLemma + 16]byte
	b := buf[:0]
	for i := 0; i < len(stem); i++ {
		b = append(b, lowerByte(stem[i]))
	}
	return l.interned.string(append(b, rule.add...))
}

// straight is a word with straight apostrophes.
func (l *Lemmatizer) straight(word string) string {
	var buf [maxLemma]byte
	b := buf[:0]
	for i := 0; i < len(word); i++ {
		if strings.HasPrefix(word[i:], "’") {
			b = append(b, '\'')
			i += len("’") - 1
			continue
		}
		b = append(b, word[i])
	}
	return l.interned.string(b)
}

func (l *Lemmatizer) rule(w *Word, tag uint8) lemmaRule {
	if r, ok := l.exceptions.find(ExceptionKey(w.Key, tag)); ok {
		return l.rules[r]
	}
	for n := min(maxEnding, int(w.Size)-1); n >= 0; n-- {
		if r, ok := l.endings.find(EndingKey(w.Back, n, tag)); ok {
			return l.rules[r]
		}
	}
	return lemmaRule{}
}

// keepsCase tells whether a word's capitals are a part of its lemma.
func keepsCase(w *Word, tag uint8) bool {
	return properTag[tag&63] || w.Info.Capital() >= alwaysUpper
}

var properTag = func() (is [64]bool) {
	for i, t := range parseTags {
		switch t.name {
		case "NNP", "NNPS", "FW", "ADD", "GW", "XX", "SYM", "":
			is[i] = true
		}
	}
	return
}()

// ExceptionKey is the key of a word with a tag among the exceptions; the word
// by its ClassKey.
func ExceptionKey(key uint64, tag uint8) uint64 { return model.Mix(key, tagHash[tag&63]) }

// EndingKey is the key of the last n bytes of a word with a tag among the
// endings; back is as in Word.
func EndingKey(back uint64, n int, tag uint8) uint64 {
	return model.Mix(back&(1<<(8*n)-1)|uint64(n)<<56, tagHash[tag&63])
}

// ruleTable is a flat table from keys to numbers of rules with open
// addressing. A slot has 17 bits of fingerprint, 14 bits of a rule's number,
// and 1 bit that says that it is taken.
type ruleTable struct {
	slots []uint32
}

const (
	printBits = 17
	ruleBits  = 14
	ruleTaken = 1 << 31
)

func openRuleTable(f *model.File, section string, rules int) (ruleTable, error) {
	slots, err := model.View[uint32](f, section)
	if err != nil {
		return ruleTable{}, err
	}
	free := 0
	for _, s := range slots {
		if s == 0 {
			free++
		} else if int(s>>printBits&(1<<ruleBits-1)) >= rules {
			return ruleTable{}, f.Errorf(section, "a rule that is not among the %d", rules)
		}
	}
	if free == 0 {
		return ruleTable{}, f.Errorf(section, "no free slot among %d", len(slots))
	}
	return ruleTable{slots}, nil
}

func (t ruleTable) find(key uint64) (int, bool) {
	at, _ := bits.Mul64(key, uint64(len(t.slots)))
	for i := int(at); t.slots[i] != 0; {
		if s := t.slots[i]; s&(1<<printBits-1) == uint32(key)&(1<<printBits-1) {
			return int(s >> printBits & (1<<ruleBits - 1)), true
		}
		if i++; i == len(t.slots) {
			i = 0
		}
	}
	return 0, false
}
