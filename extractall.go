package dossier

import (
	"context"
	"iter"
	"runtime"
	"sync"
	"time"
)

// ahead is how many texts a core holds beside the one that it reads: enough
// that no core waits while the oldest result is slow.
const ahead = 2

// patience is how long a loop that has ended waits for the texts' sequence to
// return control. A sequence that blocks longer is left to end by itself.
const patience = 20 * time.Millisecond

// ExtractAll reads the texts on all cores and yields one result for each, in
// their order: a document, or a nil document and an error. A text that fails
// does not end the sequence. A nil sequence has no texts.
//
// It holds a few documents per core at a time, however many texts there are:
// the next text is asked for only when an earlier result has been taken. Texts
// are pulled from the sequence on another goroutine. If the context is done,
// ExtractAll yields its error once and ends. When it ends, and when the caller
// breaks out of the loop, work under way is cancelled and its goroutines end
// before the loop does; only a texts sequence that blocks is not waited for,
// and ends when it next yields.
func (x *Extractor) ExtractAll(ctx context.Context, texts iter.Seq[string]) iter.Seq2[*Document, error] {
	return func(yield func(*Document, error) bool) {
		if err := ctx.Err(); err != nil {
			yield(nil, err)
			return
		}
		if texts == nil {
			return
		}
		work, stop := context.WithCancel(ctx)
		b := newBelt(runtime.GOMAXPROCS(0))
		defer b.close(stop)
		b.start(work, x, texts)
		for {
			r, more := b.next(ctx)
			if !more {
				return
			}
			if !yield(r.doc, r.err) {
				return
			}
			if r.doc == nil && ctx.Err() != nil {
				return
			}
		}
	}
}

type result struct {
	doc *Document
	err error
}

type job struct {
	text string
	slot chan result
}

// belt carries texts to the workers, and their results back in the order of
// the texts: each text has a slot of its own, and the slots stand in line.
type belt struct {
	order   chan chan result
	jobs    chan job
	cores   int
	workers sync.WaitGroup
	fed     chan struct{} // closed when the texts' sequence has returned
}

func newBelt(cores int) *belt {
	return &belt{
		order: make(chan chan result, cores*ahead),
		jobs:  make(chan job),
		cores: cores,
		fed:   make(chan struct{}),
	}
}

func (b *belt) start(ctx context.Context, x *Extractor, texts iter.Seq[string]) {
	for range b.cores {
		b.workers.Go(func() { b.work(ctx, x) })
	}
	go func() {
		defer close(b.fed)
		b.feed(ctx, texts)
	}()
}

// feed puts a slot in line for each text, and hands the text to a worker.
func (b *belt) feed(ctx context.Context, texts iter.Seq[string]) {
	defer close(b.order)
	defer close(b.jobs)
	for text := range texts {
		slot := make(chan result, 1)
		select {
		case b.order <- slot:
		case <-ctx.Done():
			return
		}
		select {
		case b.jobs <- job{text, slot}:
		case <-ctx.Done():
			return
		}
	}
}

func (b *belt) work(ctx context.Context, x *Extractor) {
	for {
		select {
		case j, more := <-b.jobs:
			if !more {
				return
			}
			doc, err := x.Extract(ctx, j.text)
			j.slot <- result{doc, err}
		case <-ctx.Done():
			return
		}
	}
}

// next waits for the result of the next text in line. It reports false after
// the last one; once the context is done, the result is its error.
func (b *belt) next(ctx context.Context) (result, bool) {
	select {
	case slot, more := <-b.order:
		if !more {
			if err := ctx.Err(); err != nil {
				return result{nil, err}, true
			}
			return result{}, false
		}
		select {
		case r := <-slot:
			return r, true
		case <-ctx.Done():
		}
	case <-ctx.Done():
	}
	return result{nil, ctx.Err()}, true
}

// close cancels what is under way and waits for the goroutines to end.
func (b *belt) close(stop context.CancelFunc) {
	stop()
	b.workers.Wait()
	select {
	case <-b.fed:
	case <-time.After(patience):
	}
}
