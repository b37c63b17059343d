package entity

// The steps of the pipeline. Each reads what the ones before it wrote on the
// document and writes its own part; none calls back. An implementation must be
// safe for concurrent use on different documents, and must keep every offset
// inside the text.

// Segmenter writes doc.Sentences with their tokens' Start, End and Text.
type Segmenter interface {
	Segment(doc *Document) error
}

// Parser writes Lemma, Tag, Head and Dep of every token.
type Parser interface {
	Parse(doc *Document) error
}

// Tagger writes doc.Mentions.
type Tagger interface {
	Tag(doc *Document) error
}

// Resolver writes doc.Entities and each mention's Entity. It may add mentions
// of the forms Pronoun and Nominal.
type Resolver interface {
	Resolve(doc *Document) error
}
