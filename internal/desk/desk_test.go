package desk

import (
	"context"
	"runtime"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

type buffer struct{ bytes []byte }

func TestMemoryOutlivesCollectionsWhileItsDeskIsOpen(t *testing.T) {
	var shelf Shelf[buffer]
	d := Open(1)
	defer d.Close()
	ctx := d.On(t.Context())
	b := shelf.Take(ctx)
	shelf.Give(ctx, b)
	for range 4 {
		runtime.GC()
	}
	require.Same(t, b, shelf.Take(ctx))
}

func TestADeskThatNobodyUsesIsCollected(t *testing.T) {
	free.close(new(Desk))
	require.Eventually(t, func() bool {
		runtime.GC()
		free.mu.Lock()
		defer free.mu.Unlock()
		return len(free.desks) == 0
	}, 10*time.Second, time.Millisecond)
}

func TestTheNextDocumentHasTheSameDeskOnAnyCore(t *testing.T) {
	d := Open(1)
	d.Close()
	for range 100 {
		var all sync.WaitGroup
		all.Go(func() {
			next := Open(1)
			if next != d {
				t.Error("another desk")
			}
			next.Close()
		})
		all.Wait()
	}
}

func TestNoTwoTakersShareMemory(t *testing.T) {
	var shelf Shelf[buffer]
	d := Open(1)
	defer d.Close()
	for _, ctx := range []context.Context{t.Context(), d.On(t.Context())} {
		var all sync.WaitGroup
		for range 8 {
			all.Go(func() {
				for i := range 1000 {
					b := shelf.Take(ctx)
					b.bytes = append(b.bytes[:0], byte(i)) // the race detector sees two takers
					shelf.Give(ctx, b)
				}
			})
		}
		all.Wait()
		a, b := shelf.Take(ctx), shelf.Take(ctx)
		require.NotSame(t, a, b)
	}
}

func TestShelvesDoNotMixTheirMemory(t *testing.T) {
	var one, two Shelf[buffer]
	d := Open(1)
	defer d.Close()
	ctx := d.On(t.Context())
	b := one.Take(ctx)
	one.Give(ctx, b)
	require.NotSame(t, b, two.Take(ctx))
	require.Same(t, b, one.Take(ctx))
}

func TestADeskForgetsTheMemoryOfOneLongText(t *testing.T) {
	var shelf Shelf[buffer]
	d := new(Desk)
	ctx := d.On(t.Context())
	d.fit(8 << 20)
	b := new(buffer)
	shelf.Give(ctx, b)
	for range patience {
		d.fit(1000)
		require.Len(t, d.things, 1)
	}
	d.fit(1000)
	require.Empty(t, d.things)

	shelf.Give(ctx, b)
	for range 4 * patience { // texts as long as before keep what they need
		d.fit(8 << 20)
	}
	require.Len(t, d.things, 1)
}
