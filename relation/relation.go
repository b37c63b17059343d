package relation

import "github.com/dossier-nlp/dossier/entity"

// Relation says that a source did something to a target, and which words say so.
// Which end is the source means nothing if the relation is symmetric, as met is:
// see [Rules.Symmetric].
type Relation struct {
	Name        string              // "accused"
	Source      Argument            // who
	Target      Argument            // to whom
	Trigger     []Span              // the words that say so
	Factuality  Factuality          // whether it happened
	Attribution []Argument          // who says so, the outermost first
	Args        map[string]Argument // further arguments by name: "topic", "place", "time", "role"
	Rule        string              // the rule that found it, "news:accused/1"
	Sentence    int                 // index in Document.Sentences
	Score       float64             // confidence from 0 to 1
}

// Factuality says whether an event is told as a fact.
type Factuality string

const (
	Asserted Factuality = "asserted" // told as a fact
	Negated  Factuality = "negated"  // "did not meet", "refused to meet"
	Future   Factuality = "future"   // "will meet", "ahead of the visit"
	Possible Factuality = "possible" // "may meet", "is considering"
)

// Span is a stretch of the document's text.
type Span struct {
	Start, End int    // bytes in the document, half open
	Text       string // the document's text from Start to End
}

// Argument is a stretch of text that takes part in a relation. Source and
// target are always mentions of the document; topics, times and roles need
// not be.
type Argument struct {
	Span
	Kind    entity.Kind // kind of the mention, empty if it is none
	Entity  int         // index in Document.Entities, entity.None if it is none
	Mention int         // index in Document.Mentions, entity.None if it is none
}

// Finder finds the relations of a document whose tokens, mentions and entities
// are there. An implementation must be safe for concurrent use.
type Finder interface {
	Find(doc *entity.Document) ([]Relation, error)
}
