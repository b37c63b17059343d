package relation

import (
	"fmt"
	"maps"
	"path"
	"slices"
	"strconv"
	"strings"
)

// The parser reads the lines of a rule file into a Set. Clauses stay text here;
// clause.go parses them.

type fileParser struct {
	file  string
	text  string          // of the whole file
	seal  map[string]bool // lines of the seal that were read
	begun bool            // the seal can have no more lines
	set   Set
	errs  RuleErrors
	words int // in all lists so far
	cur   *Definition
	at    place
}

// maxWords bounds the words of all lists of a file, and those of all patterns
// of a program: lists that hold lists could grow without end.
const maxWords = 1_000_000

func parseSet(file, text string) (Set, RuleErrors) {
	p := &fileParser{file: file, text: text, set: Set{Name: setName(file), file: file, Lists: map[string][]string{}}}
	all := strings.Split(text, "\n")
	for n := 0; n < len(all); n++ {
		p.at = place{line: n + 1, text: statement(all[n])}
		n += p.at.goOn(all[n+1:])
		p.line(p.at.text)
	}
	p.flush()
	return p.set, p.errs
}

// setName is what the rules of a file are called.
func setName(file string) string { return strings.TrimSuffix(path.Base(file), path.Ext(file)) }

// statement is a line without its comment and line end.
func statement(line string) string { return stripComment(strings.TrimRight(line, "\r")) }

// goOn adds the lines that a line with '|' at its end goes on with, and says
// how many they are.
func (at *place) goOn(next []string) int {
	goes := func(line string) bool { return strings.HasSuffix(strings.TrimRight(line, " \t"), "|") }
	if !goes(at.text) || isExample(at.text) || len(next) == 0 {
		return 0
	}
	var b strings.Builder
	b.WriteString(strings.TrimRight(at.text, " \t"))
	at.pieces = []piece{{line: at.line, text: at.text}}
	n := 0
	for more := true; more && n < len(next); n++ {
		line := statement(next[n])
		body := strings.TrimSpace(line)
		more = body == "" || goes(body)
		at.pieces = append(at.pieces, piece{b.Len(), at.line + n + 1, len(line) - len(strings.TrimLeft(line, " \t")), line})
		b.WriteString(body)
	}
	at.text = b.String()
	return n
}

func isExample(line string) bool {
	t := strings.TrimSpace(line)
	return strings.HasPrefix(t, "yes:") || strings.HasPrefix(t, "no:")
}

func (p *fileParser) fail(f lineFault) {
	p.errs = append(p.errs, p.at.fault(p.file, f.col, f))
}

func (p *fileParser) flush() {
	if p.cur != nil {
		p.set.Definitions = append(p.set.Definitions, *p.cur)
		p.cur = nil
	}
}

func (p *fileParser) line(line string) {
	body := strings.TrimLeft(line, " \t")
	col := len(line) - len(body)
	body = strings.TrimRight(body, " \t")
	if body == "" {
		return
	}
	p.at.col = col
	word, rest, _ := strings.Cut(body, " ")
	if !p.begun && isSeal(word) {
		p.sealed(word, rest)
		return
	}
	p.begun = true
	switch {
	case word == "kind":
		p.kinds(rest)
	case word == "list":
		p.list(line, col)
	case word == "relation":
		p.header(line, col)
	case p.cur == nil:
		p.fail(lineFault{col, ErrOrphan, "this line belongs to no relation", "start with: relation NAME"})
	case word == "unless":
		at := p.at
		at.col = col + len("unless")
		p.cur.Unless, p.cur.lines.unless = append(p.cur.Unless, rest), append(p.cur.lines.unless, at)
	case strings.HasPrefix(body, "yes:"):
		at := p.at
		at.col = col + len("yes:")
		p.cur.Yes, p.cur.lines.yes = append(p.cur.Yes, body[len("yes:"):]), append(p.cur.lines.yes, at)
	case strings.HasPrefix(body, "no:"):
		at := p.at
		at.col = col + len("no:")
		p.cur.No, p.cur.lines.nope = append(p.cur.No, body[len("no:"):]), append(p.cur.lines.nope, at)
	default:
		p.cur.Patterns, p.cur.lines.patterns = append(p.cur.Patterns, body), append(p.cur.lines.patterns, p.at)
	}
}

func (p *fileParser) kinds(rest string) {
	for _, k := range strings.Split(rest, ",") {
		if k = strings.TrimSpace(k); k != "" {
			p.set.Kinds, p.set.kindPlaces = append(p.set.Kinds, k), append(p.set.kindPlaces, p.at)
		}
	}
}

func (p *fileParser) list(line string, col int) {
	ms, f := lex(line, col+len("list"))
	if f != nil {
		p.fail(*f)
		return
	}
	if len(ms) < 4 || ms[0].kind != markWord || !ms[1].is("=") {
		p.fail(lineFault{col, ErrSyntax, "a list is written: list name = word|word", ""})
		return
	}
	name := ms[0].text
	for i := 2; i < len(ms)-1; i++ {
		switch m := ms[i]; {
		case m.is("|"):
		case m.kind == markWord || m.kind == markString:
			p.set.Lists[name] = append(p.set.Lists[name], m.text)
			p.words++
		case m.kind == markList:
			words, ok := p.set.Lists[m.text]
			if !ok {
				p.fail(unknownList(m, p.set.Lists))
			}
			if p.words += len(words); p.words > maxWords {
				p.fail(tooManyWords(m))
				return
			}
			p.set.Lists[name] = append(p.set.Lists[name], words...)
		default:
			p.fail(lineFault{m.col, ErrSyntax, "a list holds words, not " + strconv.Quote(m.text), ""})
			return
		}
	}
}

var headerOptions = []string{"symmetric", "standing", "converse", "priority"}

func (p *fileParser) header(line string, col int) {
	p.flush()
	p.cur = &Definition{}
	p.cur.lines.header = p.at
	fields := strings.Fields(line[col:])
	if len(fields) < 2 {
		p.fail(lineFault{col, ErrSyntax, "a relation needs a name", ""})
		return
	}
	p.cur.Name = fields[1]
	next := col
	for i := 1; i < len(fields); i++ {
		next += strings.Index(line[next:], fields[i])
		if i == 1 {
			next += len(fields[1])
			continue
		}
		value := ""
		if i+1 < len(fields) {
			value = fields[i+1]
		}
		switch fields[i] {
		case "symmetric":
			p.cur.Symmetric = true
		case "standing":
			p.cur.Standing = true
		case "converse":
			if value == "" {
				p.fail(lineFault{next, ErrOption, "converse needs the name of a relation", ""})
			}
			p.cur.Converse = value
			i++
		case "priority":
			n, err := strconv.Atoi(value)
			if err != nil {
				p.fail(lineFault{next, ErrOption, "priority needs a number", ""})
			}
			p.cur.Priority = n
			i++
		default:
			p.fail(lineFault{next, ErrOption, "unknown option " + strconv.Quote(fields[i]), didYouMean(fields[i], headerOptions)})
		}
		if i < len(fields) && next < len(line) {
			next += len(fields[i])
			next = min(next, len(line))
		}
	}
}

func tooManyWords(m mark) lineFault {
	return lineFault{m.col, ErrTooComplex, fmt.Sprintf("with @%s there are more than %d words", m.text, maxWords), ""}
}

func unknownList(m mark, lists map[string][]string) lineFault {
	f := lineFault{m.col, ErrList, "unknown list @" + m.text, ""}
	if len(lists) <= maxCandidates {
		f.hint = didYouMean(m.text, slices.Sorted(maps.Keys(lists)))
	}
	return f
}
