package entity

import (
	"bytes"
	"cmp"
	"fmt"
	"math"
	"math/bits"
	"slices"
	"unicode/utf8"
)

// GazetteerBuilder gathers names from Go values and files for one gazetteer.
// It must not be used by two goroutines at once.
type GazetteerBuilder struct {
	entries  []gazEntry
	text     []byte
	kinds    []Kind
	kind     Kind // for names without one
	rule     CaseRule
	conflict Precedence

	added   int // by Add
	pieces  int
	numbers map[string]uint16 // of the kinds
	fault   GazetteerError
	lines   []uint32  // where the entries come from, for faults found late
	files   []gazFile // likewise
}

// gazFile is a file, or names added from Go values, and its first entry.
type gazFile struct {
	entry int
	name  string
}

// NewGazetteerBuilder makes an empty builder.
func NewGazetteerBuilder(opts ...GazetteerOption) *GazetteerBuilder {
	b := &GazetteerBuilder{}
	for _, o := range opts {
		o(b)
	}
	return b
}

// Add takes a name in. Faults are kept for Build.
func (b *GazetteerBuilder) Add(n GazetteerName) {
	b.from("")
	b.added++
	r := gazRow{line: b.added}
	r.name, r.canonical, r.key = []byte(n.Name), []byte(n.Canonical), []byte(n.Key)
	r.kind, r.rule = []byte(n.Kind), n.Case
	b.addRow(&r)
	if len(n.Aliases) > 0 && len(r.canonical) == 0 {
		r.canonical = r.name
	}
	for _, alias := range n.Aliases {
		r.name = []byte(alias)
		b.addRow(&r)
	}
}

// gazRow is a name on its way in; the slices belong to the reader.
type gazRow struct {
	file                       string
	line                       int
	name, kind, canonical, key []byte
	rule                       CaseRule
}

// addRow checks a name and takes it in.
func (b *GazetteerBuilder) addRow(r *gazRow) {
	if len(r.kind) == 0 {
		r.kind = []byte(b.kind)
	}
	switch {
	case len(r.name) > maxNameBytes:
		b.faultAt(r, FaultTooLong, fmt.Sprintf("name %s has %d bytes, %d are the most", quoted(r.name), len(r.name), maxNameBytes))
		return
	case len(r.canonical) > maxNameBytes || len(r.key) > maxNameBytes:
		b.faultAt(r, FaultTooLong, fmt.Sprintf("canonical name or id of %s has more than %d bytes", quoted(r.name), maxNameBytes))
		return
	case len(r.kind) == 0:
		b.faultAt(r, FaultNoKind, fmt.Sprintf("%s has no kind", quoted(r.name)))
		return
	case int(r.rule) >= len(caseRules):
		b.faultAt(r, FaultCase, fmt.Sprintf("%s of %s is none", r.rule, quoted(r.name)))
		return
	}
	pieces, word := 0, false
	for at := 0; at < len(r.name); {
		p, next := nextPiece(r.name, at)
		if p.start == p.end {
			break
		}
		at = next
		pieces++
		c := r.name[p.start]
		word = word || asciiWord(c)
		if c >= utf8.RuneSelf {
			q, _ := decodeRune(r.name, p.start)
			word = word || wordRune(q)
		}
	}
	switch {
	case !utf8.Valid(r.name) || !utf8.Valid(r.canonical) || !utf8.Valid(r.key):
		b.faultAt(r, FaultEncoding, quoted(r.name))
		return
	case !word:
		b.faultAt(r, FaultNoName, fmt.Sprintf("%s has no letter or digit", quoted(r.name)))
		return
	case pieces > maxPieces:
		b.faultAt(r, FaultTooLong, fmt.Sprintf("name %s has %d words and marks, %d are the most", quoted(r.name), pieces, maxPieces))
		return
	case len(b.entries) >= gazNone-1 || uint64(len(b.text))+4*maxNameBytes > math.MaxUint32:
		b.faultAt(r, FaultTooMany, fmt.Sprintf("%d names are in already", len(b.entries)))
		return
	}
	kind, ok := b.kindNumber(r.kind)
	if !ok {
		b.faultAt(r, FaultTooMany, fmt.Sprintf("kind %s is one more than %d", quoted(r.kind), mostKinds))
		return
	}
	b.pieces += pieces
	b.lines = append(b.lines, uint32(r.line))
	e := gazEntry{next: gazNone, rule: r.rule, kind: kind}
	e.name, e.nameLen = b.store(r.name)
	if len(r.canonical) > 0 && !bytes.Equal(r.canonical, r.name) {
		e.canonical, e.canonicalLen = b.again(r.canonical, func(e *gazEntry) (uint32, uint16) { return e.canonical, e.canonicalLen })
	}
	if len(r.key) > 0 {
		e.key, e.keyLen = b.again(r.key, func(e *gazEntry) (uint32, uint16) { return e.key, e.keyLen })
	}
	b.entries = append(b.entries, e)
}

