package entity

import (
	"context"
	"slices"

	"github.com/dossier-nlp/dossier/internal/desk"
	"github.com/dossier-nlp/dossier/internal/lexicon"
)

// state is what the sieves share while they work on one document. It is
// scratch, kept from one document to the next.
type state struct {
	ctx   context.Context
	doc   *Document
	sieve string // name of the sieve at work

	ms        []Mention // the document's mentions and the candidates, in text order
	info      []mentionInfo
	spare     []Mention // room to sort candidates
	spareInfo []mentionInfo
	parent    []int32   // union-find forest over ms; a root is the first mention of its entity
	clusters  []cluster // of the roots
	words     []nameWord
	extra     []pairLink // further entities of mentions that stand for several

	countries     table    // of lexicon records: a mention of the country
	stems         table    // of beginnings of adjectives: a mention of the place
	table, table2 table    // scratch of the sieves
	recent        []recent // scratch of the sieves
	tokens        []lexicon.Token
	newID         []int32 // of each root: its entity, -1 if it is none
	origin        []int32
	sizes         []int32

	sentences []sentenceInfo
	headOf    []int32 // of each token: the mention that it heads, -1 if there is none
	quoteOf   []int32 // of each token: its quotation, -1 if there is none
	quotes    []quotation
	roles     []roleOf
	frame     frame
}

// pairLink says that a mention stands for a further entity besides its own.
type pairLink struct{ mention, entity int32 }

// mentionInfo is what the sieves know of one mention.
type mentionInfo struct {
	head            int32  // token of its sentence that heads it
	words, wordsEnd int32  // its significant words in state.words: titles, articles off
	key             uint64 // of these words; 0 if there are none
	country         int32  // lexicon record of the country that it names or whose adjective it is, -1 if none
	record          int32  // lexicon record of a listed name, -1 if none
	capital         int32  // lexicon record of the country whose capital it names, -1 if none
	gender          gender
	number          number
	titled          bool  // a title and its complement in a name's place: "Emperor of Mexico"
	together        bool  // several people named together: "Anna and Paul Ruiz"
	title           bool  // a title or honorific stands in or before the name
	suffix          uint8 // of a person's name: 0 none, 1 junior, 2 senior, from 3 on the second, third ...
	role            candidate
	done            bool      // of a pronoun: it has been looked at
	noun            nounClass // of a phrase
	two             bool      // of a phrase: it stands for two
	conjunct        int32     // the next mention coordinated with it ("Ruiz and Berg"), 0 if there is none
	extra           int32     // of a mention that stands for several: the place after its first entry in state.extra
}

// candidate says what a mention that was added by the resolver is.
type candidate uint8

const (
	given candidate = iota // by the tagger or the user
	demonymCandidate
	roleCandidate
	unnamedCandidate // a person that the text need not name
	ownCandidate     // "her country"
	pronounCandidate
)

type gender uint8

const (
	anyGender gender = iota
	male
	female
	neuter
)

type number uint8

const (
	anyNumber number = iota
	singular
	plural
)

// cluster is what is known of an entity while it grows.
type cluster struct {
	kind    Kind
	gender  gender
	number  number
	suffix  uint8
	key     string // the user's, from a Gazetteer
	full    int32  // the mention with the fullest name, -1 if it has no name
	size    int32  // number of mentions
	named   bool   // it has a given mention or a country, and is written
	country int32  // lexicon record, -1 if none
	place   int32  // a mention of its place, -1 if unknown
	last    int32  // the sentence of the mention at hand when it was met last
	roles   int32  // the latest of its roles in state.roles, -1 if none
}

// load takes over the document's mentions, adds the candidates, and works out
// what each mention says by itself.
func (st *state) load(ctx context.Context, doc *Document, r *SieveResolver) error {
	for i := range doc.Mentions {
		if m := &doc.Mentions[i]; !fits(doc, m) {
			return &MentionError{Index: i, Start: m.Start, End: m.End, Length: len(doc.Text)}
		}
	}
	st.ctx, st.doc = ctx, doc
	st.ms = desk.Room(st.ms[:0], len(doc.Mentions))
	for i := range doc.Mentions {
		if form := doc.Mentions[i].Form; form != Pronoun && form != Nominal {
			st.ms = append(st.ms, doc.Mentions[i])
		}
	}
	slices.SortStableFunc(st.ms, byPosition)
	st.words = st.words[:0]
	st.extra = st.extra[:0]
	st.info = desk.Room(st.info[:0], len(st.ms))
	for range st.ms {
		st.info = append(st.info, mentionInfo{country: -1, record: -1, capital: -1})
	}
	if err := st.addCandidates(r); err != nil {
		return err
	}
	st.indexTokens()
	n := len(st.ms)
	st.parent = desk.Sized(st.parent, n)
	st.clusters = desk.Sized(st.clusters, n)
	for i := range st.ms {
		st.ms[i].Entity, st.ms[i].Sieve = None, ""
		st.parent[i] = int32(i)
		st.describe(i)
		if i&1023 == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
	}
	return nil
}

// fits reports whether a mention lies in the text and its tokens in its
// sentence.
func fits(doc *Document, m *Mention) bool {
	if m.Start < 0 || m.End < m.Start || m.End > len(doc.Text) {
		return false
	}
	if len(doc.Sentences) == 0 {
		return true
	}
	if m.Sentence < 0 || m.Sentence >= len(doc.Sentences) {
		return false
	}
	n := len(doc.Sentences[m.Sentence].Tokens)
	return m.First >= 0 && m.First <= m.Last && m.Last <= n && m.Head >= 0 && (m.Head < n || n == 0)
}

