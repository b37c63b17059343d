package main

import (
	"bytes"
	"context"
	"database/sql"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/require"

	"github.com/dossier-nlp/dossier"
)

func reader(t *testing.T) *dossier.Extractor {
	t.Helper()
	x, err := extractor("../names/world.csv")
	require.NoError(t, err)
	return x
}

// world runs the program over the forty articles, into a file that is looked
// at afterwards.
func world(t *testing.T) (output, bar string, db *sql.DB) {
	t.Helper()
	file := filepath.Join(t.TempDir(), "world.sqlite")
	var out, progress bytes.Buffer
	require.NoError(t, run(t.Context(), &out, &progress, reader(t), os.DirFS("../../testdata/articles"), file, "Ingrid Solheim"))
	db, err := sql.Open("sqlite", file)
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, db.Close()) })
	return out.String(), progress.String(), db
}

func number(t *testing.T, db *sql.DB, query string, args ...any) int {
	t.Helper()
	var n int
	require.NoError(t, db.QueryRow(query, args...).Scan(&n))
	return n
}

func TestArchiveAnswersItsQuestions(t *testing.T) {
	out, bar, db := world(t)
	require.Contains(t, out, "40 articles, from 2031-02-03 to 2031-11-04")
	require.Contains(t, bar, "39/40", "the bar goes with the last article")
	require.NotContains(t, out, "(nothing)", "a question has no answer")
	require.NotContains(t, out, "%!", "a step's title is broken")

	require.Equal(t, 40, number(t, db, `SELECT count(*) FROM articles`))
	require.Positive(t, number(t, db, `SELECT count(*) FROM events
		WHERE name = 'met' AND 'Ingrid Solheim' IN (who, whom) AND 'Viktor Malenko' IN (who, whom)
		AND date = '2031-04-17' AND factuality = 'asserted'`))
	require.Positive(t, number(t, db, `SELECT count(*) FROM events
		WHERE name = 'accused' AND who = 'Viktor Malenko' AND whom = 'Samir al-Qadi'`))
}

func TestWordsForTimeBecomeDays(t *testing.T) {
	_, _, db := world(t)
	require.Positive(t, number(t, db, `SELECT count(*) FROM events WHERE day <> date`))
	require.Zero(t, number(t, db, `SELECT count(*) FROM relations WHERE day NOT GLOB '20[23][0-9]-[01][0-9]-[0-3][0-9]'`))
}

func TestNamesOfTheWorldHaveTheirIDs(t *testing.T) {
	_, _, db := world(t)
	require.Equal(t, 1, number(t, db, `SELECT count(*) FROM entities WHERE key = 'firm/corvane'`), "two entities, or none, for one id")
	_, err := extractor("no-such.csv")
	require.ErrorIs(t, err, os.ErrNotExist)
}

func TestOnePersonIsOneEntityInAllArticles(t *testing.T) {
	_, _, db := world(t)
	require.Equal(t, 1, number(t, db, `SELECT count(*) FROM entities WHERE name = 'Viktor Malenko'`))
	require.Greater(t, number(t, db, `SELECT count(*) FROM same JOIN entities e ON e.id = entity WHERE name = 'Viktor Malenko'`), 8)
}

func TestEveryMentionAndEvidenceIsInItsArticle(t *testing.T) {
	_, _, db := world(t)
	require.Positive(t, number(t, db, `SELECT count(*) FROM mentions`))
	require.Zero(t, number(t, db, `SELECT count(*) FROM mentions m JOIN articles a ON a.id = m.article
		WHERE substr(CAST(a.text AS BLOB), m.start + 1, m.end - m.start) <> CAST(m.text AS BLOB)`))
	require.Zero(t, number(t, db, `SELECT count(*) FROM relations WHERE evidence = ''`))
	require.Zero(t, number(t, db, `SELECT count(*) FROM relations r LEFT JOIN same s ON s.article = r.article AND s.local = r.source
		WHERE r.source IS NOT NULL AND s.entity IS NULL`), "a source is nobody")
}

func TestAnotherRunIntoTheSameFileStartsAnew(t *testing.T) {
	file := filepath.Join(t.TempDir(), "a.sqlite")
	folder := fstest.MapFS{"2031-01-01-a.txt": {Data: []byte("Norland accused Velmora of theft.\n")}}
	for range 2 {
		require.NoError(t, run(t.Context(), io.Discard, io.Discard, reader(t), folder, file, "Nobody"))
	}
	db, err := sql.Open("sqlite", file)
	require.NoError(t, err)
	defer db.Close()
	require.Equal(t, 1, number(t, db, `SELECT count(*) FROM articles`))
}

func TestCancelledRunWritesNothing(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	file := filepath.Join(t.TempDir(), "a.sqlite")
	require.ErrorIs(t, run(ctx, io.Discard, io.Discard, reader(t), os.DirFS("../../testdata/articles"), file, "Nobody"), context.Canceled)
	db, err := sql.Open("sqlite", file)
	require.NoError(t, err)
	defer db.Close()
	require.Zero(t, number(t, db, `SELECT count(*) FROM articles`))
}

func TestFolderWithoutArticlesIsAnError(t *testing.T) {
	require.ErrorContains(t, run(t.Context(), io.Discard, io.Discard, reader(t), fstest.MapFS{}, ":memory:", "Nobody"), "no .txt files")
}

func TestDatesComeFromNames(t *testing.T) {
	require.Equal(t, "2031-02-03", dateOf("2031-02-03-norland-velmora-cable"))
	for _, id := range []string{"", "notes", "2031-02-30-no-such-day", strings.Repeat("1", 30)} {
		require.Empty(t, dateOf(id))
	}
}

func TestWideAndBrokenCellsAreShownSafely(t *testing.T) {
	require.Equal(t, "abc", short("abc"))
	require.Len(t, []rune(short(strings.Repeat("ä", 100))), 60)
	require.Equal(t, "\uFFFD", short("\xff"))
	require.NotContains(t, short("a\x1b[2Jb\tc"), "\x1b")
}
