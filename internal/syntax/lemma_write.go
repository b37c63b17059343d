package syntax

import (
	"fmt"
	"io"
	"math/bits"
	"strings"

	"github.com/dossier-nlp/dossier/internal/model"
)

// LemmaTables are a lemmatizer in the making.
type LemmaTables struct {
	numbers    map[lemmaRule]int
	rules      []string
	exceptions []keyedRule
	endings    []keyedRule
}

type keyedRule struct {
	key  uint64
	rule int
}

// NewLemmaTables makes an empty one.
func NewLemmaTables() *LemmaTables {
	return &LemmaTables{numbers: map[lemmaRule]int{}}
}

// Rule numbers the rule that makes lemma of word; both in the case that they
// shall have.
func (t *LemmaTables) Rule(word, lemma string) int {
	n := 0
	for n < len(word) && n < len(lemma) && word[n] == lemma[n] {
		n++
	}
	r := lemmaRule{len(word) - n, lemma[n:]}
	if n == 0 {
		r.strip = wholeWord
	}
	number, ok := t.numbers[r]
	if !ok {
		number = len(t.rules)
		t.numbers[r] = number
		t.rules = append(t.rules, fmt.Sprintf("%d %s", r.strip, r.add))
	}
	return number
}

// Exception sets the rule of a word, by its model.ClassKey, with a tag.
func (t *LemmaTables) Exception(key uint64, tag uint8, rule int) {
	t.exceptions = append(t.exceptions, keyedRule{ExceptionKey(key, tag), rule})
}

// Ending sets the rule of the words with an ending of up to 7 bytes and a tag.
func (t *LemmaTables) Ending(ending string, tag uint8, rule int) {
	var back uint64
	for i := range len(ending) {
		back |= uint64(ending[len(ending)-1-i]) << (8 * i)
	}
	t.endings = append(t.endings, keyedRule{EndingKey(back, len(ending), tag), rule})
}

// Write writes the file, with the lemmas that are to be had without
// allocating.
func (t *LemmaTables) Write(w io.Writer, lemmas []string) error {
	if len(t.rules) >= 1<<ruleBits {
		return fmt.Errorf("lemmatizer: %d rules", len(t.rules))
	}
	var text []byte
	slots := make([]uint32, len(lemmas)*3/2+1)
	for _, l := range lemmas {
		if len(l) > 255 {
			continue
		}
		at, _ := bits.Mul64(model.Hash(l), uint64(len(slots)))
		for slots[at] != 0 {
			at = (at + 1) % uint64(len(slots))
		}
		slots[at] = uint32(len(text)) + 1
		text = append(append(text, byte(len(l))), l...)
	}
	return model.Write(w, kindLemmas, []model.Section{
		{Name: "rules", Data: []byte(strings.Join(t.rules, "\n"))},
		{Name: "exceptions", Data: packRules(t.exceptions)},
		{Name: "endings", Data: packRules(t.endings)},
		{Name: "lemmas", Data: text},
		{Name: "index", Data: model.Bytes(slots)},
	})
}

func packRules(rules []keyedRule) []byte {
	t := ruleTable{make([]uint32, len(rules)*3/2+1)}
	for _, r := range rules {
		if _, ok := t.find(r.key); ok {
			continue
		}
		at, _ := bits.Mul64(r.key, uint64(len(t.slots)))
		for t.slots[at] != 0 {
			at = (at + 1) % uint64(len(t.slots))
		}
		t.slots[at] = uint32(r.key)&(1<<printBits-1) | uint32(r.rule)<<printBits | ruleTaken
	}
	return model.Bytes(t.slots)
}
