package entity

import "github.com/dossier-nlp/dossier/internal/lexicon"

// maxModifiers bounds the words of a phrase on either side of its noun.
const maxModifiers = 12

// premodified takes the modifiers before noun h into a phrase, and scores it by
// the best of them. f.coords gets the starts of the modifiers with a link that
// are joined by "and" or a comma, the nearest first.
func (f *groupFinder) premodified(h int) phrase {
	p := phrase{first: h, last: h + 1, head: h, noun: h}
	f.coords = f.coords[:0]
	linked := None // start of the nearest modifier with a link in the stretch at hand
	if f.plural(h) || f.theDemonym(h) {
		p.score = scoreDemonym
		for p.first > 0 && h-p.first < maxModifiers && f.plural(p.first-1) {
			p.first--
		}
	}
	for k := p.first - 1; k >= 0 && h-k <= maxModifiers; k-- {
		if n := f.within[k]; n >= 0 {
			score, ok := f.nameModifies(&f.names[n], h, k)
			if !ok {
				break
			}
			k = f.names[n].First
			p.first, p.score, linked = k, max(p.score, score), k
			if f.names[n].Kind == Person {
				break
			}
			continue
		}
		tok := &f.tokens[k]
		switch {
		case tok.Tag == "POS":
			if !f.possessive(k, h) {
				return f.close(p, linked)
			}
			continue // taken in with what is before it
		case tok.Tag == "CC" || tok.Text == ",":
			if linked != k+1 || k == 0 || !f.joins(k, h) {
				return f.close(p, linked)
			}
			f.coords = append(f.coords, linked)
			continue
		case f.link[k] != lexicon.NoLink && f.flags[k].Has(lexicon.Demonym|lexicon.Country|lexicon.Org):
			goesOn := linked == k+1 && f.sameName(k, k+1) // "South African", whatever a parser says
			if !goesOn && f.detached(k, h) && len(f.coords) == 0 {
				return f.close(p, linked)
			}
			p.first, linked = k, k
			if f.flags[k].Has(lexicon.Demonym) {
				p.score = max(p.score, scoreDemonym)
			} else {
				p.score = max(p.score, scoreName)
			}
			continue
		case groupOfPlace.has(f.keys[k].Hash) && k+1 < h && f.tokens[k+1].Tag == "POS":
			p.first, p.score = k, max(p.score, scorePronoun)
			continue
		case tok.Tag == "PRP$":
			if p.score == 0 && groupOfPronoun.has(f.keys[h].Hash) && thirdPerson(tok.Text) {
				p.first, p.score = k, scorePronoun
			}
			return f.close(p, linked)
		}
		if !f.modifier(k) || f.detached(k, h) || f.tokens[k+1].Tag == "CD" && tok.Tag[0] == 'N' {
			break
		}
		p.first = k
	}
	return f.close(p, linked)
}

// close ends the list of joined modifiers and trims the phrase's left edge.
func (f *groupFinder) close(p phrase, linked int) phrase {
	if len(f.coords) > 0 {
		if linked != None && linked < f.coords[len(f.coords)-1] {
			f.coords = append(f.coords, linked)
		} else {
			p.first = max(p.first, f.coords[len(f.coords)-1])
			f.coords = f.coords[:0]
		}
	}
	for p.first < p.noun && f.within[p.first] < 0 {
		switch f.tokens[p.first].Tag {
		case "POS", "HYPH", "CC", ",", "``", "''":
			p.first++
			continue
		}
		break
	}
	return p
}

// nameModifies tells whether a name whose last token is k makes a group of noun
// h, and how surely.
func (f *groupFinder) nameModifies(m *Mention, h, k int) (score float64, ok bool) {
	if m.Last != k+1 || f.detached(k, h) && len(f.coords) == 0 && !(k+1 == h && !f.isObject(m)) {
		return 0, false
	}
	if k+1 >= h-1 && m.Kind == Org && apposed.has(f.keys[h].Hash) && f.link[k] != lexicon.Adjective {
		return 0, false
	}
	if m.Kind == Person && !groupOfPerson.has(f.keys[h].Hash) {
		return 0, false
	}
	if m.Kind == Group {
		return 0, false
	}
	if m.Last-m.First == 1 && f.flags[k].Has(lexicon.Demonym) && f.link[k] == lexicon.Adjective {
		return scoreDemonym, true
	}
	return scoreName, true
}

