package lexicon

import "sync"

// tableBits sets the number of slots: the names and prefixes of names in the
// lists fill six tenths of them at most.
const tableBits = 18

// table maps the hash of a word, of a name or of the first words of a name to
// a slot, by open addressing with linear probing.
type table struct {
	slots   []slot
	used    int
	records []record
}

// slot is what is known of one name. 16 bytes, so that four share a cache
// line.
type slot struct {
	tag      uint32 // upper half of the hash
	flags    Flag
	ref      int32  // record, -1 if none
	capitals uint16 // bit n: word n of the name has a capital
	link     Link
	prefix   bool // longer names begin with this
}

// record is a thing that has several names.
type record struct {
	name    string // canonical name
	kind    Flag
	country int32 // record of its country, -1 if none
}

var opened = sync.OnceValue(load)

// Open reads the lists. Without it the first look-up does.
func Open() { opened() }

func (s *slot) empty() bool { return s.flags == 0 && !s.prefix }

// flagsAs returns the flags that hold when the words at the set bits of
// capitals are written with a capital.
func (s *slot) flagsAs(capitals uint16, allUpper bool) Flag {
	if capitals&s.capitals != s.capitals || s.flags.Has(Acronym) && !allUpper {
		f := s.flags &^ (Names | Acronym)
		if !f.Has(Title | Role | Honorific) {
			f &^= Male | Female
		}
		return f
	}
	return s.flags
}

func (t *table) find(key uint64) *slot {
	mask := uint64(len(t.slots) - 1)
	tag := uint32(key >> 32)
	for i := key & mask; ; i = (i + 1) & mask {
		s := &t.slots[i]
		if s.empty() {
			return nil
		}
		if s.tag == tag {
			return s
		}
	}
}

// put finds or makes the slot of a key.
func (t *table) put(key uint64) *slot {
	mask := uint64(len(t.slots) - 1)
	tag := uint32(key >> 32)
	for i := key & mask; ; i = (i + 1) & mask {
		s := &t.slots[i]
		if s.empty() {
			*s = slot{tag: tag, ref: -1}
			t.used++
			return s
		}
		if s.tag == tag {
			return s
		}
	}
}
