// Package dossier reads English news and says who did what to whom: it marks
// people, organizations and places, works out which mentions are the same, and
// links them with relations such as met, accused or holds_role.
//
//	doc, err := dossier.Extract(text)
//	for _, r := range doc.Relations {
//		fmt.Println(r.Source.Text, r.Name, r.Target.Text, r.Factuality)
//	}
//
// It is pure Go with its models inside: nothing to download, no cgo, no
// service. An [Extractor] is made once, is immutable, and is safe for
// concurrent use; [Extractor.ExtractAll] reads a sequence of texts on all
// cores.
//
// # What comes out
//
// A [Document] is plain data:
//
//   - Sentences with Tokens: each has its bytes in the text, lemma, Penn
//     Treebank tag, head and Universal Dependencies label.
//   - Mentions: each is a stretch of the text that refers to someone, with its
//     kind (PERSON, ORG, PLACE, GROUP or a kind of your own), its form (name,
//     pronoun, nominal, group) and a score.
//   - Entities: who the mentions refer to, with name, aliases and roles.
//   - Relations: source, target, the words that say so, whether it is told as
//     a fact (asserted, negated, future, possible), who says so, further
//     arguments such as the topic, and the rule that found it.
//
// All offsets are bytes in the caller's own text, half open: text[m.Start:m.End]
// is the mention m, whatever quotes, dashes or broken UTF-8 the text has. A
// document marshals to JSON and back without loss; document.schema.json beside
// this file describes the form.
//
// # The pipeline
//
// One direction, five steps, each an interface with one method, each open to a
// step of your own:
//
//	step      interface          built-in                       option
//	segment   entity.Segmenter   entity.Words                   WithSegmenter
//	parse     entity.Parser      entity.Grammar                 WithParser
//	tag       entity.Tagger      entity.NewTagger               WithTagger
//	resolve   entity.Resolver    entity.NewResolver             WithResolver
//	find      relation.Finder    relation.News, relation.Parse  WithFinder, WithRules
//
// Add your own names with [WithGazetteer] and your own relations with [WithRules]
// and [WithRulesBeside]: a rule is one line in the plain active form, "A accuse
// B (of TOPIC)", and the grammar does the passive, the relative clause, the noun
// and the rest. Package entity trains taggers for kinds of your own.
//
// # Output
//
// [Document.WriteHTML] makes a page for people, [Document.WriteSVG] a picture
// of a sentence. Package export writes the formats of other tools, from CoNLL
// to N-Triples; entity.Collection joins the entities of many documents.
//
// # What it costs
//
// The first [New] makes the models ready, once in a program; another costs
// microseconds. Reading takes time and memory in proportion to the text,
// whatever the text. The README has the figures of speed and quality, each
// with the command that gave it.
//
// # What it does not do
//
// It reads English, and knows the language of news: chat, poetry and tables
// are read badly. It finds the relations that its rules name, within a
// sentence, and misses almost a third of what a careful reader would find
// between actors on the data that it was developed with; expect more elsewhere.
// Pronouns are resolved less surely than names. It knows no facts beyond its
// word lists: names are grouped by what the text says, not looked up.
package dossier
