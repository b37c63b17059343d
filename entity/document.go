package entity

// Document is what is known of one text. The steps of the pipeline fill it in
// order: a Segmenter writes Sentences and their Tokens, a Parser the tags,
// lemmas and heads of the tokens, a Tagger the Mentions, a Resolver the
// Entities.
//
// All offsets are byte offsets into Text, half open: Text[m.Start:m.End] is
// the mention m.
type Document struct {
	Text      string     // the caller's own text, unchanged
	Sentences []Sentence // in the order of the text
	Mentions  []Mention  // in the order of the text; of two with the same start, the longer first
	Entities  []Entity   // Entities[i].ID == i
}

// Sentence is a stretch of the text with its tokens.
type Sentence struct {
	Start, End int     // bytes in the document, half open
	Tokens     []Token // never empty
}

// Token is a word, a number or a punctuation mark, split as in the Universal
// Dependencies treebanks of English ("don't" is "do" and "n't").
type Token struct {
	Start, End int    // bytes in the document, half open
	Text       string // the document's text from Start to End
	Lemma      string // dictionary form, "meet" for "met"
	Tag        string // Penn Treebank part-of-speech tag, "VBD"
	Head       int    // index of the head in the sentence's Tokens, -1 for the root
	Dep        string // Universal Dependencies label of the arc to the head, "nsubj"
}

// Kind is what an entity is. Users may have kinds of their own.
type Kind string

// The kinds that the built-in models know.
const (
	Person Kind = "PERSON"
	Org    Kind = "ORG"
	Place  Kind = "PLACE"
	// Group is a plural or collective actor with a place, a demonym or an
	// organization in it: "Chinese hackers", "the Obama administration".
	Group Kind = "GROUP"
)

// Form is how a mention refers.
type Form string

// The forms of mentions.
const (
	Name    Form = "name"    // "Barack Obama"
	Pronoun Form = "pronoun" // "he"
	Nominal Form = "nominal" // "the president"
	// GroupForm is the noun phrase of a Group: "Chinese hackers".
	GroupForm Form = "group"
)

// None says that an index points nowhere.
const None = -1

// Mention is a stretch of text that refers to an entity.
type Mention struct {
	Start, End  int     // bytes in the document, half open
	Text        string  // the document's text from Start to End
	Kind        Kind    // kind of what it refers to
	Form        Form    // how it refers
	Entity      int     // index in Document.Entities, None before resolution
	Sentence    int     // index in Document.Sentences
	First, Last int     // its tokens in the sentence, half open
	Head        int     // its head word, an index in the sentence's Tokens
	Score       float64 // confidence from 0 to 1
	Sieve       string  // which sieve linked it to its entity; empty for the first mention
	Key         string  // the user's own id for the name, from a Gazetteer; empty if none
}

// Entity is one person, organization, place or group with all its mentions.
type Entity struct {
	ID       int      // its index in Document.Entities
	Kind     Kind     // what it is
	Name     string   // the fullest name among its mentions
	Mentions []int    // indices in Document.Mentions, in the order of the text
	Aliases  []string // the other names among its mentions, in order of appearance
	Roles    []Role   // roles that the text gives it, in order of appearance
	Place    int      // entity of its country or place (a GROUP's, an official's), None if unknown
	ActsFor  int      // for a capital that stands for its government: the country's entity, None otherwise
	Key      string   // the user's own id, from a Gazetteer; empty if none
}

// Role is an office or occupation that the text gives to an entity.
type Role struct {
	Title      string // as the text words it: "President", "secretary"
	Start, End int    // where it stands, bytes in the document, half open
}
