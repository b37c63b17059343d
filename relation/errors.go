package relation

import (
	"fmt"
	"strings"
)

// ErrorCode says what is wrong with a rule, for programs to test.
type ErrorCode string

const (
	ErrSyntax     ErrorCode = "syntax"      // the line is no statement of the language
	ErrKind       ErrorCode = "kind"        // a kind that is neither built in nor declared
	ErrList       ErrorCode = "list"        // @name without a list of that name
	ErrSlot       ErrorCode = "slot"        // A or B missing or doubled
	ErrOption     ErrorCode = "option"      // a word in a header that is no option
	ErrOrphan     ErrorCode = "orphan"      // a pattern or example before any relation
	ErrExample    ErrorCode = "example"     // an example without text, or with a broken triple
	ErrEmpty      ErrorCode = "empty"       // a relation without patterns
	ErrConverse   ErrorCode = "converse"    // the converse is no relation of the set
	ErrVersion    ErrorCode = "version"     // written for another version of the language
	ErrChecksum   ErrorCode = "checksum"    // changed since it was sealed
	ErrTooComplex ErrorCode = "too-complex" // a pattern with more parts, or rules with more words or kinds, than the matcher takes
)

// RuleError is one fault of a rule file.
type RuleError struct {
	File   string // name given to the rules
	Line   int    // from 1
	Column int    // from 1, in bytes
	Code   ErrorCode
	Msg    string
	Text   string // the line
	Hint   string // what may have been meant, empty if nothing comes to mind
}

// Error is the place, the message, the line and a caret under the place.
func (e *RuleError) Error() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s:%d:%d: %s", e.File, e.Line, e.Column, e.Msg)
	if e.Hint != "" {
		b.WriteString(", " + e.Hint)
	}
	text, col := clip(e.Text, e.Column-1)
	b.WriteString("\n    " + text + "\n    ")
	for _, r := range text[:col] {
		if r == '\t' {
			b.WriteByte('\t')
		} else {
			b.WriteByte(' ')
		}
	}
	b.WriteByte('^')
	return b.String()
}

// clip keeps the part of a long line that is near the byte at.
func clip(line string, at int) (string, int) {
	const wide = 120
	at = max(0, min(at, len(line)))
	if len(line) <= wide {
		return line, at
	}
	from := max(0, at-wide/2)
	to := min(len(line), from+wide)
	return strings.ToValidUTF8(line[from:to], "?"), min(at-from, len(strings.ToValidUTF8(line[from:to], "?")))
}

// RuleErrors are all faults of a set of rules, in the order of the text.
type RuleErrors []*RuleError

// Error lists the faults, one after another.
func (es RuleErrors) Error() string {
	parts := make([]string, len(es))
	for i, e := range es {
		parts[i] = e.Error()
	}
	return strings.Join(parts, "\n")
}

// Unwrap gives the faults to errors.As and errors.Is.
func (es RuleErrors) Unwrap() []error {
	out := make([]error, len(es))
	for i, e := range es {
		out[i] = e
	}
	return out
}

// maxCandidates bounds what is looked at for a hint.
const maxCandidates = 1000

// nearest is the candidate that differs least from word, if it is near enough
// to have been meant. Among very many it does not look.
func nearest(word string, candidates []string) string {
	best, limit := "", 1+len(word)/3
	if len(word) > 40 || len(candidates) > maxCandidates {
		return ""
	}
	for _, c := range candidates {
		if len(c) > len(word)+limit {
			continue
		}
		if d := editDistance(strings.ToLower(word), strings.ToLower(c)); d < limit || d == limit && best == "" {
			best, limit = c, d
		}
	}
	return best
}

func didYouMean(word string, candidates []string) string {
	if c := nearest(word, candidates); c != "" {
		return "did you mean " + c + "?"
	}
	return ""
}

// editDistance counts the bytes to insert, delete or change (Levenshtein, 1966).
func editDistance(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := 1; i <= len(a); i++ {
		diag := row[0]
		row[0] = i
		for j := 1; j <= len(b); j++ {
			change := diag
			if a[i-1] != b[j-1] {
				change++
			}
			diag = row[j]
			row[j] = min(change, row[j]+1, row[j-1]+1)
		}
	}
	return row[len(b)]
}
