// Command quickstart reads a news article and tells, step by step, what it
// finds in it:
//
//	go run ./examples/quickstart          an article of this repository
//	go run ./examples/quickstart FILE     a text of your own
package main

import (
	"cmp"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"text/tabwriter"
	"time"

	"github.com/dossier-nlp/dossier"
	"github.com/dossier-nlp/dossier/entity"
	"github.com/dossier-nlp/dossier/relation"
)

func main() {
	p := &page{w: os.Stdout, colour: terminal(os.Stdout)}
	if err := run(p, os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "quickstart:", err)
		os.Exit(1)
	}
}

func run(p *page, args []string) error {
	if len(args) > 1 {
		return fmt.Errorf("want one file, not %d", len(args))
	}
	file := ownArticle()
	if len(args) == 1 {
		file = args[0]
	}
	text, err := os.ReadFile(file)
	if err != nil {
		return err
	}

	p.heading(1, "Read a text")
	p.code("doc, err := dossier.Extract(text)")
	start := time.Now()
	doc, err := dossier.Extract(string(text))
	if err != nil {
		return err
	}
	p.say("%s: %d bytes, %d sentences, %d words, read in %s.", filepath.Base(file),
		len(text), len(doc.Sentences), wordCount(doc), time.Since(start).Round(time.Millisecond))

	p.heading(2, "See whom it names")
	p.code("for _, m := range doc.Mentions { fmt.Println(m.Text, m.Kind, m.Form) }")
	p.say("Names and groups are marked with their kind, pronouns and phrases with the one they stand for.")
	p.marked(doc)

	p.heading(3, "See who is who")
	p.code("for _, e := range doc.Entities { fmt.Println(e.Name, e.Kind, e.Roles, e.Aliases) }")
	p.entities(doc)

	p.heading(4, "See who did what to whom")
	p.code("for _, r := range doc.Relations { fmt.Println(r.Source.Text, r.Name, r.Target.Text) }")
	p.say("Under each relation stand the words that gave it, who says so, and the rule that found it.")
	p.relations(doc)

	p.heading(5, "Go on")
	p.code("data, err := json.Marshal(doc)           // for other programs",
		"for doc, err := range x.ExtractAll(ctx, texts)  // many texts, all cores")
	p.say("The other examples write rules, bring names of their own, and fill a database from an archive.")
	return nil
}

// page writes to a person: plain text, in colour on a terminal.
type page struct {
	w      io.Writer
	colour bool
}

const (
	bold   = "\x1b[1m"
	dim    = "\x1b[2m"
	normal = "\x1b[0m"
)

var colours = map[entity.Kind]string{
	entity.Person: "\x1b[34m", entity.Org: "\x1b[35m", entity.Place: "\x1b[32m", entity.Group: "\x1b[33m",
}

func (p *page) paint(style, s string) string {
	if !p.colour || style == "" {
		return s
	}
	return style + s + normal
}

func (p *page) heading(n int, title string) {
	fmt.Fprintf(p.w, "\n%s\n", p.paint(bold, fmt.Sprintf("%d. %s", n, title)))
}

func (p *page) code(lines ...string) {
	for _, line := range lines {
		fmt.Fprintf(p.w, "\n    %s", p.paint(dim, line))
	}
	fmt.Fprintln(p.w)
}

func (p *page) say(format string, args ...any) {
	fmt.Fprintf(p.w, "\n%s\n", fmt.Sprintf(format, args...))
}

// marked prints the text with its mentions in brackets. Of mentions that lie
// in each other, the outermost is marked.
func (p *page) marked(doc *dossier.Document) {
	var line strings.Builder
	at := 0
	for _, m := range doc.Mentions {
		if m.Start < at || m.Entity == entity.None {
			continue
		}
		line.WriteString(visible(doc.Text[at:m.Start]))
		note := string(m.Kind)
		if m.Form == entity.Pronoun || m.Form == entity.Nominal {
			note = "= " + visible(doc.Entities[m.Entity].Name)
		}
		line.WriteString(p.paint(colours[m.Kind], "["+visible(m.Text)+" "+p.paint(dim, note)+p.paint(colours[m.Kind], "]")))
		at = m.End
	}
	line.WriteString(visible(doc.Text[at:]))
	fmt.Fprintln(p.w)
	for paragraph := range strings.SplitSeq(strings.TrimSpace(line.String()), "\n") {
		wrap(p.w, "  ", strings.TrimSpace(paragraph))
	}
}

