package entity

import "github.com/dossier-nlp/dossier/internal/model"

var wordOf, wordParty = model.HashLower("of"), model.HashLower("party")

// organs parts "the Rural Commission of the Northern People's Party": an organ
// of a party and the party are two organizations. The training data has such
// names both ways.
func (t *NameTagger) organs(words []word, path []uint8, marginal []float32) {
	if t.org < 0 {
		return
	}
	for first := 0; first < len(path); first++ {
		if path[first] != uint8(label(t.org, begin)) {
			continue
		}
		last := first + 1
		for last < len(path) && path[last-1] != uint8(label(t.org, end)) {
			last++
		}
		if k := organEnd(words[first:last]); k > 0 {
			t.partOrgan(first, first+k, last, path, marginal)
		}
		first = last - 1
	}
}

// organEnd is where "of the" stands between an organ and its party, or 0.
func organEnd(words []word) int {
	for k := 1; k+2 < len(words); k++ {
		if words[k].lower != wordOf || words[k+1].lower != wordThe || !words[k+2].caps.named() {
			continue
		}
		for _, w := range words[k+2:] {
			if w.lower == wordParty && w.caps.named() {
				return k
			}
		}
		return 0
	}
	return 0
}

// partOrgan makes the labels from first to last (half open) two names, with
// "of the" at middle between them.
func (t *NameTagger) partOrgan(first, middle, last int, path []uint8, marginal []float32) {
	L := t.model.chain.labels
	for i := first; i < last; i++ {
		y := outside
		switch {
		case i < middle:
			y = label(t.org, partAt(i-first, middle-first))
		case i >= middle+2:
			y = label(t.org, partAt(i-middle-2, last-middle-2))
		}
		row := marginal[i*L : (i+1)*L]
		row[y] = max(row[y], row[path[i]])
		path[i] = uint8(y)
	}
}
