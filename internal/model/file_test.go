package model

import (
	"bytes"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func writeFile(t *testing.T, kind string, sections ...Section) string {
	t.Helper()
	var b bytes.Buffer
	require.NoError(t, Write(&b, kind, sections))
	return b.String()
}

func TestSectionsComeBackAsWritten(t *testing.T) {
	data := writeFile(t, "test",
		Section{"weights", Bytes([]int16{1, -2, 300})},
		Section{"empty", nil},
		Section{"names", []byte("NN\nVB")})
	f, err := Open("test", data)
	require.NoError(t, err)

	weights, err := View[int16](f, "weights")
	require.NoError(t, err)
	require.Equal(t, []int16{1, -2, 300}, weights)
	empty, err := View[uint64](f, "empty")
	require.NoError(t, err)
	require.Empty(t, empty)
	names, err := f.Section("names")
	require.NoError(t, err)
	require.Equal(t, "NN\nVB", names)

	_, err = View[uint64](f, "weights")
	require.ErrorIs(t, err, ErrFormat)
	_, err = f.Section("other")
	require.ErrorIs(t, err, ErrFormat)
}

func TestSameSectionsGiveSameBytes(t *testing.T) {
	write := func() string { return writeFile(t, "test", Section{"a", []byte("abc")}, Section{"b", []byte("d")}) }
	require.Equal(t, write(), write())
}

func TestEveryCutFileIsAnError(t *testing.T) {
	data := writeFile(t, "test", Section{"a", Bytes([]uint64{1, 2, 3})})
	for n := range len(data) {
		_, err := Open("test", data[:n])
		require.ErrorIs(t, err, ErrFormat, "%d bytes", n)
	}
}

func TestEveryChangedByteIsAnError(t *testing.T) {
	data := writeFile(t, "test", Section{"a", Bytes([]uint64{1, 2, 3})})
	for i := range len(data) {
		if 44 <= i && i < 48 {
			continue // padding beside the checksum
		}
		b := []byte(data)
		b[i] ^= 0x41
		_, err := Open("test", string(b))
		require.Error(t, err, "byte %d", i)
	}
}

func TestErrorsSayWhatAndWhere(t *testing.T) {
	data := writeFile(t, "test", Section{"a", []byte("abcdefgh")})

	_, err := Open("other", data)
	require.ErrorIs(t, err, ErrFormat)
	require.ErrorContains(t, err, `"test"`)

	_, err = Open("test", strings.Replace(data, "abcdefgh", "abcdefgH", 1))
	require.ErrorIs(t, err, ErrChecksum)

	newer := []byte(data)
	newer[8]++
	_, err = Open("test", string(newer))
	require.ErrorIs(t, err, ErrVersion)
	var fileErr *FileError
	require.ErrorAs(t, err, &fileErr)
	require.Equal(t, "header", fileErr.Where)
}

func FuzzOpenNeverPanics(f *testing.F) {
	var b bytes.Buffer
	require.NoError(f, Write(&b, "test", []Section{{"a", []byte("abc")}}))
	f.Add(b.String())
	f.Fuzz(func(t *testing.T, data string) {
		if file, err := Open("test", data); err == nil {
			for _, s := range file.sections {
				_, _ = file.Section(s.name)
			}
		}
	})
}
