// Package relation finds who did what to whom in a document whose tokens,
// mentions and entities are known (package entity).
//
// A rule is one line in the plain active form, and reads like the sentence that
// it matches:
//
//	relation accused
//	  A accuse B (of TOPIC)
//	  A's accusation against B
//	  yes: Norway was accused by Peru of spying.  => Peru, Norway
//	  no:  Norway was accused of spying.
//
// The grammar does the rest: passive, participles, relative clauses, infinitives
// and their understood subjects, coordination, light verbs ("made an accusation
// against"), nouns and possessives, appositions and titles, headlines. For what
// no grammar gives there are sequences of words ("words: B "-" based A"). The
// language stands in grammar.txt; it takes five minutes to learn.
//
// [News] are the built-in rules of 30 relations (news.rules, with their examples
// in examples.rules). [Parse], [Read], [Load] and [Compile] take the user's own,
// [Rules.With] joins rules. Faulty rules give a [RuleErrors] with every fault,
// its place, a code and a hint. [Rules.Find] finds relations, [Rules.Explain]
// says why one was found or not, [Rules.Verify] runs the yes and no lines,
// [Rules.Lint] reports rules that can do nothing.
//
// Every relation names its rule and the words that triggered it, whether it is
// told as a fact ([Factuality]), and who says so. Rules are immutable and safe
// for concurrent use. Find looks up one hash a token, then tries the patterns
// that the token's word triggers, and no others; what it tries for one pattern
// and one token is bounded, whatever the tree. So it is linear in the text, and
// a rule costs time only where its words stand; sequences of slots only, which
// have no words, are tried on every mention.
//
// Files:
//
//   - relation.go, json.go, when.go, validate.go: what is found.
//   - rules.go, parser.go, lexer.go, clause.go, complements.go, sequence.go,
//     seal.go, errors.go: the rule language; news.go: the built-in rules.
//   - compile.go, pattern.go, vocabulary.go, kinds.go, grammarwords.go: the
//     program that the rules become.
//   - graph.go: a sentence made ready; roles.go, subjects.go, nominal.go: the
//     logical arguments of verbs and nouns; slips.go, headline.go: what parsers
//     get wrong; arguments.go, nested.go, titles.go: from words to mentions.
//   - find.go, match.go, phrases.go, clauses.go, copula.go, owners.go, commas.go,
//     wordmatch.go: matching.
//   - factuality.go, governors.go, clausekinds.go, attribution.go, extras.go,
//     settle.go: what a match becomes.
//   - explain.go, verify.go, lint.go: tools for those who write rules.
package relation
