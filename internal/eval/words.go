package main

import (
	"bufio"
	"os"
	"strings"

	"github.com/jdkato/prose/v2"
	"gopkg.in/neurosnap/sentences.v1"
	"gopkg.in/neurosnap/sentences.v1/english"

	"github.com/dossier-nlp/dossier/entity"
	"github.com/dossier-nlp/dossier/internal/train/treebank"
)

var treebanks = []string{"en_ewt-ud-dev", "gum-licensed-dev"}

// words prints F1 of words, fed sentence by sentence, and of sentences, fed
// document by document.
func words(e *env) error {
	e.printf("F1 of words, sentence by sentence\n%-18s %8s %8s\n", "", "dossier", "prose")
	for _, name := range treebanks {
		sents, err := treebank.Read(e.path("data", "ud", name+".conllu"))
		if err != nil {
			return err
		}
		var ours, theirs count
		for i := range sents {
			gold := inLine(sents[i].Words)
			doc, err := segmented(sents[i].Text)
			if err != nil {
				return err
			}
			got := tokenPlaces(doc)
			ours.add(overlap(gold, got))
			if e.list {
				listWords(e, &sents[i], doc, got)
			}
			tokens, err := proseTokens(sents[i].Text)
			if err != nil {
				return err
			}
			theirs.add(overlap(gold, inLine(tokens)))
		}
		e.printf("%-18s %8.2f %8.2f\n", name, 100*ours.f1(), 100*theirs.f1())
	}
	return boundaries(e, "gum-licensed-dev")
}

func segmented(text string) (*entity.Document, error) {
	doc := &entity.Document{Text: text}
	return doc, entity.Words.Segment(doc)
}

func tokenPlaces(doc *entity.Document) []place {
	at := squeeze(doc.Text)
	var out []place
	for _, s := range doc.Sentences {
		for _, t := range s.Tokens {
			out = append(out, place{at[t.Start], at[t.End]})
		}
	}
	return out
}

func proseTokens(text string) ([]string, error) {
	doc, err := prose.NewDocument(text, prose.WithTagging(false), prose.WithExtraction(false), prose.WithSegmentation(false))
	if err != nil {
		return nil, err
	}
	var out []string
	for _, t := range doc.Tokens() {
		out = append(out, t.Text)
	}
	return out, nil
}

// listWords prints the words that are cut in another way than the gold ones.
func listWords(e *env, s *treebank.Sentence, doc *entity.Document, got []place) {
	in := map[place]bool{}
	for _, p := range got {
		in[p] = true
	}
	gold := map[place]bool{}
	var missed, wrong []string
	for i, p := range inLine(s.Words) {
		gold[p] = true
		if !in[p] {
			missed = append(missed, s.Words[i])
		}
	}
	n := 0
	for _, sentence := range doc.Sentences {
		for _, t := range sentence.Tokens {
			if !gold[got[n]] {
				wrong = append(wrong, t.Text)
			}
			n++
		}
	}
	if len(missed)+len(wrong) > 0 {
		e.printf("gold %s | ours %s | %s\n", strings.Join(missed, " "), strings.Join(wrong, " "), s.Text)
	}
}

// boundaries prints F1 of whole sentences on the documents of a treebank,
// whose paragraphs are parted by blank lines.
func boundaries(e *env, name string) error {
	file := e.path("data", "ud", name+".conllu")
	docs, err := documents(file)
	if err != nil {
		return err
	}
	punkt, err := english.NewSentenceTokenizer(nil)
	if err != nil {
		return err
	}
	var ours, theirs, punkts count
	for _, d := range docs {
		gold := inLine(d.sentences)
		doc, err := segmented(d.text)
		if err != nil {
			return err
		}
		at := squeeze(d.text)
		var got []place
		for _, s := range doc.Sentences {
			got = append(got, place{at[s.Start], at[s.End]})
		}
		ours.add(overlap(gold, got))
		if e.list {
			listBoundaries(e, d, doc, gold, got)
		}
		other, err := prose.NewDocument(d.text, prose.WithTokenization(false), prose.WithTagging(false), prose.WithExtraction(false))
		if err != nil {
			return err
		}
		var pieces []string
		for _, s := range other.Sentences() {
			pieces = append(pieces, s.Text)
		}
		theirs.add(overlap(gold, inLine(pieces)))
		punkts.add(overlap(gold, inLine(punktSentences(punkt, d.text))))
	}
	e.printf("\nF1 of sentences, document by document\n%-18s %8s %8s %10s\n", "", "dossier", "prose", "neurosnap")
	e.printf("%-18s %8.2f %8.2f %10.2f\n", name, 100*ours.f1(), 100*theirs.f1(), 100*punkts.f1())
	return nil
}

func punktSentences(punkt *sentences.DefaultSentenceTokenizer, text string) []string {
	var out []string
	for _, s := range punkt.Tokenize(text) {
		out = append(out, s.Text)
	}
	return out
}

func listBoundaries(e *env, d document, doc *entity.Document, gold, got []place) {
	in := map[place]bool{}
	for _, p := range gold {
		in[p] = true
	}
	for i, p := range got {
		if !in[p] {
			e.printf("not gold: %q\n", d.text[doc.Sentences[i].Start:doc.Sentences[i].End])
		}
	}
}

// document is a document of a treebank, put together again.
type document struct {
	id, text  string
	sentences []string
}

// documents reads the documents of a treebank: sentences of a paragraph are
// joined as they were, paragraphs by a blank line.
func documents(file string) ([]document, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var out []document
	var text strings.Builder
	gap := ""
	flush := func() {
		if len(out) > 0 {
			out[len(out)-1].text = text.String()
		}
		text.Reset()
	}
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<22)
	for lines.Scan() {
		line := lines.Text()
		if id, ok := strings.CutPrefix(line, "# newdoc id = "); ok {
			flush()
			out = append(out, document{id: id})
			gap = ""
		}
		if strings.HasPrefix(line, "# newpar") && !strings.HasPrefix(line, "# newpar_block") && text.Len() > 0 {
			gap = "\n\n"
		}
		if s, ok := strings.CutPrefix(line, "# text = "); ok {
			if len(out) == 0 {
				out = append(out, document{})
			}
			text.WriteString(gap + s)
			d := &out[len(out)-1]
			d.sentences = append(d.sentences, s)
			gap = " "
		}
		if strings.HasSuffix(line, "SpaceAfter=No") || strings.Contains(line, "SpaceAfter=No|") {
			gap = ""
		} else if len(line) > 0 && line[0] != '#' {
			gap = " "
		}
	}
	flush()
	return out, lines.Err()
}
