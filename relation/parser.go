package relation

import (
	"path"
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
	cur   *Definition
	at    place
}

func parseSet(file, text string) (Set, RuleErrors) {
	base := strings.TrimSuffix(path.Base(file), path.Ext(file))
	p := &fileParser{file: file, text: text, set: Set{Name: base, file: file, Lists: map[string][]string{}}}
	all := strings.Split(text, "\n")
	for n := 0; n < len(all); n++ {
		first := n
		line := stripComment(strings.TrimRight(all[n], "\r"))
		for strings.HasSuffix(strings.TrimRight(line, " \t"), "|") && n+1 < len(all) && !isExample(line) {
			n++
			line = strings.TrimRight(line, " \t") + strings.TrimSpace(stripComment(strings.TrimRight(all[n], "\r")))
		}
		p.at = place{line: first + 1, text: line}
		p.line(line)
	}
	p.flush()
	return p.set, p.errs
}

func isExample(line string) bool {
	t := strings.TrimSpace(line)
	return strings.HasPrefix(t, "yes:") || strings.HasPrefix(t, "no:")
}

func (p *fileParser) fail(f lineFault) {
	p.errs = append(p.errs, &RuleError{File: p.file, Line: p.at.line, Column: f.col + 1,
		Code: f.code, Msg: f.msg, Text: p.at.text, Hint: f.hint})
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
			p.set.Kinds = append(p.set.Kinds, k)
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
		case m.kind == markList:
			words, ok := p.set.Lists[m.text]
			if !ok {
				p.fail(unknownList(m, p.set.Lists))
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

func unknownList(m mark, lists map[string][]string) lineFault {
	names := make([]string, 0, len(lists))
	for n := range lists {
		names = append(names, n)
	}
	return lineFault{m.col, ErrList, "unknown list @" + m.text, didYouMean(m.text, names)}
}
