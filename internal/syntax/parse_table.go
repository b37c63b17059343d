package syntax

import "math/bits"

// arcTable is the structural model: buckets of two entries each. An entry is
// 32 bits: a weight for each transition in the lower three bytes, a fingerprint
// of the feature in the highest. A feature that the model does not have is
// taken for one that it has about once in 128 times.
type arcTable []uint64

// place is a feature's bucket and fingerprint.
func place(hash uint64, buckets int) (bucket int, print uint32) {
	h := (hash ^ hash>>32) * step1
	at, _ := bits.Mul64(h, uint64(buckets))
	return int(at), uint32(h>>8) & 0xFF
}

// add adds the weights of features to the transitions' scores. The table is
// larger than a core's cache, so all look-ups of a batch are under way before
// the first one is used.
func (t arcTable) add(hashes []uint64, to *[Transitions]int32) {
	var a, b, c int32
	var pairs [16]uint64
	var prints [16]uint32
	for len(hashes) > 0 {
		batch := hashes[:min(len(pairs), len(hashes))]
		hashes = hashes[len(batch):]
		for i, hash := range batch {
			at, print := place(hash, len(t))
			pairs[i&15], prints[i&15] = t[at], print
		}
		for i := range batch {
			pair, print := pairs[i&15], prints[i&15]
			// A branch would be hard to foretell; these are conditional moves.
			e := uint32(pair)
			if other := uint32(pair >> 32); other>>24 == print {
				e = other
			}
			if e>>24 != print {
				e = 0
			}
			a += int32(int8(e))
			b += int32(int8(e >> 8))
			c += int32(int8(e >> 16))
		}
	}
	to[Shift] += a
	to[Left] += b
	to[Right] += c
}

// ArcEntry is a feature of a structural model in the making.
type ArcEntry struct {
	Hash    uint64
	Weights [Transitions]int8
}

// packArcs makes the table of the entries that find room, the first first.
func packArcs(entries []ArcEntry, buckets int) (t arcTable, left int) {
	t = make(arcTable, buckets)
	for _, e := range entries {
		at, print := place(e.Hash, buckets)
		entry := uint64(print)<<24 | uint64(uint8(e.Weights[2]))<<16 | uint64(uint8(e.Weights[1]))<<8 | uint64(uint8(e.Weights[0]))
		switch pair := t[at]; {
		case pair == 0:
			t[at] = entry
		case pair>>32 == 0 && uint32(pair)>>24 != print:
			t[at] = pair | entry<<32
		default:
			left++
		}
	}
	return t, left
}
