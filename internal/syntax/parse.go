package syntax

import (
	"io"
	"slices"
	"strings"

	"github.com/dossier-nlp/dossier/internal/desk"
	"github.com/dossier-nlp/dossier/internal/model"
)

const kindParser = "parser"

// Parser gives each word of a sentence its head and its label. It is immutable
// and safe for concurrent use.
type Parser struct {
	arcs   arcTable
	labels labelTable
	marks  markTable
	punct  uint8 // the label of punctuation marks
	root   uint8
	frame  frameLabels
	names  []string
}

// OpenParser opens the bytes of a parser's model file and uses them where they
// lie.
func OpenParser(data string) (*Parser, error) {
	f, err := model.Open(kindParser, data)
	if err != nil {
		return nil, err
	}
	p := &Parser{}
	if p.arcs.buckets, err = model.View[uint64](f, "arcs"); err != nil {
		return nil, err
	}
	book, err := model.View[uint64](f, "book")
	if err != nil {
		return nil, err
	}
	if p.labels, err = model.View[uint64](f, "labels"); err != nil {
		return nil, err
	}
	if p.marks, err = model.View[int16](f, "marks"); err != nil {
		return nil, err
	}
	names, err := f.Section("names")
	if err != nil {
		return nil, err
	}
	p.names = strings.Split(names, "\n")
	for _, want := range []struct {
		name string
		id   *uint8
	}{
		{"punct", &p.punct}, {"root", &p.root}, {"nmod", &p.frame.nmod}, {"obl", &p.frame.obl}, {"acl", &p.frame.acl},
		{"advcl", &p.frame.advcl}, {"obj", &p.frame.obj}, {"obl:agent", &p.frame.agent},
		{"case", &p.frame.kase}, {"mark", &p.frame.mark},
		{"aux", &p.frame.aux}, {"aux:pass", &p.frame.auxPass}, {"nsubj", &p.frame.subject}, {"nsubj:pass", &p.frame.subjectPass},
	} {
		i := slices.Index(p.names, want.name)
		if i < 0 {
			return nil, f.Errorf("names", "no label %s", want.name)
		}
		*want.id = uint8(i)
	}
	switch {
	case len(p.marks) != MarkTableSize:
		return nil, f.Errorf("marks", "%d weights", len(p.marks))
	case len(p.arcs.buckets) == 0:
		return nil, f.Errorf("arcs", "empty")
	case len(book) != bookPages:
		return nil, f.Errorf("book", "%d pages", len(book))
	case len(p.labels) == 0 || len(p.labels)%2 != 0:
		return nil, f.Errorf("labels", "%d entries", len(p.labels))
	case names == "" || len(p.names) > MaxLabels:
		return nil, f.Errorf("names", "%d labels", len(p.names))
	}
	p.arcs.book = (*[bookPages]uint64)(book)
	return p, nil
}

// WriteParser writes a parser's model file. Of the entries, the first come
// first where room is short.
func WriteParser(w io.Writer, arcs []ArcEntry, arcBuckets int, labels []LabelEntry, labelBuckets int, marks []int16, names []string) error {
	a := packArcs(arcs, arcBuckets)
	l := packLabels(labels, labelBuckets)
	return model.Write(w, kindParser, []model.Section{
		{Name: "arcs", Data: model.Bytes(a.buckets)},
		{Name: "book", Data: model.Bytes(a.book[:])},
		{Name: "labels", Data: model.Bytes(l)},
		{Name: "marks", Data: model.Bytes(marks)},
		{Name: "names", Data: []byte(strings.Join(names, "\n"))},
	})
}

// Labels are the labels that the parser gives, by their number.
func (p *Parser) Labels() []string { return p.names }

// ParseScratch is what a parser needs to work in. Use it again, in one
// goroutine.
type ParseScratch struct {
	sent ParseSentence
	beam beam
	tree tree
	arcs arcScorer

	heads      []int32 // of the words, among themselves
	candidates []int32
}

const (
	beamWidth = 6
	// beamSlack is how far behind the best a hypothesis may be. Most words are
	// sure: on average a beam holds two or three hypotheses (selectional
	// branching: Choi and McCallum, 2013).
	beamSlack = 400 * arcScale
	// longSentence is the length from which on the beam has one hypothesis
	// only, which bounds the memory: no sentence that people write is so long.
	longSentence = 4096
	// fewLetters is how many single letters and marks may make up a sentence that
	// is parsed as others are: a list of initials or a table's line may be so long.
	fewLetters = 256
)

// Parse writes the head of each word, -1 for the root, and the number of its
// label (Labels), given the words' tags (ParseTag) and the tagger's doubts
// (TagContext.Doubts), nil for none. The heads are always one tree. It takes
// time and memory linear in the number of words, and allocates only to grow the
// scratch.
func (p *Parser) Parse(words []Word, tags, doubts []uint8, heads []int32, labels []uint8, s *ParseScratch) {
	if len(words) == 0 {
		return
	}
	if len(words) > fewMarks && onlyMarks(words, tags) {
		p.attachToFirst(heads, labels)
		return
	}
	s.sent.Set(words, tags, doubts)
	s.search(&p.arcs, widthFor(words), beamSlack)
	s.tree.set(&s.sent, s.heads)
	for _, token := range s.tree.order {
		s.beam.feats.n = 0
		s.beam.feats.around(&s.sent, &s.tree, token)
		s.tree.labels[token] = p.labels.best(s.beam.feats.h[:s.beam.feats.n], len(p.names))
	}
	s.tree.raise(&s.sent, &p.frame)
	s.tree.activate(&s.sent, &p.frame)
	for k := range s.heads {
		s.heads[k] = s.tree.nodes[k].head
	}
	for i := range labels {
		labels[i] = p.punct
	}
	for k, at := range s.sent.kept {
		labels[at] = s.tree.labels[k]
		heads[at] = nowhere
		if h := s.heads[k]; h >= 0 {
			heads[at] = s.sent.kept[h]
		}
	}
	s.attachMarks(words, tags, heads, p.marks)
}

// widthFor is the width of the beam for a sentence. A long one of single letters
// and marks ("a{b}") is no language, and one without spaces has several times as
// many tokens for its bytes as others have: one hypothesis will do.
func widthFor(words []Word) int {
	if len(words) <= fewLetters {
		return beamWidth
	}
	size := 0
	for i := range words {
		size += int(words[i].Size)
	}
	if size < 2*len(words) {
		return 1
	}
	return beamWidth
}

// search finds the heads of the words among themselves.
func (s *ParseScratch) search(arcs *arcTable, width int, slack int32) {
	n := s.sent.n
	if n > longSentence {
		width = 1
	}
	s.beam.start(&s.sent)
	s.beam.slack = slack
	s.arcs.start(arcs)
	for range 2 * n {
		s.beam.advance(&s.arcs, width)
	}
	s.heads = desk.Sized(s.heads, n)
	s.beam.heads(s.beam.front[0], s.heads)
}
