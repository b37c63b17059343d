package syntax

import "unicode/utf8"

// fewMarks is how many marks may make up a sentence that is parsed as others
// are: people write "* * *", or a row of dots, but no more than that. A text of
// brackets alone has as many tokens as bytes.
const fewMarks = 32

// onlyMarks reports whether no word is among the tokens. Marks that the treebanks
// hardly know, such as braces, have tags of words: they are known by their
// letters.
func onlyMarks(words []Word, tags []uint8) bool {
	for i := range words {
		if !isMark(tags[i]) && !words[i].symbol() {
			return false
		}
	}
	return true
}

// symbol reports whether a word begins with eight ASCII characters, or as many
// as it has, that are neither letters nor digits.
func (w *Word) symbol() bool {
	for front := w.Front; front != 0; front >>= 8 {
		if c := byte(front); c >= utf8.RuneSelf || 'a' <= c && c <= 'z' || '0' <= c && c <= '9' {
			return false
		}
	}
	return w.Case == Uncased
}

// attachToFirst makes the first mark of a sentence without words its root, and
// all others its dependents.
func (p *Parser) attachToFirst(heads []int32, labels []uint8) {
	for i := range heads {
		heads[i], labels[i] = 0, p.punct
	}
	heads[0], labels[0] = nowhere, p.root
}
