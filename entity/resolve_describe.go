package entity

import (
	"strings"

	"github.com/dossier-nlp/dossier/internal/desk"
	"github.com/dossier-nlp/dossier/internal/lexicon"
	"github.com/dossier-nlp/dossier/internal/model"
)

// describe works out what mention i says by itself: its key words, what the
// word lists know of it, gender and number.
func (st *state) describe(i int) {
	m, x := &st.ms[i], &st.info[i]
	if m.Form == Name || m.Form == GroupForm || m.Form == "" {
		x.words = int32(len(st.words))
		st.words = appendWords(desk.Room(st.words, maxNameWords), st.text(int32(i)))
		if m.Last-m.First > 3 && m.Form == Name && len(st.headOf) > 0 {
			st.cutPhrase(i)
		}
		x.wordsEnd = int32(len(st.words))
		if m.Kind == Person {
			st.splitPerson(i)
			st.cutPerson(i)
		} else {
			st.joinInitials(i)
		}
		st.trim(i)
		x.key = keyOf(st.words[x.words:x.wordsEnd])
	}
	c := cluster{kind: m.Kind, gender: x.gender, number: x.number, suffix: x.suffix,
		full: -1, size: 1, named: x.role == given || x.country >= 0, country: x.country, place: -1, roles: -1}
	if x.wordsEnd > x.words {
		c.full, c.named = int32(i), true
	}
	st.clusters[i] = c
}

// joinInitials makes "U. S." one word, as "U.S." is.
func (st *state) joinInitials(i int) {
	x := &st.info[i]
	text := st.text(int32(i))
	out := x.words
	for w := x.words; w < x.wordsEnd; {
		first := w
		for w < x.wordsEnd && st.words[w].initial() && st.words[w].upper && strings.HasSuffix(text[:st.words[w].end], ".") {
			w++
		}
		word := st.words[first]
		if w < first+2 {
			w = first + 1
		} else {
			word = foldWord(strings.ReplaceAll(text[st.words[first].start:st.words[w-1].end], " ", ""))
			word.start, word.end = st.words[first].start, st.words[w-1].end
		}
		st.words[out] = word
		out++
	}
	st.words = st.words[:out]
	x.wordsEnd = out
}

// cutPhrase leaves the name's own words of a mention that is a whole phrase:
// "the Norland minister Anna Ruiz, who left in May" ends at the comma, and
// begins with the first capital.
func (st *state) cutPhrase(i int) {
	m, x := &st.ms[i], &st.info[i]
	toks := st.doc.Sentences[m.Sentence].Tokens
	end := m.End
	for t := m.First + 1; t < m.Last; t++ {
		if t > m.Head && endsName(&toks[t]) && !(toks[t].Text == "," && t+1 < m.Last && keepsComma(toks[t+1].Text)) {
			end = toks[t].Start
			break
		}
	}
	for n := len(st.words); n > int(x.words)+1 && m.Start+int(st.words[n-1].start) >= end; n-- {
		st.words = st.words[:n-1]
	}
	first := int(x.words)
	for first < len(st.words)-1 && !st.words[first].capital && m.Start+int(st.words[first].start) < toks[m.Head].Start {
		first++
	}
	x.words = int32(first)
}

// endsName reports whether a word cannot be inside a name: a comma, a bracket,
// a relative pronoun, a verb, a preposition other than "of", "for", "and".
func endsName(tok *Token) bool {
	switch tok.Tag {
	case ",", "-LRB-", ":", "WP", "WDT", "WRB", "PRP":
		return true
	case "VBD", "VBZ", "VBP", "VBN", "VBG", "VB", "MD", "TO":
		return tok.Text != "" && tok.Text[0] >= 'a'
	case "IN":
		return tok.Text == "from" || tok.Text == "in" || tok.Text == "at" || tok.Text == "with" || tok.Text == "near"
	}
	return false
}

// keepsComma reports whether a word after a comma still belongs to the name:
// "Paul Berg, Jr.", "Acme, Inc."
func keepsComma(word string) bool {
	w := foldWord(word)
	_, company := suffixes()[w.hash]
	return company || suffixOf(word) > 0 || word == "D.C."
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
	if x.together {
		x.number = plural
		return
	}
	x.number = singular
	if st.onlyTitle(i) {
		x.titled = true
		return
	}
	for x.wordsEnd-x.words > 1 {
		n, f := st.titleAt(i)
		if n == 0 || x.wordsEnd-x.words == n {
			break
		}
		if !st.words[x.words+n].capital {
			x.titled = true
			return
		}
		x.title = true
		x.gender = genderOf(f)
		x.words += n
	}
	for x.wordsEnd-x.words > 1 {
		last := &st.words[x.wordsEnd-1]
		suffix := suffixOf(word(x.wordsEnd - 1))
		honours := last.upper && last.letters > 1 && last.letters <= 4 && x.wordsEnd-x.words > 2 && !st.words[x.words].upper
		if suffix == 0 && !honours { // "Anna Ruiz OBE"
			break
		}
		if suffix > 0 {
			x.suffix = suffix
		}
		x.wordsEnd--
	}
	if x.gender == anyGender && x.wordsEnd > x.words {
		st.givenGender(i)
	}
	st.titleBefore(i)
}

// lookUp asks the word lists for the country or organization of a name.
func (st *state) lookUp(i int) {
	m, x := &st.ms[i], &st.info[i]
	text := st.text(int32(i))
	st.tokens = st.tokens[:0]
	for w := x.words; w < x.wordsEnd; w++ {
		word := text[st.words[w].start:st.words[w].end]
		if strings.Contains(word, " ") { // "U. S."
			word = strings.ReplaceAll(word, " ", "")
		}
		st.tokens = append(st.tokens, lexicon.TokenOf(word))
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
			x.capital = st.countryRecord(match)
		}
	}
}

// countryRecord returns the record of the country of a capital, -1 if there is
// none.
func (st *state) countryRecord(capital lexicon.Match) int32 {
	country, link := capital.Country()
	if link != lexicon.CapitalOf {
		return -1
	}
	st.tokens = st.tokens[:0]
	for word := range strings.SplitSeq(country, " ") {
		st.tokens = append(st.tokens, lexicon.TokenOf(word))
	}
	if m := lexicon.Longest(st.tokens, 0); m.Len == len(st.tokens) {
		return int32(m.ID)
	}
	return -1
}

func isArticle(word string) bool {
	switch word {
	case "the", "The", "THE", "a", "A", "an", "An":
		return true
	}
	return false
}
