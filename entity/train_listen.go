package entity

import "context"

// jackknifed is how often a half of the lessons is gone through to label the
// other half.
const jackknifed = 2

// listen sets the echoes of the lessons. In a document to be tagged they come
// from a first pass, which errs; so here they come from a model that has not
// seen the document: each half of the documents is labelled by a model learnt
// from the other.
func (t *training) listen(ctx context.Context) error {
	docs := map[int][]int32{}
	for i, l := range t.lessons {
		docs[l.doc] = append(docs[l.doc], int32(i))
	}
	if len(docs) == len(t.lessons) {
		return nil // every document is one sentence: nothing to hear
	}
	half := func(doc int) int { return doc & 1 }
	for h := range 2 {
		var learn []int32
		for i, l := range t.lessons {
			if half(l.doc) != h {
				learn = append(learn, int32(i))
			}
		}
		t.weights = t.newWeights()
		if err := t.repeat(ctx, learn, jackknifed, nil); err != nil {
			return err
		}
		s := student{window: window{known: t.known, names: t.table}}
		var m memory
		for doc := range docs {
			if half(doc) != h || len(docs[doc]) < 2 {
				continue
			}
			if ctx.Err() != nil {
				return ctx.Err()
			}
			t.hear(&s, &m, docs[doc])
		}
	}
	return nil
}

// hear sets the echoes of one document's lessons.
func (t *training) hear(s *student, m *memory, lessons []int32) {
	L := t.chain.labels
	m.reset(L)
	var words []word
	var marginal []float32
	for _, i := range lessons {
		l := &t.lessons[i]
		n := len(l.tokens)
		s.window.read(l.tokens)
		t.predict(s, n)
		s.lattice.marginals(t.chain, s.factor, n)
		own := s.window.words[margin : margin+n]
		m.note(own, s.lattice.marginal)
		words = append(words, own...)
		marginal = append(marginal, s.lattice.marginal[:n*L]...)
	}
	at := 0
	for _, i := range lessons {
		l := &t.lessons[i]
		l.echoes = make([]echo, len(l.tokens))
		for j := range l.echoes {
			l.echoes[j] = m.recall(&words[at], marginal[at*L:(at+1)*L])
			at++
		}
	}
}
