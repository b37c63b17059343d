package entity

import (
	"iter"
	"slices"
)

// The tree of a sentence: each token points to its head, the root to None. A
// head outside the sentence counts as None, so that these methods end and stay
// in range whatever a Parser wrote; a cycle of heads hangs from no root.

// Root is the first token without a head, None if there is none.
func (s *Sentence) Root() int {
	for i := range s.Tokens {
		if s.head(i) == None {
			return i
		}
	}
	return None
}

// Children yields the tokens whose head is i, in the order of the sentence. It
// takes time linear in the sentence.
func (s *Sentence) Children(i int) iter.Seq[int] {
	return func(yield func(int) bool) {
		for j := range s.Tokens {
			if i != None && s.head(j) == i && !yield(j) {
				return
			}
		}
	}
}

// Child is the first token that hangs from i by the label dep, None if there
// is none. A label without subtype stands for all its subtypes: "nsubj" finds
// "nsubj:pass" as well.
func (s *Sentence) Child(i int, dep string) int {
	for j := range s.Children(i) {
		if label := s.Tokens[j].Dep; label == dep ||
			len(label) > len(dep) && label[len(dep)] == ':' && label[:len(dep)] == dep {
			return j
		}
	}
	return None
}

// Ancestors yields the head of token i, the head of that, and so on up to the
// root; nothing for an i outside the sentence.
func (s *Sentence) Ancestors(i int) iter.Seq[int] {
	return func(yield func(int) bool) {
		if i < 0 || i >= len(s.Tokens) {
			return
		}
		at := i
		for range s.Tokens {
			at = s.head(at)
			if at == None || !yield(at) {
				return
			}
		}
	}
}

// Subtree is the smallest stretch of tokens, half open, that holds token i and
// all that hangs from it: for the head of a noun phrase, the phrase. It takes
// time and memory linear in the sentence.
func (s *Sentence) Subtree(i int) (first, last int) {
	if i < 0 || i >= len(s.Tokens) {
		return 0, 0
	}
	const (
		unknown = iota
		open    // on the way up from the current token
		inside
		outside
	)
	state := make([]uint8, len(s.Tokens))
	state[i] = inside
	first, last = i, i+1
	for j := range s.Tokens {
		top := j
		for top != None && state[top] == unknown {
			state[top] = open
			top = s.head(top)
		}
		found := uint8(outside)
		if top != None && state[top] == inside {
			found = inside
			first, last = min(first, j), max(last, j+1)
		}
		for k := j; k != None && state[k] == open; k = s.head(k) {
			state[k] = found
		}
	}
	return first, last
}

// Path is the way through the tree from one token to another, both included:
// up to the lowest token that both hang from, and down again. It is nil if the
// two hang from different roots.
func (s *Sentence) Path(from, to int) []int {
	if from < 0 || to < 0 || from >= len(s.Tokens) || to >= len(s.Tokens) {
		return nil
	}
	up := append([]int{from}, slices.Collect(s.Ancestors(from))...)
	down := []int{to}
	at := slices.Index(up, to)
	if at < 0 {
		place := make([]int, len(s.Tokens)) // 1 + index in up
		for i, t := range up {
			place[t] = i + 1
		}
		for t := range s.Ancestors(to) {
			if place[t] > 0 {
				at = place[t] - 1
				break
			}
			down = append(down, t)
		}
	} else {
		down = nil
	}
	if at < 0 {
		return nil
	}
	slices.Reverse(down)
	return append(up[:at+1], down...)
}

// Span is the stretch of the document's text, in bytes, that the tokens from
// first to last cover, half open.
func (s *Sentence) Span(first, last int) (start, end int) {
	if first < 0 || last > len(s.Tokens) || first >= last {
		return s.Start, s.Start
	}
	return s.Tokens[first].Start, s.Tokens[last-1].End
}

func (s *Sentence) head(i int) int {
	if h := s.Tokens[i].Head; h >= 0 && h < len(s.Tokens) {
		return h
	}
	return None
}
