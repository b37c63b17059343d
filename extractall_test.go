package dossier_test

import (
	"context"
	"fmt"
	"iter"
	"math"
	"runtime"
	"sync/atomic"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/dossier-nlp/dossier"
	"github.com/dossier-nlp/dossier/entity"
)

// waiting is a tagger that takes its time, and as long as the context lets it
// on the text "forever".
type waiting struct {
	busy, most *atomic.Int64
}

func (w waiting) Tag(doc *entity.Document) error { return w.TagContext(context.Background(), doc) }

func (w waiting) TagContext(ctx context.Context, doc *entity.Document) error {
	busy := w.busy.Add(1)
	defer w.busy.Add(-1)
	for {
		most := w.most.Load()
		if busy <= most || w.most.CompareAndSwap(most, busy) {
			break
		}
	}
	pause := time.Duration(len(doc.Text)%3) * time.Millisecond
	if doc.Text == "forever" {
		pause = time.Hour
	}
	select {
	case <-time.After(pause):
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

func newWaiting(t *testing.T) (*dossier.Extractor, waiting) {
	t.Helper()
	w := waiting{new(atomic.Int64), new(atomic.Int64)}
	x, err := dossier.New(dossier.WithTagger(w), dossier.WithLimit(20))
	require.NoError(t, err)
	return x, w
}

// counted yields "text 0", "text 1" and so on, and counts what was asked for.
func counted(n int, pulled *atomic.Int64) iter.Seq[string] {
	return func(yield func(string) bool) {
		for i := range n {
			pulled.Add(1)
			if !yield(fmt.Sprint("text ", i)) {
				return
			}
		}
	}
}

// goroutinesBack fails the test if goroutines are left after it.
func goroutinesBack(t *testing.T) {
	t.Helper()
	before := runtime.NumGoroutine()
	t.Cleanup(func() {
		end := time.Now().Add(2 * time.Second)
		for runtime.NumGoroutine() > before && time.Now().Before(end) {
			time.Sleep(time.Millisecond)
		}
		require.LessOrEqual(t, runtime.NumGoroutine(), before, "goroutines are left")
	})
}

func TestExtractAllKeepsTheOrderAndLosesNothing(t *testing.T) {
	goroutinesBack(t)
	x, _ := newWaiting(t)
	var pulled atomic.Int64
	i := 0
	for doc, err := range x.ExtractAll(t.Context(), counted(500, &pulled)) {
		require.NoError(t, err)
		require.Equal(t, fmt.Sprint("text ", i), doc.Text)
		i++
	}
	require.Equal(t, 500, i)
}

func TestExtractAllHoldsAFewDocumentsPerCore(t *testing.T) {
	goroutinesBack(t)
	x, w := newWaiting(t)
	cores := runtime.GOMAXPROCS(0)
	var pulled atomic.Int64
	taken := 0
	for range x.ExtractAll(t.Context(), counted(300, &pulled)) {
		taken++
		time.Sleep(100 * time.Microsecond)
		require.LessOrEqual(t, int(pulled.Load())-taken, 2*cores+2)
	}
	require.Equal(t, 300, taken)
	require.LessOrEqual(t, int(w.most.Load()), cores)
	if cores > 1 {
		require.Greater(t, int(w.most.Load()), 1, "only one core worked")
	}
}

func TestExtractAllYieldsAnErrorInItsPlace(t *testing.T) {
	x, _ := newWaiting(t)
	texts := []string{"one", "a text that is over the limit", "", "two"}
	var got []string
	for doc, err := range x.ExtractAll(t.Context(), func(yield func(string) bool) {
		for _, text := range texts {
			if !yield(text) {
				return
			}
		}
	}) {
		if err != nil {
			require.ErrorIs(t, err, dossier.ErrTooLong)
			require.Nil(t, doc)
			got = append(got, "too long")
			continue
		}
		got = append(got, doc.Text)
	}
	require.Equal(t, []string{"one", "too long", "", "two"}, got)
}

func TestExtractAllStopsWhenTheCallerBreaks(t *testing.T) {
	goroutinesBack(t)
	x, _ := newWaiting(t)
	var pulled atomic.Int64
	for range x.ExtractAll(t.Context(), counted(math.MaxInt, &pulled)) {
		break
	}
	after := pulled.Load()
	time.Sleep(5 * time.Millisecond)
	require.Equal(t, after, pulled.Load(), "texts were asked for after the loop")
}

func TestExtractAllStopsWhenTheContextIsDone(t *testing.T) {
	goroutinesBack(t)
	x, _ := newWaiting(t)
	ctx, cancel := context.WithCancel(t.Context())
	var cancelled time.Time
	time.AfterFunc(20*time.Millisecond, func() { cancelled = time.Now(); cancel() })
	var errs []error
	for doc, err := range x.ExtractAll(ctx, func(yield func(string) bool) {
		for yield("forever") {
		}
	}) {
		require.Nil(t, doc)
		errs = append(errs, err)
	}
	require.Equal(t, []error{context.Canceled}, errs, "the error comes once")
	require.Less(t, time.Since(cancelled), 50*time.Millisecond*patience)
}

func TestExtractAllDoesNotWaitForASequenceThatBlocks(t *testing.T) {
	goroutinesBack(t)
	x, _ := newWaiting(t)
	ctx, cancel := context.WithTimeout(t.Context(), 10*time.Millisecond)
	defer cancel()
	release := make(chan struct{})
	defer close(release)
	var errs []error
	for _, err := range x.ExtractAll(ctx, func(yield func(string) bool) { <-release }) {
		errs = append(errs, err)
	}
	require.Equal(t, []error{context.DeadlineExceeded}, errs)
}

func TestExtractAllOfNothingYieldsNothing(t *testing.T) {
	goroutinesBack(t)
	x, _ := newWaiting(t)
	for range x.ExtractAll(t.Context(), func(func(string) bool) {}) {
		t.Fatal("a result of no text")
	}
	for range x.ExtractAll(t.Context(), nil) {
		t.Fatal("a result of no sequence")
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	n := 0
	for _, err := range x.ExtractAll(ctx, func(func(string) bool) { t.Error("asked for a text") }) {
		require.ErrorIs(t, err, context.Canceled)
		n++
	}
	require.Equal(t, 1, n)
}
