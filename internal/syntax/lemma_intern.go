package syntax

import (
	"math/bits"

	"github.com/dossier-nlp/dossier/internal/model"
)

// internTable gives the bytes of a known lemma as a string without
// allocating. text holds the lemmas, each after a byte with its length; a slot
// has where a lemma's length stands, plus one, or zero if it is free.
type internTable struct {
	text  string
	slots []uint32
}

func openInternTable(f *model.File, text, index string) (internTable, error) {
	var t internTable
	var err error
	if t.text, err = f.Section(text); err != nil {
		return t, err
	}
	if t.slots, err = model.View[uint32](f, index); err != nil {
		return t, err
	}
	free := 0
	for _, s := range t.slots {
		switch at := int(s) - 1; {
		case s == 0:
			free++
		case at >= len(t.text) || at+1+int(t.text[at]) > len(t.text):
			return t, f.Errorf(index, "a lemma at byte %d of %d", at, len(t.text))
		}
	}
	if free == 0 {
		return t, f.Errorf(index, "no free slot among %d", len(t.slots))
	}
	return t, nil
}

// string is b as a string, the table's own if it has it.
func (t internTable) string(b []byte) string {
	at, _ := bits.Mul64(model.HashBytes(b), uint64(len(t.slots)))
	for i := int(at); t.slots[i] != 0; {
		s := int(t.slots[i])
		if known := t.text[s : s+int(t.text[s-1])]; known == string(b) {
			return known
		}
		if i++; i == len(t.slots) {
			i = 0
		}
	}
	return string(b)
}
