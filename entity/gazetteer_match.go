package entity

import (
	"context"

	"github.com/dossier-nlp/dossier/internal/desk"
)

// Tag adds the gazetteer's names to doc.Mentions and settles which stays where
// they overlap with names that are there already, as its [Precedence] says. It
// sets Kind, Form (Name), Score (1), Key, and the tokens with the head; of
// homonyms it takes the one whose kind the tagger has given the same words,
// else the first listed. It needs the sentences and tokens, and uses the tree
// if there is one; it is meant to run after a Tagger and before a Grouper and a
// Resolver. It never returns an error.
func (g *Gazetteer) Tag(doc *Document) error { return g.TagContext(context.Background(), doc) }

// TagContext is Tag with a context that can end it early; then it returns the
// context's error, and leaves doc.Mentions as they were.
func (g *Gazetteer) TagContext(ctx context.Context, doc *Document) error {
	s := gazScratches.Take(ctx)
	defer gazScratches.Give(ctx, s)
	s.found = s.found[:0]
	next := 0
	for i := range doc.Sentences {
		if i%listSentencesPerCheck == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		g.scan(doc, i, s, &next)
	}
	if len(s.found) > 0 {
		g.merge(doc, s)
	}
	return nil
}

// gazScratch is what a call of Tag needs.
type gazScratch struct {
	pieces   []docPiece
	found    []gazHit
	mentions []Mention
	lost     []bool // of the document's mentions
}

var gazScratches desk.Shelf[gazScratch]

// docPiece is a piece of a sentence.
type docPiece struct {
	hash        uint64
	token       int32
	first, last bool // in its token
}

// gazHit is a name found in a document.
type gazHit struct {
	sentence, first, last int
	entry                 uint32
}

// maxPieceBytes is the length from which a word is no piece of a name.
const maxPieceBytes = maxNameBytes

// scan finds the names of a sentence.
func (g *Gazetteer) scan(doc *Document, sentence int, s *gazScratch, next *int) {
	tokens := doc.Sentences[sentence].Tokens
	s.pieces = s.pieces[:0]
	for t := range tokens {
		text := tokens[t].Text
		begin := len(s.pieces)
		if len(text) > maxPieceBytes {
			s.pieces = append(s.pieces, docPiece{token: int32(t)}) // neither first nor last: no name goes over it
			continue
		}
		for at := 0; at < len(text); {
			p, end := nextPiece(text, at)
			if p.start == p.end {
				break
			}
			at = end
			s.pieces = append(s.pieces, docPiece{hash: p.hash, token: int32(t), first: len(s.pieces) == begin})
		}
		if len(s.pieces) > begin {
			s.pieces[len(s.pieces)-1].last = true
		}
	}
	for i := 0; i < len(s.pieces); i++ {
		if !s.pieces[i].first {
			continue
		}
		n, entry := g.longest(doc, tokens, s.pieces[i:], next)
		if n == 0 {
			continue
		}
		s.found = append(s.found, gazHit{
			sentence: sentence, first: int(s.pieces[i].token), last: int(s.pieces[i+n-1].token) + 1, entry: entry,
		})
		i += n - 1
	}
}

// longest finds the longest name that the pieces begin with, and how many of
// them it takes; 0 if none.
func (g *Gazetteer) longest(doc *Document, tokens []Token, pieces []docPiece, next *int) (n int, entry uint32) {
	var key uint64
	for k := range pieces {
		if k == maxPieces || !pieces[k].first && !pieces[k].last && pieces[k].hash == 0 {
			break
		}
		key = gazMix(key, pieces[k].hash)
		slot := g.find(key)
		if slot == nil {
			break
		}
		if e := slot.entry(); e != gazNone && pieces[k].last {
			from, to := tokens[pieces[0].token].Start, tokens[pieces[k].token].End
			if e = g.homonym(e, doc, from, to, next); e != gazNone {
				n, entry = k+1, e
			}
		}
		if !slot.longer() {
			break
		}
	}
	return n, entry
}

