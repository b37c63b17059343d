package relation

import (
	"fmt"

	"github.com/dossier-nlp/dossier/entity"
)

// Validate checks relations against their document: every offset is inside the
// text, every text is the document's text there, every index leads to
// something, and source and target are mentions. It reports the first fault as
// a *[entity.DocumentError]. It is linear in the relations.
func Validate(doc *entity.Document, relations []Relation) error {
	for i := range relations {
		r := &relations[i]
		path := fmt.Sprintf("/relations/%d", i)
		if r.Sentence < 0 || r.Sentence >= len(doc.Sentences) {
			return fault(path+"/sentence", "%d of %d sentences", r.Sentence, len(doc.Sentences))
		}
		if !(r.Score >= 0 && r.Score <= 1) {
			return fault(path+"/score", "%v is not between 0 and 1", r.Score)
		}
		for j, s := range r.Trigger {
			if err := checkSpan(doc, s, fmt.Sprintf("%s/trigger/%d", path, j)); err != nil {
				return err
			}
		}
		for j := range r.Attribution {
			if err := checkArgument(doc, &r.Attribution[j], fmt.Sprintf("%s/attribution/%d", path, j)); err != nil {
				return err
			}
		}
		for name, a := range r.Args {
			if err := checkArgument(doc, &a, path+"/args/"+name); err != nil {
				return err
			}
		}
		if err := checkActor(doc, &r.Source, path+"/source"); err != nil {
			return err
		}
		if err := checkActor(doc, &r.Target, path+"/target"); err != nil {
			return err
		}
	}
	return nil
}

func checkActor(doc *entity.Document, a *Argument, path string) error {
	if a.Mention == entity.None {
		return fault(path+"/mention", "none")
	}
	return checkArgument(doc, a, path)
}

func checkArgument(doc *entity.Document, a *Argument, path string) error {
	if a.Mention < entity.None || a.Mention >= len(doc.Mentions) {
		return fault(path+"/mention", "%d of %d mentions", a.Mention, len(doc.Mentions))
	}
	if a.Entity < entity.None || a.Entity >= len(doc.Entities) {
		return fault(path+"/entity", "%d of %d entities", a.Entity, len(doc.Entities))
	}
	return checkSpan(doc, a.Span, path)
}

func checkSpan(doc *entity.Document, s Span, path string) error {
	if s.Start < 0 || s.End < s.Start || s.End > len(doc.Text) {
		return fault(path+"/end", "bytes %d to %d of a text of %d", s.Start, s.End, len(doc.Text))
	}
	if s.Text != doc.Text[s.Start:s.End] {
		return fault(path+"/text", "%q is not the text there", s.Text)
	}
	return nil
}

func fault(path, format string, args ...any) error {
	return &entity.DocumentError{Path: path, Problem: fmt.Sprintf(format, args...)}
}
