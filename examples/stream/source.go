package main

import (
	"bufio"
	"fmt"
	"io"
	"io/fs"
	"strings"
)

// texts is a source of texts, made as they are asked for. err is what ended
// it, once all has returned.
type texts struct {
	all func(yield func(string) bool)
	err func() error
}

// repeat gives the .txt files of a folder over and over, read anew each time.
func repeat(folder fs.FS) texts {
	var failed error
	all := func(yield func(string) bool) {
		names, err := fs.Glob(folder, "*.txt")
		if err == nil && len(names) == 0 {
			err = fmt.Errorf("no .txt files there")
		}
		for err == nil {
			for _, name := range names {
				var text []byte
				if text, err = fs.ReadFile(folder, name); err != nil || !yield(string(text)) {
					failed = err
					return
				}
			}
		}
		failed = err
	}
	return texts{all, func() error { return failed }}
}

// largest is the size at which a text without a blank line is handed on all
// the same, at the end of a line, so that memory stays bounded.
const largest = 1 << 20

// paragraphs reads texts that are parted by blank lines.
func paragraphs(r io.Reader) texts {
	lines := bufio.NewScanner(r)
	lines.Buffer(nil, largest)
	all := func(yield func(string) bool) {
		var b strings.Builder
		flush := func() bool {
			text := b.String()
			b.Reset()
			return strings.TrimSpace(text) == "" || yield(text)
		}
		for lines.Scan() {
			line := lines.Text()
			blank := strings.TrimSpace(line) == ""
			if (blank || b.Len() > largest) && !flush() {
				return
			}
			if blank {
				continue
			}
			b.WriteString(line)
			b.WriteByte('\n')
		}
		flush()
	}
	return texts{all, lines.Err}
}
