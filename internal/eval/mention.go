package main

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Two mentions are the same if, with case, articles and 's off and the names
// of the US, UK, EU and UN made one, one holds the other as whole words, or
// their last proper words are equal. Mentions with different points of the
// compass never are; a pronoun is the same pronoun only.

var pronouns = setOf(`i me my mine myself you your yours he him his himself she her hers herself it its itself
	we us our ours ourselves they them their theirs themselves who whom whose which that this these those
	one another other`)

var (
	definite   = setOf("the a an")
	directions = setOf("north south east west northern southern eastern western")
	southOf    = setOf("south north latin central") // America there is not the US
	mustBeName = setOf("un eu uk usa")              // in small letters they are words
)

var suffix = regexp.MustCompile(`^(?:jr|sr|ii|iii|iv|v|vi|vii|viii|ix|x|xi|xii|xiii|xiv|xv|xvi|xvii|xviii|xix|xx|xxi|xxii|xxiii)$`)

// unions are names that are one, as folded words.
var unions = []struct {
	name  string
	forms [][]string
}{
	{"@US", forms("united states of america|united states|u.s.a.|usa|u.s.|u.s|US|america")},
	{"@UK", forms("united kingdom|great britain|britain|u.k.|u.k|uk")},
	{"@EU", forms("european union|e.u.|e.u|eu")},
	{"@UN", forms("united nations|u.n.|u.n|un")},
}

func forms(list string) [][]string {
	var out [][]string
	for f := range strings.SplitSeq(list, "|") {
		out = append(out, strings.Fields(f))
	}
	return out
}

func setOf(list string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(list) {
		m[w] = true
	}
	return m
}

// mentionWord is a word of a mention, folded, and whether it looks like a name.
type mentionWord struct {
	text   string
	proper bool
}

var (
	straighten = strings.NewReplacer("\u2019", "'", "\u2018", "'", "\u2013", "-")
	wordRun    = regexp.MustCompile(`[^\s\x1c-\x1f\x85\p{Z},;:"\x{201c}\x{201d}()\[\]]+`)
	possessive = regexp.MustCompile(`'s?$`)
	initials   = regexp.MustCompile(`^(?:[\p{L}\p{N}_]\.)+$`)
	joined     = regexp.MustCompile(`^[\p{L}\p{N}_]+-[A-Z]`)
)

func isPronoun(s string) bool {
	s = strings.TrimSpace(s)
	return s != "US" && pronouns[strings.ToLower(s)]
}

func mentionWords(s string) []mentionWord {
	var out []mentionWord
	for _, w := range wordRun.FindAllString(straighten.Replace(s), -1) {
		w = possessive.ReplaceAllString(w, "")
		if !initials.MatchString(w) {
			w = strings.Trim(w, ".?!")
		}
		if w == "" {
			continue
		}
		fold := strings.ToLower(w)
		if w == "US" {
			fold = "US"
		}
		out = append(out, mentionWord{fold, isProper(w)})
	}
	for len(out) > 0 && definite[out[0].text] {
		out = out[1:]
	}
	return unite(out)
}

func isProper(w string) bool {
	first, _ := utf8.DecodeRuneInString(w)
	letter := strings.ContainsFunc(w, unicode.IsLetter)
	capital := letter && w != strings.ToLower(w) && unicode.ToUpper(first) == first
	return capital || unicode.IsDigit(first) || joined.MatchString(w)
}

// unite puts one word in place of each name of a union.
func unite(words []mentionWord) []mentionWord {
	var out []mentionWord
	for i := 0; i < len(words); {
		if name, n := union(words, i); n > 0 {
			out = append(out, mentionWord{name, true})
			i += n
			continue
		}
		out = append(out, words[i])
		i++
	}
	return out
}

func union(words []mentionWord, i int) (string, int) {
	for _, u := range unions {
		for _, form := range u.forms {
			if i+len(form) > len(words) || !slices.EqualFunc(words[i:i+len(form)], form, func(w mentionWord, f string) bool { return w.text == f }) {
				continue
			}
			if form[0] == "america" && i > 0 && southOf[words[i-1].text] {
				continue
			}
			if mustBeName[form[0]] && !words[i].proper {
				continue
			}
			return u.name, len(form)
		}
	}
	return "", 0
}

// lastName is the last proper word that is not Jr or a numeral, else the last.
func lastName(words []mentionWord) string {
	var names []string
	for _, w := range words {
		if w.proper {
			names = append(names, w.text)
		}
	}
	for len(names) > 1 && suffix.MatchString(names[len(names)-1]) {
		names = names[:len(names)-1]
	}
	switch {
	case len(names) > 0:
		return names[len(names)-1]
	case len(words) > 0:
		return words[len(words)-1].text
	}
	return ""
}

func holds(a, b []mentionWord) bool {
	for i := 0; i+len(b) <= len(a); i++ {
		if slices.EqualFunc(a[i:i+len(b)], b, func(x, y mentionWord) bool { return x.text == y.text }) {
			return len(b) > 0
		}
	}
	return false
}

func sameMention(a, b string) bool {
	if isPronoun(a) || isPronoun(b) {
		return isPronoun(a) && isPronoun(b) && strings.EqualFold(strings.TrimSpace(a), strings.TrimSpace(b))
	}
	wa, wb := mentionWords(a), mentionWords(b)
	if len(wa) == 0 || len(wb) == 0 {
		return false
	}
	da, db := compass(wa), compass(wb)
	if len(da) > 0 && len(db) > 0 && !slices.Equal(da, db) {
		return false
	}
	return holds(wa, wb) || holds(wb, wa) || lastName(wa) == lastName(wb)
}

// compass is the points of the compass among the words, each once.
func compass(words []mentionWord) []string {
	var out []string
	for _, w := range words {
		if directions[w.text] {
			out = append(out, w.text)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}
