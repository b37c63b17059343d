package page

import (
	"bufio"
	"fmt"
	"html"
	"io"
	"sort"
	"strings"
	"unicode/utf8"

	"github.com/dossier-nlp/dossier/entity"
	"github.com/dossier-nlp/dossier/relation"
)

// Sizes of a drawing, in its own units (pixels at a scale of one).
const (
	charWidth  = 8.6 // average advance of the 16-unit font; words get room to spare
	wordGap    = 18
	levelRise  = 34
	margin     = 16
	baseHeight = 58 // words, and a line of tags under them
)

// word is a word of the drawing with its place.
type word struct {
	text, under, class string
	x, width           float64
}

func (w word) middle() float64 { return w.x + w.width/2 }

// WriteSVG draws one sentence, which the document has, with its relations as
// arcs from source to target. Cost: linear in the sentence, plus its arcs times
// the sentence, plus a comparison for each relation of the document.
func WriteSVG(w io.Writer, doc *entity.Document, relations []relation.Relation, sentence int) error {
	words := chunks(doc, sentence)
	var arcs []arc
	for i := range relations {
		r := &relations[i]
		if r.Sentence != sentence {
			continue
		}
		from, to := chunkAt(words, r.Source.Start), chunkAt(words, r.Target.Start)
		if from >= 0 && to >= 0 && from != to {
			label := strings.ReplaceAll(r.Name, "_", " ")
			if r.Factuality != relation.Asserted {
				label += " (" + string(r.Factuality) + ")"
			}
			arcs = append(arcs, arc{from: from, to: to, label: label, class: string(r.Factuality)})
		}
	}
	return draw(w, words, arcs)
}

// WriteTreeSVG draws one sentence, which the document has, with its dependencies
// as arcs from head to dependent, tags below the words.
func WriteTreeSVG(w io.Writer, doc *entity.Document, sentence int) error {
	s := &doc.Sentences[sentence]
	words := make([]chunk, len(s.Tokens))
	var arcs []arc
	for i, t := range s.Tokens {
		words[i] = chunk{word: word{text: t.Text, under: t.Tag}, start: t.Start, end: t.End}
		if t.Head >= 0 && t.Head < len(s.Tokens) && t.Head != i {
			arcs = append(arcs, arc{from: t.Head, to: i, label: t.Dep})
		}
	}
	return draw(w, words, arcs)
}

// chunk is a word or a mention of the sentence, drawn as one.
type chunk struct {
	word
	start, end int
}

// chunks cuts a sentence into mentions (the longest where they nest) and the
// tokens between them.
func chunks(doc *entity.Document, sentence int) []chunk {
	s := &doc.Sentences[sentence]
	var out []chunk
	at, next := s.Start, 0
	tokens := func(to int) { // the tokens before to that no chunk covers yet
		for ; next < len(s.Tokens) && s.Tokens[next].Start < to; next++ {
			if t := s.Tokens[next]; t.Start >= at {
				out = append(out, chunk{word: word{text: t.Text}, start: t.Start, end: t.End})
			}
		}
		at = to
	}
	first := sort.Search(len(doc.Mentions), func(i int) bool { return doc.Mentions[i].Start >= s.Start })
	for _, m := range doc.Mentions[first:] {
		if m.Start >= s.End {
			break
		}
		if m.Start < at || m.End > s.End {
			continue
		}
		tokens(m.Start)
		out = append(out, chunk{word: word{text: m.Text, under: string(m.Kind), class: class(m.Kind)}, start: m.Start, end: m.End})
		at = m.End
	}
	tokens(s.End)
	return out
}

// chunkAt finds the chunk that covers an offset, -1 if none does.
func chunkAt(words []chunk, offset int) int {
	for i, c := range words {
		if c.start <= offset && offset < c.end {
			return i
		}
	}
	return -1
}