// root returns the first mention of i's entity.
func (st *state) root(i int32) int32 {
	for st.parent[i] != i {
		st.parent[i] = st.parent[st.parent[i]]
		i = st.parent[i]
	}
	return i
}

// link joins the entities of two mentions and notes the sieve at the later
// one's first mention, or at a pronoun or phrase that comes before its name. It returns false, and joins nothing, if they are
// incompatible.
func (st *state) link(a, b int32, score float64) bool {
	a, b = st.root(a), st.root(b)
	if a == b {
		return true
	}
	if !st.compatible(a, b) {
		return false
	}
	st.join(a, b, score)
	return true
}

// join is link without the question whether the entities are compatible; only
// different keys of the user keep them apart.
func (st *state) join(a, b int32, score float64) {
	a, b = st.root(a), st.root(b)
	if a == b {
		return
	}
	if x, y := st.clusters[a].key, st.clusters[b].key; x != y && x != "" && y != "" {
		return
	}
	if b < a {
		a, b = b, a
	}
	st.parent[b] = a
	m := &st.ms[b]
	if first := &st.ms[a]; (first.Form == Nominal || first.Form == Pronoun) && first.Sieve == "" && m.Form != Nominal && m.Form != Pronoun {
		m = first // "she" before the name that it stands for
	}
	m.Sieve = st.sieve
	if m.Form == Nominal || m.Form == Pronoun {
		m.Score = score
	}
	st.clusters[a].take(st.clusters[b], st)
}

// take adds what is known of another cluster.
func (c *cluster) take(d cluster, st *state) {
	if c.gender == anyGender {
		c.gender = d.gender
	}
	if c.number == anyNumber {
		c.number = d.number
	}
	if c.suffix == 0 {
		c.suffix = d.suffix
	}
	if c.country < 0 {
		c.country = d.country
	}
	if c.place < 0 {
		c.place = d.place
	}
	if c.full < 0 || d.full >= 0 && st.fuller(d.full, c.full) {
		if c.full < 0 && d.full >= 0 {
			c.kind = d.kind
		}
		c.full = d.full
	}
	if c.key == "" {
		c.key = d.key
	}
	c.size += d.size
	c.named = c.named || d.named
	if c.roles < 0 {
		c.roles = d.roles
	} else if d.roles >= 0 {
		last := c.roles
		for n := 0; st.roles[last].next >= 0 && n < maxRoles; n++ {
			last = st.roles[last].next
		}
		if st.roles[last].next < 0 {
			st.roles[last].next = d.roles
		}
	}
}

// fuller reports whether mention a has a fuller name than b, an earlier one.
func (st *state) fuller(a, b int32) bool {
	x, y := &st.info[a], &st.info[b]
	if x.titled != y.titled {
		return y.titled
	}
	if n, m := x.wordsEnd-x.words, y.wordsEnd-y.words; n != m {
		return n > m
	}
	if n, m := st.letters(x), st.letters(y); n != m {
		if st.ms[a].Kind == Place && st.ms[a].Key != "" && st.ms[b].Key != "" {
			return n < m // "Ostavia" rather than "Ostavian"
		}
		return n > m
	}
	return st.capitals(y) && !st.capitals(x) // "Oslo" rather than "OSLO"
}

// capitals reports whether a name is written in capitals only.
func (st *state) capitals(x *mentionInfo) bool {
	for _, w := range st.words[x.words:x.wordsEnd] {
		if !w.upper {
			return false
		}
	}
	return true
}

func (st *state) letters(x *mentionInfo) int {
	n := 0
	for _, w := range st.words[x.words:x.wordsEnd] {
		n += int(w.letters)
	}
	return n
}

// compatible reports whether two entities may be one. It holds across all
// sieves; a sieve that joins kinds by a rule of its own uses join.
func (st *state) compatible(a, b int32) bool {
	x, y := &st.clusters[a], &st.clusters[b]
	if x.kind != y.kind && x.kind != "" && y.kind != "" || x.key != y.key && x.key != "" && y.key != "" {
		return false
	}
	if x.gender != y.gender && x.gender != anyGender && y.gender != anyGender {
		return false
	}
	if x.number != y.number && x.number != anyNumber && y.number != anyNumber {
		return false
	}
	if x.country >= 0 && y.country >= 0 && x.country != y.country {
		return false
	}
	if x.full < 0 || y.full < 0 {
		return true
	}
	if f, g := &st.info[x.full], &st.info[y.full]; f.together || g.together || f.titled || g.titled {
		return st.info[x.full].key == st.info[y.full].key
	}
	if x.kind == Person {
		return x.suffixFits(y) && st.personsFit(&st.info[x.full], &st.info[y.full])
	}
	return true
}

// suffixFits: Jr. is not Sr., nor John Paul I John Paul II.
func (c *cluster) suffixFits(d *cluster) bool {
	return c.suffix == 0 || d.suffix == 0 || c.suffix == d.suffix
}

// wordsOf returns the words of a mention's name.
func (st *state) wordsOf(i int32) []nameWord {
	x := &st.info[i]
	return st.words[x.words:x.wordsEnd]
}

// text returns the text of mention i.
func (st *state) text(i int32) string {
	m := &st.ms[i]
	return st.doc.Text[m.Start:m.End]
}

// toksOf returns the tokens of mention i's sentence.
func (st *state) toksOf(i int32) []Token { return st.doc.Sentences[st.ms[i].Sentence].Tokens }

// token returns token t of mention i's sentence, nil if there is none.
func (st *state) token(i int32, t int) *Token {
	if len(st.doc.Sentences) == 0 {
		return nil
	}
	toks := st.doc.Sentences[st.ms[i].Sentence].Tokens
	if t < 0 || t >= len(toks) {
		return nil
	}
	return &toks[t]
}