// isObject tells a name that is an object by itself: "told Reuters officials".
// In front of a noun, other names belong to it, whatever a parser says.
func (f *groupFinder) isObject(m *Mention) bool {
	switch f.tokens[min(max(m.Head, m.First), m.Last-1)].Dep {
	case "obj", "iobj", "obl", "obl:unmarked":
		return true
	}
	return false
}

// possessive tells whether the "'s" at k may be in the phrase of noun h: behind
// a name, a country or a word like "country".
func (f *groupFinder) possessive(k, h int) bool {
	if k == 0 || f.detached(k-1, h) {
		return false
	}
	return f.within[k-1] >= 0 || f.link[k-1] != lexicon.NoLink || groupOfPlace.has(f.keys[k-1].Hash)
}

// joins tells whether the "and" or comma at k joins two modifiers of noun h:
// two demonyms, or two names of which the tree hangs the first on the noun.
// "US" and the like count as demonyms, "France" does not: "France and German
// officials" are two.
func (f *groupFinder) joins(k, h int) bool {
	left, right := k-1, k+1
	if f.tokens[k].Text == "," && !f.restJoins(k, h) {
		return false
	}
	if f.tokens[left].Text == "," { // "NATO, U.S., and Afghan forces"
		left--
		if left < 0 {
			return false
		}
	}
	if f.adjectival(left) && f.adjectival(right) {
		return true
	}
	if f.within[left] < 0 || f.within[right] < 0 || f.names[f.within[left]].Kind == Person {
		return false
	}
	return f.names[f.within[left]].Kind == f.names[f.within[right]].Kind && !f.detached(left, h)
}

// restJoins tells whether the comma at k is one of a list before noun h: an
// "and" follows, or, as headlines have it, nothing but one modifier.
func (f *groupFinder) restJoins(k, h int) bool {
	for i := k + 1; i < h; i++ {
		if f.tokens[i].Tag == "CC" {
			return true
		}
	}
	return k+2 >= h && f.link[k+1] == lexicon.Adjective && f.link[k-1] != lexicon.NoLink
}

// adjectival tells a demonym or a country's or body's abbreviation.
func (f *groupFinder) adjectival(i int) bool {
	if f.link[i] == lexicon.Adjective {
		return true
	}
	return f.keys[i].Case == lexicon.Upper && len(f.tokens[i].Text) <= 5 &&
		(f.flags[i].Has(lexicon.Country|lexicon.Org) || f.within[i] >= 0)
}

// modifier tells a word that may stand between the link and the noun.
func (f *groupFinder) modifier(k int) bool {
	if quantifiers.has(f.keys[k].Hash) {
		return false
	}
	switch f.tokens[k].Tag {
	case "JJ", "JJR", "JJS", "NN", "NNP", "NNS", "NNPS", "CD", "HYPH", "AFX", "VBN":
		return true
	case "VBG", "VBD":
		return f.tokens[k].Dep == "amod"
	}
	return false
}

// detached tells whether the tree, if there is one, hangs token k on something
// outside of the phrase of noun h. Adjectives and common nouns next to the
// noun belong to it whatever a parser says.
func (f *groupFinder) detached(k, h int) bool {
	switch f.tokens[k].Tag {
	case "JJ", "JJR", "JJS", "NN", "CD", "HYPH", "AFX":
		return false
	}
	if f.tokens[k].Dep == "" || f.tokens[k+1].Tag == "HYPH" { // "NATO-led forces", which parsers tear apart
		return false
	}
	for i, steps := k, 0; steps < maxModifiers; steps++ {
		back := f.tokens[i].Dep == "conj" || f.tokens[i].Dep == "flat"
		j := f.tokens[i].Head
		if j == h {
			return false
		}
		if j < 0 || j >= len(f.tokens) || j > h || j < i && !back {
			return true
		}
		i = j
	}
	return true
}

// postmodified takes in the phrases behind the noun that name a place or an
// organization: "rebels in the Ivory Coast", "militants based in Pakistan".
func (f *groupFinder) postmodified(p phrase) phrase {
	bare := p.score == 0
	at := p.last
	for range 3 {
		if at+1 >= len(f.tokens) {
			return p
		}
		tok := &f.tokens[at]
		switch {
		case groupPrepositions.has(f.keys[at].Hash):
			if !(bare && at == p.noun+1) && !f.hangs(at, p.noun) {
				return p
			}
		case tok.Tag == "VBG" || tok.Tag == "VBN" || tok.Tag == "JJ":
			if f.tokens[at].Dep == "" || noParticiple.has(f.keys[at].Hash) || !f.hangs(at, p.noun) || tok.Tag != "VBG" && !phrasePrepositions.has(f.keys[at+1].Hash) {
				return p
			}
		default:
			return p
		}
		end, linked := f.object(at + 1)
		if end == at+1 || bare && f.keys[at].Hash == hashFrom && f.organizations(at+1, end) > 1 {
			return p // "representatives from the Justice and State departments": those are the actors
		}
		at = end
		if linked {
			p.last = end
			p.score = max(p.score, scorePhrase)
		}
	}
	return p
}

