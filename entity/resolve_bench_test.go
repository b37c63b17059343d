package entity

import (
	"fmt"
	"strings"
	"testing"
)

// BenchmarkHostile resolves documents that are all of one kind of word, in one
// sentence and in many, at two sizes: the time has to grow as the size.
func BenchmarkHostile(b *testing.B) {
	for _, c := range []struct{ name, words string }{
		{"pronouns", "he/PRP/2/nsubj P:Ruiz/NNP/1/nsubj"},
		{"possessives", "P:Ruiz/NNP/2/nsubj his/PRP$/1/nmod:poss"},
		{"things", "it/PRP/2/nsubj/it plan/NN/1/nsubj O:Acme/NNP/2/nsubj"},
		{"phrases", "the/DT/2/det president/NN/3/nsubj P:Ruiz/NNP/2/appos"},
		{"groups", "they/PRP/2/nsubj G:officials/NNS/1/conj"},
		{"adjectives", "Swedish/JJ/2/amod L:Sweden/NNP/1/conj"},
		{"quotes", `"/''/2/punct says/VBZ/0/root/say I/PRP/2/nsubj`},
		{"roles", "P:Ruiz/NNP/3/nsubj is/VBZ/3/cop/be president/NN/0/root"},
	} {
		for _, words := range []int{1 << 14, 1 << 15} {
			for _, sentences := range []int{1, words / 16} {
				n := len(strings.Fields(c.words))
				one := strings.Repeat(c.words+" ", words/sentences/n+1)
				all := make([]string, sentences)
				for i := range all {
					all[i] = one
				}
				doc := treed(all...)
				given := doc.Mentions
				room := make([]Mention, 0, 4*len(given))
				b.Run(fmt.Sprintf("%s/%d_words/%d_sentences", c.name, words, sentences), func(b *testing.B) {
					r := NewResolver()
					for b.Loop() {
						doc.Mentions = append(room[:0], given...)
						if err := r.Resolve(doc); err != nil {
							b.Fatal(err)
						}
					}
					b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(words), "ns/word")
				})
			}
		}
	}
}
