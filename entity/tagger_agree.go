package entity

import (
	"math"
	"slices"

	"github.com/dossier-nlp/dossier/internal/lexicon"
)

// agree has one document call one name by one kind: the evidence of all places
// where the same words stand is pooled, and the kind with the most of it holds
// for all of them (one sense per discourse; Gale, Church and Yarowsky, 1992).
// A place that the model left unnamed becomes a name too if that is what the
// others tell.
func (t *NameTagger) agree(doc *Document, first, last, mentions int, s *scratch) {
	s.pool.reset(len(t.model.kinds) + 1)
	found := false
	for i := mentions; i < len(doc.Mentions); i++ {
		m := &doc.Mentions[i]
		at := s.starts[m.Sentence-first]
		found = s.pool.at(surface(s.words[at+m.First:at+m.Last]), true) >= 0 || found
	}
	if !found {
		return
	}
	t.part(doc, first, mentions, s)
	next := mentions
	s.spots = s.spots[:0]
	for i := first; i < last; i++ {
		next = t.spotsOf(doc, i, next, s.starts[i-first], s)
	}
	for _, p := range s.spots {
		t.witness(p, s)
	}
	s.told = s.told[:0]
	for range s.pool.keys {
		s.told = append(s.told, 0)
	}
	t.vouch(doc, first, mentions, s)
	t.lands(doc, first, last, s)
	t.settle(doc, mentions, s)
}

// longestParted is how many words a mention may have to be parted.
const longestParted = 16

// part parts mentions like "Northfield Bank and Lima Shipping" if both halves
// are names elsewhere.
func (t *NameTagger) part(doc *Document, first, mentions int, s *scratch) {
	parted := false
	for i := len(doc.Mentions) - 1; i >= mentions; i-- {
		m := doc.Mentions[i]
		at := s.starts[m.Sentence-first]
		words := s.words[at+m.First : at+m.Last]
		for k := 1; k < len(words)-1 && len(words) <= longestParted; k++ {
			if !isLink(&words[k]) || s.pool.at(surface(words[:k]), false) < 0 || s.pool.at(surface(words[k+1:]), false) < 0 {
				continue
			}
			kind := slices.Index(t.model.kinds, m.Kind)
			one := t.mention(doc, m.Sentence, m.First, m.First+k, kind, 0)
			two := t.mention(doc, m.Sentence, m.First+k+1, m.Last, kind, 0)
			one.Score, two.Score = m.Score, m.Score
			doc.Mentions[i] = one
			doc.Mentions = append(doc.Mentions, two)
			parted = true
			break
		}
	}
	if parted {
		slices.SortFunc(doc.Mentions[mentions:], byPosition)
	}
}

// spot is a place where the words of a name stand.
type spot struct {
	sentence    int32
	first, last int32 // tokens in the sentence, half open
	at          int32 // index of the first one in the stretch
	name        int32 // index in the pool
	mention     int32 // index in the mentions, None if it is not one so far
}

// longestAgreed is how many words a name may have to be looked for elsewhere.
const longestAgreed = 4

// surface is the key of a name's words.
func surface(words []word) uint64 {
	key := tableKey(words[0].lower)
	for i := 1; i < len(words); i++ {
		key = nameKey(key, words[i].lower)
	}
	return key
}

// spotsOf finds the spots of a sentence, from the mentions from next on.
func (t *NameTagger) spotsOf(doc *Document, sentence, next, at int, s *scratch) int {
	n := len(doc.Sentences[sentence].Tokens)
	words := s.words[at : at+n]
	for j := 0; j < n; {
		if next < len(doc.Mentions) && doc.Mentions[next].Sentence == sentence && doc.Mentions[next].First == j {
			m := &doc.Mentions[next]
			name := s.pool.at(surface(words[m.First:m.Last]), false)
			s.spots = append(s.spots, spot{int32(sentence), int32(m.First), int32(m.Last), int32(at + j), int32(name), int32(next)})
			next++
			j = m.Last
			continue
		}
		end := n
		if next < len(doc.Mentions) && doc.Mentions[next].Sentence == sentence {
			end = doc.Mentions[next].First
		}
		j += unnamed(words, sentence, j, end, at, s)
	}
	return next
}

