package main

import (
	_ "embed"
	"fmt"
	"html/template"
	"io"
	"math"
	"strings"
	"unicode"
	"unicode/utf8"
)

//go:embed network.tmpl
var source string

// html/template escapes every name for the place where it stands. That is the
// escaping of XML as well, once clean has taken out what XML has no place for.
var pages = template.Must(template.New("").Funcs(template.FuncMap{
	"clean": clean, "words": words, "kind": func(a *actor) string { return clean(string(a.Kind)) }, "lower": strings.ToLower, "plural": plural, "width": width, "join": strings.Join,
}).Parse(source))

// writePage writes the page.
func writePage(w io.Writer, g *graph) error { return pages.ExecuteTemplate(w, "page", g) }

// writePicture writes the picture alone.
func writePicture(w io.Writer, g *graph) error {
	if _, err := io.WriteString(w, `<?xml version="1.0" encoding="UTF-8"?>`+"\n"); err != nil {
		return err
	}
	return pages.ExecuteTemplate(w, "file", g)
}

// Highlight is a style sheet: who is pointed at stands out with its edges.
func (g *graph) Highlight() template.CSS {
	var b strings.Builder
	for _, a := range g.Actors {
		fmt.Fprintf(&b, ".net:has(#n%[1]d:hover,#n%[1]d:focus) .edge:not(.e%[1]d){opacity:.06}\n", a.ID)
	}
	return template.CSS(b.String()) // made of numbers only
}

// short is the actor's name as it fits into the picture.
func (a *actor) short() string {
	const most = 28
	s := clean(a.Name)
	if utf8.RuneCountInString(s) <= most {
		return s
	}
	return string([]rune(s)[:most-1]) + "…"
}

// Label is the actor's name as it fits into the picture.
func (a *actor) Label() string { return a.short() }

// LabelY is where the label stands.
func (a *actor) LabelY() int { return a.Y + a.R + int(label) - 3 }

// clean takes out what neither HTML nor XML has a place for.
func clean(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || r == 0xFFFE || r == 0xFFFF {
			return ' '
		}
		return r
	}, strings.ToValidUTF8(s, "\uFFFD"))
}

func plural(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

// width is an edge's, in the picture's units.
func width(n int) string { return fmt.Sprintf("%.1f", math.Min(1+0.8*math.Log2(float64(n)), 5)) }

// curve is the path of a quadratic Bézier curve.
func curve(a, c, b point) string {
	return fmt.Sprintf("M%.1f %.1fQ%.1f %.1f %.1f %.1f", a.x, a.y, c.x, c.y, b.x, b.y)
}

// Class is how the relation is drawn.
func (c count) Class() class { return classOf(c.Name) }

// Classes are those with arrows.
func (g *graph) Classes() []class { return []class{conflict, word, tie} }

// Linked says whether actors lead to what is told of them.
func (g *graph) Linked() bool { return true }

// unlinked is the graph for a picture without a page.
type unlinked struct{ *graph }

// Linked is false: there is nothing to lead to.
func (unlinked) Linked() bool { return false }

// Unlinked is the graph for a picture without a page.
func (g *graph) Unlinked() unlinked { return unlinked{g} }
