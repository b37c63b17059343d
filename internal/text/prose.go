package text

import "github.com/jdkato/prose/v2"

// The tokenizer of prose/v2 knows contractions, letters with stops between
// them and the faces people draw with marks. It is asked for these and for
// nothing else, in pieces of at most proseLimit bytes, because it
//   - gives strings, not offsets, and curly quotes and "&rsquo;" come out
//     rewritten: it is given straight quotes and only ASCII, so that the
//     lengths of its words are offsets;
//   - takes time quadratic in a run of marks: a short piece bounds that;
//   - loses what follows an apostrophe inside a name ("O'Shea" becomes "O"):
//     an answer that does not add up to the piece is not used;
//   - allocates a dozen times a call: answers are kept.
const (
	proseLimit = 23
	proseSlots = 512
)

// proseCache holds answers of prose, a piece at the place its hash names.
type proseCache struct {
	slots []proseSlot
}

type proseSlot struct {
	piece [proseLimit]byte
	size  uint8
	cuts  uint32
}

// cuts returns where the words of s start, as bits: bit i for byte i. It is 0
// if prose has no answer to use. s is ASCII without space or ampersand, of 1
// to proseLimit bytes.
func (c *proseCache) cuts(s []byte) uint32 {
	if c.slots == nil {
		c.slots = make([]proseSlot, proseSlots)
	}
	h := uint32(2166136261) // FNV-1a
	for _, x := range s {
		h = (h ^ uint32(x)) * 16777619
	}
	slot := &c.slots[(h^h>>16)%proseSlots]
	if int(slot.size) == len(s) && string(slot.piece[:slot.size]) == string(s) {
		return slot.cuts
	}
	slot.size = uint8(copy(slot.piece[:], s))
	slot.cuts = proseCuts(string(s))
	return slot.cuts
}

func proseCuts(s string) uint32 {
	doc, err := prose.NewDocument(s, prose.WithSegmentation(false), prose.WithTagging(false), prose.WithExtraction(false))
	if err != nil {
		return 0
	}
	var cuts uint32
	at := 0
	for _, t := range doc.Tokens() {
		if len(t.Text) == 0 || at+len(t.Text) > len(s) || s[at:at+len(t.Text)] != t.Text {
			return 0
		}
		cuts |= 1 << at
		at += len(t.Text)
	}
	if at != len(s) {
		return 0
	}
	return cuts
}

// whole reports whether prose takes s for one word.
func (c *proseCache) whole(s string) bool {
	if len(s) > proseLimit {
		return false
	}
	var buf [proseLimit]byte
	for i := 0; i < len(s); i++ {
		if s[i] <= ' ' || s[i] == '&' || s[i] >= 0x7f {
			return false
		}
		buf[i] = s[i]
	}
	return c.cuts(buf[:len(s)]) == 1
}
