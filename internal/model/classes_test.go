package model

import (
	"bytes"
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"
)

func openClasses(t *testing.T, slots int, entries ...ClassEntry) *Classes {
	t.Helper()
	var b bytes.Buffer
	require.NoError(t, WriteClasses(&b, entries, slots))
	c, err := OpenClasses(b.String())
	require.NoError(t, err)
	return c
}

func TestWordInfoKeepsEveryField(t *testing.T) {
	w := MakeWordInfo(400, 399, 1700, 61, 9, 5, 13)
	require.Equal(t, []int{400, 399, 1700, 61, 9, 5, 13},
		[]int{w.Forward(), w.Backward(), w.Fine(), w.Coarse(), w.Capital(), w.AllCaps(), w.Frequency()})
	w = MakeWordInfo(1000, 1000, 5000, 100, 100, 100, 100)
	require.Equal(t, []int{511, 511, 2047, 63, 15, 7, 15},
		[]int{w.Forward(), w.Backward(), w.Fine(), w.Coarse(), w.Capital(), w.AllCaps(), w.Frequency()})
}

func TestEveryWordOfACrowdedTableIsFound(t *testing.T) {
	var entries []ClassEntry
	for i := range 900 {
		entries = append(entries, ClassEntry{
			Key:  ClassKey(fmt.Sprintf("w%cx%c", 'a'+i/30, 'a'+i%30)),
			Info: MakeWordInfo(1+i%400, 1, 1+i, 1, 0, 0, 1),
		})
	}
	c := openClasses(t, 1000, entries...)
	for i, e := range entries {
		require.Equal(t, 1+i, c.Lookup(e.Key, true).Fine())
	}
}

func TestCapitalizedWordMayHaveItsOwnEntry(t *testing.T) {
	c := openClasses(t, 16,
		ClassEntry{Key: ClassKey("may"), Info: MakeWordInfo(1, 1, 1, 1, 0, 0, 1), Split: true, Name: MakeWordInfo(2, 2, 2, 2, 15, 0, 1)},
		ClassEntry{Key: ClassKey("can"), Info: MakeWordInfo(3, 3, 3, 3, 0, 0, 1)})
	require.Equal(t, 1, c.LookupWord("may", false).Fine())
	require.Equal(t, 1, c.LookupWord("May", false).Fine())
	require.Equal(t, 2, c.LookupWord("May", true).Fine())
	require.Equal(t, 3, c.LookupWord("Can", true).Fine())
	require.False(t, c.LookupWord("Ankara", true).Known())
	require.False(t, c.LookupWord("", false).Known())
}

func TestClassKeyReadsDigitsAlike(t *testing.T) {
	require.Equal(t, ClassKey("1984"), ClassKey("2026"))
	require.NotEqual(t, ClassKey("1984"), ClassKey("984"))
	require.Equal(t, HashLower("Obama"), ClassKey("oBAMA"))
	require.Equal(t, HashLower("Zürich"), ClassKey("zürich"))
}

func TestTableWithoutFreeSlotIsRefused(t *testing.T) {
	var b bytes.Buffer
	require.Error(t, WriteClasses(&b, []ClassEntry{{Key: 1, Info: 1 << 20}}, 1))
	for _, slots := range [][]uint64{nil, {1}, {1, 2, 3}} {
		b.Reset()
		require.NoError(t, Write(&b, kindClasses, []Section{{"slots", Bytes(slots)}}))
		_, err := OpenClasses(b.String())
		require.ErrorIs(t, err, ErrFormat)
	}
}