// unnamed notes the longest known name that starts at word j and ends before
// end, and returns how many words to go on by.
func unnamed(words []word, sentence, j, end, at int, s *scratch) int {
	if !remembers(&words[j]) {
		return 1
	}
	length, name := 0, 0
	var key uint64
	for k := j; k < min(end, j+longestAgreed); k++ {
		if k == j {
			key = tableKey(words[k].lower)
		} else {
			key = nameKey(key, words[k].lower)
		}
		if i := s.pool.at(key, false); i >= 0 {
			length, name = k+1-j, i
		}
	}
	if length == 0 {
		return 1
	}
	s.spots = append(s.spots, spot{int32(sentence), int32(j), int32(j + length), int32(at + j), int32(name), None})
	return length
}

// doubt keeps one sure place from deciding alone.
const doubt = 0.02

// witness adds what a spot tells to its name's pool.
func (t *NameTagger) witness(p spot, s *scratch) {
	sums := s.pool.sums[int(p.name)*s.pool.labels:][:s.pool.labels]
	rest := float32(1)
	for k := range t.model.kinds {
		q := t.spotKind(p, k, s)
		rest -= q
		sums[k] += float32(math.Log(float64(q + doubt)))
	}
	sums[len(sums)-1] += float32(math.Log(float64(max(rest, 0) + doubt)))
	s.pool.counts[p.name]++
}

// What it takes for a full name to vouch for a surname, and what it takes away
// from the other kinds: more than any evidence can give.
const (
	vouched = 0.6
	never   = 1e6
)

// verdict is what else than the spots themselves a document tells of a name.
type verdict uint8

const (
	fullName verdict = 1 << iota // it ends a person's full name, or stands behind a title
	decided                      // a kind was taken from it
)

// vouch has a person's full name tell of the surname alone, unless that is a
// known place: whatever it is named, it is that person.
func (t *NameTagger) vouch(doc *Document, first, mentions int, s *scratch) {
	for _, m := range doc.Mentions[mentions:] {
		if m.Kind != Person || m.Last-m.First < 2 || m.Score < vouched {
			continue
		}
		w := &s.words[s.starts[m.Sentence-first]+m.Last-1]
		name := s.pool.at(tableKey(w.lower), false)
		if name < 0 {
			continue
		}
		s.told[name] |= fullName
		if w.listed.flags.Has(lexicon.Places) {
			continue
		}
		sums := s.pool.sums[name*s.pool.labels:][:s.pool.labels]
		for k, kind := range t.model.kinds {
			if kind != Person {
				sums[k] -= never
			}
		}
		s.told[name] |= decided
	}
}

// spotKind is the smallest probability of the labels that make the spot a name
// of the kind.
func (t *NameTagger) spotKind(p spot, kind int, s *scratch) float32 {
	L, n := t.model.chain.labels, int(p.last-p.first)
	q := float32(1)
	for j := range n {
		q = min(q, s.own[(int(p.at)+j)*L+label(kind, partAt(j, n))])
	}
	return q
}

// highest is the index of the highest sum.
func highest(sums []float32) int {
	best := 0
	for k := range sums {
		if sums[k] > sums[best] {
			best = k
		}
	}
	return best
}

// settle gives each spot the kind that its name has most evidence for.
func (t *NameTagger) settle(doc *Document, mentions int, s *scratch) {
	added := false
	for _, p := range s.spots {
		if s.pool.counts[p.name] < 2 && s.told[p.name]&decided == 0 {
			continue
		}
		sums := s.pool.sums[int(p.name)*s.pool.labels:][:s.pool.labels]
		best := highest(sums)
		if best == len(t.model.kinds) {
			// Mostly no name: leave it as it is, unless it cannot be that.
			if p.mention == None || sums[slices.Index(t.model.kinds, doc.Mentions[p.mention].Kind)] > -never/2 {
				continue
			}
			best = highest(sums[:best])
		}
		raw := max(t.spotKind(p, best, s), float32(math.Exp(float64(sums[best])/float64(s.pool.counts[p.name]))))
		if p.mention != None {
			if m := &doc.Mentions[p.mention]; m.Kind != t.model.kinds[best] {
				m.Kind, m.Score = t.model.kinds[best], t.model.calibrated(best, raw)
			}
			continue
		}
		doc.Mentions = append(doc.Mentions, t.mention(doc, int(p.sentence), int(p.first), int(p.last), best, raw))
		added = true
	}
	if added {
		slices.SortFunc(doc.Mentions[mentions:], byPosition)
	}
}
