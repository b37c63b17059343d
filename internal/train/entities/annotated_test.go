package main

import (
	"compress/gzip"
	"hash/crc32"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dossier-nlp/dossier/entity"
)

func TestAnnotationsAreSound(t *testing.T) {
	rows, line, file := 0, 0, ""
	for row := range strings.Lines(annotations) {
		row = strings.TrimRight(row, "\n")
		if name, ok := strings.CutPrefix(row, "# "); ok {
			require.Greater(t, name, file, "files are in order")
			file, line = name, 0
			continue
		}
		a, err := parseAnnotation(row)
		require.NoError(t, err, "%s", file)
		require.GreaterOrEqual(t, a.line, line, "lines of %s are in order", file)
		line = a.line
		end := 0
		for _, s := range a.names {
			require.GreaterOrEqual(t, s.Start, end, "names of %q overlap", row)
			end = s.End
		}
		rows++
	}
	require.Greater(t, rows, 1000)
}

func TestFaultyAnnotationIsAnError(t *testing.T) {
	_, err := parseAnnotation("3\t0\t9\t00c0ffee\tP0-4 L5-9")
	require.NoError(t, err)
	for _, row := range []string{
		"", "3\t0\t9\t00c0ffee", "x\t0\t9\t00c0ffee\t", "3\t9\t0\t00c0ffee\t", "3\t0\t9\tcoffee\t",
		"3\t0\t9\t00c0ffee\tP0", "3\t0\t9\t00c0ffee\tX0-4", "3\t0\t9\t00c0ffee\tP4-4", "3\t0\t9\t00c0ffee\tP5-10", "3\t-1\t9\t00c0ffee\t",
	} {
		_, err := parseAnnotation(row)
		require.Error(t, err, "%q", row)
	}
}

func TestAnnotatedSentencesAreReadFromTheirText(t *testing.T) {
	kept := annotations
	t.Cleanup(func() { annotations = kept })
	folder := t.TempDir()
	f, err := os.Create(filepath.Join(folder, "news.txt.gz"))
	require.NoError(t, err)
	z := gzip.NewWriter(f)
	_, err = z.Write([]byte("A line.\nIt rained. Anna Berg left Oslo. He stayed.\n"))
	require.NoError(t, err)
	require.NoError(t, z.Close())
	require.NoError(t, f.Close())

	const text = "Anna Berg left Oslo."
	sum := strconv.FormatUint(uint64(crc32.ChecksumIEEE([]byte(text))), 16)
	require.NoError(t, os.WriteFile(filepath.Join(folder, "web.bio"), []byte("-DOCSTART-\tO\n\nRain\tO\n\nAnna\tO\nBerg\tO\nleft\tO\nOslo\tO\n.\tO\n"), 0o600))
	annotations = "# news.txt.gz\n2\t11\t31\t" + sum + "\tP0-9 L15-19\n# web.bio\n2\t0\t20\t" + sum + "\tP0-9\n"
	news, others, err := readAnnotated(folder, nil)
	require.NoError(t, err)
	anna, oslo := entity.Span{Start: 0, End: 9, Kind: entity.Person}, entity.Span{Start: 15, End: 19, Kind: entity.Place}
	require.Equal(t, []sentence{{text: text, spans: []entity.Span{anna, oslo}}}, news)
	require.Equal(t, []sentence{{text: text, spans: []entity.Span{anna}}}, others)

	for name, rows := range map[string]string{
		"another text":  "# news.txt.gz\n1\t0\t7\t" + sum + "\t\n",
		"no such line":  "# news.txt.gz\n3\t0\t7\t" + sum + "\t\n",
		"line too long": "# news.txt.gz\n1\t0\t900\t" + sum + "\t\n",
		"no such file":  "# old.txt.gz\n1\t0\t7\t" + sum + "\t\n",
		"no such set":   "# old.bio\n1\t0\t7\t" + sum + "\t\n",
	} {
		annotations = rows
		_, _, err = readAnnotated(folder, nil)
		require.Error(t, err, name)
	}
}
