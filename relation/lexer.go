package relation

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// The lexer cuts one line of a rule file into the marks of the language.

type markKind uint8

const (
	markEnd    markKind = iota
	markWord            // accuse, A, TOPIC
	markString          // "-"
	markList            // @office
	markPoss            // 's
	markGap             // ...
	markAny             // _
	markPunct           // | : ( ) { } , =
)

type mark struct {
	kind markKind
	text string // without quotes and @
	col  int    // byte in the line, from 0
}

func (m mark) is(text string) bool {
	return (m.kind == markPunct || m.kind == markWord) && m.text == text
}

// lineFault is an error inside a line; the parser adds the file and the line.
type lineFault struct {
	col  int
	code ErrorCode
	msg  string
	hint string
}

func lex(line string, from int) ([]mark, *lineFault) {
	var out []mark
	for i := from; i < len(line); {
		c := line[i]
		switch {
		case c == ' ' || c == '\t' || c == '\r':
			i++
		case strings.IndexByte("|:(){},=", c) >= 0:
			out = append(out, mark{markPunct, line[i : i+1], i})
			i++
		case c == '"':
			end := strings.IndexByte(line[i+1:], '"')
			if end < 0 {
				return nil, &lineFault{i, ErrSyntax, "string without its closing quote", ""}
			}
			out = append(out, mark{markString, line[i+1 : i+1+end], i})
			i += end + 2
		case strings.HasPrefix(line[i:], "'s") || strings.HasPrefix(line[i:], "\u2019s"):
			n := strings.IndexByte(line[i:], 's') + 1
			out = append(out, mark{markPoss, "'s", i})
			i += n
		case strings.HasPrefix(line[i:], "..."):
			out = append(out, mark{markGap, "...", i})
			i += 3
		case c == '_':
			out = append(out, mark{markAny, "_", i})
			i++
		case c == '@':
			n := wordLen(line[i+1:])
			if n == 0 {
				return nil, &lineFault{i, ErrSyntax, "a list needs a name after @", ""}
			}
			out = append(out, mark{markList, line[i+1 : i+1+n], i})
			i += 1 + n
		default:
			n := wordLen(line[i:])
			if n == 0 {
				r, _ := utf8.DecodeRuneInString(line[i:])
				return nil, &lineFault{i, ErrSyntax, "unexpected " + quoteRune(r), "put it in quotes if it is a word of the text"}
			}
			out = append(out, mark{markWord, line[i : i+n], i})
			i += n
		}
	}
	return append(out, mark{markEnd, "", len(line)}), nil
}

// wordLen is the length of the word at the start of s.
func wordLen(s string) int {
	n := 0
	for n < len(s) {
		r, size := utf8.DecodeRuneInString(s[n:])
		inner := n > 0 && (r == '-' || r == '.' && !strings.HasPrefix(s[n:], "..."))
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && !inner || r == utf8.RuneError {
			break
		}
		n += size
	}
	return n
}

func quoteRune(r rune) string {
	if r == utf8.RuneError || !unicode.IsPrint(r) {
		return "character"
	}
	return "'" + string(r) + "'"
}

// stripComment cuts a comment off, not inside quotes.
func stripComment(line string) string {
	quoted := false
	for i := 0; i < len(line); i++ {
		switch line[i] {
		case '"':
			quoted = !quoted
		case '#':
			if !quoted {
				return line[:i]
			}
		}
	}
	return line
}
