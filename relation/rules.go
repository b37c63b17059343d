package relation

import (
	"fmt"
	"io"
	"io/fs"
	"maps"
	"slices"
	"strings"
)

// Definition is a relation with its rules, as a Go value. Patterns, Unless,
// Yes and No hold one line each, in the language of grammar.txt, without the
// words "unless", "yes:" and "no:".
//
// Several definitions of one name are one relation: it is symmetric or standing
// if one of them says so, and has the highest Priority that is not 0.
//
// Priority belongs to the relation, not to a rule. Where two relations of one
// set are found with the same trigger and pair, the one with the higher
// priority stays, and with equal priorities both do. Relations of different
// sets leave one another alone.
type Definition struct {
	Name      string
	Symmetric bool   // source and target may change places
	Standing  bool   // a state, not an event: always asserted unless denied
	Converse  string // name of the relation that is this one seen from the target
	Priority  int    // 0 unless the relation is to outrank, or to give way to, others of its set
	Patterns  []string
	Unless    []string
	Yes, No   []string

	lines lines // where each line stands, for errors
}

type lines struct {
	header                      place
	patterns, unless, yes, nope []place
}

// place is where a line of rules stands.
type place struct {
	line, col int     // line from 1, column from 0
	text      string  // the whole line
	pieces    []piece // what it is joined of, if it goes over several lines
}

// piece is one of several lines that make one.
type piece struct {
	at   int // byte of the joined text where it starts
	line int // from 1
	cut  int // bytes at its start that the joined text lacks
	text string
}

// fault makes an error of a fault at a column of the place's text.
func (at place) fault(file string, col int, f lineFault) *RuleError {
	e := &RuleError{File: file, Line: at.line, Column: col + 1, Code: f.code, Msg: f.msg, Text: at.text, Hint: f.hint}
	for _, p := range at.pieces {
		if p.at <= col {
			e.Line, e.Column, e.Text = p.line, col-p.at+p.cut+1, p.text
		}
	}
	return e
}

// Set is what a rule file says: definitions, lists of words, kinds.
type Set struct {
	Name        string              // of the file, "news"; rules are called Name:relation/number
	Definitions []Definition        // in the order of the text
	Lists       map[string][]string // @name
	Kinds       []string            // kinds beside the built-in ones

	file       string  // where it was read from, for errors
	kindPlaces []place // where each of Kinds stands
}

// clone is a copy that shares nothing that can change.
func (s Set) clone() Set {
	s.Definitions = slices.Clone(s.Definitions)
	for i := range s.Definitions {
		d := &s.Definitions[i]
		for _, list := range []*[]string{&d.Patterns, &d.Unless, &d.Yes, &d.No} {
			*list = slices.Clone(*list)
		}
	}
	s.Lists = maps.Clone(s.Lists)
	for name, words := range s.Lists {
		s.Lists[name] = slices.Clone(words)
	}
	s.Kinds = slices.Clone(s.Kinds)
	return s
}

func (s *Set) fileName() string {
	if s.file != "" {
		return s.file
	}
	return s.Name
}

// Rules are compiled rules. They are immutable and safe for concurrent use. The
// zero value is no rules, and finds nothing.
type Rules struct {
	sets     []Set
	names    []string // of the relations, by number
	relation []relInfo
	patterns []pattern
	bare     []int32 // sequences of slots only
	vocab    vocabulary
	examples []Example
}

type relInfo struct {
	name      string
	set       string
	symmetric bool
	standing  bool
	converse  string
	priority  int
	line      int // of its header
}

// Example is a yes or no line of a rule file.
type Example struct {
	Relation string
	Rule     string // file and line, "news.rules:12"
	Text     string
	Yes      bool
	Triples  []Triple // what must be found; for a yes line without any, the relation must be found at all
}

// Triple is an expected relation of an example.
type Triple struct {
	Source, Target string
	Factuality     Factuality // empty if any will do
}

// Parse reads rules from a string and compiles them. The name stands in errors
// and, without its extension, in the names of the rules. The error is a
// RuleErrors with every fault of the text.
func Parse(name, text string) (*Rules, error) {
	set, errs := parseSet(name, text)
	return compile([]Set{set}, errs)
}

// Read is Parse for a reader.
func Read(name string, r io.Reader) (*Rules, error) {
	b, err := io.ReadAll(r)
	if err != nil {
		return nil, fmt.Errorf("read rules %s: %w", name, err)
	}
	return Parse(name, string(b))
}

// Load reads and compiles the files of a file system that match one of the
// patterns of [fs.Glob], as one set of rules. A file that several patterns match
// is read once. Two files whose names differ only in their folder or extension
// are an error, since their rules would have the same names.
func Load(fsys fs.FS, globs ...string) (*Rules, error) {
	var sets []Set
	var errs RuleErrors
	from := map[string]string{} // file by name of the set
	for _, glob := range globs {
		names, err := fs.Glob(fsys, glob)
		if err != nil {
			return nil, fmt.Errorf("rules %s: %w", glob, err)
		}
		for _, name := range names {
			base := setName(name)
			if other := from[base]; other == name {
				continue
			} else if other != "" {
				return nil, fmt.Errorf("rules %s and %s: both would be called %s", other, name, base)
			}
			from[base] = name
			b, err := fs.ReadFile(fsys, name)
			if err != nil {
				return nil, fmt.Errorf("read rules: %w", err)
			}
			set, es := parseSet(name, string(b))
			sets, errs = append(sets, set), append(errs, es...)
		}
	}
	if len(sets) == 0 {
		return nil, fmt.Errorf("rules %s: %w", strings.Join(globs, ", "), fs.ErrNotExist)
	}
	return compile(sets, errs)
}

// Compile makes rules of Go values, and keeps copies of them.
func Compile(sets ...Set) (*Rules, error) {
	own := make([]Set, len(sets))
	for i := range sets {
		own[i] = sets[i].clone()
	}
	return compile(own, nil)
}

// With gives these rules and the others together, nil ones left out. Relations
// of the same name are one relation.
func (r *Rules) With(others ...*Rules) (*Rules, error) {
	sets := append([]Set(nil), r.sets...)
	for _, o := range others {
		if o != nil {
			sets = append(sets, o.sets...)
		}
	}
	return compile(sets, nil)
}

// Relations are the names of the relations, in the order of the rules.
func (r *Rules) Relations() []string {
	return append([]string(nil), r.names...)
}

// Symmetric says whether the order of source and target means nothing in the
// relation: "A met B" says no more than "B met A". It is false for a name that
// is no relation of the rules.
func (r *Rules) Symmetric(name string) bool {
	i := slices.Index(r.names, name)
	return i >= 0 && r.relation[i].symmetric
}

// Examples are the yes and no lines of the rules.
func (r *Rules) Examples() []Example {
	out := slices.Clone(r.examples)
	for i := range out {
		out[i].Triples = slices.Clone(out[i].Triples)
	}
	return out
}

// Len is the number of patterns.
func (r *Rules) Len() int { return len(r.patterns) }
