// Package desk keeps the memory that the steps of the pipeline work in.
//
// A sync.Pool alone forgets what two garbage collections find unused, and while
// a long text goes through one step there are more than that: each step would
// grow its memory anew for every long text. So the memory of all steps lies on
// a Desk, which is in use as long as any step of the document is.
package desk

import (
	"context"
	"runtime"
	"slices"
	"sync"
)

// A Shelf hands out memory of one type. The zero value is ready for use; it is
// safe for concurrent use. Shelves are there for the whole program: a desk never
// forgets one.
type Shelf[T any] struct{ pool sync.Pool }

// Take gives memory that nobody else uses: from the context's desk if there is
// one, else from the shelf.
func (s *Shelf[T]) Take(ctx context.Context) *T {
	if d := of(ctx); d != nil {
		if x := d.take(s); x != nil {
			return x.(*T)
		}
	}
	if x := s.pool.Get(); x != nil {
		return x.(*T)
	}
	return new(T)
}

// Give puts back what Take gave for the same context.
func (s *Shelf[T]) Give(ctx context.Context, x *T) {
	if d := of(ctx); d != nil {
		d.give(s, x)
		return
	}
	s.pool.Put(x)
}

// Room gives list room for n more elements, and where it has too little, for as
// many more as it has. A list that append makes longer grows by a quarter at a time
// once it is long, and has cost five times its length when it has stopped.
func Room[T any](list []T, n int) []T {
	if cap(list)-len(list) >= n {
		return list
	}
	return slices.Grow(list, max(n, len(list)))
}

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

// room holds the desks that nobody sits at, the last one left on top. It is no
// sync.Pool, which has a place for each core: a document that is read on
// another core than the one before would find an empty desk.
type room struct {
	mu          sync.Mutex
	desks       []*Desk
	collections int  // of garbage, while there were desks
	watching    bool // a collection will be noticed
}

var free room

func (r *room) open() *Desk {
	r.mu.Lock()
	defer r.mu.Unlock()
	last := len(r.desks) - 1
	if last < 0 {
		return new(Desk)
	}
	d := r.desks[last]
	r.desks[last], r.desks = nil, r.desks[:last]
	return d
}

func (r *room) close(d *Desk) {
	r.mu.Lock()
	defer r.mu.Unlock()
	d.closed = r.collections
	r.desks = append(r.desks, d)
	if !r.watching {
		r.watch()
	}
}

// watch has the next collection noticed.
func (r *room) watch() {
	r.watching = true
	runtime.AddCleanup(new(*room), (*room).collected, r)
}

// collected drops the desks that the last two collections found free.
func (r *room) collected() {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.collections++
	r.desks = slices.DeleteFunc(r.desks, func(d *Desk) bool { return d.closed < r.collections-1 })
	if r.watching = false; len(r.desks) > 0 {
		r.watch()
	}
}

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
