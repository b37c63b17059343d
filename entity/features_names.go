package entity

import (
	"math/bits"

	"github.com/dossier-nlp/dossier/internal/model"
)

// NameTable is what a tagger made of the names in a large unlabelled text: for
// each word how it was mostly labelled, for each name of several words its
// kind. As features, they carry what many contexts told to the one at hand.
// Survey makes one. It is immutable and safe for concurrent use.
//
// It is a list of 32-bit slots with open addressing: 18 bits of fingerprint,
// 14 of hearsay.
type NameTable struct {
	slots []uint32
}

// hearsay is what the table tells of a word or name; 0 for nothing.
//
//	bits  width
//	0     8      label + 1
//	8     2      how sure its kind is
//	10    2      how often the capitalized word is a name at all
//	12    2      how many times it was seen
type hearsay uint16

const hearsayBits = 14

func makeHearsay(label int, kindShare, nameShare float64, count int) hearsay {
	return hearsay(label+1) | hearsay(quarter(kindShare))<<8 | hearsay(quarter(nameShare))<<10 | hearsay(min(bits.Len(uint(count)/4), 3))<<12
}

// quarter puts a share into one of four steps, finer near 1.
func quarter(share float64) int {
	switch {
	case share > 0.95:
		return 3
	case share > 0.8:
		return 2
	case share > 0.6:
		return 1
	}
	return 0
}

// kind is the hearsay without what is finer than the kind and how sure it is.
func (h hearsay) kind() uint64 {
	if h == 0 {
		return 0
	}
	label := int(h&0xFF) - 1
	if label == outside {
		return 1
	}
	return uint64(kindOf(label)+2)<<2 | uint64(h>>8&3)
}

// label is the label + 1 alone.
func (h hearsay) label() hearsay { return h & 0xFF }

func (t *NameTable) find(key uint64) hearsay {
	if t == nil || len(t.slots) == 0 {
		return 0
	}
	at, _ := bits.Mul64(key, uint64(len(t.slots)))
	print := uint32(key) >> hearsayBits
	for i := int(at); t.slots[i] != 0; {
		if t.slots[i]>>hearsayBits == print {
			return hearsay(t.slots[i] & (1<<hearsayBits - 1))
		}
		if i++; i == len(t.slots) {
			i = 0
		}
	}
	return 0
}

// longestName is how many words the names in a table have at most.
const longestName = 5

// tableKey and nameKey keep words and names of several words apart.
func tableKey(lower uint64) uint64 { return model.Mix(lower, 77) }

func nameKey(key, lower uint64) uint64 { return model.Mix(key, lower) }

// rumour is what the table tells of a word in its sentence.
type rumour struct {
	word  hearsay // of the word alone
	name  hearsay // of the longest name that it is part of
	place uint8   // in that name: 2 first, 3 inside, 4 last
}

// rumours looks up the words and the names in the sentence, the longest first.
func (c *window) rumours() {
	for i := 0; i < c.n; i++ {
		w := &c.words[margin+i]
		if w.caps.named() || c.careless && w.caps == lowercase && w.size > 2 {
			w.rumour.word = c.names.find(tableKey(w.lower))
		}
	}
	for i := 0; i < c.n; {
		n, h := c.longestName(i)
		for j := 0; j < n; j++ {
			w := &c.words[margin+i+j]
			w.rumour.name, w.rumour.place = h, 3
			if j == 0 {
				w.rumour.place = 2
			} else if j == n-1 {
				w.rumour.place = 4
			}
		}
		i += max(n, 1)
	}
}

// longestName is the longest name of the table that starts at word i, its
// length 0 if there is none.
func (c *window) longestName(i int) (int, hearsay) {
	if !c.words[margin+i].caps.named() && !c.careless || c.words[margin+i].size < 2 {
		return 0, 0
	}
	n, best := 0, hearsay(0)
	key := tableKey(c.words[margin+i].lower)
	for j := 1; j < longestName && i+j < c.n; j++ {
		w := &c.words[margin+i+j]
		key = nameKey(key, w.lower)
		if w.caps == lowercase && !c.careless {
			continue // a name does not end so
		}
		if h := c.names.find(key); h != 0 {
			n, best = j+1, h
		}
	}
	return n, best
}

// Len is how many words and names the table has.
func (t *NameTable) Len() int {
	n := 0
	for _, s := range t.slots {
		if s != 0 {
			n++
		}
	}
	return n
}