// entities prints a table, the most mentioned first.
func (p *page) entities(doc *dossier.Document) {
	fmt.Fprintln(p.w)
	byCount := slices.Clone(doc.Entities)
	slices.SortStableFunc(byCount, func(a, b entity.Entity) int { return cmp.Compare(len(b.Mentions), len(a.Mentions)) })
	t := tabwriter.NewWriter(p.w, 0, 0, 2, ' ', 0)
	fmt.Fprintln(t, "  Name\tKind\tMentions\tRoles\tAlso called\tOf")
	for _, e := range byCount {
		if e.Kind == entity.Group && part(doc, e) {
			continue
		}
		var roles []string
		for _, r := range e.Roles {
			roles = append(roles, visible(r.Title))
		}
		place := ""
		if i := cmp.Or(e.Place+1, e.ActsFor+1); i > 0 {
			place = doc.Entities[i-1].Name
		}
		fmt.Fprintf(t, "  %s\t%s\t%d\t%s\t%s\t%s\n", short(visible(e.Name)), e.Kind, len(e.Mentions),
			short(strings.Join(unique(roles), ", ")), short(visible(strings.Join(e.Aliases, ", "))), short(visible(place)))
	}
	t.Flush()
}

// part reports whether a group is only seen inside a larger one, as "Chinese
// officials" in "US and Chinese officials".
func part(doc *dossier.Document, e entity.Entity) bool {
	for _, i := range e.Mentions {
		m := doc.Mentions[i]
		if !slices.ContainsFunc(doc.Mentions, func(o entity.Mention) bool {
			return o.Kind == entity.Group && o.Start <= m.Start && m.End <= o.End && o.End-o.Start > m.End-m.Start
		}) {
			return false
		}
	}
	return true
}

func (p *page) relations(doc *dossier.Document) {
	if len(doc.Relations) == 0 {
		p.say("None of the built-in relations is in this text.")
	}
	for _, r := range doc.Relations {
		fmt.Fprintf(p.w, "\n  %s\n", p.paint(bold, sentence(doc, r)))
		wrap(p.w, "      ", p.evidence(doc, r))
		var notes []string
		for _, a := range r.Attribution {
			notes = append(notes, "says "+visible(name(doc, a)))
		}
		for _, key := range []string{"topic", "place", "time"} {
			if a, ok := r.Args[key]; ok {
				notes = append(notes, key+": "+visible(a.Text))
			}
		}
		notes = append(notes, string(r.Factuality), r.Rule, fmt.Sprintf("score %.2f", r.Score))
		wrap(p.w, "      ", p.paint(dim, strings.Join(notes, " · ")))
	}
}

// evidence is the sentence with the trigger's words in stars.
func (p *page) evidence(doc *dossier.Document, r relation.Relation) string {
	s := doc.Sentences[r.Sentence]
	triggers := slices.SortedFunc(slices.Values(r.Trigger), func(a, b relation.Span) int { return cmp.Compare(a.Start, b.Start) })
	var out strings.Builder
	at := s.Start
	for _, t := range triggers {
		if t.Start < at || t.End > s.End {
			continue
		}
		out.WriteString(visible(doc.Text[at:t.Start]))
		out.WriteString("*" + p.paint(bold, visible(t.Text)) + "*")
		at = t.End
	}
	out.WriteString(visible(doc.Text[at:s.End]))
	return "\"" + strings.Join(strings.Fields(out.String()), " ") + "\""
}

// verbs words a relation: as a fact, and after "will", "may" or "did not".
var verbs = map[string][2]string{
	"met": {"met", "meet"}, "spoke_with": {"spoke with", "speak with"}, "visited": {"visited", "visit"},
	"accused": {"accused", "accuse"}, "criticized": {"criticized", "criticize"},
	"denied":   {"denied a charge or claim of", "deny a charge or claim of"},
	"rejected": {"rejected what came from", "reject what comes from"}, "supported": {"supported", "support"},
	"agreed_with": {"reached an agreement with", "reach an agreement with"}, "warned": {"warned", "warn"},
	"threatened": {"threatened", "threaten"}, "urged": {"urged", "urge"}, "told": {"told", "tell"},
	"quoted": {"quoted", "quote"}, "sanctioned": {"put sanctions on", "put sanctions on"}, "aided": {"aided", "aid"},
	"attacked": {"attacked", "attack"}, "killed": {"killed", "kill"}, "arrested": {"arrested", "arrest"},
	"charged": {"charged", "charge"}, "defeated": {"defeated", "defeat"}, "appointed": {"appointed", "appoint"},
	"succeeded": {"succeeded", "succeed"}, "acquired": {"acquired", "acquire"},
	"holds_role": {"holds a role at", "hold a role at"}, "member_of": {"is part of", "be part of"},
	"based_in": {"is based in", "be based in"}, "located_in": {"is in", "be in"}, "from": {"is from", "be from"},
	"related_to": {"is related to", "be related to"},
}

