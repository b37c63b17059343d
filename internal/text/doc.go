// Package text cuts a text into sentences and words. It takes the caller's
// string as it is and gives spans of bytes in it; no step after it cuts again.
//
// Words are those of the Universal Dependencies treebanks of English: "don't"
// is "do" and "n't", "China's" is "China" and "'s", "U.S.-led" is "U.S.", "-"
// and "led", "$5" is "$" and "5".
//
//	buffer.go     Buffer, Split and the promises about its spans
//	class.go      what a byte and a character are: letter, digit, space, mark
//	chunk.go      from white space to white space: plain words and odd ones
//	odd.go        cuts at hyphens, slashes, dashes, signs and units
//	prose.go      the tokenizer of prose/v2, fenced, for what these leave
//	address.go    web and mail addresses, which stay whole
//	abbrev.go     abbreviations and what may follow them
//	lines.go      which line breaks end a sentence
//	sentence.go   which full stops end a sentence
package text
