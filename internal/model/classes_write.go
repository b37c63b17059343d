package model

import (
	"fmt"
	"io"
)

// ClassEntry is a word of a classes file in the making.
type ClassEntry struct {
	Key   uint64   // ClassKey of the word
	Info  WordInfo // what is known of it in lower case, or at all
	Split bool     // Name holds what is known of it when it is capitalized
	Name  WordInfo
}

// WriteClasses writes a classes file. Frequent words should come first: they
// are then found first. A word whose place and fingerprint are another's
// already is left out.
func WriteClasses(w io.Writer, entries []ClassEntry, slots int) error {
	c := &Classes{slots: make([]uint64, slots)}
	free := slots
	add := func(key uint64, info WordInfo) error {
		if c.find(key) != 0 {
			return nil
		}
		if free--; free <= 0 {
			return fmt.Errorf("classes: more words than %d slots hold", slots)
		}
		i, print := c.place(key)
		for c.slots[i] != 0 {
			i = (i + 1) % slots
		}
		c.slots[i] = uint64(info)&^0xFFFF | uint64(print)
		return nil
	}
	for _, e := range entries {
		info := e.Info
		if e.Split {
			info |= 1 << splitBit
			if err := add(capitalKey(e.Key), e.Name); err != nil {
				return err
			}
		}
		if err := add(e.Key, info); err != nil {
			return err
		}
	}
	return Write(w, kindClasses, []Section{{"slots", Bytes(c.slots)}})
}