const svgStyle = `<style>
text{font:16px system-ui,sans-serif;fill:#1d1b18}
.under{font-size:11px;fill:#6b655c;letter-spacing:.03em}
.label{font-size:12px;fill:#0b4a94}
path{fill:none;stroke:#0b4a94;stroke-width:1.5}
.head{fill:#0b4a94;stroke:none}
rect{rx:4px}.person{fill:#ffe3c2}.org{fill:#cfe3ff}.place{fill:#cdeed3}.group{fill:#ecd9fb}.other{fill:#e4e1da}
.future,.possible{stroke-dasharray:6 4}.negated{stroke:#9c1c1c}
@media (prefers-color-scheme:dark){text{fill:#ece8e1}.under{fill:#aaa398}.label{fill:#a5cbff}path{stroke:#a5cbff}.head{fill:#a5cbff}.person{fill:#4d3010}.org{fill:#16345c}.place{fill:#173f22}.group{fill:#3c2152}.other{fill:#37342e}.negated{stroke:#ff9c94}}
</style>`

// draw lays the words out on one line and the arcs above them.
func draw(w io.Writer, words []chunk, arcs []arc) error {
	x := float64(margin)
	for i := range words {
		c := &words[i]
		c.text = valid(strings.ReplaceAll(c.text, "\n", " "))
		n := max(utf8.RuneCountInString(c.text), (utf8.RuneCountInString(c.under)*3+3)/4)
		c.x, c.width = x, float64(n)*charWidth+8
		x += c.width + wordGap
	}
	width := max(x-wordGap+margin, 2*margin)
	levels := stack(arcs)
	base := float64(margin + levels*levelRise + 14)
	height := base + baseHeight

	b := bufio.NewWriter(w)
	fmt.Fprintf(b, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %.0f %.0f" width="%.0f" height="%.0f" role="img" aria-label="%s">`,
		width, height, width, height, html.EscapeString(describe(words, arcs)))
	b.WriteString(svgStyle)
	for _, c := range words {
		if c.class != "" {
			fmt.Fprintf(b, `<rect class="%s" x="%.1f" y="%.1f" width="%.1f" height="26"/>`, c.class, c.x, base+8, c.width)
		}
		fmt.Fprintf(b, `<text x="%.1f" y="%.1f" text-anchor="middle">%s</text>`, c.middle(), base+26, html.EscapeString(c.text))
		if c.under != "" {
			fmt.Fprintf(b, `<text class="under" x="%.1f" y="%.1f" text-anchor="middle">%s</text>`, c.middle(), base+48, html.EscapeString(valid(c.under)))
		}
	}
	for _, a := range arcs {
		drawArc(b, words, a, base)
	}
	b.WriteString("</svg>\n")
	return b.Flush()
}

// drawArc draws one arc with its label at the top and its arrow at a.to. Ends
// keep a little to the side of the word's middle, so that arcs that leave and
// reach the same word stay apart.
func drawArc(b *bufio.Writer, words []chunk, a arc, base float64) {
	side := 6.0
	if a.from > a.to {
		side = -side
	}
	x1, x2 := words[a.from].middle()+side, words[a.to].middle()-side
	y := base - float64(a.level)*levelRise
	bend := 10.0
	if x1 > x2 {
		bend = -bend
	}
	fmt.Fprintf(b, `<path class="%s" d="M%.1f %.1fV%.1fQ%.1f %.1f %.1f %.1fH%.1fQ%.1f %.1f %.1f %.1fV%.1f"/>`,
		html.EscapeString(a.class), x1, base, y+10, x1, y, x1+bend, y, x2-bend, x2, y, x2, y+10, base)
	fmt.Fprintf(b, `<path class="head" d="M%.1f %.1fl-4.5 -8h9z"/>`, x2, base+4)
	fmt.Fprintf(b, `<text class="label" x="%.1f" y="%.1f" text-anchor="middle">%s</text>`, (x1+x2)/2, y-5, html.EscapeString(valid(a.label)))
}

// describe tells the drawing to those who cannot see it.
func describe(words []chunk, arcs []arc) string {
	var b strings.Builder
	for i, a := range arcs {
		if i > 0 {
			b.WriteString("; ")
		}
		b.WriteString(words[a.from].text + " " + valid(a.label) + " " + words[a.to].text)
	}
	if b.Len() == 0 {
		for i, c := range words {
			if i > 0 {
				b.WriteByte(' ')
			}
			b.WriteString(c.text)
		}
	}
	return b.String()
}
