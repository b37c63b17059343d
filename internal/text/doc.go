// Package text cuts a text into sentences and words. It takes the caller's
// string as it is and gives spans of bytes in it; no step after it cuts again.
//
// Words are those of the Universal Dependencies treebanks of English: "don't"
// is "do" and "n't", "China's" is "China" and "'s", "U.S.-led" is "U.S.", "-"
// and "led", "$5" is "$" and "5".
//
//	buffer.go      Buffer, Split and the promises about its spans
//	class.go       what a byte and a character are: letter, digit, space, mark
//	chunk.go       from white space to white space: plain words and odd ones
//	joined.go      words written as one that are two
//	odd.go         the marks around and inside an odd chunk
//	address.go     web and mail addresses, which stay whole
//	hyphen.go      the hyphens that are part of a word
//	piece.go       what is left between marks: words, numbers with units
//	apostrophe.go  contractions, possessives, letters left out
//	abbrev.go      full stops that are part of a word
//	prose.go       the tokenizer of prose/v2, fenced, for contractions and the like
//	lines.go       line breaks that end a sentence, lists
//	sentence.go    full stops that end a sentence
//	starters.go    words that start one after an abbreviation
package text
