package entity

import (
	"strings"

	"github.com/dossier-nlp/dossier/internal/desk"
)

// findSpeakers marks which tokens stand in a quotation, and who speaks it. A
// quotation ends with its closing mark, at the latest with its paragraph.
func (st *state) findSpeakers() {
	st.quotes = st.quotes[:0]
	st.quoteOf = desk.Sized(st.quoteOf, len(st.headOf))
	open := int32(-1)
	for s := range st.doc.Sentences {
		if s > 0 && st.sentences[s].paragraph != st.sentences[s-1].paragraph {
			open = -1
		}
		toks := st.doc.Sentences[s].Tokens
		base := int(st.sentences[s].first)
		for t := range toks {
			st.quoteOf[base+t] = open
			switch quoteMark(st.doc.Text, &toks[t], open >= 0) {
			case openingMark:
				if open < 0 || st.quotes[open].first != int32(s) { // one that was never closed ends here
					open = int32(len(st.quotes))
					st.quotes = append(st.quotes, quotation{first: int32(s), last: int32(s), start: int32(t), end: int32(t), speaker: -1})
				}
				st.quoteOf[base+t] = open
			case closingMark:
				if open >= 0 {
					st.quotes[open].last, st.quotes[open].end = int32(s), int32(t)
				}
				open = -1
			}
		}
		if open >= 0 {
			st.quotes[open].last, st.quotes[open].end = int32(s), int32(len(toks)-1)
		}
	}
	for q := range st.quotes {
		st.quotes[q].speaker = st.findSpeaker(int32(q))
	}
}

// quotation is a stretch between quotation marks.
type quotation struct {
	first, last int32 // its sentences
	start, end  int32 // its first token in the first, its last in the last sentence
	speaker     int32 // a mention, -1 if unknown
}

type mark uint8

const (
	noMark mark = iota
	openingMark
	closingMark
)

// quoteMark tells what a token does to a quotation. A straight mark opens if a
// space stands before it and none behind, closes if it is the other way round,
// and opens and closes in turn where both or none are there. A single mark
// counts only if it is tagged as a quotation mark.
func quoteMark(text string, tok *Token, inside bool) mark {
	switch tok.Text {
	case "“", "„", "«", "``":
		return openingMark
	case "”", "»", "''":
		return closingMark
	case `"`:
		before := tok.Start == 0 || isOpen(text[tok.Start-1])
		behind := tok.End >= len(text) || isShut(text[tok.End])
		switch {
		case before && !behind:
			return openingMark
		case behind && !before:
			return closingMark
		case inside:
			return closingMark
		}
		return openingMark
	case "'", "‘", "’":
		if tok.Tag == "``" {
			return openingMark
		}
		if tok.Tag == "''" && inside {
			return closingMark
		}
	}
	return noMark
}

func isOpen(c byte) bool {
	return c == ' ' || c == '\n' || c == '\t' || c == '(' || c == '[' || c == '-'
}

func isShut(c byte) bool {
	return c == ' ' || c == '\n' || c == '\t' || c == ')' || c == ']' || c == ',' || c == '.' || c == ';' || c == '-'
}

// findSpeaker looks for the one who says the quotation: the subject of a verb
// of saying outside the quotation, in its last or first sentence. Without one,
// a quotation that stands in the paragraph of the one before, at most a sentence
// on, has the same speaker.
func (st *state) findSpeaker(q int32) int32 {
	quote := &st.quotes[q]
	n := len(st.doc.Sentences[quote.last].Tokens)
	from := 0
	if quote.first == quote.last {
		from = max(0, int(quote.start)-sayerWindow)
	}
	if m := st.sayer(int(quote.last), q, from, min(n, int(quote.end)+sayerWindow)); m >= 0 {
		return m
	}
	if quote.first != quote.last {
		n := len(st.doc.Sentences[quote.first].Tokens)
		if m := st.sayer(int(quote.first), q, max(0, int(quote.start)-sayerWindow), n); m >= 0 {
			return m
		}
	}
	if q > 0 && st.sentences[quote.first].paragraph == st.sentences[st.quotes[q-1].last].paragraph &&
		quote.first-st.quotes[q-1].last <= 1 {
		return st.quotes[q-1].speaker // the same voice goes on
	}
	return -1
}

// sayerWindow bounds the distance of a quotation from the verb that reports
// it, in tokens.
const sayerWindow = 60

// sayer returns the mention that is the subject of the verb of saying nearest
// to quotation q, outside it, among the tokens from one to another of sentence
// s.
func (st *state) sayer(s int, q int32, from, to int) int32 {
	toks := st.doc.Sentences[s].Tokens
	base := int(st.sentences[s].first)
	quote := &st.quotes[q]
	best, nearest := int32(-1), len(toks)+1
	for t := from; t < to; t++ {
		if st.quoteOf[base+t] == q || !isVerb(toks[t].Tag) || !isSaying(toks[t].Lemma) {
			continue
		}
		distance := t - int(quote.end)
		if int32(s) == quote.first && t < int(quote.start) {
			distance = int(quote.start) - t
		}
		if distance < 0 || distance >= nearest {
			continue
		}
		subject := subjectOf(toks, t)
		if subject < 0 || st.quoteOf[base+subject] == q {
			continue
		}
		if m := st.mentionOf(s, subject); m >= 0 {
			best, nearest = m, distance
		}
	}
	return best
}

// mentionOf returns the mention that a noun stands for: the one that it heads,
// or a name that is a part or apposition of its phrase.
func (st *state) mentionOf(s, t int) int32 {
	if m := st.mentionAt(s, t); m >= 0 {
		return m
	}
	toks := st.doc.Sentences[s].Tokens
	for d := 1; d <= 8; d++ {
		for _, u := range [2]int{t + d, t - d} {
			if u >= 0 && u < len(toks) && toks[u].Head == t && (isPart(toks[u].Dep) || toks[u].Dep == "appos") {
				if m := st.mentionAt(s, u); m >= 0 && (st.ms[m].Kind == Person || toks[u].Dep == "appos") {
					return m
				}
			}
		}
	}
	return -1
}

// speakerOf returns the mention that speaks at a token, -1 outside quotations
// and where the speaker is unknown.
func (st *state) speakerOf(s, t int) int32 {
	q := st.quoteOf[int(st.sentences[s].first)+t]
	if q < 0 {
		return -1
	}
	return st.quotes[q].speaker
}

func isSaying(lemma string) bool {
	switch strings.ToLower(lemma) {
	case "say", "tell", "add", "ask", "write", "state", "claim", "explain", "argue", "note", "warn", "reply", "answer",
		"declare", "announce", "insist", "admit", "recall", "comment", "remark", "joke", "continue", "conclude", "suggest",
		"acknowledge", "stress", "tweet", "post", "respond", "observe", "believe", "think", "complain", "promise",
		"predict", "reveal", "report", "assert", "shout", "whisper", "testify", "urge", "vow", "describe", "call", "caution", "lament":
		return true
	}
	return false
}
