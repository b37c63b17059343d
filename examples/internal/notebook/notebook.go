// Package notebook lets an example tell its story: numbered steps with prose,
// code, and what came of it, as plain text.
package notebook

import (
	"fmt"
	"io"
	"strings"
)

// Book is a story under way. It is for one goroutine; errors of its writer are
// not looked at.
type Book struct {
	w     io.Writer
	steps int
	apart bool // whether the next line needs an empty one before it
}

// New begins a story on w.
func New(w io.Writer) *Book { return &Book{w: w} }

// Step begins the next step.
func (b *Book) Step(title string) {
	b.apart = b.steps > 0
	b.steps++
	b.line("%d. %s", b.steps, title)
}

// Say writes a line of prose.
func (b *Book) Say(format string, args ...any) { b.line("   "+format, args...) }

// Show writes code, or what came of it, set off from the prose.
func (b *Book) Show(block string) {
	b.apart = true
	for line := range strings.SplitSeq(strings.TrimRight(block, "\n"), "\n") {
		b.line("%s", strings.TrimRight("       "+line, " "))
	}
	b.apart = true
}

func (b *Book) line(format string, args ...any) {
	if b.apart {
		fmt.Fprintln(b.w)
	}
	b.apart = false
	fmt.Fprintf(b.w, format+"\n", args...)
}
