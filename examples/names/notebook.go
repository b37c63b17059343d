package main

import (
	"fmt"
	"io"
	"strings"
)

// notebook tells a story in numbered steps.
type notebook struct {
	w     io.Writer
	steps int
	apart bool // whether the next line needs an empty one before it
}

// step begins the next step.
func (n *notebook) step(title string) {
	n.apart = n.steps > 0
	n.steps++
	n.line("%d. %s", n.steps, title)
}

// say writes a line of prose.
func (n *notebook) say(format string, args ...any) { n.line("   "+format, args...) }

// show writes code, or what came of it, set off from the prose.
func (n *notebook) show(block string) {
	n.apart = true
	for line := range strings.SplitSeq(strings.TrimRight(block, "\n"), "\n") {
		n.line("%s", strings.TrimRight("       "+line, " "))
	}
	n.apart = true
}

func (n *notebook) line(format string, args ...any) {
	if n.apart {
		fmt.Fprintln(n.w)
	}
	n.apart = false
	fmt.Fprintf(n.w, format+"\n", args...)
}
