package entity

import (
	"context"
	"fmt"

	"github.com/dossier-nlp/dossier/internal/desk"
)

// SieveResolver finds out which mentions are the same person, organization,
// place or group. It is a Resolver that runs a list of sieves over the
// mentions, the most precise first, each of which may join entities that the
// ones before it left apart; this is the scheme of Lee et al. ("Deterministic
// coreference resolution based on entity-centric, precision-ranked rules",
// 2013).
//
// It reads the mentions, and where they are there the tags, lemmas and heads
// of the tokens; names alone are enough for the sieves of names. It writes
// Document.Entities and each mention's Entity and Sieve, and adds mentions:
//
//   - Nominal mentions: demonyms and adjectives of countries ("Chinese" in
//     "Chinese President Xi Jinping", an entity of its country), of peoples and
//     of parties ("Conservative MP"), and phrases that stand for an entity of
//     the text ("the president", "the agency").
//   - Pronoun mentions: the personal and possessive pronouns of the first and
//     third person, but for an "it" that stands for nothing ("it is clear that").
//     One that could not be resolved has the Entity None.
//
// These two forms are the resolver's own: those of an earlier run are replaced.
//
// A phrase or pronoun that stands for several entities at once ("both
// countries") is written once for each of them: several mentions with the
// same span, one after the other.
//
// Mention.Sieve says which sieve linked a mention: gazetteer, same-name, country,
// listed-name, person-name, acronym, organization-name, kind, apposition, group,
// role, pronoun.
//
// The Score of an added mention is the confidence of its link. The cost is
// linear in the number of tokens and mentions. A SieveResolver is immutable
// and safe for concurrent use on different documents.
type SieveResolver struct {
	pronouns, nominals bool
	gazetteers         []*Gazetteer
	list               []sieve
}

// A ResolverOption changes what NewResolver makes.
type ResolverOption func(*SieveResolver)

// WithPronouns switches the resolution of pronouns on (the default) or off.
// Links of pronouns are right less often than those of names. Switched off,
// no mention of the form Pronoun is added.
func WithPronouns(on bool) ResolverOption {
	return func(r *SieveResolver) { r.pronouns = on }
}

// WithNominals switches phrases such as "the president" and "the agency" on
// (the default) or off. Adjectives of countries are not concerned.
func WithNominals(on bool) ResolverOption {
	return func(r *SieveResolver) { r.nominals = on }
}

// WithCanonicalNames takes the name of an entity with a Key from the gazetteer
// that gave it: its canonical name, also where the text has other names only.
func WithCanonicalNames(gazetteers ...*Gazetteer) ResolverOption {
	return func(r *SieveResolver) { r.gazetteers = append(r.gazetteers, gazetteers...) }
}

// NewResolver makes a resolver.
func NewResolver(opts ...ResolverOption) *SieveResolver {
	r := &SieveResolver{pronouns: true, nominals: true}
	for _, opt := range opts {
		opt(r)
	}
	r.list = r.sieves()
	return r
}

// A sieve joins entities by one idea.
type sieve interface {
	// name is what Mention.Sieve says.
	name() string
	// run joins what it is sure of. Its cost is linear in the mentions.
	run(st *state)
}

// sieves in the order they run. Pronouns come last: they choose among whole
// entities, with all that their other mentions tell.
func (r *SieveResolver) sieves() []sieve {
	list := []sieve{
		userKey{}, equalName{}, countryName{}, listedName{}, personName{}, acronym{}, orgName{}, mistakenKind{}, apposition{}, groupPhrase{},
	}
	if r.nominals {
		list = append(list, rolePhrase{})
	}
	if r.pronouns {
		list = append(list, pronouns{})
	}
	return list
}

var states desk.Shelf[state]

// Resolve is ResolveContext without an end.
func (r *SieveResolver) Resolve(doc *Document) error {
	return r.ResolveContext(context.Background(), doc)
}

// ResolveContext writes doc.Entities and the mentions' entities; what an
// earlier run has written there is replaced. It fails with a *MentionError if
// a mention does not lie in the text, and with the context's error if that
// ends; then it leaves the document alone.
func (r *SieveResolver) ResolveContext(ctx context.Context, doc *Document) error {
	st := states.Take(ctx)
	defer st.release(ctx)
	if err := st.load(ctx, doc, r); err != nil {
		return err
	}
	for _, sv := range r.list {
		if err := ctx.Err(); err != nil {
			return err
		}
		st.sieve = sv.name()
		sv.run(st)
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	st.write()
	r.writeCanonical(doc)
	return nil
}

// release gives the scratch back, without what it holds of the document.
func (st *state) release(ctx context.Context) {
	clear(st.ms)
	clear(st.spare)
	st.ctx, st.doc = nil, nil
	st.frame = frame{}
	states.Give(ctx, st)
}

// A MentionError says that a mention does not fit its document.
type MentionError struct {
	Index      int // in Document.Mentions
	Start, End int // its offsets, in bytes
	Length     int // of the text, in bytes
}

func (e *MentionError) Error() string {
	return fmt.Sprintf("mention %d: bytes %d to %d do not lie in a text of %d bytes or in its sentence", e.Index, e.Start, e.End, e.Length)
}
