package entity_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dossier-nlp/dossier/entity"
)

// tree makes a sentence from "word/head/label" fields; the root's head is -1.
func tree(t *testing.T, fields string) *entity.Sentence {
	t.Helper()
	s := new(entity.Sentence)
	for field := range strings.FieldsSeq(fields) {
		var head int
		parts := strings.Split(field, "/")
		_, err := fmt.Sscan(parts[1], &head)
		require.NoError(t, err)
		start := s.End
		s.End += len(parts[0])
		s.Tokens = append(s.Tokens, entity.Token{Text: parts[0], Start: start, End: s.End, Head: head, Dep: parts[2]})
		s.End++
	}
	return s
}

const visit = "The/2/det new/2/amod envoy/5/nsubj of/4/case Peru/2/nmod met/-1/root her/7/nmod:poss hosts/5/obj ././punct"

func envoy(t *testing.T) *entity.Sentence {
	return tree(t, strings.Replace(visit, "././", "./5/", 1))
}

func TestTreeIsWalkedDownAndUp(t *testing.T) {
	s := envoy(t)
	require.Equal(t, 5, s.Root())
	require.Equal(t, []int{2, 7, 8}, slices.Collect(s.Children(5)))
	require.Equal(t, []int{2, 5}, slices.Collect(s.Ancestors(4)))
	up := s.Ancestors(4)
	require.Equal(t, slices.Collect(up), slices.Collect(up), "the way can be gone twice")
	for _, i := range []int{entity.None, -2, 9} {
		require.Empty(t, slices.Collect(s.Ancestors(i)), "from %d", i)
		require.Empty(t, slices.Collect(s.Children(i)), "of %d", i)
	}
	require.Equal(t, 2, s.Child(5, "nsubj"))
	require.Equal(t, 6, s.Child(7, "nmod"), "a label stands for its subtypes")
	require.Equal(t, entity.None, s.Child(5, "nmod"))
	require.Equal(t, entity.None, s.Child(5, "nsub"), "half a label is no label")
}

func TestSubtreeIsThePhrase(t *testing.T) {
	s := envoy(t)
	for _, c := range []struct{ token, first, last int }{
		{2, 0, 5}, {4, 3, 5}, {0, 0, 1}, {7, 6, 8}, {5, 0, 9}, {-1, 0, 0}, {9, 0, 0},
	} {
		first, last := s.Subtree(c.token)
		require.Equal(t, [2]int{c.first, c.last}, [2]int{first, last}, "token %d", c.token)
	}
	start, end := s.Span(s.Subtree(2))
	require.Equal(t, "The new envoy of Peru", "The new envoy of Peru met her hosts ."[start:end])
}

func TestPathGoesOverTheLowestCommonHead(t *testing.T) {
	s := envoy(t)
	for _, c := range []struct {
		from, to int
		want     []int
	}{
		{4, 6, []int{4, 2, 5, 7, 6}}, {6, 4, []int{6, 7, 5, 2, 4}}, {0, 1, []int{0, 2, 1}},
		{4, 5, []int{4, 2, 5}}, {5, 4, []int{5, 2, 4}}, {3, 3, []int{3}}, {0, 9, nil}, {-1, 0, nil},
	} {
		require.Equal(t, c.want, s.Path(c.from, c.to), "from %d to %d", c.from, c.to)
	}
	two := tree(t, "Yes/-1/root No/-1/root")
	require.Nil(t, two.Path(0, 1), "two roots")
}

// Heads that make no tree must not hang or leave the sentence.
func TestTreeOfAnyHeadsStaysInRange(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 2000 {
		s := new(entity.Sentence)
		n := 1 + r.IntN(7)
		for range n {
			s.Tokens = append(s.Tokens, entity.Token{Head: r.IntN(n+4) - 2})
		}
		for i := range n {
			require.LessOrEqual(t, len(slices.Collect(s.Ancestors(i))), n)
			first, last := s.Subtree(i)
			require.True(t, 0 <= first && first <= i && i < last && last <= n)
			for j := range n {
				path := s.Path(i, j)
				if path == nil {
					continue
				}
				require.Equal(t, i, path[0])
				require.Equal(t, j, path[len(path)-1])
				for k := 1; k < len(path); k++ {
					a, b := path[k-1], path[k]
					require.True(t, s.Tokens[a].Head == b || s.Tokens[b].Head == a)
				}
			}
		}
	}
}

func ExampleSentence_Subtree() {
	text := "The new envoy of Peru met her hosts"
	heads := []int{2, 2, 5, 4, 2, -1, 7, 5}
	labels := []string{"det", "amod", "nsubj", "case", "nmod", "root", "nmod:poss", "obj"}
	s := entity.Sentence{End: len(text)}
	start := 0
	for i, word := range strings.Fields(text) {
		s.Tokens = append(s.Tokens, entity.Token{Text: word, Start: start, End: start + len(word), Head: heads[i], Dep: labels[i]})
		start += len(word) + 1
	}
	for child := range s.Children(s.Root()) {
		first, last := s.Span(s.Subtree(child))
		fmt.Printf("%s of %q: %s\n", s.Tokens[child].Dep, s.Tokens[s.Root()].Text, text[first:last])
	}
	var path []string
	for _, i := range s.Path(4, 7) {
		path = append(path, s.Tokens[i].Text)
	}
	fmt.Println(strings.Join(path, " - "))
	// Output:
	// nsubj of "met": The new envoy of Peru
	// obj of "met": her hosts
	// Peru - envoy - met - hosts
}
