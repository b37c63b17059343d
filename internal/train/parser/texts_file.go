package main

import (
	"bufio"
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"

	"github.com/dossier-nlp/dossier/internal/syntax"
)

// write keeps parsed sentences in a file: words, tags and heads.
func write(name string, list []example) error {
	f, err := os.Create(name)
	if err != nil {
		return err
	}
	w := bufio.NewWriter(f)
	for _, x := range list {
		fmt.Fprintln(w, strings.Join(x.forms, " "))
		fmt.Fprintln(w, strings.Trim(fmt.Sprint(x.tags), "[]"))
		fmt.Fprintln(w, strings.Trim(fmt.Sprint(x.heads), "[]"))
	}
	if err := w.Flush(); err != nil {
		return err
	}
	return f.Close()
}

// parsed reads what write kept.
func parsed(name string) ([]example, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	classes, tagger, err := given()
	if err != nil {
		return nil, err
	}
	var out []example
	var context syntax.TagContext
	var info syntax.Sentence
	scan := bufio.NewScanner(f)
	scan.Buffer(nil, 1<<22)
	for scan.Scan() {
		x := example{forms: strings.Split(scan.Text(), " ")}
		info.Set(x.forms, classes)
		x.words = slices.Clone(info.Words)
		scan.Scan()
		for _, t := range strings.Fields(scan.Text()) {
			n, err := strconv.Atoi(t)
			if err != nil {
				return nil, err
			}
			x.tags = append(x.tags, uint8(n))
		}
		own := tagger.Tag(&info, &context, nil)
		x.doubt = otherwise(x.tags, own, context.Doubts())
		scan.Scan()
		for _, h := range strings.Fields(scan.Text()) {
			n, err := strconv.Atoi(h)
			if err != nil {
				return nil, err
			}
			x.heads = append(x.heads, int32(n))
		}
		out = append(out, x)
	}
	return out, scan.Err()
}
