package main

import (
	"errors"
	"io/fs"
	"path"
	"strings"
	"time"
)

// article is a file of the archive: "2031-02-03-norland-velmora-cable.txt".
type article struct {
	id   string // the file's name without ".txt"
	date string // "2031-02-03", empty if the name has none
}

// find lists the articles of a folder, in the order of their names, which is
// that of their dates.
func find(folder fs.FS) ([]article, error) {
	names, err := fs.Glob(folder, "*.txt")
	if err != nil {
		return nil, err
	}
	if len(names) == 0 {
		return nil, errors.New("no .txt files in the folder of articles")
	}
	articles := make([]article, len(names))
	for i, name := range names {
		id := strings.TrimSuffix(path.Base(name), ".txt")
		articles[i] = article{id: id, date: dateOf(id)}
	}
	return articles, nil
}

// dateOf is the date that a name begins with.
func dateOf(id string) string {
	if len(id) < len(time.DateOnly) {
		return ""
	}
	date := id[:len(time.DateOnly)]
	if _, err := time.Parse(time.DateOnly, date); err != nil {
		return ""
	}
	return date
}

// texts are the articles' texts, read one by one as they are asked for.
type texts struct {
	folder   fs.FS
	articles []article
	err      error // what ended the reading; to be looked at after it
}

func load(folder fs.FS, articles []article) *texts {
	return &texts{folder: folder, articles: articles}
}

func (t *texts) all(yield func(string) bool) {
	for _, a := range t.articles {
		text, err := fs.ReadFile(t.folder, a.id+".txt")
		if err != nil {
			t.err = err
			return
		}
		if !yield(string(text)) {
			return
		}
	}
}

// headline is the first line of an article.
func headline(text string) string {
	line, _, _ := strings.Cut(strings.TrimSpace(text), "\n")
	return strings.TrimSpace(line)
}
