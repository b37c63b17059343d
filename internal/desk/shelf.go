package desk

import (
	"context"
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
