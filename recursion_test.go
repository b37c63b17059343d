package dossier_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dossier-nlp/dossier"
)

// The pronoun describes the noun that alone could say whom it means: a matcher
// that follows both ways never comes back.
func TestPronounsThatDescribeTheirOwnNounComeToAnEnd(t *testing.T) {
	for _, text := range []string{
		"Leaders like him met Peru.",
		"Writers like myself met the officials of Peru.",
		"It is right that officials like myself, and critics like himself, continue to help Peru.",
	} {
		_, err := dossier.Extract(text)
		require.NoError(t, err, text)
	}
}
