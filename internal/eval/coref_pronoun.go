package main

import (
	"strings"

	"github.com/dossier-nlp/dossier/entity"
)

// LinkScore counts links of pronouns or phrases to named entities.
type LinkScore struct {
	Right int // linked to the entity that the gold names
	Made  int // linked to any entity
	There int // the gold names an entity
}

// PRF returns precision, recall and F1 in percent.
func (s LinkScore) PRF() (precision, recall, f1 float64) {
	return prf(float64(s.Right), float64(s.Made), float64(s.Right), float64(s.There))
}

// PronounClass sorts pronouns for the report.
func PronounClass(word string) string {
	switch strings.ToLower(word) {
	case "he", "him", "his", "himself", "she", "her", "hers", "herself":
		return "he/she"
	case "it", "its", "itself":
		return "it"
	case "they", "them", "their", "theirs", "themselves":
		return "they"
	case "i", "me", "my", "mine", "myself":
		return "I"
	case "we", "us", "our", "ours", "ourselves":
		return "we"
	}
	return ""
}

// Links scores the pronouns and the nominal phrases of a resolved document. An
// entity counts as the gold entity that most of its names belong to.
func (d *CorefDocument) Links(doc *entity.Document, add func(class string, m entity.Mention, gold, found int)) {
	names := make(map[int]bool) // gold entities with a name
	votes := make([]map[int]int, len(doc.Entities))
	i := 0
	for _, m := range doc.Mentions {
		if m.Form != entity.Name {
			continue
		}
		g := d.Gold[i]
		i++
		names[g] = true
		if m.Entity >= 0 {
			if votes[m.Entity] == nil {
				votes[m.Entity] = make(map[int]int)
			}
			votes[m.Entity][g]++
		}
	}
	at := make(map[[2]int]entity.Mention)
	for _, m := range doc.Mentions {
		if m.Form == entity.Pronoun || m.Form == entity.Nominal {
			at[[2]int{m.Sentence, m.Head}] = m
		}
	}
	for _, p := range d.Others {
		m, ok := at[[2]int{p.Sentence, p.Head}]
		found := -1
		if ok && m.Entity >= 0 {
			best := 0
			for g, n := range votes[m.Entity] {
				if n > best || n == best && g < found {
					best, found = n, g
				}
			}
			if best == 0 {
				found = -2
			}
		}
		gold := p.Gold
		if !names[gold] {
			gold = -1
		}
		class := PronounClass(p.Text)
		if class == "" {
			class = "nominal"
		}
		add(class, m, gold, found)
	}
}