// listGoesOn tells whether a name follows the comma at k, and then an "and".
func (f *groupFinder) listGoesOn(k int) bool {
	if k+1 == len(f.tokens) || f.within[k+1] < 0 && !f.flags[k+1].Has(lexicon.Country) {
		return false
	}
	for i := k + 1; i < len(f.tokens) && i < k+maxModifiers; i++ {
		switch {
		case f.tokens[i].Tag == "CC":
			return i+1 < len(f.tokens) && f.tokens[i].Text == "and"
		case f.tokens[i].Text != "," && f.within[i] < 0 && !f.flags[i].Has(lexicon.Country):
			return false
		}
	}
	return false
}

// organizations counts the organizations named from i to end.
func (f *groupFinder) organizations(i, end int) int {
	n, last := 0, int32(None)
	for ; i < end; i++ {
		if k := f.within[i]; k >= 0 && k != last && f.names[k].Kind == Org {
			n++
			last = k
		}
	}
	return n
}

// hangs tells whether the phrase that begins at i belongs to one that begins
// with noun h: the word itself or, behind a preposition, its object hangs from
// a word of it.
func (f *groupFinder) hangs(i, h int) bool {
	if f.tokens[i].Dep == "" {
		return true
	}
	head := f.tokens[i].Head
	if head > i && head < len(f.tokens) {
		head = f.tokens[head].Head
	}
	return h <= head && head < i
}

// object reads a noun phrase from i on and tells whether a place or an
// organization is in it.
func (f *groupFinder) object(i int) (end int, linked bool) {
	end = i
	for k := i; k < len(f.tokens) && k-i < maxModifiers; k++ {
		tok := &f.tokens[k]
		if n := f.within[k]; n >= 0 {
			if f.names[n].Kind == Person {
				break
			}
			linked = true
			k = max(k, f.names[n].Last-1)
			end = k + 1
			continue
		}
		switch tok.Tag {
		case "DT", "PRP$":
			if end > i {
				return end, linked
			}
			continue
		case "POS", "HYPH":
			continue
		case "IN", "TO":
			if f.link[k] != lexicon.NoLink { // inside a listed name
				continue
			}
			if end > i || k > i+1 {
				return end, linked
			}
			continue // "militants loyal to"
		case ",":
			if end == i || !f.listGoesOn(k) {
				return end, linked
			}
			continue
		case "CC":
			if end == i || k+1 == len(f.tokens) || f.link[k+1] == lexicon.NoLink && f.within[k+1] < 0 {
				return end, linked
			}
			continue
		}
		if !f.modifier(k) || f.flags[k].Has(lexicon.Calendar) || timeWords.has(f.keys[k].Hash) {
			break
		}
		if f.link[k] != lexicon.NoLink && f.flags[k].Has(lexicon.Demonym|lexicon.Country|lexicon.Org) || f.flags[k].Has(lexicon.Places) && !f.flags[k].Has(lexicon.Common|lexicon.Surname|lexicon.FirstName) {
			linked = true
		}
		end = k + 1
	}
	return end, linked
}

// counted takes in what counts a group: "thousands of", "at least 13".
func (f *groupFinder) counted(p phrase) phrase {
	if p.first >= 2 && f.keys[p.first-1].Hash == hashOf && groupCounts.has(f.keys[p.first-2].Hash) {
		p.first -= 2
		p.head = p.first
		for p.first > 0 && f.tokens[p.first-1].Tag == "CD" {
			p.first--
		}
		return p
	}
	if f.tokens[p.first].Tag != "CD" {
		return p
	}
	for _, words := range countingWords {
		if n := len(words); p.first >= n {
			same := true
			for i, w := range words {
				same = same && f.keys[p.first-n+i].Hash == w
			}
			if same {
				p.first -= n
				return p
			}
		}
	}
	return p
}

// thirdPerson tells the pronouns that may stand for a named actor.
func thirdPerson(word string) bool {
	switch word {
	case "its", "their", "his", "her", "Its", "Their", "His", "Her":
		return true
	}
	return false
}
