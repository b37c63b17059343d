package text

import (
	"strings"
	"unicode/utf8"
)

// odd cuts the chunk text[start:end], which holds no space but something that
// is no letter. Brackets, quotes and marks around it are tokens of their own;
// what they hold is an address, a face, or words with marks between.
func (b *Buffer) odd(text string, start, end int) {
	bare := end
	for bare > start+2 && strings.IndexByte(".,!?", text[bare-1]) >= 0 {
		bare--
	}
	if b.face(text, start, bare) {
		b.marks(text, bare, end)
		return
	}
	for start < end {
		n := opening(text[start:end])
		if n == 0 {
			break
		}
		b.add(text, start, start+n)
		start += n
	}
	core := end
	for core > start {
		n := closing(text[start:core])
		if n == 0 {
			break
		}
		core -= n
	}
	if core < end && (text[core] == '?' || text[core] == '!') && slipped(text[start:core]) {
		core--
	}
	if core < end && exclaims(text[start:core+1]) {
		core++
	}
	if n := address(text[start:core]); n > 0 {
		b.add(text, start, start+n)
		start += n
	}
	b.core(text, start, core, end)
	b.marks(text, core, end)
}

// face appends text[start:end] if it is one of the faces that prose knows.
func (b *Buffer) face(text string, start, end int) bool {
	if end-start < 2 || end-start > 8 {
		return false
	}
	switch text[start] {
	case ':', ';', '=', '(', ')', '@', '^', '-', '[', '<', '>':
	default:
		return false
	}
	digits := false
	for i := start; i < end; i++ {
		c := text[i]
		if ascii[c&0x7f]&letter != 0 && end-start > 3 || c >= utf8.RuneSelf {
			return false
		}
		digits = digits || ascii[c]&digit != 0
	}
	switch text[start:end] {
	case ":)", ";)", ";-)", ";(", ":-(", ":/", ":D", ":-D", ";D", ":O", ":'(", ";P", "^_^", "<3", "-_-", ":))", "=))":
	case "<>": // an address left out
		return false
	default:
		if digits || text[start] == '-' && end-start == 2 || !b.prose.whole(text[start:end]) {
			return false
		}
	}
	b.add(text, start, end)
	return true
}

// opening is the length of the bracket or quote that s starts with, 0 if none.
func opening(s string) int {
	switch s[0] {
	case '(', '[', '{':
		return 1
	case '"', '<', '>', '`':
		return runOf(s)
	}
	if n := isApostrophe(s, 0); n > 0 {
		if len(s) >= 2*n && s[:n] == s[n:2*n] {
			return 2 * n // two single quotes for a double one
		}
		if elided(s[n:]) {
			return 0
		}
		return n
	}
	if s[0] >= utf8.RuneSelf {
		switch r, n := utf8.DecodeRuneInString(s); r {
		case '“', '”', '„', '«', '‹', '¿', '¡':
			return n
		}
	}
	return 0
}

// closing is the length of the mark that s ends with and that no word ends
// with, 0 if there is none.
func closing(s string) int {
	switch s[len(s)-1] {
	case ',', ';', ':', '!', '?', ')', ']', '}', '"', '>':
		return 1
	case '.':
		if len(s) > 1 && s[len(s)-2] != '.' && closing(s[:len(s)-1]) > 0 {
			return 1
		}
	}
	if n := endApostrophe(s); n > 0 {
		if dropped(s[:len(s)-n]) {
			return 0
		}
		return n
	}
	if s[len(s)-1] >= utf8.RuneSelf {
		switch r, n := utf8.DecodeLastRuneInString(s); r {
		case '”', '“', '»', '›', '…':
			return n
		}
	}
	return 0
}

// slipped reports whether the stop at the end of s is no abbreviation's: before
// another mark ("Is it done.?") it is a slip of the hand, and one with the mark.
func slipped(s string) bool {
	n := len(s) - 1
	if n < 2 || s[n] != '.' {
		return false
	}
	for i := range n {
		if s[i] >= utf8.RuneSelf || ascii[s[i]]&letter == 0 {
			return false
		}
	}
	return abbreviation(s[:n]) == 0
}

// runOf is the number of bytes at the start of s equal to its first.
func runOf(s string) int {
	n := 1
	for n < len(s) && s[n] == s[0] {
		n++
	}
	return n
}

// markSize is the size of the token that the mark at the start of s is: runs
// of one mark are one, and so are runs of ! and ?; brackets stand alone.
func markSize(s string) int {
	switch c := s[0]; {
	case c == '(' || c == ')' || c == '[' || c == ']' || c == '{' || c == '}':
		return 1
	case c == '!' || c == '?':
		n := 1
		for n < len(s) && (s[n] == '!' || s[n] == '?') {
			n++
		}
		if s[n:] == "." {
			n++
		}
		return n
	case c == '.':
		n := runOf(s)
		if n == 1 && len(s) > 1 && (s[1] == '!' || s[1] == '?') {
			return 1 + markSize(s[1:])
		}
		return n
	case c < utf8.RuneSelf:
		return runOf(s)
	}
	_, n := utf8.DecodeRuneInString(s)
	if k := isApostrophe(s, 0); k > 0 && len(s) >= 2*k && s[:k] == s[k:2*k] {
		return 2 * k
	}
	return n
}

// marks appends the marks text[start:end].
func (b *Buffer) marks(text string, start, end int) {
	for start < end {
		n := markSize(text[start:end])
		b.add(text, start, start+n)
		start += n
	}
}

