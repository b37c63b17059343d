// Package rawtext reads the unlabelled texts that models are trained on: files
// *.txt.gz, a sentence or a paragraph a line.
package rawtext

import (
	"bufio"
	"compress/gzip"
	"fmt"
	"iter"
	"os"
	"path/filepath"
)

// longestLine bounds a line, in bytes.
const longestLine = 1 << 24

// Files are the texts of a folder, in the order of their names. That there are
// none is an error.
func Files(folder string) ([]string, error) {
	files, err := filepath.Glob(filepath.Join(folder, "*.txt.gz"))
	if err == nil && len(files) == 0 {
		err = fmt.Errorf("no *.txt.gz in %s", folder)
	}
	return files, err
}

// Lines goes through the lines of a file. An error comes last, with no line.
func Lines(file string) iter.Seq2[string, error] {
	return func(yield func(string, error) bool) {
		f, err := os.Open(file)
		if err != nil {
			yield("", err)
			return
		}
		defer f.Close()
		z, err := gzip.NewReader(f)
		if err != nil {
			yield("", fmt.Errorf("%s: %w", file, err))
			return
		}
		lines := bufio.NewScanner(z)
		lines.Buffer(nil, longestLine)
		for lines.Scan() {
			if !yield(lines.Text(), nil) {
				return
			}
		}
		if err := lines.Err(); err != nil {
			yield("", fmt.Errorf("%s: %w", file, err))
		}
	}
}
