package main

import (
	"strings"

	"github.com/dossier-nlp/dossier/entity"
)

// linkClasses are what links are counted by.
var linkClasses = []string{"he/she", "it", "they", "I", "we", "phrase"}

// linkClass sorts pronouns and phrases.
func linkClass(word string) string {
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
	return "phrase"
}

// links compares the pronouns and phrases of a resolved document with the
// gold. An entity counts as the gold entity that most of its names belong to.
// The gold entity is -1 if it has no name, the resolver's if there is none.
func (d *corefDoc) links(add func(class string, o corefOther, m entity.Mention, gold, got int)) {
	named := make(map[int]bool)
	votes := make([]map[int]int, len(d.doc.Entities))
	at := make(map[[2]int]entity.Mention)
	i := 0
	for _, m := range d.doc.Mentions {
		if m.Form != entity.Name {
			at[[2]int{m.Sentence, m.Head}] = m
			continue
		}
		named[d.gold[i]] = true
		if votes[m.Entity] == nil {
			votes[m.Entity] = make(map[int]int)
		}
		votes[m.Entity][d.gold[i]]++
		i++
	}
	for _, o := range d.others {
		gold, got := o.gold, -1
		if !named[gold] {
			gold = -1
		}
		m, ok := at[[2]int{o.sentence, o.head}]
		if ok && m.Entity != entity.None {
			got = mostVotes(votes[m.Entity])
		}
		add(linkClass(o.text), o, m, gold, got)
	}
}

// mostVotes is -2 where there are none.
func mostVotes(votes map[int]int) int {
	best := -2
	for g, n := range votes {
		if best < 0 || n > votes[best] || n == votes[best] && g < best {
			best = g
		}
	}
	return best
}

func (d *corefDoc) listLink(e *env, o corefOther, m entity.Mention, gold, got int) {
	if gold < 0 && got == -1 {
		return
	}
	name := "nothing"
	if m.Entity >= 0 && m.Text != "" {
		name = d.doc.Entities[m.Entity].Name
	}
	s := d.doc.Sentences[o.sentence]
	e.printf("%s [%s] (word %d) found %s (%d, gold %d): %s\n", d.id, o.text, o.head, name, got, gold, d.doc.Text[s.Start:s.End])
}
