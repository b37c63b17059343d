package main

import (
	"bufio"
	"context"
	"fmt"
	"os"
	"strconv"
	"strings"

	"github.com/dossier-nlp/dossier"
	"github.com/dossier-nlp/dossier/entity"
)

// gapItem is an example of GAP (Webster, Recasens, Axelrod and Baldridge,
// "Mind the GAP", 2018): a pronoun and two names that it may stand for.
type gapItem struct {
	id, text  string
	pronoun   [2]int // bytes, half open
	a, b      [2]int
	isA, isB  bool
	masculine bool
}

// gapScore counts as GAP's own scorer does: each of the two names is a
// decision.
type gapScore struct{ tp, fp, fn, tn int }

func (s *gapScore) add(gold, got bool) {
	switch {
	case gold && got:
		s.tp++
	case gold:
		s.fn++
	case got:
		s.fp++
	default:
		s.tn++
	}
}

func (s *gapScore) prf() (p, r, f float64) {
	return percent(float64(s.tp), float64(s.tp+s.fp), float64(s.tp), float64(s.tp+s.fn))
}

// corefGAP prints the figures of one file and returns F1.
func corefGAP(e *env, file string) (f1 float64, err error) {
	items, err := readGAP(e.path("data", "coref", file))
	if err != nil {
		return 0, err
	}
	x, err := dossier.New()
	if err != nil {
		return 0, err
	}
	var all, men, women gapScore
	names, resolved := 0, 0
	for _, it := range items {
		doc, err := x.Extract(context.Background(), it.text)
		if err != nil {
			return 0, err
		}
		d := &doc.Document
		id := pronounEntity(d, it.pronoun)
		if id >= 0 {
			resolved++
		}
		gotA, gotB := covers(d, id, it.a), covers(d, id, it.b)
		s := &women
		if it.masculine {
			s = &men
		}
		all.add(it.isA, gotA)
		all.add(it.isB, gotB)
		s.add(it.isA, gotA)
		s.add(it.isB, gotB)
		names += count1(hasPerson(d, it.a)) + count1(hasPerson(d, it.b))
		if e.list && (gotA != it.isA || gotB != it.isB) {
			listGAP(e, &it, d, id)
		}
	}
	p, r, f := all.prf()
	_, _, fm := men.prf()
	_, _, ff := women.prf()
	e.printf("%s, %d pronouns: precision %.1f recall %.1f F1 %.1f (masculine %.1f, feminine %.1f); %.1f %% of the names found as PERSON, %.1f %% of the pronouns resolved\n",
		file, len(items), p, r, f, fm, ff, 50*float64(names)/float64(len(items)), 100*float64(resolved)/float64(len(items)))
	return f, nil
}

func count1(b bool) int {
	if b {
		return 1
	}
	return 0
}

// pronounEntity is the entity of the pronoun mention at a place.
func pronounEntity(d *entity.Document, span [2]int) int {
	for _, m := range d.Mentions {
		if m.Form == entity.Pronoun && m.Start < span[1] && span[0] < m.End {
			return m.Entity
		}
	}
	return entity.None
}

// covers reports whether a mention of the entity overlaps a name.
func covers(d *entity.Document, id int, span [2]int) bool {
	if id < 0 {
		return false
	}
	for _, i := range d.Entities[id].Mentions {
		if m := &d.Mentions[i]; m.Start < span[1] && span[0] < m.End {
			return true
		}
	}
	return false
}

func hasPerson(d *entity.Document, span [2]int) bool {
	for _, m := range d.Mentions {
		if m.Form == entity.Name && m.Kind == entity.Person && m.Start < span[1] && span[0] < m.End {
			return true
		}
	}
	return false
}

func listGAP(e *env, it *gapItem, d *entity.Document, id int) {
	got := "-"
	if id >= 0 {
		got = d.Entities[id].Name
	}
	text := it.text[:it.pronoun[0]] + "<<" + it.text[it.pronoun[0]:it.pronoun[1]] + ">>" + it.text[it.pronoun[1]:]
	e.printf("GAP %s A=%s %v (%v) B=%s %v (%v) got %s | %s\n", it.id, it.text[it.a[0]:it.a[1]], it.isA, hasPerson(d, it.a),
		it.text[it.b[0]:it.b[1]], it.isB, hasPerson(d, it.b), got, text)
}

// readGAP reads a file of GAP; its offsets are in characters.
func readGAP(name string) ([]gapItem, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<20)
	var items []gapItem
	for n := 1; lines.Scan(); n++ {
		if n == 1 {
			continue // the names of the columns
		}
		c := strings.Split(lines.Text(), "\t")
		if len(c) < 10 {
			return nil, fmt.Errorf("%s:%d: %d columns", name, n, len(c))
		}
		it := gapItem{id: c[0], text: c[1], isA: strings.EqualFold(c[6], "true"), isB: strings.EqualFold(c[9], "true")}
		it.pronoun = gapSpan(c[1], c[2], c[3])
		it.a, it.b = gapSpan(c[1], c[4], c[5]), gapSpan(c[1], c[7], c[8])
		switch strings.ToLower(c[2]) {
		case "he", "him", "his":
			it.masculine = true
		}
		items = append(items, it)
	}
	return items, lines.Err()
}

// gapSpan turns an offset in characters into bytes.
func gapSpan(text, word, offset string) [2]int {
	n, _ := strconv.Atoi(offset)
	for i := range text {
		if n == 0 {
			return [2]int{i, i + len(word)}
		}
		n--
	}
	return [2]int{len(text), len(text)}
}
