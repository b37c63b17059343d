package dossier

import (
	"context"
	"slices"

	"github.com/dossier-nlp/dossier/entity"
	"github.com/dossier-nlp/dossier/internal/desk"
)

// mentionRoom is where the mentions of a document grow: several steps add some,
// and none knows how many will follow.
type mentionRoom struct{ list []entity.Mention }

var mentionRooms desk.Shelf[mentionRoom]

// findMentions runs the steps that write mentions in room that is used again,
// and gives the document a list of the right size when they are done. A step of
// the caller's might hold on to the list, so there none is used again.
func (x *Extractor) findMentions(ctx context.Context, doc *Document) error {
	_, ownTagger := x.tagger.(*entity.NameTagger)
	_, ownResolver := x.resolver.(*entity.SieveResolver)
	if !ownTagger || !ownResolver {
		return x.run(ctx, doc, mentionSteps)
	}
	room := mentionRooms.Take(ctx)
	defer mentionRooms.Give(ctx, room)
	doc.Mentions, room.list = room.list, nil
	if err := x.run(ctx, doc, mentionSteps); err != nil {
		return err
	}
	list := doc.Mentions
	doc.Mentions = slices.Clone(list)
	clear(list) // they hold on to the text
	room.list = list[:0]
	return nil
}
