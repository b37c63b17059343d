package main

import (
	"strings"

	"github.com/dossier-nlp/dossier/internal/train/treebank"
)

// headlinese writes a sentence in the grammar of headlines: without articles,
// without "be" before a participle, the past as the present ("Police Arrest
// Three"), the future as an infinitive ("Minister to Visit"). If full is true,
// articles and "be" stay, as in annals, which also have the present. The words
// keep their order; heads and lemmas are not kept.
func headlinese(s treebank.Sentence, full bool) treebank.Sentence {
	var out treebank.Sentence
	for i, w := range s.Words {
		tag := s.Tags[i]
		switch low := strings.ToLower(w); {
		case !full && tag == "DT" && (low == "the" || low == "a" || low == "an"):
			continue
		case !full && isBe(low) && i > 0 && i+1 < len(s.Tags) && (s.Tags[i+1] == "VBN" || s.Tags[i+1] == "VBG"):
			continue
		case !full && tag == "MD" && low == "will" && i+1 < len(s.Tags) && s.Tags[i+1] == "VB":
			w, tag = "to", "TO"
		case tag == "VBD":
			if form, t, ok := present(s, i); ok {
				w, tag = form, t
			}
		}
		out.Words = append(out.Words, w)
		out.Tags = append(out.Tags, tag)
	}
	return out
}

func isBe(w string) bool { return w == "is" || w == "are" || w == "was" || w == "were" }

// present is the present tense of the past tense verb i, and its tag, if its
// lemma and its subject are known.
func present(s treebank.Sentence, i int) (form, tag string, ok bool) {
	if len(s.Lemmas) == 0 || s.Lemmas[i] == "be" {
		return "", "", false
	}
	subject := subjectOf(s, i)
	if subject < 0 {
		return "", "", false
	}
	if isPlural(s, subject) {
		return s.Lemmas[i], "VBP", true
	}
	return thirdPerson(s.Lemmas[i]), "VBZ", true
}

// subjectOf is the subject of verb i by the tree, or without a tree a noun or
// pronoun right before it; -1 if there is none.
func subjectOf(s treebank.Sentence, i int) int {
	for j, h := range s.Heads {
		if h == i && strings.HasPrefix(s.Deps[j], "nsubj") && !strings.HasPrefix(s.Deps[i], "aux") {
			return j
		}
	}
	if len(s.Heads) == 0 && i > 0 {
		switch s.Tags[i-1] {
		case "NN", "NNS", "NNP", "NNPS", "PRP":
			return i - 1
		}
	}
	return -1
}

// isPlural tells whether a subject asks for a verb without -s.
func isPlural(s treebank.Sentence, i int) bool {
	switch s.Tags[i] {
	case "NNS", "NNPS":
		return true
	case "PRP":
		switch strings.ToLower(s.Words[i]) {
		case "he", "she", "it":
			return false
		}
		return true
	}
	for j, h := range s.Heads {
		if h == i && s.Deps[j] == "conj" {
			return true
		}
	}
	return false
}

// thirdPerson is a verb's form with "he".
func thirdPerson(verb string) string {
	switch {
	case verb == "have":
		return "has"
	case strings.HasSuffix(verb, "y") && len(verb) > 1 && !strings.ContainsAny(verb[len(verb)-2:len(verb)-1], "aeiou"):
		return verb[:len(verb)-1] + "ies"
	}
	for _, end := range []string{"s", "x", "z", "ch", "sh", "o"} {
		if strings.HasSuffix(verb, end) {
			return verb + "es"
		}
	}
	return verb + "s"
}
