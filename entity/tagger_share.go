package entity

import (
	"github.com/dossier-nlp/dossier/internal/lexicon"
	"github.com/dossier-nlp/dossier/internal/model"
)

// A noun in the plural may head several names: "the Justice, State and
// Treasury departments" are three. The model sees such a list seldom, so a rule
// over the tokens names its members.

// sharedHeads are the plural nouns that make each member of a list before them
// an organization.
var sharedHeads = hashSet(`departments ministries bureaus directorates parliaments universities parties`)

// shareHeads sets the labels of the members of such lists, and gives them half
// of the probability that the model gave to other labels.
func (t *NameTagger) shareHeads(words []word, path []uint8, marginal []float32) {
	if t.org < 0 {
		return
	}
	for i := 3; i < len(words); i++ {
		if words[i-1].caps.named() && sharedHeads.has(words[i].lower) {
			t.shareHead(words, i, path, marginal)
		}
	}
}

// shareHead labels the list that ends before word i.
func (t *NameTagger) shareHead(words []word, i int, path []uint8, marginal []float32) {
	first, members := i, 0
	for j := i - 1; j >= 0; {
		end := j + 1
		for j >= 0 && words[j].caps.named() && words[j].lower != wordThe {
			j--
		}
		if !t.sharesHead(words[j+1:end], path[j+1:end], members) {
			break
		}
		first = j + 1
		members++
		before := j
		for j >= 0 && before-j < 2 && isLink(&words[j]) {
			j--
		}
		if j == before {
			break
		}
	}
	if members < 2 {
		return
	}
	L := t.model.chain.labels
	for j := first; j < i; {
		if !words[j].caps.named() {
			path[j] = outside
			j++
			continue
		}
		end := j + 1
		for end < i && words[end].caps.named() {
			end++
		}
		for k := j; k < end; k++ {
			path[k] = uint8(label(t.org, partAt(k-j, end-j)))
			p := &marginal[k*L+int(path[k])]
			*p += (1 - *p) / 2
		}
		j = end
	}
	// A name that started before the list, or went on behind it, ends there.
	mend(path, first, i)
}

// sharesHead tells whether words may be a member of a list, after so many
// others from the right: not a person, nor a nationality.
func (t *NameTagger) sharesHead(words []word, path []uint8, others int) bool {
	if len(words) == 0 || len(words) > 2 && others > 0 {
		return false
	}
	for k := range words {
		if words[k].listed.flags.Has(lexicon.Demonym|lexicon.People) ||
			path[k] != outside && t.model.kinds[kindOf(int(path[k]))] == Person && len(words) > 1 {
			return false
		}
	}
	return true
}

// isLink tells whether a word links the members of a list.
func isLink(w *word) bool {
	return isMark(w, ',') || isMark(w, '&') || w.lower == linkAnd || w.lower == linkOr
}

var (
	linkAnd = model.HashLower("and")
	linkOr  = model.HashLower("or")
	wordThe = model.HashLower("the")
)

// partAt is the part of a name of so many words that the one at i is.
func partAt(i, words int) int {
	switch {
	case words == 1:
		return single
	case i == 0:
		return begin
	case i == words-1:
		return end
	}
	return inside
}

// mend makes the labels outside of first to last (half open) whole names
// again.
func mend(path []uint8, first, last int) {
	if first > 0 && opens(path[first-1]) {
		k, from := kindOf(int(path[first-1])), first-1
		for from > 0 && partOf(int(path[from])) == inside {
			from--
		}
		for j := from; j < first; j++ {
			path[j] = uint8(label(k, partAt(j-from, first-from)))
		}
	}
	if last < len(path) && (partOf(int(path[last])) == inside || partOf(int(path[last])) == end) {
		for j := last; j < len(path); j++ {
			p := partOf(int(path[j]))
			path[j] = outside
			if p == end {
				break
			}
		}
	}
}

// opens tells whether a name goes on behind the label.
func opens(y uint8) bool {
	p := partOf(int(y))
	return p == begin || p == inside
}
