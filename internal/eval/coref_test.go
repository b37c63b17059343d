package main

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dossier-nlp/dossier/entity"
)

func corefDocs(t *testing.T, name string) []CorefDocument {
	file := filepath.Join("..", "..", "..", "shared", "data", "ud", name)
	if _, err := os.Stat(file); err != nil {
		t.Skip("the shared data is not there")
	}
	docs, err := ReadCoref(file, "news", "interview", "bio")
	require.NoError(t, err)
	return docs
}

func TestGoldNamesOfGUMFindTheirEntities(t *testing.T) {
	for _, file := range []string{"gum-licensed-dev.conllu", "gum-licensed-train.conllu"} {
		var score, three CorefScore
		for _, d := range corefDocs(t, file) {
			require.NoError(t, entity.NewResolver().Resolve(d.Doc))
			gold, found := d.Names(d.Doc)
			score.Add(gold, found)
			var g3, f3 []int
			i := 0
			for _, m := range d.Doc.Mentions {
				if m.Form == entity.Name {
					if m.Kind == entity.Person || m.Kind == entity.Org || m.Kind == entity.Place {
						g3, f3 = append(g3, gold[i]), append(f3, found[i])
					}
					i++
				}
			}
			three.Add(g3, f3)
			if os.Getenv("COREF_LIST") != "" {
				listCoref(&d, gold, found)
			}
		}
		p, r, f := score.B3()
		pp, pr, pf := score.Pairs()
		t.Logf("%s: all %d mentions: B3 %.1f %.1f %.1f pairs %.1f %.1f %.1f", file, len(docs(score)), p, r, f, pp, pr, pf)
		p, r, f = three.B3()
		pp, pr, pf = three.Pairs()
		t.Logf("%s: PER/ORG/PLACE: B3 %.1f %.1f %.1f pairs %.1f %.1f %.1f", file, p, r, f, pp, pr, pf)
	}
}

func TestPronounsOfGUMFindTheirNames(t *testing.T) {
	for _, file := range []string{"gum-licensed-dev.conllu", "gum-licensed-train.conllu"} {
		scores := map[string]*LinkScore{}
		bins := map[string]*[10][2]int{}
		for _, d := range corefDocs(t, file) {
			require.NoError(t, entity.NewResolver().Resolve(d.Doc))
			d.Links(d.Doc, func(class string, m entity.Mention, gold, found int) {
				s := scores[class]
				if s == nil {
					s = &LinkScore{}
					scores[class] = s
					bins[class] = &[10][2]int{}
				}
				if gold >= 0 {
					s.There++
				}
				if found != -1 {
					s.Made++
					b := min(int(m.Score*10), 9)
					bins[class][b][1]++
					if found == gold {
						s.Right++
						bins[class][b][0]++
					}
				}
				if os.Getenv("COREF_LIST") == class && found != gold {
					name := "-"
					if m.Entity >= 0 {
						name = d.Doc.Entities[m.Entity].Name
					}
					if gold >= 0 || found != -1 {
						sent := d.Doc.Sentences[m.Sentence]
						fmt.Printf("LINK %s [%s %d] -> %s (%d %d) | %s\n", d.ID, m.Text, m.Head, name, gold, found, d.Doc.Text[sent.Start:sent.End])
					}
				}
			})
		}
		for class, s := range scores {
			p, r, f := s.PRF()
			t.Logf("%s: %-8s %5d P %.1f R %.1f F %.1f  bins %v", file, class, s.There, p, r, f, *bins[class])
		}
	}
}

func docs(s CorefScore) []struct{} { return make([]struct{}, s.mentions) }

func listCoref(d *CorefDocument, gold, found []int) {
	var ms []entity.Mention
	for _, m := range d.Doc.Mentions {
		if m.Form == entity.Name {
			ms = append(ms, m)
		}
	}
	seen := map[string]bool{}
	for i := range gold {
		for j := 0; j < i; j++ {
			g, f := gold[i] == gold[j], found[i] == found[j]
			if g != f {
				kind := "MISS "
				if f {
					kind = "WRONG"
				}
				line := fmt.Sprintf("%s %s: %s/%s | %s/%s (%s)", kind, d.ID, ms[j].Text, ms[j].Kind, ms[i].Text, ms[i].Kind, ms[i].Sieve)
				if !seen[line] {
					fmt.Println(line)
				}
				seen[line] = true
			}
		}
	}
}
