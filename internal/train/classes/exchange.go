package main

import (
	"fmt"
	"math"
)

// context is a word that stands beside another, and how often.
type context struct {
	id, n int32
}

// exchange finds classes of words that make the classes of a text's words the
// easiest to tell from the words beside them: it maximizes
//
//	sum over contexts v and classes c of N(v,c) log N(v,c)  -  sum over c of N(c) log N(c)
//
// by moving one word at a time to its best class, most frequent words first
// (Whittaker and Woodland, 2001; Uszkoreit and Brants, 2008). What stands
// before a word, after it, or both may be its contexts.
type exchange struct {
	words    [][]context // of each word
	total    []int64     // number of contexts of each word
	classes  int
	class    []int32 // of each word
	joint    []int32 // [context*classes + class] how often they meet
	margin   []int64 // how often each context stands anywhere
	size     []int64 // N(c)
	gain     []float64
	nlogn    []float64
	contexts int
}

// nlognTable holds n log n of small n; larger ones are computed.
const nlognTable = 1 << 15

func newExchange(words [][]context, contexts, classes int) *exchange {
	e := &exchange{
		words: words, classes: classes, contexts: contexts,
		total:  make([]int64, len(words)),
		class:  make([]int32, len(words)),
		joint:  make([]int32, contexts*classes),
		margin: make([]int64, contexts),
		size:   make([]int64, classes),
		gain:   make([]float64, classes),
		nlogn:  make([]float64, nlognTable),
	}
	for n := 2; n < nlognTable; n++ {
		e.nlogn[n] = float64(n) * math.Log(float64(n))
	}
	for w, list := range words {
		for _, x := range list {
			e.total[w] += int64(x.n)
			e.margin[x.id] += int64(x.n)
		}
		e.add(w, int32(w%classes), 1)
	}
	return e
}

// add puts a word into a class (sign 1) or takes it out (sign -1).
func (e *exchange) add(w int, class, sign int32) {
	for _, x := range e.words[w] {
		e.joint[int(x.id)*e.classes+int(class)] += sign * x.n
	}
	e.size[class] += int64(sign) * e.total[w]
	e.class[w] = class
}

func (e *exchange) f(n int64) float64 {
	if n < nlognTable {
		return e.nlogn[n]
	}
	return float64(n) * math.Log(float64(n))
}

// run sweeps over all words until few move, or for the given number of rounds.
func (e *exchange) run(name string, rounds int) {
	for round := 1; round <= rounds; round++ {
		moved := 0
		for w := range e.words {
			if e.total[w] > 0 && e.move(w) {
				moved++
			}
		}
		fmt.Printf("%s: round %d, %d of %d words moved, %.4f bits\n", name, round, moved, len(e.words), e.information())
		if moved*500 < len(e.words) {
			return
		}
	}
}

// move puts a word into its best class and tells whether that is another one.
func (e *exchange) move(w int) bool {
	old := e.class[w]
	e.add(w, old, -1)
	total := e.total[w]
	gain := e.gain
	for c := range gain {
		gain[c] = e.f(e.size[c]) - e.f(e.size[c]+total)
	}
	for _, x := range e.words[w] {
		row := e.joint[int(x.id)*e.classes:][:len(gain)]
		if e.margin[x.id] < nlognTable {
			after := e.nlogn[x.n:]
			for c, n := range row {
				gain[c] += after[n] - e.nlogn[n]
			}
			continue
		}
		for c, n := range row {
			gain[c] += e.f(int64(n+x.n)) - e.f(int64(n))
		}
	}
	best := old
	for c := range gain {
		if gain[c] > gain[best]+1e-9 {
			best = int32(c)
		}
	}
	e.add(w, best, 1)
	return best != old
}

// information is the mutual information of a word's class and the word beside
// it, in bits: what the exchanges raise.
func (e *exchange) information() float64 {
	var sum float64
	var all int64
	for v := range e.contexts {
		for _, n := range e.joint[v*e.classes : (v+1)*e.classes] {
			sum += e.f(int64(n))
		}
		sum -= e.f(e.margin[v])
		all += e.margin[v]
	}
	for _, n := range e.size {
		sum -= e.f(n)
	}
	return (sum + e.f(all)) / float64(all) / math.Ln2
}

// numbered gives the classes that have words numbers from 1 on.
func (e *exchange) numbered() []int {
	number := make([]int, e.classes)
	out := make([]int, len(e.class))
	next := 1
	for w, c := range e.class {
		if number[c] == 0 {
			number[c] = next
			next++
		}
		out[w] = number[c]
	}
	return out
}
