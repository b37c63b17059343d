package syntax

import "math/bits"

// arcTable is the structural model: for each feature that it keeps, a weight
// for each transition. Most weights are small, and many features have the same
// ones, so one book of weights serves all (vector quantization: Gray, 1984).
//
// A bucket is 64 bits and holds three entries of 21: in the lower 11 the page
// of the book that has the feature's weights, in the upper 10 a fingerprint of
// the feature. A feature that the model does not have is taken for one that it
// has about once in 350 times.
//
// A page has the three weights in 21 bits each, with arcBias added, so that one
// addition adds all three. They are in units of 1/arcScale. Page 0 is that of
// features that the model does not have.
type arcTable struct {
	book    *[bookPages]uint64
	buckets []uint64
}

const (
	pageBits  = 11
	bookPages = 1 << pageBits
	entryBits = 21
	perBucket = 3
	sumBits   = 21
	arcScale  = 4
	arcBias   = 1 << 9 // more than any weight
)

// place is a feature's bucket and fingerprint.
func place(hash uint64, buckets int) (bucket int, print uint32) {
	h := (hash ^ hash>>32) * step1
	at, _ := bits.Mul64(h, uint64(buckets))
	return int(at), uint32(h>>8) & (1<<(entryBits-pageBits) - 1)
}

// add adds the weights of features to the transitions' scores. The table is
// larger than a core's cache, so all look-ups of a batch are under way before
// the first one is used.
func (t *arcTable) add(hashes []uint64, to *[Transitions]int32) {
	var sum uint64
	var buckets [16]uint64
	var prints [16]uint32
	bias := int32(len(hashes)) * arcBias
	for len(hashes) > 0 {
		batch := hashes[:min(len(buckets), len(hashes))]
		hashes = hashes[len(batch):]
		for i, hash := range batch {
			at, print := place(hash, len(t.buckets))
			buckets[i&15], prints[i&15] = t.buckets[at], print<<pageBits
		}
		for i := range batch {
			bucket, print := buckets[i&15], prints[i&15]
			// One entry at most has the fingerprint, but for free ones, which have
			// page 0. A branch would be hard to foretell.
			page := pageOf(uint32(bucket)&(1<<entryBits-1)^print) |
				pageOf(uint32(bucket>>entryBits)&(1<<entryBits-1)^print) |
				pageOf(uint32(bucket>>(2*entryBits))^print)
			sum += t.book[page&(bookPages-1)]
		}
	}
	for k := range to {
		to[k] += int32(sum>>(k*sumBits)&(1<<sumBits-1)) - bias
	}
}

// pageOf is e if it is a page, with no fingerprint left over it, and 0 if not.
func pageOf(e uint32) uint32 { return e & uint32(int32(e-bookPages)>>31) }

// ArcEntry is a feature of a structural model in the making.
type ArcEntry struct {
	Hash    uint64
	Weights [Transitions]float32
	Updates int32 // in training: how much it matters that the weights are right
}

// packArcs makes the table of the entries that find room, the first first.
func packArcs(entries []ArcEntry, buckets int) arcTable {
	t := arcTable{new([bookPages]uint64), make([]uint64, buckets)}
	kept := make([]bool, len(entries))
	used := make([]uint8, buckets)
	for i := range entries {
		at, print := place(entries[i].Hash, buckets)
		if used[at] == perBucket || t.holds(at, print, used[at]) {
			continue
		}
		t.buckets[at] |= uint64(print) << (pageBits + uint(used[at])*entryBits)
		used[at]++
		kept[i] = true
	}
	var book book
	for i, e := range entries {
		if kept[i] {
			book.count(e.Weights, e.Updates)
		}
	}
	book.make()
	for i, p := range book.pages {
		t.book[i] = p.packed()
	}
	clear(used)
	for i, e := range entries {
		if kept[i] {
			at, _ := place(e.Hash, buckets)
			t.buckets[at] |= uint64(book.page(e.Weights)) << (uint(used[at]) * entryBits)
			used[at]++
		}
	}
	return t
}

// holds reports whether one of the first n entries of a bucket has a fingerprint.
func (t *arcTable) holds(at int, print uint32, n uint8) bool {
	for k := range n {
		if uint32(t.buckets[at]>>(pageBits+uint(k)*entryBits))&(1<<(entryBits-pageBits)-1) == print {
			return true
		}
	}
	return false
}