// store appends bytes to the text.
func (b *GazetteerBuilder) store(s []byte) (at uint32, n uint16) {
	at = uint32(len(b.text))
	b.text = append(b.text, s...)
	return at, uint16(len(s))
}

// again stores bytes unless the entry before has the same: aliases share.
func (b *GazetteerBuilder) again(s []byte, of func(*gazEntry) (uint32, uint16)) (at uint32, n uint16) {
	if len(b.entries) > 0 {
		at, n = of(&b.entries[len(b.entries)-1])
		if bytes.Equal(b.text[at:at+uint32(n)], s) {
			return at, n
		}
	}
	return b.store(s)
}

// kindNumber numbers the kinds; false if there are too many.
func (b *GazetteerBuilder) kindNumber(kind []byte) (uint16, bool) {
	if n, ok := b.numbers[string(kind)]; ok {
		return n, true
	}
	if len(b.kinds) == mostKinds {
		return 0, false
	}
	if b.numbers == nil {
		b.numbers = make(map[string]uint16)
	}
	b.numbers[string(kind)] = uint16(len(b.kinds))
	b.kinds = append(b.kinds, Kind(kind))
	return uint16(len(b.kinds) - 1), true
}

// from remembers which file the entries from the next one on come from.
func (b *GazetteerBuilder) from(file string) {
	if n := len(b.files); n == 0 || b.files[n-1].name != file {
		b.files = append(b.files, gazFile{entry: len(b.entries), name: file})
	}
}

// whence is where an entry comes from.
func (b *GazetteerBuilder) whence(entry int) (file string, line int) {
	for i := len(b.files) - 1; i >= 0; i-- {
		if b.files[i].entry <= entry {
			return b.files[i].name, int(b.lines[entry])
		}
	}
	return "", int(b.lines[entry])
}

func (b *GazetteerBuilder) faultAt(r *gazRow, kind FaultKind, detail string) {
	b.addFault(GazetteerFault{File: r.file, Line: r.line, Problem: kind, Detail: detail})
}

func (b *GazetteerBuilder) addFault(f GazetteerFault) {
	if len(b.fault.Faults) == maxFaults {
		b.fault.More++
		return
	}
	b.fault.Faults = append(b.fault.Faults, f)
}

// gazSlot stands for the first words of a name or names.
type gazSlot struct {
	tag uint32 // lower half of the hash
	ref uint32 // first entry of just these words plus one, 0 for none; top bit: longer names begin so
}

const gazLonger = 1 << 31

// entry is the first entry of the words, gazNone if there is none.
func (s *gazSlot) entry() uint32 {
	if e := s.ref &^ gazLonger; e != 0 {
		return e - 1
	}
	return gazNone
}

func (s *gazSlot) longer() bool { return s.ref&gazLonger != 0 }

// home is where the slot of a key is looked for first: the upper bits of the
// hash, scaled to the table (Lemire, 2016).
func (g *Gazetteer) home(key uint64) int {
	i, _ := bits.Mul64(key, uint64(len(g.slots)))
	return int(i)
}

