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
	n := &notebook{w: w}

	n.step("Relations of one's own")
	n.say("A pattern is the plain active sentence. The lines below it are its tests. This is own.rules:")
	own, err := files.ReadFile("own.rules")
	if err != nil {
		return err
	}
	n.show(string(own))

	n.step("Compile them")
	n.show(`rules, err := relation.Load(files, "own.rules")`)
	rules, err := relation.Load(files, "own.rules")
	if err != nil {
		return err
	}
	n.say("%d patterns for %s. They are immutable and safe for concurrent use.",
		rules.Len(), strings.Join(rules.Relations(), " and "))

	n.step("Run their tests")
	n.show("report, err := rules.Verify(analyze)")
	report, err := rules.Verify(analyze)
	if err != nil {
		return err
	}
	n.show(report.String())

	n.step("Use them beside the built-in ones")
	n.show("x, err := dossier.New(dossier.WithRulesBeside(rules))")
	x, err := dossier.New(dossier.WithRulesBeside(rules))
	if err != nil {
		return err
	}
	n.say("Nobody wrote a pattern for the passive, the participle, the coordination or the refusal:")
	if err := n.extract(x, sentences); err != nil {
		return err
	}

	n.step("Ask why not")
	n.show(`rules.Explain(doc, 0, "praised_for")`)
	for _, text := range puzzles {
		doc, err := analyze(text)
		if err != nil {
			return err
		}
		n.show(rules.Explain(doc, 0, "praised_for"))
	}

	n.step("Look for oddities")
	n.say("A file can be right and still be sloppy. This is sloppy.rules, what Lint says, and what Verify says:")
	if err := n.sloppy(); err != nil {
		return err
	}

	n.step("See all faults of a file at once")
	return n.faulty()
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
func (n *notebook) sloppy() error {
	text, err := files.ReadFile("sloppy.rules")
	if err != nil {
		return err
	}
	n.show(string(text))
	rules, err := relation.Load(files, "sloppy.rules")
	if err != nil {
		return err
	}
	var lint strings.Builder
	for _, finding := range rules.Lint() {
		fmt.Fprintln(&lint, finding)
	}
	n.show(lint.String())
	report, err := rules.Verify(analyze)
	if err != nil {
		return err
	}
	n.show(report.String())
	return nil
}

// faulty shows the errors of a file that does not compile.
func (n *notebook) faulty() error {
	_, err := relation.Load(files, "faulty.rules")
	var faults relation.RuleErrors
	if !errors.As(err, &faults) {
		return fmt.Errorf("faulty.rules: want its faults, got %w", err)
	}
	n.show(faults.Error())
	n.say("Each is a *relation.RuleError with file, line, column and a code for programs:")
	for _, fault := range faults {
		n.say("%s:%d:%d is %q", fault.File, fault.Line, fault.Column, fault.Code)
	}
	return nil
}
