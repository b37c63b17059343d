package entity

import (
	"context"

	"github.com/dossier-nlp/dossier/internal/desk"
	"github.com/dossier-nlp/dossier/internal/lexicon"
)

// groupFinder finds the groups of a sentence. It is scratch of a call.
type groupFinder struct {
	found    []Mention
	replaced []int // names that became groups: indices in doc.Mentions

	doc      *Document
	sentence int
	tokens   []Token
	keys     []lexicon.Token
	flags    []lexicon.Flag
	link     []lexicon.Link // how a demonym points to its place
	within   []int32        // index in names of the name that covers the token, None if none
	names    []Mention      // of the sentence
	before   int            // mentions of the document before them
	coords   []int          // starts of coordinated modifiers in the phrase at hand
}

// release gives the finder back without the document.
func (f *groupFinder) release(ctx context.Context) {
	clear(f.found)
	f.doc, f.tokens, f.names = nil, nil, nil
	groupFinders.Give(ctx, f)
}

// phrase is a noun phrase that may be a group.
type phrase struct {
	first, last int
	head        int     // of the whole
	noun        int     // that the modifiers stand before; the head but in "thousands of refugees"
	score       float64 // 0 if nothing makes it a group
}

// find looks at a sentence, whose names are the document's mentions from first to
// last, half open.
func (f *groupFinder) find(doc *Document, sentence, first, last int) {
	f.doc, f.sentence, f.names, f.before = doc, sentence, doc.Mentions[first:last], first
	f.tokens = doc.Sentences[sentence].Tokens
	f.read()
	for h := range f.tokens {
		if !f.headsGroup(h) {
			continue
		}
		p := f.premodified(h)
		p = f.postmodified(p)
		if p.score == 0 || f.describes(p) {
			continue
		}
		p = f.counted(p)
		f.add(p)
		f.addParts(p)
	}
}

// read looks the words of the sentence up.
func (f *groupFinder) read() {
	n := len(f.tokens)
	f.keys = desk.Sized(f.keys, n)
	f.flags = desk.Sized(f.flags, n)
	f.link = desk.Sized(f.link, n)
	f.within = desk.Sized(f.within, n)
	for i := range f.tokens {
		f.keys[i] = lexicon.TokenOf(f.tokens[i].Text)
		f.flags[i], f.link[i], f.within[i] = 0, lexicon.NoLink, None
	}
	for i := 0; i < n; i++ {
		m := lexicon.Longest(f.keys, i)
		switch {
		case m.Flags.Has(lexicon.Demonym | lexicon.Country):
		case m.Flags.Has(lexicon.Org) && (m.Len > 1 || m.Flags.Has(lexicon.Armed|lexicon.World|lexicon.Acronym) && !m.Flags.Has(lexicon.Common)):
		case f.keys[i].Case != lexicon.Lower && partyWords.has(f.keys[i].Hash):
			m.Len, m.Flags, m.Link = 1, f.keys[i].Word()|lexicon.Org, lexicon.ShortFor
		default:
			m.Len, m.Flags, m.Link = 1, f.keys[i].Word(), lexicon.NoLink
		}
		for k := i; k < i+m.Len; k++ {
			f.flags[k] |= m.Flags
			f.link[k] = m.Link
		}
		i += max(m.Len, 1) - 1
	}
	for k := range f.names {
		m := &f.names[k]
		if m.Form != Name || m.First < 0 || m.Last > n {
			continue
		}
		for i := m.First; i < m.Last; i++ {
			f.within[i] = int32(k)
		}
	}
}

// headsGroup tells whether token h can be the head of a group.
func (f *groupFinder) headsGroup(h int) bool {
	tag := f.tokens[h].Tag
	if len(tag) < 2 || tag[:2] != "NN" && !(tag == "JJ" && (f.link[h] == lexicon.Adjective || f.keys[h].Hash == hashMilitary)) {
		return false
	}
	if f.nounFollows(h) {
		return false
	}
	if f.plural(h) || f.theDemonym(h) {
		return f.freeOfName(h)
	}
	if f.within[h] >= 0 || f.link[h] == lexicon.Adjective {
		return false
	}
	if f.flags[h].Has(lexicon.GroupNoun) || groupOfPronoun.has(f.keys[h].Hash) || groupOfPerson.has(f.keys[h].Hash) {
		return true
	}
	if h > 0 && (f.keys[h].Hash == hashArm && armKinds.has(f.keys[h-1].Hash) ||
		f.keys[h].Hash == hashFigures && figureKinds.has(f.keys[h-1].Hash)) {
		return true
	}
	return tag == "NNS" && (agentive(f.tokens[h].Text, f.keys[h].Hash) || f.flags[h].Has(lexicon.Role))
}

// describes tells a singular phrase that says what something named is, and is
// no actor of its own: "Blue Sea Watch, a group based in Bergen".
func (f *groupFinder) describes(p phrase) bool {
	if f.tokens[p.noun].Tag == "NNS" || f.tokens[p.noun].Tag == "NNPS" || f.plural(p.noun) {
		return false
	}
	if f.tokens[p.noun].Dep == "appos" && f.setOff(p) || f.namedBehind(p) {
		return true
	}
	if p.first == 0 || f.keys[p.first-1].Hash != hashA && f.keys[p.first-1].Hash != hashAn {
		return false
	}
	if p.score == scorePhrase {
		return true
	}
	for i := max(p.first-maxModifiers, 0); i < p.first; i++ {
		if f.tokens[i].Dep == "cop" && f.tokens[i].Head == p.noun {
			return true
		}
	}
	return false
}

