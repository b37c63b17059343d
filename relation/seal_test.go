package relation

import (
	"flag"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

var seal = flag.Bool("seal", false, "renew the seals of the built-in rules")

// The built-in rules carry the version of their language and their checksum.
// After a change:
//
//	go test ./relation -run Sealed -seal
func TestBuiltInRulesAreSealed(t *testing.T) {
	for _, file := range []string{"news.rules", "examples.rules"} {
		text, err := os.ReadFile(file)
		require.NoError(t, err)
		if *seal {
			require.NoError(t, os.WriteFile(file, []byte(Seal(string(text))), 0o644))
			continue
		}
		require.True(t, Seal(string(text)) == string(text), "%s has changed: go test ./relation -run Sealed -seal", file)
	}
}

const unsealedRules = "# own\nrelation guarded\n  A guard B\n"

func TestSealedRulesAreTheSameRules(t *testing.T) {
	sealed := Seal(unsealedRules)
	require.Equal(t, sealed, Seal(sealed), "a seal is renewed, not added")
	for _, text := range []string{unsealedRules, sealed, strings.ReplaceAll(sealed, "\n", "\r\n")} {
		r, err := Parse("own.rules", text)
		require.NoError(t, err)
		require.Equal(t, []string{"guarded"}, r.Relations())
	}
}

func TestChangedRulesDoNotMatchTheirSeal(t *testing.T) {
	sealed := Seal(unsealedRules)
	for name, text := range map[string]string{
		"another word": strings.Replace(sealed, "guard B", "watch B", 1),
		"cut short":    strings.TrimSuffix(sealed, "B\n"),
		"a line more":  sealed + "  A watch B\n",
	} {
		_, err := Parse("own.rules", text)
		var fault *RuleError
		require.ErrorAs(t, err, &fault, name)
		require.Equal(t, ErrChecksum, fault.Code, name)
		require.Equal(t, 2, fault.Line, name)
	}
}

func TestSealLosesNoRule(t *testing.T) {
	for _, text := range []string{
		"list format = a|b\nrelation guarded\n  A guard B\n",
		"list many = guard |\nformat |\nchecksum\nrelation guarded\n  A [many] B\n",
		"kind SHIP\nchecksum 5\n",
	} {
		require.Equal(t, text, Seal(text)[len("format 1\nchecksum 01234567\n"):])
	}
	require.Contains(t, Seal("format 2\n"+unsealedRules), "format 2\n", "a later format stays what it is")
	for _, text := range []string{"  format 1\n\tchecksum 0\n" + unsealedRules, "# own\n\nchecksum 0\n" + unsealedRules} {
		r, err := Parse("own.rules", Seal(text))
		require.NoError(t, err, text)
		require.Equal(t, 1, r.Len())
	}
	_, err := Parse("own.rules", Seal(unsealedRules[:len("# own\n")])+"checksum 0\n"+unsealedRules)
	var faults RuleErrors
	require.ErrorAs(t, err, &faults)
	require.Equal(t, ErrSyntax, faults[len(faults)-1].Code, "a second checksum")
}

func TestRulesOfAnotherFormatAreAnError(t *testing.T) {
	_, err := Parse("own.rules", "format 2\n"+unsealedRules)
	var fault *RuleError
	require.ErrorAs(t, err, &fault)
	require.Equal(t, ErrVersion, fault.Code)
}

func TestWordsOfASealAreWordsBelowARelation(t *testing.T) {
	const text = "relation checked\nformat by A of B\nchecksum by A of B\n"
	for _, text := range []string{text, Seal(text)} {
		r, err := Parse("own.rules", text)
		require.NoError(t, err)
		require.Equal(t, 2, r.Len())
	}
}
