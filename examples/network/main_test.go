package main

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"io/fs"
	"math"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/require"

	"github.com/dossier-nlp/dossier"
	"github.com/dossier-nlp/dossier/entity"
	"github.com/dossier-nlp/dossier/relation"
)

var world = os.DirFS("../../testdata/articles")

func reader(t *testing.T) *dossier.Extractor {
	t.Helper()
	x, err := extractor("../names/world.csv")
	require.NoError(t, err)
	return x
}

// drawn runs the program and returns what it printed, the page and the picture.
func drawn(t *testing.T, folder fs.FS, least int) (output, page, picture string) {
	t.Helper()
	dir := t.TempDir()
	var out bytes.Buffer
	require.NoError(t, run(t.Context(), &out, reader(t), folder, dir, least))
	html, err := os.ReadFile(filepath.Join(dir, "network.html"))
	require.NoError(t, err)
	svg, err := os.ReadFile(filepath.Join(dir, "network.svg"))
	require.NoError(t, err)
	return out.String(), string(html), string(svg)
}

// wellFormed fails the test if XML tools would refuse the text.
func wellFormed(t *testing.T, text string) {
	t.Helper()
	d := xml.NewDecoder(strings.NewReader(text))
	for {
		if _, err := d.Token(); errors.Is(err, io.EOF) {
			return
		} else {
			require.NoError(t, err)
		}
	}
}

func TestSameArticlesGiveTheSamePicture(t *testing.T) {
	_, page, picture := drawn(t, world, 3)
	_, again, alsoPicture := drawn(t, world, 3)
	require.Equal(t, page, again)
	require.Equal(t, picture, alsoPicture)
}

func TestPageAndPictureShowTheActors(t *testing.T) {
	out, page, picture := drawn(t, world, 3)
	require.Contains(t, out, "40 articles")
	wellFormed(t, picture)
	for _, name := range []string{"Ingrid Solheim", "Viktor Malenko", "Lucia Ferrante"} {
		require.Contains(t, out+page, name)
		require.Contains(t, picture, name)
	}
	require.NotContains(t, page, "<script")
	require.NotRegexp(t, `(?i)(src|href)="https?:|url\(http|@import`, page, "the page needs the net")
}

func TestEveryLinkOfThePageLeadsSomewhere(t *testing.T) {
	_, page, _ := drawn(t, world, 3)
	links := regexp.MustCompile(`href="#([^"]+)"`).FindAllStringSubmatch(page, -1)
	require.NotEmpty(t, links)
	for _, l := range links {
		require.Contains(t, page, ` id="`+l[1]+`"`)
	}
}

func TestHostileNamesStayText(t *testing.T) {
	const bad = `</title><script>alert(1)</script>"'&` + "\x00\x01\xff]]>"
	a := &actor{Name: bad, Kind: entity.Kind(bad), Roles: []string{bad}, Total: 2, Articles: 1}
	b := &actor{ID: 1, Name: bad + bad, Kind: entity.Org, Total: 2, Articles: 1}
	l := link{article: bad, name: bad, evidence: bad}
	a.add(l, b, false)
	b.add(l, a, true)
	g := &graph{Actors: []*actor{a, b}, Articles: 1}
	g.edge(a, b, word).add(l)
	g.layOut()
	var page, picture bytes.Buffer
	require.NoError(t, writePage(&page, g))
	require.NoError(t, writePicture(&picture, g))
	wellFormed(t, picture.String())
	for _, text := range []string{page.String(), picture.String()} {
		require.NotContains(t, text, "<script")
		require.NotContains(t, text, "\x00")
	}
}

func news(t *testing.T) *relation.Rules {
	rules, err := relation.News()
	require.NoError(t, err)
	return rules
}

func TestNoLabelCoversAnother(t *testing.T) {
	r, err := read(t.Context(), reader(t), world)
	require.NoError(t, err)
	for _, least := range []int{1, 3, 8} {
		g := graphOf(r, news(t), least)
		g.layOut()
		for i, a := range g.Actors {
			ha, ua, da := a.box()
			require.GreaterOrEqual(t, float64(a.X), ha)
			require.LessOrEqual(t, float64(a.X)+ha, float64(g.Width))
			for _, b := range g.Actors[:i] {
				hb, ub, db := b.box()
				x := ha + hb - math.Abs(float64(a.X-b.X))
				y := math.Min(float64(a.Y)+da, float64(b.Y)+db) - math.Max(float64(a.Y)-ua, float64(b.Y)-ub)
				require.False(t, x > 3 && y > 3, "%q covers %q", a.Name, b.Name)
			}
		}
	}
}

func TestRelationsAreCountedOnBothSides(t *testing.T) {
	r := &reading{articles: 2, who: []entity.Joined{{Name: "A"}, {Name: "B"}, {Name: "C"}}, links: []link{
		{"one", "accused", 0, 1, "A accused B."},
		{"two", "accused", 0, 1, "A accused B again."},
		{"two", "met", 1, 0, "B met A."},
		{"two", "met", 0, 1, "A met B."},
		{"two", "met", 2, 2, "C met itself."},
	}}
	g := graphOf(r, news(t), 1)
	require.Len(t, g.Actors, 2)
	require.Equal(t, 4, g.Actors[0].Total)
	require.Len(t, g.Edges, 2, "conflict and contact")
	require.Equal(t, "accused 2", g.Edges[0].String())
	require.Equal(t, "met 2", g.Edges[1].String(), "a meeting has no direction")
	for _, c := range g.Actors[0].Relations {
		require.Equal(t, c.Name == "accused" && g.Actors[0].Name == "B", c.Passive, c.Name)
	}
}

func TestEmptyGraphIsStillAPage(t *testing.T) {
	_, page, picture := drawn(t, fstest.MapFS{"a.txt": {Data: []byte("Rain fell all day.\n")}}, 3)
	wellFormed(t, picture)
	require.Contains(t, page, "0 actors")
}

func TestFolderWithoutArticlesIsAnError(t *testing.T) {
	require.ErrorContains(t, run(t.Context(), io.Discard, reader(t), fstest.MapFS{}, t.TempDir(), 3), "no .txt files")
}