// sentence words a relation with the names of its entities.
func sentence(doc *dossier.Document, r relation.Relation) string {
	v, ok := verbs[r.Name]
	if !ok {
		plain := strings.ReplaceAll(r.Name, "_", " ")
		v = [2]string{plain, plain}
	}
	if role, ok := r.Args["role"]; ok && r.Name == "holds_role" {
		v = [2]string{"is " + visible(role.Text) + " of", "be " + visible(role.Text) + " of"}
	}
	said := v[0]
	switch r.Factuality {
	case relation.Future:
		said = "will " + v[1]
	case relation.Possible:
		said = "may " + v[1]
	case relation.Negated:
		said = "did not " + v[1]
	}
	source := name(doc, r.Source)
	if rest, ok := strings.CutPrefix(source, "the "); ok {
		source = "The " + rest
	}
	return visible(source + " " + said + " " + name(doc, r.Target) + ".")
}

// name is the name of the argument's entity, or else its own words, with "the"
// if the text has it so.
func name(doc *dossier.Document, a relation.Argument) string {
	if a.Entity == entity.None {
		return a.Text
	}
	e := doc.Entities[a.Entity]
	for _, i := range e.Mentions {
		m := doc.Mentions[i]
		if m.Text == e.Name && articleBefore(doc.Text, m.Start) {
			return "the " + e.Name
		}
	}
	return e.Name
}

func articleBefore(text string, at int) bool {
	return at >= 4 && strings.EqualFold(text[at-4:at], "the ")
}

// short fits a text into a column of the table.
func short(s string) string {
	const width = 34
	if r := []rune(s); len(r) > width {
		return string(r[:width-1]) + "…"
	}
	return s
}

func wordCount(doc *dossier.Document) int {
	n := 0
	for _, s := range doc.Sentences {
		n += len(s.Tokens)
	}
	return n
}

func unique(list []string) []string {
	var out []string
	for _, s := range list {
		if !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	return out
}

// visible keeps a text from steering the terminal: control characters and
// broken UTF-8 become the replacement character.
func visible(s string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' && r != '\n' && r != '\t' || r == 0x7f || 0x80 <= r && r < 0xa0 {
			return '\uFFFD'
		}
		return r
	}, strings.ToValidUTF8(s, "\uFFFD"))
}

// wrap prints words in lines of up to 92 columns.
func wrap(w io.Writer, indent, text string) {
	line, width := indent, len(indent)
	for word := range strings.FieldsSeq(text) {
		n := columns(word)
		if width > len(indent) && width+1+n > 92 {
			fmt.Fprintln(w, line)
			line, width = indent, len(indent)
		}
		if width > len(indent) {
			line, width = line+" ", width+1
		}
		line, width = line+word, width+n
	}
	fmt.Fprintln(w, strings.TrimRight(line, " "))
}

// columns is the width of a word, without the codes of colours.
func columns(word string) int {
	n, code := 0, false
	for _, r := range word {
		switch {
		case r == '\x1b':
			code = true
		case code:
			code = r != 'm'
		default:
			n++
		}
	}
	return n
}

// terminal reports whether colours will be seen.
func terminal(f *os.File) bool {
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0 && os.Getenv("NO_COLOR") == ""
}

// ownArticle is the repository's article, from its root or a folder below.
func ownArticle() string {
	for _, dir := range []string{".", "..", filepath.Join("..", "..")} {
		file := filepath.Join(dir, "testdata", "article.txt")
		if _, err := os.Stat(file); err == nil {
			return file
		}
	}
	return filepath.Join("testdata", "article.txt")
}