func (g *Gazetteer) behind(i int) int {
	if i++; i == len(g.slots) {
		return 0
	}
	return i
}

// find returns the slot of a key, nil if there is none.
func (g *Gazetteer) find(key uint64) *gazSlot {
	if len(g.slots) == 0 {
		return nil
	}
	tag := uint32(key)
	for i := g.home(key); ; i = g.behind(i) {
		switch s := &g.slots[i]; {
		case s.ref == 0:
			return nil
		case s.tag == tag:
			return s
		}
	}
}

// slot finds or claims the slot of a key. The caller makes its ref non-zero.
func (g *Gazetteer) slot(key uint64) *gazSlot {
	tag := uint32(key)
	for i := g.home(key); ; i = g.behind(i) {
		s := &g.slots[i]
		if s.ref == 0 {
			s.tag = tag
		}
		if s.tag == tag {
			return s
		}
	}
}

// Build makes the gazetteer, or returns a *[GazetteerError] with everything
// that was wrong with the names since the builder was made. The builder is
// spent.
func (b *GazetteerBuilder) Build() (*Gazetteer, error) {
	g := &Gazetteer{entries: slices.Clip(b.entries), text: b.text, kinds: b.kinds, conflict: b.conflict}
	if len(g.entries) > 0 {
		g.slots = make([]gazSlot, b.pieces+b.pieces/2+1)
	}
	for i := range g.entries {
		b.enter(g, uint32(i))
	}
	if len(b.fault.Faults) > 0 {
		fault := b.fault
		place := make(map[string]int)
		for i, f := range b.files {
			if _, again := place[f.name]; !again {
				place[f.name] = i
			}
		}
		slices.SortStableFunc(fault.Faults, func(a, b GazetteerFault) int {
			return cmp.Or(cmp.Compare(place[a.File], place[b.File]), cmp.Compare(a.Line, b.Line))
		})
		*b = GazetteerBuilder{}
		return nil, &fault
	}
	*b = GazetteerBuilder{}
	return g, nil
}

// enter puts the words of an entry into the table.
func (b *GazetteerBuilder) enter(g *Gazetteer, i uint32) {
	e := &g.entries[i]
	name := g.text[e.name : e.name+uint32(e.nameLen)]
	var key uint64
	var s *gazSlot
	for at := 0; at < len(name); {
		p, next := nextPiece(name, at)
		if p.start == p.end {
			break
		}
		at = next
		if s != nil {
			s.ref |= gazLonger
		}
		key = gazMix(key, p.hash)
		s = g.slot(key)
	}
	first := s.entry()
	if first == gazNone {
		s.ref |= i + 1
		return
	}
	last := first
	n := 0
	for e2 := first; e2 != gazNone; e2 = g.entries[e2].next {
		other := &g.entries[e2]
		last = e2
		if n++; n == mostHomonyms {
			file, line := b.whence(int(i))
			b.addFault(GazetteerFault{File: file, Line: line, Problem: FaultTooMany, Detail: fmt.Sprintf(
				"%d names before are %s but for letter case or kind", mostHomonyms, quoted(name))})
			return
		}
		if other.kind == e.kind && other.rule == e.rule && bytes.Equal(g.text[other.name:other.name+uint32(other.nameLen)], name) {
			if g.keyOf(other) != g.keyOf(e) {
				file, line := b.whence(int(i))
				_, before := b.whence(int(e2))
				b.addFault(GazetteerFault{File: file, Line: line, Problem: FaultConflict, Detail: fmt.Sprintf(
					"%s is %s %s here and %s in line %d", quoted(name), g.kinds[e.kind], quoted(g.keyOf(e)), quoted(g.keyOf(other)), before)})
			}
			return
		}
	}
	g.entries[last].next = i
}

const (
	mostKinds    = 1000 // of a gazetteer
	mostHomonyms = 64   // names of the same words
)
