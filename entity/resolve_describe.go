package entity

import (
	"github.com/dossier-nlp/dossier/internal/lexicon"
	"github.com/dossier-nlp/dossier/internal/model"
)

// describe works out what mention i says by itself: its key words, what the
// word lists know of it, gender and number.
func (st *state) describe(i int) {
	m, x := &st.ms[i], &st.info[i]
	if m.Form == Name || m.Form == GroupForm || m.Form == "" {
		x.words = int32(len(st.words))
		st.words = appendWords(st.words, st.text(int32(i)))
		x.wordsEnd = int32(len(st.words))
		st.trim(i)
		x.key = keyOf(st.words[x.words:x.wordsEnd])
	}
	c := cluster{kind: m.Kind, gender: x.gender, number: x.number, suffix: x.suffix,
		full: -1, size: 1, country: x.country, place: -1}
	if x.wordsEnd > x.words {
		c.full = int32(i)
	}
	st.clusters[i] = c
}

// keyOf hashes the words of a name in their order.
func keyOf(words []nameWord) uint64 {
	var key uint64
	for i := range words {
		if i == 0 {
			key = words[0].hash
		} else {
			key = model.Mix(key, words[i].hash)
		}
	}
	return key
}

// trim takes articles off a name, and off a person's the titles and suffixes,
// and notes what they say.
func (st *state) trim(i int) {
	m, x := &st.ms[i], &st.info[i]
	text := st.text(int32(i))
	word := func(w int32) string { return text[st.words[w].start:st.words[w].end] }
	for x.wordsEnd-x.words > 1 && isArticle(word(x.words)) {
		x.words++
	}
	if m.Kind != Person {
		st.lookUp(i)
		x.number = anyNumber
		if m.Kind == Place {
			x.number = singular
		}
		x.gender = neuter
		if m.Kind == Group {
			x.number, x.gender = plural, anyGender
		}
		return
	}
	x.number = singular
	for x.wordsEnd-x.words > 1 {
		f := lexicon.TokenOf(word(x.words)).Word()
		if !f.Has(lexicon.Title|lexicon.Honorific|lexicon.Role) || f.Has(lexicon.FirstName|lexicon.Surname) && x.wordsEnd-x.words == 2 && !f.Has(lexicon.Honorific) {
			break
		}
		x.title = true
		x.gender = genderOf(f)
		x.words++
	}
	for x.wordsEnd-x.words > 1 {
		suffix := suffixOf(word(x.wordsEnd - 1))
		if suffix == 0 {
			break
		}
		x.suffix = suffix
		x.wordsEnd--
	}
	if x.gender == anyGender && x.wordsEnd > x.words {
		st.givenGender(i)
	}
	st.titleBefore(i)
}

// givenGender takes the gender from the first name.
func (st *state) givenGender(i int) {
	x := &st.info[i]
	text := st.text(int32(i))
	for w := x.words; w < x.wordsEnd; w++ {
		if st.words[w].initial() {
			continue
		}
		f := lexicon.TokenOf(text[st.words[w].start:st.words[w].end]).Word()
		if f.Has(lexicon.FirstName) && (x.wordsEnd-x.words > 1 || !f.Has(lexicon.Surname)) {
			x.gender = genderOf(f)
		}
		return
	}
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

// lookUp asks the word lists for the country or organization of a name.
func (st *state) lookUp(i int) {
	m, x := &st.ms[i], &st.info[i]
	text := st.text(int32(i))
	st.tokens = st.tokens[:0]
	for w := x.words; w < x.wordsEnd; w++ {
		st.tokens = append(st.tokens, lexicon.TokenOf(text[st.words[w].start:st.words[w].end]))
	}
	match := lexicon.Longest(st.tokens, 0)
	if match.Len == 0 || match.Len != len(st.tokens) || match.ID < 0 {
		return
	}
	_, kind := lexicon.Name(match.ID)
	switch {
	case match.Link > lexicon.FormerOf && match.Link < lexicon.CapitalOf:
		return
	case kind.Has(lexicon.Country):
		if m.Kind != Person && m.Kind != Group {
			x.country = int32(match.ID)
		}
	case kind.Has(lexicon.Org):
		if m.Kind == Org {
			x.record = int32(match.ID)
		}
	case m.Kind == Place:
		x.record = int32(match.ID)
		if kind.Has(lexicon.Capital) {
			x.capital = int32(match.ID)
		}
	}
}

func isArticle(word string) bool {
	switch word {
	case "the", "The", "THE", "a", "A", "an", "An":
		return true
	}
	return false
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
