package eval

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dossier-nlp/dossier/entity"
)

var corefVerbose = os.Getenv("COREF_LIST") != ""

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
			if corefVerbose {
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
