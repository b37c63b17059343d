// Package desk keeps the memory that the steps of the pipeline work in.
//
// A sync.Pool alone forgets what two garbage collections find unused, and while
// a long text goes through one step there are more than that: each step would
// grow its memory anew for every long text. So the memory of all steps lies on
// a Desk, which is in use as long as any step of the document is.
package desk

import (
	"context"
	"sync"
)

// A Desk holds the memory of the steps that work on one document. It is safe
// for concurrent use, also after it has been closed.
type Desk struct {
	mu      sync.Mutex
	things  []thing
	largest int // the largest size since it was empty
	small   int // how many much smaller ones have come since

	closed int // the collection after which it was closed; of room
}

type thing struct{ shelf, memory any }

const (
	largeSize  = 1 << 20 // bytes of text from which a desk may become too large
	muchLarger = 16      // how many times what is needed is too large
	patience   = 16      // how often it may be too large before it is emptied
)

// Open gives a desk for a text of so many bytes. Close it when its steps are
// done.
func Open(size int) *Desk {
	d := free.open()
	d.fit(size)
	return d
}

// fit empties a desk that has been much too large for a while, so that one long
// text does not bind memory for ever.
func (d *Desk) fit(size int) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.largest > largeSize && size < d.largest/muchLarger {
		if d.small++; d.small <= patience {
			return
		}
		clear(d.things)
		d.things, d.largest = d.things[:0], 0
	}
	d.largest, d.small = max(d.largest, size), 0
}

// On is the context in which shelves use the desk.
func (d *Desk) On(ctx context.Context) context.Context {
	return context.WithValue(ctx, deskKey{}, d)
}

// Close lets the next document have the desk.
func (d *Desk) Close() { free.close(d) }

type deskKey struct{}

func of(ctx context.Context) *Desk {
	d, _ := ctx.Value(deskKey{}).(*Desk)
	return d
}

func (d *Desk) take(shelf any) any {
	d.mu.Lock()
	defer d.mu.Unlock()
	for i, t := range d.things {
		if t.shelf == shelf {
			last := len(d.things) - 1
			d.things[i], d.things[last] = d.things[last], thing{}
			d.things = d.things[:last]
			return t.memory
		}
	}
	return nil
}

func (d *Desk) give(shelf, memory any) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.things = append(d.things, thing{shelf, memory})
}