// homonym chooses among the entries of the same words the one that the text is
// by its case rule, and of several the one with the kind of the tagger's name.
func (g *Gazetteer) homonym(e uint32, doc *Document, from, to int, next *int) uint32 {
	if from < 0 || to > len(doc.Text) || from >= to {
		return gazNone
	}
	text := doc.Text[from:to]
	best := uint32(gazNone)
	for ; e != gazNone; e = g.entries[e].next {
		x := &g.entries[e]
		if !sameName(g.text[x.name:x.name+uint32(x.nameLen)], text, x.rule) {
			continue
		}
		if best == gazNone {
			if best = e; x.next == gazNone {
				return best
			}
			continue
		}
		for *next < len(doc.Mentions) && doc.Mentions[*next].Start < from {
			*next++
		}
		if m := *next; m < len(doc.Mentions) && doc.Mentions[m].Start == from && doc.Mentions[m].End == to &&
			doc.Mentions[m].Kind == g.kinds[x.kind] && g.kinds[g.entries[best].kind] != g.kinds[x.kind] {
			best = e
		}
	}
	return best
}

// merge settles overlaps and writes the mentions.
func (g *Gazetteer) merge(doc *Document, s *gazScratch) {
	s.lost = desk.Sized(s.lost, len(doc.Mentions))
	clear(s.lost)
	kept := s.found[:0]
	at := 0
	for _, hit := range s.found {
		tokens := doc.Sentences[hit.sentence].Tokens
		from, to := tokens[hit.first].Start, tokens[hit.last-1].End
		for at < len(doc.Mentions) && doc.Mentions[at].End <= from && doc.Mentions[at].Start < from {
			at++
		}
		if g.settle(doc, s, hit, at, from, to) {
			kept = append(kept, hit)
		}
	}
	if len(kept) == 0 {
		return
	}
	n := 0
	for i := range doc.Mentions {
		if !s.lost[i] {
			doc.Mentions[n] = doc.Mentions[i]
			n++
		}
	}
	clear(doc.Mentions[n:])
	s.mentions = s.mentions[:0]
	for _, hit := range kept {
		s.mentions = append(s.mentions, g.mention(doc, hit))
	}
	doc.Mentions = mergeMentions(doc.Mentions[:n], s.mentions)
	clear(s.mentions)
}

// settle decides between a hit and the mentions from at on that it overlaps: it
// marks those that lose, and tells whether the hit is to be added.
func (g *Gazetteer) settle(doc *Document, s *gazScratch, hit gazHit, at, from, to int) bool {
	kind := g.kinds[g.entries[hit.entry].kind]
	wins := true
	for i := at; i < len(doc.Mentions) && doc.Mentions[i].Start < to; i++ {
		m := &doc.Mentions[i]
		if s.lost[i] || m.Form != Name && m.Form != "" || m.End <= from {
			continue
		}
		if m.Start == from && m.End == to && m.Kind == kind {
			m.Key = g.keyOf(&g.entries[hit.entry])
			return false
		}
		switch g.conflict {
		case TaggerWins:
			wins = false
		case LongerWins:
			wins = wins && m.End-m.Start <= to-from
		}
	}
	if !wins {
		return false
	}
	for i := at; i < len(doc.Mentions) && doc.Mentions[i].Start < to; i++ {
		if m := &doc.Mentions[i]; (m.Form == Name || m.Form == "") && m.End > from {
			s.lost[i] = true
		}
	}
	return true
}

// mention writes a hit.
func (g *Gazetteer) mention(doc *Document, hit gazHit) Mention {
	sentence := &doc.Sentences[hit.sentence]
	start, end := sentence.Tokens[hit.first].Start, sentence.Tokens[hit.last-1].End
	e := &g.entries[hit.entry]
	head := hit.last - 1
	for i := hit.first; i < hit.last; i++ {
		if h := sentence.Tokens[i].Head; sentence.Tokens[i].Dep != "" && (h < hit.first || h >= hit.last) {
			head = i
			break
		}
	}
	return Mention{
		Start: start, End: end, Text: doc.Text[start:end], Kind: g.kinds[e.kind], Form: Name, Entity: None,
		Sentence: hit.sentence, First: hit.first, Last: hit.last, Head: head, Score: 1, Key: g.keyOf(e),
	}
}
