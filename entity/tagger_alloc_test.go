//go:build !race

// The race detector lets pools forget at random.

package entity

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestTaggingDoesNotAllocateOnceWarm(t *testing.T) {
	tagger, err := NewTagger()
	require.NoError(t, err)
	doc := read(t, strings.Repeat("Anna Berg met Peter Lang of Northfield Bank in Lima on Monday, officials said. ", 100))
	allocated := testing.AllocsPerRun(20, func() { _ = tagger.Tag(doc) })
	require.Less(t, allocated, 20.0) // a collection may empty the pool
}
