//go:build !race

// The race detector lets pools forget at random.

package entity

import (
	"errors"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestTaggingDoesNotAllocateOnceWarm(t *testing.T) {
	tagger, err := NewTagger()
	require.NoError(t, err)
	doc := read(t, strings.Repeat("Anna Berg met Peter Lang of Northfield Bank in Lima on Monday, officials said. ", 100))
	var failed error
	allocated := testing.AllocsPerRun(20, func() { failed = errors.Join(failed, tagger.Tag(doc)) })
	require.NoError(t, failed)
	require.Len(t, doc.Mentions, 400)
	require.Less(t, allocated, 20.0) // a collection may empty the pool
}
