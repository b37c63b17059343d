package main

import (
	"unicode"
	"unicode/utf8"
)

// place is a stretch of a text counted in characters that are not space, half
// open: the coordinates in which words of different tokenizers are compared.
type place struct{ start, end int }

// squeeze maps each byte offset at a character's border to the number of
// characters before it that are not space, and offsets inside one to -1.
func squeeze(text string) []int {
	m := make([]int, len(text)+1)
	for i := range m {
		m[i] = -1
	}
	n := 0
	for i, r := range text {
		m[i] = n
		if !isSpace(r) {
			n++
		}
	}
	m[len(text)] = n
	return m
}

// isSpace is space as Python's str.isspace has it, which the reference scorers
// use.
func isSpace(r rune) bool { return unicode.IsSpace(r) || r >= 0x1c && r <= 0x1f }

// solid is the number of characters in s that are not space.
func solid(s string) int {
	n := 0
	for _, r := range s {
		if !isSpace(r) {
			n++
		}
	}
	return n
}

// inLine gives pieces of a text that follow each other their places.
func inLine(pieces []string) []place {
	out := make([]place, len(pieces))
	at := 0
	for i, s := range pieces {
		n := solid(s)
		out[i] = place{at, at + n}
		at += n
	}
	return out
}

// offsets finds each piece, in order, in the text, passing over white space
// inside it; a piece that is not there gets {-1, -1}. Bytes, half open.
func offsets(text string, pieces []string) []place {
	out := make([]place, len(pieces))
	at := 0
	for i, piece := range pieces {
		out[i] = place{-1, -1}
		for start := at; start < len(text); start++ {
			if end, ok := begins(text[start:], piece); ok {
				out[i] = place{start, start + end}
				at = start + end
				break
			}
		}
	}
	return out
}

// begins reports whether text begins with piece but for white space, and where
// it ends.
func begins(text, piece string) (int, bool) {
	i := 0
	for _, r := range piece {
		if isSpace(r) {
			continue
		}
		got, n := utf8.DecodeRuneInString(text[i:])
		for i > 0 && n > 0 && isSpace(got) {
			i += n
			got, n = utf8.DecodeRuneInString(text[i:])
		}
		if n == 0 || got != r {
			return 0, false
		}
		i += n
	}
	return i, i > 0
}
