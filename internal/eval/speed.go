package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"time"

	"github.com/jdkato/prose/v2"

	"github.com/dossier-nlp/dossier"
	"github.com/dossier-nlp/dossier/entity"
	"github.com/dossier-nlp/dossier/relation"
)

func sprintf(format string, args ...any) string { return fmt.Sprintf(format, args...) }

// speed prints tokens a second of the whole, text to relations, on one core
// and on all, beside prose's NewDocument with a shared model. The texts are the
// repository's own articles. Seconds on one core are seconds of its time, as
// far as the system tells; on all cores they are those of the clock, and so are
// those of the one core that they are compared with.
func speed(e *env) error {
	texts, err := articles()
	if err != nil {
		return err
	}
	start := time.Now()
	x, err := dossier.New()
	if err != nil {
		return err
	}
	e.printf("%-40s %8.1f ms\n", "first New", time.Since(start).Seconds()*1000)
	if mb, ok := resident(); ok {
		e.printf("%-40s %8.1f MB\n", "resident memory after it", mb)
	}
	start = time.Now()
	if _, err = dossier.New(); err != nil {
		return err
	}
	e.printf("%-40s %8.3f ms\n", "second New", time.Since(start).Seconds()*1000)
	tokens := 0
	for _, text := range texts {
		doc, err := segmented(text)
		if err != nil {
			return err
		}
		all, _ := flat(doc)
		tokens += len(all)
	}
	cores := runtime.GOMAXPROCS(1)
	defer runtime.GOMAXPROCS(cores)
	one, err := perSecond(cpu, tokens, func() error { return extractEach(x, texts) })
	if err != nil {
		return err
	}
	e.printf("%-40s %8.0f tokens a second\n", "text to relations, one core", one)
	if err := stepSpeeds(e, texts, tokens); err != nil {
		return err
	}
	model := proseModel()
	theirs, err := perSecond(cpu, tokens, func() error {
		for _, text := range texts {
			if _, err := prose.NewDocument(text, prose.UsingModel(model)); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	e.printf("%-40s %8.0f tokens a second, ours is %.1f times as fast\n", "prose, one core", theirs, one/theirs)
	runtime.GOMAXPROCS(cores)
	clock := func() time.Duration { return time.Since(started) }
	alone, err := perSecond(clock, tokens, func() error { return extractEach(x, texts) })
	if err != nil {
		return err
	}
	e.printf("%-40s %8.0f tokens a second\n", "text to relations, one core by the clock", alone)
	many, err := perSecond(clock, tokens, func() error {
		for _, err := range x.ExtractAll(context.Background(), slices.Values(texts)) {
			if err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	e.printf("%-40s %8.0f tokens a second, %.2f times one core\n", sprintf("text to relations, %d cores", cores), many, many/alone)
	return nil
}

// resident is the memory that the program holds, where Linux says so.
func resident() (mb float64, ok bool) {
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		return 0, false
	}
	for line := range strings.Lines(string(status)) {
		var kb int
		if n, _ := fmt.Sscanf(line, "VmRSS: %d kB", &kb); n == 1 {
			return float64(kb) / 1024, true
		}
	}
	return 0, false
}

// stepSpeeds prints how fast each step is, given what those before it wrote.
func stepSpeeds(e *env, texts []string, tokens int) error {
	parser, err := entity.Grammar()
	if err != nil {
		return err
	}
	tagger, err := entity.NewTagger()
	if err != nil {
		return err
	}
	rules, err := relation.News()
	if err != nil {
		return err
	}
	steps := []struct {
		name string
		run  func(*entity.Document) error
	}{
		{"words", entity.Words.Segment}, {"syntax", parser.Parse}, {"names", tagger.Tag},
		{"groups", entity.Grouper{}.Tag}, {"identities", entity.NewResolver().Resolve},
		{"relations", func(doc *entity.Document) error { _, err := rules.Find(doc); return err }},
	}
	spent := make([]time.Duration, len(steps))
	rounds := 0
	for begin := cpu(); cpu()-begin < 4*time.Second; rounds++ {
		for _, text := range texts {
			doc := &entity.Document{Text: text}
			for i, s := range steps {
				start := cpu()
				if err := s.run(doc); err != nil {
					return err
				}
				spent[i] += cpu() - start
			}
		}
	}
	for i, s := range steps {
		e.printf("  %-38s %8.0f tokens a second\n", s.name, float64(rounds*tokens)/spent[i].Seconds())
	}
	return nil
}

func extractEach(x *dossier.Extractor, texts []string) error {
	for _, text := range texts {
		if _, err := x.Extract(context.Background(), text); err != nil {
			return err
		}
	}
	return nil
}

// perSecond runs work for two seconds, once before the clock starts.
func perSecond(clock func() time.Duration, tokens int, work func() error) (float64, error) {
	if err := work(); err != nil {
		return 0, err
	}
	rounds := 0
	start := clock()
	for clock()-start < 2*time.Second {
		if err := work(); err != nil {
			return 0, err
		}
		rounds++
	}
	return float64(rounds*tokens) / (clock() - start).Seconds(), nil
}

// articles are the repository's own texts.
func articles() ([]string, error) {
	files, err := filepath.Glob(filepath.Join("testdata", "articles", "*.txt"))
	if err != nil {
		return nil, err
	}
	if len(files) == 0 {
		return nil, fmt.Errorf("no articles in testdata: run from the root of the repository")
	}
	var out []string
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			return nil, err
		}
		out = append(out, string(b))
	}
	return out, nil
}
