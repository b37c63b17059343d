package syntax

import (
	"math/bits"

	"github.com/dossier-nlp/dossier/internal/model"
)

// TagDictionary tells which tags a frequent word has had: words with the same
// set of tags, in order of frequency, share a class. It is a flat table with
// open addressing; a look-up costs about one cache miss.
type TagDictionary struct {
	slots []uint32
	verbs []uint8 // of each class: whether its tags are those of finite verbs
}

// What the tags of a class are.
const (
	neverFinite  = iota // none is a finite verb's
	maybeFinite         // some are
	alwaysFinite        // all are
)

// dictEntry is a slot: 16 bits fingerprint, 10 bits class, and for a word with
// one tag only, that tag's number in 6 bits; zero for an unknown word.
type dictEntry uint32

func (e dictEntry) class() uint64 { return uint64(e >> 16 & 0x3FF) }

// sure is the only tag that the word ever has, 0 if there are several.
func (e dictEntry) sure() uint8 { return uint8(e >> 26) }

func (d *TagDictionary) find(key uint64) dictEntry {
	at, _ := bits.Mul64(key, uint64(len(d.slots)))
	for i := int(at); d.slots[i] != 0; {
		if uint16(d.slots[i]) == uint16(key) {
			return dictEntry(d.slots[i])
		}
		if i++; i == len(d.slots) {
			i = 0
		}
	}
	return 0
}

// finite tells whether a word may be a finite verb: by its class, or if the
// dictionary does not know it, by its ending.
func (d *TagDictionary) finite(e dictEntry, w *Word) uint8 {
	if e != 0 {
		return d.verbs[e.class()]
	}
	if w.Back&0xFFFF == 'd'|'e'<<8 && w.Case == Small {
		return maybeFinite
	}
	return neverFinite
}

func openTagDictionary(f *model.File) (*TagDictionary, error) {
	d := &TagDictionary{}
	var err error
	if d.slots, err = model.View[uint32](f, "dictionary"); err != nil {
		return nil, err
	}
	if d.verbs, err = model.View[uint8](f, "verbs"); err != nil {
		return nil, err
	}
	free := 0
	for _, s := range d.slots {
		if s == 0 {
			free++
		} else if dictEntry(s).class() >= uint64(len(d.verbs)) {
			return nil, f.Errorf("dictionary", "class %d of %d", dictEntry(s).class(), len(d.verbs))
		}
	}
	if free == 0 { // a probe must end at a free slot
		return nil, f.Errorf("dictionary", "no free slot among %d", len(d.slots))
	}
	return d, nil
}

// TagDictionaryEntry is a word of a dictionary in the making.
type TagDictionaryEntry struct {
	Key  uint64  // model.ClassKey of the word
	Tags []uint8 // numbers of its tags, the most frequent first
	Sure uint8   // number of its only tag, or 0
}

// maxTagSets bounds the classes; a word whose set of tags would be one too many
// loses its rarest tags.
const maxTagSets = 1000

// NewTagDictionary makes a dictionary; the more frequent words should come first.
func NewTagDictionary(entries []TagDictionaryEntry) *TagDictionary {
	d := &TagDictionary{slots: make([]uint32, len(entries)*3/2+1), verbs: []uint8{neverFinite}}
	sets := map[string]int{}
	for _, e := range entries {
		if d.find(e.Key) != 0 {
			continue
		}
		set := e.Tags
		class := sets[string(set)]
		for ; class == 0; class = sets[string(set)] {
			if len(sets) < maxTagSets {
				sets[string(set)] = len(d.verbs)
				d.verbs = append(d.verbs, finiteTags(set))
			} else {
				set = set[:len(set)-1]
			}
		}
		at, _ := bits.Mul64(e.Key, uint64(len(d.slots)))
		for d.slots[at] != 0 {
			at = (at + 1) % uint64(len(d.slots))
		}
		d.slots[at] = uint32(uint16(e.Key)) | uint32(class)<<16 | uint32(e.Sure)<<26
	}
	return d
}

func finiteTags(tags []uint8) uint8 {
	finite := 0
	for _, t := range tags {
		if k := kindOf[t&63]; k == kindFinite || k == kindModal {
			finite++
		}
	}
	switch finite {
	case 0:
		return neverFinite
	case len(tags):
		return alwaysFinite
	}
	return maybeFinite
}

// Sections are the dictionary as sections of a model file.
func (d *TagDictionary) Sections() []model.Section {
	return []model.Section{
		{Name: "dictionary", Data: model.Bytes(d.slots)},
		{Name: "verbs", Data: d.verbs},
	}
}
