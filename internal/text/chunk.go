package text

import (
	"unicode"
	"unicode/utf8"

	"github.com/dossier-nlp/dossier/internal/desk"
)

// words fills Tokens and their notes. It goes from white space to white
// space; a chunk of nothing but letters or nothing but digits is a word, others
// are cut by odd.
func (b *Buffer) words(text string) {
	for i := 0; i < len(text); {
		var gap note
		gap, i = skipSpace(text, i)
		if i == len(text) {
			return
		}
		start, seen := i, class(0)
		for i < len(text) {
			var c class
			size := 1
			if x := text[i]; x < utf8.RuneSelf {
				c = ascii[x]
			} else {
				c, size = classAt(text, i)
			}
			if c&space != 0 {
				break
			}
			seen |= c
			i += size
		}
		first := len(b.Tokens)
		switch seen &^ high {
		case letter:
			b.plain(text, start, i)
		case digit:
			b.add(text, start, i)
		default:
			b.odd(text, start, i)
		}
		b.notes[first] |= gap
	}
}

// skipSpace returns the first position from i on that is not space, and what
// the space before it held.
func skipSpace(text string, i int) (note, int) {
	var gap note
	for i < len(text) {
		if text[i] == ' ' {
			gap |= gapSpace
			i++
			continue
		}
		c, size := classAt(text, i)
		if c&space == 0 {
			break
		}
		gap |= gapSpace
		if c&newline != 0 || text[i] == '\r' && (i+1 == len(text) || text[i+1] != '\n') {
			if gap&gapLine != 0 {
				gap |= gapBlank
			}
			gap |= gapLine
		}
		i += size
	}
	return gap, i
}

// add appends the token text[start:end].
func (b *Buffer) add(text string, start, end int) {
	var n note
	switch c := text[start]; {
	case 'A' <= c && c <= 'Z':
		n = isCapital
	case 'a' <= c && c <= 'z':
		n = isLowercase
	case c == '.' || c == '!' || c == '?':
		n = markEnd
	case c == ')' || c == ']' || c == '}' || c == '"' || c == '\'':
		n = markClose
	case c >= utf8.RuneSelf:
		n = highNote(text[start:end])
	}
	b.Tokens = append(desk.Room(b.Tokens, 1), Span{start, end})
	b.notes = append(desk.Room(b.notes, 1), n)
}

// highNote is the note of a token that starts outside ASCII.
func highNote(s string) note {
	switch r, _ := utf8.DecodeRuneInString(s); {
	case r == '…' || r == '。' || r == '！' || r == '？':
		return markEnd
	case r == '”' || r == '’' || r == '»' || r == '“' || r == '›':
		return markClose
	case unicode.IsUpper(r):
		return isCapital
	case unicode.IsLower(r):
		return isLowercase
	}
	return 0
}

// plain appends a word of letters, which is one token but for the few words
// that are two.
func (b *Buffer) plain(text string, start, end int) {
	if n := end - start; n >= 2 && n <= 8 {
		if at := joined(text, start, end); at > 0 {
			b.add(text, start, start+at)
			start += at
			if text[start:end] == "nno" { // du n no
				b.add(text, start, start+1)
				start++
			}
		}
	}
	b.add(text, start, end)
}
