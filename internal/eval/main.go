// Command eval measures the library on files of gold annotations, in the way
// of the field's own scorers, with prose/v2 beside it where prose has the same
// part:
//
//	go run ./internal/eval words -data ../shared
//
//	words.go      words and sentence boundaries
//	syntax.go     tags, lemmas, heads and labels (labels.go: each label apart)
//	entities.go   people, organizations, places (baseline.go: what stands beside)
//	relations.go  relation triples (triples.go: when two are the same)
//	plover.go     actors of event records
//	seed.go       one article, relation by relation
//	coref.go      who is who
//	speed.go      tokens a second
//	soak.go       no figures: nothing breaks on many texts
//
// Figures are on standard output. With -out a folder is filled with what was
// found, one JSON object a line, as other scorers read it.
package main

import (
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
)

// env is what a command works with.
type env struct {
	data string    // the folder that holds data, gold and seed
	out  string    // the folder for what was found, or empty
	list bool      // print every miss and false alarm as well
	test bool      // the public test sets as well
	w    io.Writer // where the figures go
}

type command struct {
	name, help string
	run        func(*env) error
}

var commands = []command{
	{"words", "F1 of words and sentence boundaries", words},
	{"syntax", "F1 of tags, lemmas, heads and labels", syntax},
	{"entities", "strict F1 of people, organizations and places", entities},
	{"coref", "who is who: names in documents, pronouns in short texts", coref},
	{"relations", "precision, recall and F1 of relation triples", relations},
	{"seed", "the relations of one article", seed},
	{"soak", "no figures: what documents promise, on a tenth of the raw texts", soak},
	{"speed", "tokens a second of the whole and of its steps", speed},
}

func main() {
	if err := run(os.Args[1:], os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "eval:", err)
		os.Exit(1)
	}
}

func run(args []string, w io.Writer) error {
	if len(args) > 0 {
		for _, c := range commands {
			if c.name == args[0] {
				e := &env{w: w}
				if err := e.parse(c, args[1:]); err != nil {
					return err
				}
				return c.run(e)
			}
		}
	}
	for _, c := range commands {
		fmt.Fprintf(w, "%-10s %s\n", c.name, c.help)
	}
	return fmt.Errorf("want one of these commands")
}

func (e *env) parse(c command, args []string) error {
	f := flag.NewFlagSet(c.name, flag.ContinueOnError)
	f.StringVar(&e.data, "data", filepath.Join("..", "shared"), "`folder` with data, gold and seed")
	f.StringVar(&e.out, "out", "", "`folder` to write what was found to")
	f.BoolVar(&e.list, "list", false, "print every miss and false alarm")
	f.BoolVar(&e.test, "test", false, "the public test sets as well")
	if err := f.Parse(args); err != nil {
		return err
	}
	if f.NArg() > 0 {
		return fmt.Errorf("%s: unknown argument %q", c.name, f.Arg(0))
	}
	_, err := os.Stat(e.data)
	return err
}

// path is a file under the data folder.
func (e *env) path(elem ...string) string {
	return filepath.Join(append([]string{e.data}, elem...)...)
}

func (e *env) printf(format string, args ...any) { fmt.Fprintf(e.w, format, args...) }
