package main

import (
	"fmt"
	"path/filepath"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/dossier-nlp/dossier/internal/text"
	"github.com/dossier-nlp/dossier/internal/train/rawtext"
)

// Forms that a word is counted in.
const (
	small   = iota // in small letters, or without letters
	capital        // its first letter is a capital
	allCaps        // two letters or more, all capitals
	anyForm        // capitalized where that says nothing: at a sentence's start, in a headline
	numForms
)

// corpus is the unlabelled text as numbers of words and their forms.
type corpus struct {
	words  []string          // lower case, digits as zeros; words[0] is a sentence's end
	number map[string]int32  // of each word, its index in words
	counts [][numForms]int32 // of each word
	tokens []int32           // word<<2 | form, sentence ends included
}

// readCorpus reads all of the folder's files in the order of their names.
func readCorpus(folder string) (*corpus, error) {
	files, err := rawtext.Files(folder)
	if err != nil {
		return nil, err
	}
	c := &corpus{number: map[string]int32{}}
	c.wordNumber("\n")
	for _, f := range files {
		before := len(c.tokens)
		if err := c.readFile(f); err != nil {
			return nil, err
		}
		fmt.Printf("%s: %d tokens\n", filepath.Base(f), len(c.tokens)-before)
	}
	return c, nil
}

func (c *corpus) readFile(name string) error {
	var b text.Buffer
	for line, err := range rawtext.Lines(name) {
		if err != nil {
			return err
		}
		b.Split(line)
		for _, s := range b.Sentences {
			c.addSentence(line, b.Tokens[s.First:s.Last])
		}
	}
	return nil
}

func (c *corpus) addSentence(line string, spans []text.Span) {
	if len(spans) < 3 {
		return
	}
	headline := isHeadline(line, spans)
	for i, s := range spans {
		word := line[s.Start:s.End]
		form := formOf(word)
		if headline || i == 0 && form == capital {
			form = anyForm
		}
		n := c.wordNumber(fold(word))
		c.counts[n][form]++
		c.tokens = append(c.tokens, n<<2|int32(form))
	}
	c.tokens = append(c.tokens, 0)
}

func (c *corpus) wordNumber(word string) int32 {
	n, ok := c.number[word]
	if !ok {
		n = int32(len(c.words))
		word = strings.Clone(word)
		c.words = append(c.words, word)
		c.counts = append(c.counts, [numForms]int32{})
		c.number[word] = n
	}
	return n
}

// isHeadline tells whether capitals say nothing in a sentence: most of its
// longer words have them.
func isHeadline(line string, spans []text.Span) bool {
	long, capitals := 0, 0
	for _, s := range spans {
		if s.End-s.Start < 4 {
			continue
		}
		switch formOf(line[s.Start:s.End]) {
		case capital, allCaps:
			capitals++
			long++
		default:
			long++
		}
	}
	return long >= 4 && capitals*10 >= long*7
}

func formOf(word string) int {
	first, size := utf8.DecodeRuneInString(word)
	if !unicode.IsUpper(first) {
		return small
	}
	letters := 0
	for _, r := range word[size:] {
		if unicode.IsLower(r) {
			return capital
		}
		if unicode.IsUpper(r) {
			letters++
		}
	}
	if letters == 0 {
		return capital
	}
	return allCaps
}

// fold is the form of a word that model.ClassKey hashes.
func fold(word string) string {
	ascii := true
	for i := 0; i < len(word); i++ {
		ascii = ascii && word[i] < utf8.RuneSelf
	}
	return strings.Map(func(r rune) rune {
		switch {
		case '0' <= r && r <= '9' && ascii:
			return '0'
		case r == '’' || r == '‘':
			return '\''
		}
		return unicode.ToLower(r)
	}, word)
}
