package desk

import (
	"runtime"
	"slices"
	"sync"
)

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
