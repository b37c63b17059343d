package main

import (
	"bytes"
	"context"
	"regexp"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dossier-nlp/dossier"
	"github.com/dossier-nlp/dossier/relation"
)

func output(t *testing.T) string {
	t.Helper()
	var out bytes.Buffer
	require.NoError(t, run(&out))
	return out.String()
}

func TestAllStepsAreTold(t *testing.T) {
	require.Len(t, regexp.MustCompile(`(?m)^\d\. `).FindAllString(output(t), -1), 7)
}

func TestOwnRulesPassTheirTestsAndTheSloppyOnesDoNot(t *testing.T) {
	out := output(t)
	require.Contains(t, out, "ok   8 examples")
	require.Contains(t, out, "FAIL 1 of 2 examples")
}

func TestGrammarChangesTheSentence(t *testing.T) {
	rules, err := relation.Load(files, "own.rules")
	require.NoError(t, err)
	x, err := dossier.New(dossier.WithRulesBeside(rules))
	require.NoError(t, err)
	var found []string
	for _, text := range sentences {
		doc, err := x.Extract(context.Background(), text)
		require.NoError(t, err)
		for _, r := range doc.Relations {
			found = append(found, line(r))
		}
	}
	require.Contains(t, found, "Velmora praised_for Teresa Quintal (her patience), asserted, by own:praised_for/1")
	require.Contains(t, found, "Hanna Brek leads Norland Intelligence Service, asserted, by own:leads/1")
	require.Contains(t, found, "Leila Nasrin praised_for Castria (its silence), negated, by own:praised_for/1")
}

func TestExplainNamesWhatIsMissing(t *testing.T) {
	require.Contains(t, output(t), "fails: no phrase with for")
}

func TestLintSeesEachOddity(t *testing.T) {
	rules, err := relation.Load(files, "sloppy.rules")
	require.NoError(t, err)
	var codes []relation.LintCode
	for _, finding := range rules.Lint() {
		codes = append(codes, finding.Code)
	}
	for _, code := range []relation.LintCode{
		relation.LintShadowed, relation.LintInflected, relation.LintIdleUnless, relation.LintUntested,
	} {
		require.True(t, slices.Contains(codes, code), "no %q in %q", code, codes)
	}
}

func TestFaultyFileNamesEveryFault(t *testing.T) {
	_, err := relation.Load(files, "faulty.rules")
	var faults relation.RuleErrors
	require.ErrorAs(t, err, &faults)
	var codes []relation.ErrorCode
	for _, fault := range faults {
		codes = append(codes, fault.Code)
	}
	require.Equal(t, []relation.ErrorCode{relation.ErrKind, relation.ErrList, relation.ErrSyntax, relation.ErrSlot}, codes)
}
