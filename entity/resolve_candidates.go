package entity

import (
	"strings"

	"github.com/dossier-nlp/dossier/internal/desk"
	"github.com/dossier-nlp/dossier/internal/lexicon"
)

// addCandidates finds what may be a mention though no tagger says so:
// adjectives of countries and parties, phrases such as "the president", and pronouns. They
// take their places among the mentions; those that find no entity are left out
// again in the end.
func (st *state) addCandidates(r *SieveResolver) error {
	given := len(st.ms)
	st.stemPlaces()
	next := 0 // the first given mention that does not end before the token
	for s := range st.doc.Sentences {
		if s&63 == 0 {
			if err := st.ctx.Err(); err != nil {
				return err
			}
		}
		toks := st.doc.Sentences[s].Tokens
		for t := 0; t < len(toks); t++ {
			tok := &toks[t]
			for next < given && st.ms[next].End <= tok.Start {
				next++
			}
			switch tagOf(tok) {
			case pronounTag:
				if r.pronouns {
					st.addPronoun(s, t)
				}
			case nounTag:
				if r.nominals && !st.inName(next, given, tok) {
					st.addNominal(s, t)
				}
			case nameTag:
				if !st.inName(next, given, tok) {
					t += st.addDemonym(s, t)
				}
			}
		}
	}
	st.sortCandidates(given)
	return nil
}

type tagClass uint8

const (
	otherTag tagClass = iota
	pronounTag
	nounTag
	nameTag // a word that may be an adjective of a country
)

// tagOf sorts tokens by what candidate they may be.
func tagOf(tok *Token) tagClass {
	if tok.Text == "" {
		return otherTag
	}
	c := tok.Text[0]
	capital := 'A' <= c && c <= 'Z' || c >= 0xC3
	switch tag := tok.Tag; {
	case tag == "PRP" || tag == "PRP$":
		return pronounTag
	case tag == "CD":
		if tok.Text == "two" && tok.Dep != "nummod" {
			return nounTag
		}
	case tag == "NN" || tag == "NNS":
		if capital && len(tok.Text) > 3 {
			return nameTag
		}
		return nounTag
	case capital && len(tok.Text) > 3 && (tag == "" || tag[0] == 'J' || tag[0] == 'N'):
		return nameTag
	case capital && (tag == "NNP" || tag == "NNPS" || tag == "JJ"):
		return nameTag // the first word of an adjective of two: "UK-wide" is none
	}
	return otherTag
}

// inName reports whether a given mention from next on, of any form but a
// group's, holds the token.
func (st *state) inName(next, given int, tok *Token) bool {
	for i := next; i < given && i < next+8 && st.ms[i].Start < tok.End; i++ {
		if m := &st.ms[i]; m.Form != GroupForm && tok.Start < m.End {
			return true
		}
	}
	return false
}

// unresolvedScore is the score of a pronoun without an entity.
const unresolvedScore = 0.5

// add appends a candidate of the tokens first to last of a sentence.
func (st *state) add(s, first, last, head int, kind Kind, form Form, x mentionInfo) {
	toks := st.doc.Sentences[s].Tokens
	start, end := toks[first].Start, toks[last-1].End
	score := 1.0
	if form == Pronoun {
		score = unresolvedScore
	}
	st.ms, st.info = desk.Room(st.ms, 1), desk.Room(st.info, 1)
	st.ms = append(st.ms, Mention{
		Start: start, End: end, Text: st.doc.Text[start:end], Kind: kind, Form: form,
		Entity: None, Sentence: s, First: first, Last: last, Head: head, Score: score,
	})
	st.info = append(st.info, x)
}

// addDemonym adds the adjective of a country or region that begins at token t,
// and returns how many tokens to skip.
func (st *state) addDemonym(s, t int) int {
	toks := st.doc.Sentences[s].Tokens
	if isPartyWord(toks[t].Text) {
		if t+1 < len(toks) && (isRole(&toks[t+1]) || toks[t+1].Tag == "NNP" || t+2 < len(toks) && isRole(&toks[t+2])) {
			st.addAdjective(s, t, t+1, Org)
		}
		return 0
	}
	end := min(t+4, len(toks))
	st.tokens = st.tokens[:0]
	for i := t; i < end; i++ {
		st.tokens = append(st.tokens, lexicon.TokenOf(toks[i].Text))
		if i == t && lexicon.Word(st.tokens[0].Hash) == 0 && !startsAdjective(toks[t].Text) {
			st.addUnlisted(s, t)
			return 0
		}
	}
	m := lexicon.Longest(st.tokens, 0)
	if !m.Flags.Has(lexicon.Demonym | lexicon.People) {
		st.addUnlisted(s, t)
		return 0
	}
	if _, p := standing(toks, t+m.Len-1); strings.HasPrefix(toks[t+m.Len-1].Tag, "N") && p != otherPlace && !isPart(toks[t+m.Len-1].Dep) {
		return 0 // a language or a people: "translated into Swedish"
	}
	if namesLanguage(toks, t+m.Len) {
		return 0
	}
	x := mentionInfo{country: -1, record: -1, capital: -1, number: singular, role: demonymCandidate}
	name, kind := lexicon.Name(m.ID)
	switch {
	case name != "" && kind.Has(lexicon.Places) && !(m.Flags.Has(lexicon.People) && kind.Has(lexicon.Country)) && (m.Link == lexicon.Adjective || m.Link == lexicon.Person):
		x.country = int32(m.ID)
	case m.Flags.Has(lexicon.People) && m.Link != lexicon.Persons && toks[t+m.Len-1].Tag != "NNPS" && toks[t+m.Len-1].Tag != "NNS":
		st.addAdjective(s, t, t+m.Len, Place) // "Arab": a people is no country, wherever it lives
		return m.Len - 1
	default:
		return 0
	}
	st.add(s, t, t+m.Len, t+m.Len-1, Place, Nominal, x)
	return m.Len - 1
}

