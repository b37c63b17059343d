package rawtext

import (
	"compress/gzip"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
)

// zipped writes a file, without its last cut bytes if that is positive.
func zipped(t *testing.T, name, text string, cut int) string {
	file := filepath.Join(t.TempDir(), name)
	f, err := os.Create(file)
	require.NoError(t, err)
	z := gzip.NewWriter(f)
	_, err = z.Write([]byte(text))
	require.NoError(t, err)
	require.NoError(t, z.Close())
	require.NoError(t, f.Close())
	if cut > 0 {
		info, err := os.Stat(file)
		require.NoError(t, err)
		require.NoError(t, os.Truncate(file, info.Size()-int64(cut)))
	}
	return file
}

// read collects the lines and the error of a file.
func read(file string) (lines []string, failed error) {
	for line, err := range Lines(file) {
		if err != nil {
			failed = err
			continue
		}
		lines = append(lines, line)
	}
	return lines, failed
}

func TestEveryLineIsRead(t *testing.T) {
	file := zipped(t, "a.txt.gz", "one\n\ntwo", 0)
	lines, err := read(file)
	require.NoError(t, err)
	require.Equal(t, []string{"one", "", "two"}, lines)
	files, err := Files(filepath.Dir(file))
	require.NoError(t, err)
	require.Equal(t, []string{file}, files)
}

func TestWhatCannotBeReadIsAnError(t *testing.T) {
	_, err := read(zipped(t, "a.txt.gz", "one\ntwo\n", 6))
	require.ErrorContains(t, err, "a.txt.gz")
	_, err = read(filepath.Join(t.TempDir(), "none"))
	require.ErrorIs(t, err, os.ErrNotExist)
	_, err = Files(t.TempDir())
	require.ErrorContains(t, err, "no *.txt.gz in")
}