// setOff tells whether a comma or the like stands before the phrase and its
// article.
func (f *groupFinder) setOff(p phrase) bool {
	i := p.first - 1
	if i >= 0 && f.tokens[i].Tag == "DT" {
		i--
	}
	if i < 0 {
		return false
	}
	switch f.tokens[i].Tag {
	case ",", ":", "HYPH", "-LRB-", "(":
		return true
	}
	return false
}

// namedBehind tells whether the name of the thing follows: "the separatist group
// ETA".
func (f *groupFinder) namedBehind(p phrase) bool {
	if p.noun+1 == len(f.tokens) || f.within[p.noun+1] < 0 {
		return false
	}
	m := &f.names[f.within[p.noun+1]]
	return m.First == p.noun+1 && m.Kind == Org
}

// plural tells a demonym in the plural: "Swedes", "Palestinians".
func (f *groupFinder) plural(h int) bool {
	return f.link[h] == lexicon.Persons && f.flags[h].Has(lexicon.Demonym)
}

// theDemonym tells an adjective for the people: "the Chinese", "the French".
func (f *groupFinder) theDemonym(h int) bool {
	if f.link[h] != lexicon.Adjective || h == 0 || f.keys[h].Case == lexicon.Lower || f.within[h] >= 0 {
		return false
	}
	switch word := f.tokens[h].Text; {
	case len(word) < 5 || f.tokens[h-1].Text != "the" && f.tokens[h-1].Text != "The":
		return false
	default:
		end := word[len(word)-2:]
		return (end == "se" || end == "sh" || end == "ch" || end == "ss") && f.clauseRole(h)
	}
}

// clauseRole tells whether the token is a subject, an object or the like.
func (f *groupFinder) clauseRole(h int) bool {
	switch f.tokens[h].Dep {
	case "nsubj", "nsubj:pass", "obj", "iobj", "obl", "nmod", "nmod:poss", "obl:agent", "conj":
		return true
	}
	return false
}

// freeOfName tells whether a demonym is not part of a longer name. A name that
// is the demonym alone gives way.
func (f *groupFinder) freeOfName(h int) bool {
	k := f.within[h]
	if k < 0 {
		return true
	}
	if f.names[k].Last != h+1 {
		return false
	}
	first := h
	for first > 0 && f.within[first-1] == k {
		first--
	}
	if f.link[first] != lexicon.Persons {
		return false
	}
	if f.names[k].Kind != Group { // the user's own stays
		f.replaced = append(f.replaced, f.before+int(k))
	}
	for i := first; i <= h; i++ {
		f.within[i] = None
	}
	return true
}

// nounFollows tells whether the token only modifies the noun behind it. A body
// in front of a person's role is a group of its own: "a Ugandan army spokesman".
func (f *groupFinder) nounFollows(h int) bool {
	if h+1 == len(f.tokens) {
		return false
	}
	next := &f.tokens[h+1]
	switch {
	case next.Tag == "HYPH" || next.Tag == "AFX":
		return true
	case len(next.Tag) < 2 || next.Tag[:2] != "NN" && next.Tag != "JJ" && next.Tag != "CD":
		return false
	case f.tokens[h].Tag == "NNS" && f.link[h] == lexicon.NoLink:
		// parsers take "ministers meeting in Cairo" for a compound
		return f.flags[h+1].Has(lexicon.Role | lexicon.Title | lexicon.GroupNoun)
	case (next.Tag == "NN" || next.Tag == "NNP") && bodyWords.has(f.keys[h].Hash) && f.flags[h+1].Has(lexicon.Role):
		return false
	case next.Dep == "root" && bodyWords.has(f.keys[h].Hash) && f.keys[h+1].Case == lexicon.Lower:
		// taggers take "police arrest four" for a noun
		return f.flags[h+1].Has(lexicon.GroupNoun)
	case f.tokens[h].Dep == "" || f.tokens[h].Tag == "JJ":
		return next.Tag[:2] == "NN"
	}
	switch f.tokens[h].Dep {
	case "compound", "amod", "nummod", "flat", "nmod:poss", "nmod:desc", "compound:prt":
		return f.tokens[h].Head > h
	}
	return next.Tag[:2] == "NN" && f.link[h] == lexicon.Adjective
}

// add appends the mention of a phrase. Its head is the word that the tree hangs
// the phrase by, be it right or not: that is where its relations are.
func (f *groupFinder) add(p phrase) {
	for range maxModifiers {
		up := f.tokens[p.head].Head
		if f.tokens[p.head].Dep == "" || up < p.first || up >= p.last {
			break
		}
		p.head = up
	}
	start, end := f.tokens[p.first].Start, f.tokens[p.last-1].End
	f.found = append(desk.Room(f.found, 1), Mention{
		Start: start, End: end, Text: f.doc.Text[start:end], Kind: Group, Form: GroupForm,
		Entity: None, Sentence: f.sentence, First: p.first, Last: p.last, Head: p.head, Score: p.score,
	})
}

// addParts appends the parts of a coordination of modifiers.
func (f *groupFinder) addParts(p phrase) {
	if len(f.coords) < 2 {
		return
	}
	for _, c := range f.coords[1:] { // all but the last, which lies next to the noun
		first, last := c, c+1
		if k := f.within[c]; k >= 0 {
			first, last = f.names[k].First, f.names[k].Last
		} else {
			for last < p.noun && f.link[last] != lexicon.NoLink && f.sameName(c, last) {
				last++
			}
		}
		f.add(phrase{first: first, last: last, head: last - 1, score: p.score})
	}
	f.add(phrase{first: f.coords[0], last: p.noun + 1, head: p.noun, score: p.score})
}

func (f *groupFinder) sameName(i, j int) bool {
	return f.link[i] == f.link[j] && f.tokens[j].Tag != "CC" && f.tokens[j].Tag != ","
}