// addAdjective adds an adjective that is an entity of its own name.
func (st *state) addAdjective(s, t, end int, kind Kind) {
	toks := st.doc.Sentences[s].Tokens
	x := mentionInfo{country: -1, record: -1, capital: -1, number: singular, role: demonymCandidate, words: int32(len(st.words))}
	for i := t; i < end; i++ {
		w := foldWord(toks[i].Text)
		w.start, w.end = int32(toks[i].Start-toks[t].Start), int32(toks[i].End-toks[t].Start)
		st.words = append(st.words, w)
	}
	x.wordsEnd = int32(len(st.words))
	x.key = keyOf(st.words[x.words:x.wordsEnd])
	st.add(s, t, end, end-1, kind, Nominal, x)
}

// isPartyWord tells words that say the party of who follows: "Conservative MP
// Anna Ruiz", "Democrat Tom Berg".
func isPartyWord(word string) bool {
	switch word {
	case "Republican", "Democrat", "Democratic", "Conservative", "Labour", "Labor", "Liberal", "Tory", "Socialist", "Communist", "Green":
		return true
	}
	return false
}

// namesLanguage reports whether the words from t on make the adjective before
// them a language: "Swedish-language", "Swedish-speaking".
func namesLanguage(toks []Token, t int) bool {
	if t < len(toks) && toks[t].Text == "-" {
		t++
	}
	return t < len(toks) && (toks[t].Text == "language" || toks[t].Text == "languages" || toks[t].Text == "speaking" || toks[t].Text == "speakers")
}

// addUnlisted adds an adjective of a place that no list knows but the text
// names: "Velmoran" where "Velmora" is a place.
func (st *state) addUnlisted(s, t int) {
	tok := &st.doc.Sentences[s].Tokens[t]
	if st.stems.used == 0 || strings.HasPrefix(tok.Tag, "N") && placeOf(tok.Dep) != otherPlace || len(tok.Text) > maxUnlisted {
		return
	}
	for _, suffix := range [...]string{"n", "an", "ian", "ean", "ese", "i", "er", "ish", "ic"} {
		stem, ok := strings.CutSuffix(tok.Text, suffix)
		if !ok || len(stem) < 4 {
			continue
		}
		if m := st.stems.get(wordHash(stem)); m >= 0 {
			st.add(s, t, t+1, t, Place, Nominal, mentionInfo{country: -1, record: -1, capital: -1, number: singular,
				role: demonymCandidate, key: wordHash(placeWord(st.ms[m].Text))})
			return
		}
	}
}

// maxUnlisted bounds the length of an unlisted adjective, in bytes.
const maxUnlisted = 40

// stemPlaces notes what adjectives of the places named in one word begin with:
// the name ("Norland", "Norlander"), and the name without its last vowel
// ("Velmora", "Velmoran").
func (st *state) stemPlaces() {
	st.stems.reset(64)
	for i := range st.ms {
		if m := &st.ms[i]; m.Kind == Place && m.Form == Name && len(m.Text) <= maxUnlisted {
			word := placeWord(m.Text)
			if len(word) < 5 || strings.ContainsAny(word, " .") {
				continue
			}
			st.stem(word, i)
			for range 2 {
				if c := word[len(word)-1]; strings.IndexByte("aeiouy", c) < 0 {
					break
				}
				word = word[:len(word)-1]
				st.stem(word, i)
			}
		}
	}
}

func (st *state) stem(word string, i int) {
	if first, found := st.stems.at(wordHash(word)); !found {
		*first = int32(i)
	}
}

// placeWord is a name without article and possessive.
func placeWord(name string) string {
	name = strings.TrimPrefix(strings.TrimPrefix(name, "the "), "The ")
	return name[:len(name)-possessive(name)]
}

// startsAdjective tells first words of adjectives of two words.
func startsAdjective(word string) bool {
	switch word {
	case "North", "South", "East", "West", "New", "Saudi", "Sri", "Sierra", "Costa", "Puerto", "Cape", "Northern", "El", "San":
		return true
	}
	return false
}

// sortCandidates puts the candidates among the given mentions.
func (st *state) sortCandidates(given int) {
	added := len(st.ms) - given
	if added == 0 {
		return
	}
	// Merge from the back, in place: the candidates move to a copy first.
	st.spare = append(st.spare[:0], st.ms[given:]...)
	st.spareInfo = append(st.spareInfo[:0], st.info[given:]...)
	ms, info := st.spare, st.spareInfo
	for k := 1; k < added; k++ { // they are nearly in order: phrases are found at their last word
		for n := k; n > 0 && byPosition(ms[n-1], ms[n]) > 0; n-- {
			ms[n-1], ms[n] = ms[n], ms[n-1]
			info[n-1], info[n] = info[n], info[n-1]
		}
	}
	i, j := given-1, added-1
	for k := len(st.ms) - 1; j >= 0; k-- {
		if i >= 0 && byPosition(st.ms[i], ms[j]) > 0 {
			st.ms[k], st.info[k] = st.ms[i], st.info[i]
			i--
		} else {
			st.ms[k], st.info[k] = ms[j], info[j]
			j--
		}
	}
}
