package model

import (
	"math/bits"
	"unicode/utf8"
)

// Classes gives words their classes: sets of words that stand in like places,
// learnt from unlabelled text by one-sided bigram exchange clustering
// (Whittaker and Woodland, 2001; Uszkoreit and Brants, 2008). It is immutable
// and safe for concurrent use; a look-up costs about one cache miss and never
// allocates.
//
// The table is a list of 64-bit slots with open addressing. A slot is a
// WordInfo whose low 16 bits are the word's fingerprint; a word that is not in
// the table is taken for one that is about once in ten thousand times.
type Classes struct {
	slots []uint64
}

// WordInfo is what is known of a word from unlabelled text, packed into 64
// bits; zero for an unknown word. Class 0 of each grain means unknown.
//
//	bits    width
//	0       16     fingerprint
//	16      9      class by what stands before it
//	25      9      class by what stands after it
//	34      11     fine class, by both sides
//	45      6      coarse class, by both sides
//	51      4      share of capitals within sentences
//	55      3      share of all capitals
//	58      4      frequency
//	62      1      the capitalized word has an entry of its own
type WordInfo uint64

const (
	forwardShift, forwardBits   = 16, 9
	backwardShift, backwardBits = 25, 9
	fineShift, fineBits         = 34, 11
	coarseShift, coarseBits     = 45, 6
	capitalShift, capitalBits   = 51, 4
	allCapsShift, allCapsBits   = 55, 3
	freqShift, freqBits         = 58, 4
	splitBit                    = 62
)

// Forward is the class by the words that stand before, 0 to 511.
func (w WordInfo) Forward() int { return w.field(forwardShift, forwardBits) }

// Backward is the class by the words that stand after, 0 to 511.
func (w WordInfo) Backward() int { return w.field(backwardShift, backwardBits) }

// Fine is the class by both sides of the finest grain, 0 to 2047.
func (w WordInfo) Fine() int { return w.field(fineShift, fineBits) }

// Coarse is the class by both sides of the coarsest grain, 0 to 63.
func (w WordInfo) Coarse() int { return w.field(coarseShift, coarseBits) }

// Capital is how often the word is capitalized where no sentence starts: 0
// for never or unknown, 15 for always.
func (w WordInfo) Capital() int { return w.field(capitalShift, capitalBits) }

// AllCaps is how often the word stands in capitals only: 0 for never or
// unknown, 7 for always.
func (w WordInfo) AllCaps() int { return w.field(allCapsShift, allCapsBits) }

// Frequency is the binary logarithm of how often the training text has the
// word, less a constant; 0 for an unknown word, at most 15.
func (w WordInfo) Frequency() int { return w.field(freqShift, freqBits) }

// Known tells whether the word is in the table.
func (w WordInfo) Known() bool { return w != 0 }

func (w WordInfo) field(shift, width uint) int {
	return int(w >> shift & (1<<width - 1))
}

// MakeWordInfo packs what is known of a word. Values beyond their width are
// cut to the largest.
func MakeWordInfo(forward, backward, fine, coarse, capital, allCaps, frequency int) WordInfo {
	put := func(v, shift, width int) WordInfo {
		return WordInfo(min(v, 1<<width-1)) << shift
	}
	return put(forward, forwardShift, forwardBits) | put(backward, backwardShift, backwardBits) |
		put(fine, fineShift, fineBits) | put(coarse, coarseShift, coarseBits) |
		put(capital, capitalShift, capitalBits) | put(allCaps, allCapsShift, allCapsBits) |
		put(frequency, freqShift, freqBits)
}

const kindClasses = "classes"

// OpenClasses opens the bytes of a classes file.
func OpenClasses(data string) (*Classes, error) {
	f, err := Open(kindClasses, data)
	if err != nil {
		return nil, err
	}
	slots, err := View[uint64](f, "slots")
	if err != nil {
		return nil, err
	}
	return newClasses(f, slots)
}

func newClasses(f *File, slots []uint64) (*Classes, error) {
	for _, s := range slots {
		if s == 0 {
			return &Classes{slots}, nil // a probe always ends at a free slot
		}
	}
	return nil, f.errorf("slots", "no free slot among %d", len(slots))
}

// Lookup gives what is known of a word by its ClassKey (for a word without
// digits that is HashLower). If capital is true and the capitalized word is
// known as another word than the one in lower case ("May", "US", "Turkey"),
// it is that one: say true for a word that is capitalized and starts no
// sentence, or that is in capitals among others that are not.
func (c *Classes) Lookup(key uint64, capital bool) WordInfo {
	w := c.find(key)
	if capital && w>>splitBit&1 != 0 {
		if name := c.find(capitalKey(key)); name != 0 {
			return name
		}
	}
	return w
}

// LookupWord is Lookup of the word itself.
func (c *Classes) LookupWord(word string, capital bool) WordInfo {
	return c.Lookup(ClassKey(word), capital)
}

func (c *Classes) find(key uint64) WordInfo {
	i, print := c.place(key)
	for c.slots[i] != 0 {
		if uint16(c.slots[i]) == print {
			return WordInfo(c.slots[i])
		}
		if i++; i == len(c.slots) {
			i = 0
		}
	}
	return 0
}

// place is where the search for a key starts, and the fingerprint it looks for.
func (c *Classes) place(key uint64) (int, uint16) {
	at, _ := bits.Mul64(key, uint64(len(c.slots)))
	return int(at), uint16(key)
}

// capitalKey is the key of a capitalized word that has an entry of its own.
func capitalKey(key uint64) uint64 { return Mix(key, 1) }

// ClassKey is HashLower of a word, with all its digits as zeros.
func ClassKey(word string) uint64 {
	var buf [64]byte
	if len(word) > len(buf) {
		return HashLower(word)
	}
	for i := 0; i < len(word); i++ {
		c := word[i]
		switch {
		case c >= utf8.RuneSelf:
			return HashLower(word)
		case 'A' <= c && c <= 'Z':
			c += 'a' - 'A'
		case '0' <= c && c <= '9':
			c = '0'
		}
		buf[i] = c
	}
	return hash(buf[:len(word)])
}