// core cuts text[start:end] at the marks that are tokens of their own. The
// chunk that it is part of goes on to limit.
func (b *Buffer) core(text string, start, end, limit int) {
	from := start // start of the piece not yet appended
	looked := false
	for i := start; i < end; {
		c, size := classAt(text, i)
		if c&mark == 0 {
			i += size
			continue
		}
		if n := b.glued(text, from, i, end); n > 0 {
			i += n
			from = i
			continue
		}
		if part(text, from, i, end) {
			i += size
			continue
		}
		if from < i {
			b.piece(text, from, i, limit)
		}
		n := markSize(text[i:end])
		b.add(text, i, i+n)
		angle := text[i] == '<'
		i += n
		from = i
		if angle && !looked && i < end { // "Anna Berg"<berg@example.com>
			looked = true // once a chunk: a look costs its length
			if n := address(text[i:end]); n > 0 {
				b.add(text, i, i+n)
				i += n
				from = i
			}
		}
	}
	if from < end {
		b.piece(text, from, end, limit)
	}
}

// part reports whether the mark at text[i] is part of the word around it,
// which starts at from.
func part(text string, from, i, end int) bool {
	size := max(1, isApostrophe(text, i))
	var before, after class
	if from < i {
		before, _ = classBefore(text, i)
	}
	if i+size < end {
		after, _ = classAt(text, i+size)
	}
	if isApostrophe(text, i) > 0 {
		switch {
		case from == i:
			return elided(text[i+size : end])
		case i+size == end:
			return true // closing left it
		}
		return before&(letter|digit) != 0 && after&letter != 0
	}
	switch text[i] {
	case '.':
		if from == i {
			return after&(letter|digit) != 0 // .doc, .22
		}
		if after&(letter|digit) != 0 {
			return !missingSpace(text, from, i, end)
		}
		return before&mark == 0 && (i+1 == end || text[i+1] != '.' && text[i+1] != '?' && text[i+1] != '!')
	case '_':
		return true
	case '-':
		return keepHyphen(text, from, i, end)
	case ',', ':':
		return before&after&digit != 0
	case '/':
		return before&after&digit != 0 || i-from == 1 && end-i == 2
	case '&':
		return before&after&letter != 0
	case '@':
		return after&letter != 0 && (from == i || before&letter != 0)
	case '+':
		return from == i && after&digit != 0
	case '#':
		return from == i && after&letter != 0 // #election
	case '*', '$':
		return before&after&letter != 0 // words with letters starred out
	}
	return false
}

// glued appends text[from:i+1] if the mark at text[i] ends a word though no
// space follows: the sign of a currency ("US$5"), the stop of an abbreviation
// ("Dr.Smith", "No.10", "J.Smith", "Inc.."), the mark of a name or of a short
// form ("Yahoo!", "w/them"). It returns the size of the mark, 0 if nothing was
// appended.
func (b *Buffer) glued(text string, from, i, end int) int {
	if from == i || i-from > 8 {
		return 0
	}
	switch text[i] {
	case '$':
		if i-from > 3 || i+1 < end && ascii[text[i+1]&0x7f]&digit == 0 {
			return 0
		}
		for _, c := range []byte(text[from:i]) {
			if c < 'A' || c > 'Z' {
				return 0
			}
		}
		b.add(text, from, i+1)
		return 1
	case '!', '/':
		if !exclaims(text[from:i+1]) && !with(text[from:i+1], text[i+1:end]) {
			return 0
		}
		b.add(text, from, i+1)
		return 1
	case '.':
		if i+1 == end || text[i+1] >= utf8.RuneSelf {
			return 0
		}
		next := text[i+1]
		named := 'A' <= next && next <= 'Z'
		switch kind := abbreviation(text[from:i]); {
		case next == '.' && i+2 == end && text[from] <= 'Z' && (kind == ordinary || dotted(text[from:i])):
		case kind == title && named, (kind == number || kind == month) && ascii[next]&digit != 0:
		case named && i+2 < end && 'a' <= text[i+2] && text[i+2] <= 'z' && capitals(text[from:i]) &&
			(end-from > 8 || abbreviation(strings.TrimSuffix(text[from:end], ".")) == 0): // W.Va.
		default:
			return 0
		}
		b.add(text, from, i+1)
		b.notes[len(b.notes)-1] |= stopped
		return 1
	}
	return 0
}

// exclaims reports whether s is a name that ends with an exclamation mark.
func exclaims(s string) bool {
	return s == "Yahoo!" || s == "Jeopardy!"
}

// with reports whether s is short for "with", next going on: "w/o" is one word.
func with(s, next string) bool {
	return (s == "w/" || s == "W/") && len(next) > 1 && next != "out"
}

// capitals reports whether s is single capital letters with stops between.
func capitals(s string) bool {
	for i := 0; i < len(s); i++ {
		if i%2 == 1 && s[i] != '.' || i%2 == 0 && (s[i] < 'A' || s[i] > 'Z') {
			return false
		}
	}
	return len(s)%2 == 1
}

// missingSpace reports whether the full stop at text[i] ends a sentence with no
// space after it, as in "he said.The": a small word, and a capital after it.
func missingSpace(text string, from, i, end int) bool {
	if i-from < 3 || i+2 >= end || text[i+1] < 'A' || text[i+1] > 'Z' {
		return false
	}
	for _, c := range []byte(text[i-3 : i]) {
		if c < 'a' || c > 'z' {
			return false
		}
	}
	switch text[i+1 : min(end, i+4)] {
	case "Com", "Net", "Org", "Gov":
		return false
	}
	return text[i+2] >= 'a' && text[i+2] <= 'z'
}

// classBefore is the class of the character that ends at text[i], and its size.
func classBefore(text string, i int) (class, int) {
	if c := text[i-1]; c < utf8.RuneSelf {
		return ascii[c], 1
	}
	_, n := utf8.DecodeLastRuneInString(text[:i])
	c, _ := classAt(text, i-n)
	return c, n
}
