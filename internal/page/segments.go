package page

import (
	"strings"

	"github.com/dossier-nlp/dossier/entity"
)

// segment is a stretch of text that lies in the same mentions from end to
// end. The page is a flat run of segments, so that nested and overlapping
// mentions need no nested markup.
type segment struct {
	Text    string
	Mention *entity.Mention // the innermost mention around it, nil for plain text
	Outer   *entity.Mention // a longer mention around that one, nil if none
	Break   bool            // a paragraph ends here; the segment has no text
}

// segments cuts doc.Text[start:end] at the borders of mentions and at blank
// lines. Cost: linear in the text and the mentions, if mentions nest at most a
// few deep.
func segments(doc *entity.Document, start, end int, mentions []entity.Mention) []segment {
	var out []segment
	var open []*entity.Mention // mentions around the current place, innermost last
	at := start
	emit := func(to int) {
		if to > at {
			s := segment{}
			if n := len(open); n > 0 {
				s.Mention = open[n-1]
				if n > 1 {
					s.Outer = open[n-2]
				}
			}
			out = appendParagraphs(out, s, doc.Text[at:to])
			at = to
		}
	}
	closeUntil := func(to int) {
		for len(open) > 0 && open[len(open)-1].End <= to {
			emit(open[len(open)-1].End)
			open = open[:len(open)-1]
		}
	}
	for i := range mentions {
		m := &mentions[i]
		if m.Start < at || m.End > end || m.End <= m.Start {
			continue
		}
		closeUntil(m.Start)
		if n := len(open); n > 0 && m.End > open[n-1].End {
			continue // crosses the one that is open: the earlier one stands
		}
		emit(m.Start)
		open = append(open, m)
	}
	closeUntil(end)
	emit(end)
	return out
}

// appendParagraphs appends text with the marks of s, cut at blank lines.
func appendParagraphs(out []segment, s segment, text string) []segment {
	if s.Mention != nil {
		s.Text = valid(text)
		return append(out, s)
	}
	for {
		i, n := blankLine(text)
		if i < 0 {
			if text != "" {
				out = append(out, segment{Text: valid(text)})
			}
			return out
		}
		if i > 0 {
			out = append(out, segment{Text: valid(text[:i])})
		}
		out = append(out, segment{Break: true})
		text = text[i+n:]
	}
}

// blankLine finds the first run of line ends that holds at least two, and
// returns its place and length, or -1.
func blankLine(s string) (at, length int) {
	for i := 0; i < len(s); i++ {
		if s[i] != '\n' {
			continue
		}
		j := i + 1
		lines := 1
		for j < len(s) && (s[j] == '\n' || s[j] == '\r' || s[j] == ' ' || s[j] == '\t') {
			if s[j] == '\n' {
				lines++
			}
			j++
		}
		if lines > 1 {
			return i, j - i
		}
		i = j - 1
	}
	return -1, 0
}

// valid replaces what no page may hold: broken UTF-8 and control characters.
func valid(s string) string {
	s = strings.ToValidUTF8(s, "\uFFFD")
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\t':
			return r
		case r == '\r':
			return -1
		case r < ' ' || r >= 0x7F && r < 0xA0 || r == 0xFFFE || r == 0xFFFF:
			return '\uFFFD'
		case r >= 0x202A && r <= 0x202E || r >= 0x2066 && r <= 0x2069:
			return -1 // direction overrides would reorder the rest of the page
		}
		return r
	}, s)
}
