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
}

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

func openTagDictionary(f *model.File, section string) (*TagDictionary, error) {
	slots, err := model.View[uint32](f, section)
	if err != nil {
		return nil, err
	}
	for _, s := range slots {
		if s == 0 {
			return &TagDictionary{slots}, nil // a probe always ends at a free slot
		}
	}
	return nil, f.Errorf(section, "no free slot among %d", len(slots))
}

// TagDictionaryEntry is a word of a dictionary in the making.
type TagDictionaryEntry struct {
	Key   uint64 // model.ClassKey of the word
	Class int    // 1 to 1023
	Sure  uint8  // number of its only tag, or 0
}

// NewTagDictionary makes a dictionary; the more frequent words should come first.
func NewTagDictionary(entries []TagDictionaryEntry) *TagDictionary {
	d := &TagDictionary{make([]uint32, len(entries)*3/2+1)}
	for _, e := range entries {
		if d.find(e.Key) != 0 {
			continue
		}
		at, _ := bits.Mul64(e.Key, uint64(len(d.slots)))
		for d.slots[at] != 0 {
			at = (at + 1) % uint64(len(d.slots))
		}
		d.slots[at] = uint32(uint16(e.Key)) | uint32(e.Class&0x3FF)<<16 | uint32(e.Sure)<<26
	}
	return d
}

// Section is the dictionary as the section of a model file.
func (d *TagDictionary) Section() []byte { return model.Bytes(d.slots) }
