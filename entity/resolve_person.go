package entity

import (
	"slices"
	"strings"

	"github.com/dossier-nlp/dossier/internal/lexicon"
)

// splitPerson makes "J.K." two words, as "J. K." is, and parts words at their
// hyphens: "Kim Jong-un" is "Kim Jong Un", and "Assad" a part of "al-Assad".
func (st *state) splitPerson(i int) {
	x := &st.info[i]
	text := st.text(int32(i))
	limit := int(x.words) + 2*maxNameWords
	for w := int(x.words); w < len(st.words) && len(st.words) < limit; w++ {
		word := st.words[w]
		cut := int32(strings.IndexByte(text[word.start:word.end], '-'))
		skip := int32(1)
		if word.letters == 2 && word.upper && word.end-word.start >= 3 && text[word.start+1] == '.' {
			cut, skip = 2, 0
		}
		if cut <= 0 {
			continue
		}
		first, second := foldWord(text[word.start:word.start+cut]), foldWord(text[word.start+cut+skip:word.end])
		if first.letters == 0 || second.letters == 0 {
			continue
		}
		first.start, first.end = word.start, word.start+first.end
		second.start, second.end = word.start+cut+skip, word.start+cut+skip+second.end
		second.capital = second.capital || word.capital && second.letters > 0
		st.words[w] = first
		st.words = slices.Insert(st.words, w+1, second)
	}
	x.wordsEnd = int32(len(st.words))
}

// cutPerson ends a person's name where a phrase follows it: "Lee of the Civic
// Union". Two people named together are nobody's name.
func (st *state) cutPerson(i int) {
	x := &st.info[i]
	for w := x.words + 1; w < x.wordsEnd; w++ {
		switch word := &st.words[w]; {
		case word.hash == andWord:
			x.together = true
		case word.capital || w < x.words+2 || x.together:
		case word.hash == ofWord, word.hash == fromWord, word.hash == forWord, word.hash == inWord, word.hash == atWord:
			x.wordsEnd = w
			st.words = st.words[:w]
			return
		}
	}
}

var ofWord, fromWord, forWord, inWord, atWord = wordHash("of"), wordHash("from"), wordHash("for"), wordHash("in"), wordHash("at")

// titleAt returns how many words of a title a person's name begins with, and
// what the lists say of it. A word that is a given name as well is
// no title if a single word would remain ("Dean Ortner"), unless it is a form
// of address.
func (st *state) titleAt(i int) (int32, lexicon.Flag) {
	x := &st.info[i]
	text := st.text(int32(i))
	st.tokens = st.tokens[:0]
	for w := x.words; w < min(x.wordsEnd, x.words+4); w++ {
		st.tokens = append(st.tokens, lexicon.TokenOf(text[st.words[w].start:st.words[w].end]))
	}
	m := lexicon.Longest(st.tokens, 0)
	switch f := m.Flags; {
	case m.Len == 0 || !f.Has(lexicon.Title|lexicon.Honorific|lexicon.Role):
		return 0, 0
	case m.Len == 1 && f.Has(lexicon.FirstName) && !f.Has(lexicon.Honorific) && (x.wordsEnd-x.words == 2 || st.words[x.words+1].initial()):
		return 0, 0
	default:
		return int32(m.Len), f
	}
}

// onlyTitle reports whether a person's name is nothing but a title: "the Prime
// Minister".
func (st *state) onlyTitle(i int) bool {
	x := &st.info[i]
	text := st.text(int32(i))
	st.tokens = st.tokens[:0]
	for w := x.words; w < x.wordsEnd; w++ {
		st.tokens = append(st.tokens, lexicon.TokenOf(text[st.words[w].start:st.words[w].end]))
	}
	m := lexicon.Longest(st.tokens, 0)
	return m.Len == len(st.tokens) && m.Flags.Has(lexicon.Title|lexicon.Role) &&
		!m.Flags.Has(lexicon.FirstName|lexicon.Surname)
}

// givenGender takes the gender from the given name of a name of several words;
// a single one may be anybody's family name. A family name that stands first,
// before a given name ("Zhang Wei"), does not count.
func (st *state) givenGender(i int) {
	x := &st.info[i]
	if x.wordsEnd-x.words < 2 {
		return
	}
	first := x.words
	for first < x.wordsEnd-1 && st.words[first].initial() {
		first++
	}
	f, last := st.personFlags(i, first), st.personFlags(i, x.wordsEnd-1)
	if f.Has(lexicon.Surname) && !last.Has(lexicon.Surname) {
		f = last
	}
	if f.Has(lexicon.FirstName) {
		x.gender = genderOf(f)
	}
}

// personFlags returns what the lists say of a word of mention i.
func (st *state) personFlags(i int, w int32) lexicon.Flag {
	text := st.text(int32(i))
	return lexicon.TokenOf(text[st.words[w].start:st.words[w].end]).Word()
}

// titleBefore reads a title or honorific that stands before the name, outside
// the mention: "Mrs." in "Mrs. Obama" if the mention is "Obama".
func (st *state) titleBefore(i int) {
	m, x := &st.ms[i], &st.info[i]
	tok := st.token(int32(i), m.First-1)
	if tok == nil || tok.Text == "" {
		return
	}
	f := lexicon.TokenOf(tok.Text).Word()
	if !f.Has(lexicon.Title | lexicon.Honorific | lexicon.Role) {
		return
	}
	x.title = true
	if g := genderOf(f); g != anyGender && f.Has(lexicon.Honorific) {
		x.gender = g
	} else if x.gender == anyGender {
		x.gender = g
	}
}

func genderOf(f lexicon.Flag) gender {
	switch f.Gender() {
	case lexicon.MaleGender:
		return male
	case lexicon.FemaleGender:
		return female
	}
	return anyGender
}

// suffixOf tells what follows a person's name: 1 for Jr., 2 for Sr., the
// number and two for a Roman numeral, 0 if it is none of these.
func suffixOf(word string) uint8 {
	switch word {
	case "Jr", "Jr.", "jr", "jr.", "Junior", "JR":
		return 1
	case "Sr", "Sr.", "sr", "sr.", "Senior", "SR":
		return 2
	}
	return romanSuffix(word)
}

func romanSuffix(word string) uint8 {
	if len(word) > 5 {
		return 0
	}
	total, last := 0, 0
	for i := len(word) - 1; i >= 0; i-- {
		v := 0
		switch word[i] {
		case 'I':
			v = 1
		case 'V':
			v = 5
		case 'X':
			v = 10
		default:
			return 0
		}
		if v < last {
			v = -v
		} else {
			last = v
		}
		total += v
	}
	if total <= 0 || total > 30 {
		return 0
	}
	return uint8(total + 2)
}
