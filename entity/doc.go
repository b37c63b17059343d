// Package entity finds the people, organizations and places that a text names,
// and decides which mentions are the same. Its types, [Document] above all, are
// what the other packages build on.
//
// In comes a text; each step writes its part of the document:
//
//	step        writes                       built-in              files
//	Segmenter   sentences and their tokens   Words                 segment.go
//	Parser      tags, lemmas, heads, labels  Grammar               parse.go
//	Tagger      mentions of names            NewTagger             tagger*.go, features*.go
//	            the user's own names         NewGazetteer          gazetteer*.go
//	            groups ("Chinese hackers")   Grouper               group*.go
//	Resolver    entities, pronouns, roles    NewResolver           resolve*.go, sieve_*.go, pronoun*.go, role*.go
//
// Every step is an interface with one method (steps.go), so that a user can put
// another in its place.
//
//	document.go, validate.go   the document, and what it promises
//	json*.go                   its JSON form
//	tree.go                    walking the tree of a sentence
//	train*.go, evaluate.go     taggers for kinds of the user's own
//	merge*.go                  entities across documents
//	pace.go                    when a step looks at its context
//
// Package dossier runs the steps in order and adds the relations.
package entity
