package syntax

// MaxLabels is how many labels a labeler can tell apart.
const MaxLabels = 47

// LabelSearch is the labeler laid open for training.
type LabelSearch struct {
	t tree
	f features
}

// Run labels the arcs of a tree, heads first, and calls visit for each with
// its features before its label is chosen.
func (l *LabelSearch) Run(s *ParseSentence, heads []int32, choose func(token int32, hashes []uint64) uint8) {
	l.t.set(s, heads)
	for _, token := range l.t.order {
		l.f.n = 0
		l.f.around(s, &l.t, token)
		l.t.labels[token] = choose(token, l.f.h[:l.f.n])
	}
}
