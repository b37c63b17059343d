// Rules writes relations of its own, checks them, and asks why a sentence does
// not match.
//
//	go run ./examples/rules
package main

import (
	"embed"
	"errors"
	"fmt"
	"io"
	"log"
	"os"
	"strings"

	"github.com/dossier-nlp/dossier"
	"github.com/dossier-nlp/dossier/entity"
	"github.com/dossier-nlp/dossier/examples/internal/notebook"
	"github.com/dossier-nlp/dossier/relation"
)

//go:embed *.rules
var files embed.FS

func main() {
	if err := run(os.Stdout); err != nil {
		log.Fatal(err)
	}
}

// run tells the story on w.
func run(w io.Writer) error {
	n := notebook.New(w)

	n.Step("Relations of one's own")
	n.Say("A pattern is the plain active sentence. The lines below it are its tests. This is own.rules:")
	own, err := files.ReadFile("own.rules")
	if err != nil {
		return err
	}
	n.Show(string(own))

	n.Step("Compile them")
	n.Show(`rules, err := relation.Load(files, "own.rules")`)
	rules, err := relation.Load(files, "own.rules")
	if err != nil {
		return err
	}
	n.Say("%d patterns for %s. They are immutable and safe for concurrent use.",
		rules.Len(), strings.Join(rules.Relations(), " and "))

	n.Step("Run their tests")
	n.Show("report, err := rules.Verify(analyze)")
	report, err := rules.Verify(analyze)
	if err != nil {
		return err
	}
	n.Show(report.String())

	n.Step("Use them beside the built-in ones")
	n.Show("x, err := dossier.New(dossier.WithRulesBeside(rules))")
	x, err := dossier.New(dossier.WithRulesBeside(rules))
	if err != nil {
		return err
	}
	n.Say("Nobody wrote a pattern for the passive, the coordination, the refusal or the reported speech:")
	if err := extract(n, x, sentences); err != nil {
		return err
	}

	n.Step("Ask why not")
	n.Show(`rules.Explain(doc, 0, "praised_for")`)
	for _, text := range puzzles {
		doc, err := analyze(text)
		if err != nil {
			return err
		}
		n.Show(rules.Explain(doc, 0, "praised_for"))
	}

	n.Step("Look for oddities")
	n.Say("A file can be right and still be sloppy. This is sloppy.rules, what Lint says, and what Verify says:")
	if err := sloppy(n); err != nil {
		return err
	}

	n.Step("See all faults of a file at once")
	return faulty(n)
}

// analyze reads a text up to its entities; the rules need no more.
func analyze(text string) (*entity.Document, error) {
	doc, err := dossier.Extract(text)
	if err != nil {
		return nil, err
	}
	return &doc.Document, nil
}

// sloppy shows what Lint and Verify have against a file that compiles.
func sloppy(n *notebook.Book) error {
	text, err := files.ReadFile("sloppy.rules")
	if err != nil {
		return err
	}
	n.Show(string(text))
	rules, err := relation.Load(files, "sloppy.rules")
	if err != nil {
		return err
	}
	var lint strings.Builder
	for _, finding := range rules.Lint() {
		fmt.Fprintln(&lint, finding)
	}
	n.Show(lint.String())
	report, err := rules.Verify(analyze)
	if err != nil {
		return err
	}
	n.Show(report.String())
	return nil
}

// faulty shows the errors of a file that does not compile.
func faulty(n *notebook.Book) error {
	_, err := relation.Load(files, "faulty.rules")
	var faults relation.RuleErrors
	if !errors.As(err, &faults) {
		return fmt.Errorf("faulty.rules: want its faults, got %w", err)
	}
	n.Show(faults.Error())
	n.Say("Each is a *relation.RuleError with file, line, column and a code for programs:")
	for _, fault := range faults {
		n.Say("%s:%d:%d is %q", fault.File, fault.Line, fault.Column, fault.Code)
	}
	return nil
}
