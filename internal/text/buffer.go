package text

// Span is a stretch of a text, in bytes, half open.
type Span struct{ Start, End int }

// Sentence is a stretch of a text and the words in it.
type Sentence struct {
	Span            // from the start of its first token to the end of its last
	First, Last int // Buffer.Tokens[First:Last], never empty
}

// Buffer holds the words and sentences of one text. The zero value is ready
// for use. A Buffer used again reuses its memory; it is not safe for
// concurrent use.
type Buffer struct {
	Tokens    []Span
	Sentences []Sentence

	notes []note // one a token
	lines []line
	prose proseCache
}

// note is what the words tell the sentences about a token.
type note uint8

const (
	gapSpace    note = 1 << iota // white space stands before the token
	gapLine                      // with one line break in it
	gapBlank                     // with a blank line in it
	stopped                      // an abbreviation that keeps its full stop
	markEnd                      // . ! ? or a run of them
	markClose                    // a quote or bracket that may follow a stop
	isCapital                    // starts with a capital letter
	isLowercase                  // starts with a small letter
)

// Split reads text and sets Tokens and Sentences, replacing what was there.
//
// It is defined for every string, broken UTF-8 included. Tokens are not empty,
// stand in the order of the text, do not overlap and hold no space (IsSpace);
// every byte that is not space is in exactly one token, and every token in
// exactly one sentence. In valid UTF-8 the spans start and end between
// characters. Time and memory are linear in the text.
func (b *Buffer) Split(text string) {
	b.Tokens, b.Sentences, b.notes, b.lines = b.Tokens[:0], b.Sentences[:0], b.notes[:0], b.lines[:0]
	b.words(text)
	b.sentences(text)
}
