package relation

import (
	"errors"
	"fmt"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/require"
)

func TestEveryFaultOfAFileIsReportedWithItsPlace(t *testing.T) {
	text, err := os.ReadFile("testdata/faulty.rules")
	require.NoError(t, err)
	_, err = Parse("faulty.rules", string(text))
	var faults RuleErrors
	require.ErrorAs(t, err, &faults)
	type fault struct {
		line, column int
		code         ErrorCode
		hint         string
	}
	var got []fault
	for _, f := range faults {
		got = append(got, fault{f.Line, f.Column, f.Code, f.Hint})
	}
	require.ElementsMatch(t, []fault{
		{1, 1, ErrOrphan, "start with: relation NAME"},
		{3, 18, ErrOption, "did you mean symmetric?"},
		{4, 5, ErrKind, "did you mean PERSON?"},
		{5, 3, ErrSlot, "A is the source, B the target"},
		{6, 12, ErrSyntax, ""},
		{7, 12, ErrList, ""},
		{8, 12, ErrSlot, ""},
		{9, 7, ErrExample, ""},
		{10, 1, ErrEmpty, ""},
		{11, 27, ErrConverse, ""},
		{12, 13, ErrKind, "did you mean VESSEL?"},
		{13, 13, ErrSyntax, ""},
	}, got)
}

func TestFaultShowsTheLineWithACaret(t *testing.T) {
	_, err := Parse("x.rules", "relation r\n  A:PERSN see B\n")
	require.EqualError(t, err, "x.rules:2:5: unknown kind PERSN, did you mean PERSON?\n"+
		"      A:PERSN see B\n"+
		"        ^")
	var one *RuleError
	require.True(t, errors.As(err, &one))
	require.Equal(t, ErrKind, one.Code)
}

func TestRulesComeFromEverySource(t *testing.T) {
	const text = "relation guarded\n  A guard B\n"
	fromText, err := Parse("own.rules", text)
	require.NoError(t, err)
	fromReader, err := Read("own.rules", strings.NewReader(text))
	require.NoError(t, err)
	fromFiles, err := Load(fstest.MapFS{"rules/own.rules": {Data: []byte(text)}}, "rules/*.rules")
	require.NoError(t, err)
	fromValues, err := Compile(Set{Name: "own", Definitions: []Definition{{Name: "guarded", Patterns: []string{"A guard B"}}}})
	require.NoError(t, err)
	for _, r := range []*Rules{fromText, fromReader, fromFiles, fromValues} {
		require.Equal(t, []string{"guarded"}, r.Relations())
		require.Equal(t, "own:guarded/1", r.patterns[0].name)
	}
}

func TestAFileIsLoadedOnce(t *testing.T) {
	files := fstest.MapFS{
		"rules/own.rules":  {Data: []byte("relation guarded\n  A guard B\n")},
		"rules/more.rules": {Data: []byte("relation fed\n  A feed B\n")},
		"late/own.rules":   {Data: []byte("relation hid\n  A hide B\n")},
	}
	r, err := Load(files, "rules/*.rules", "rules/own.*")
	require.NoError(t, err)
	require.Equal(t, []string{"fed", "guarded"}, r.Relations())
	require.Equal(t, 2, r.Len())
	_, err = Load(files, "rules/own.rules", "*/own.rules")
	require.EqualError(t, err, "rules rules/own.rules and late/own.rules: both would be called own")
}

func TestTooManyKindsAreAnError(t *testing.T) {
	var text strings.Builder
	text.WriteString("# own\nkind PERSON")
	for i := range maxKinds - 5 {
		fmt.Fprintf(&text, ", K%d", i)
	}
	rules := "\nrelation r\n  A:K%d see B\n"
	_, err := Parse("own.rules", text.String()+fmt.Sprintf(rules, maxKinds-6))
	require.NoError(t, err)
	_, err = Parse("own.rules", text.String()+"\n  kind MORE"+fmt.Sprintf(rules, 0))
	require.EqualError(t, err, "own.rules:3:3: with MORE there are more than 60 kinds\n      kind MORE\n      ^")
	var faults RuleErrors
	require.ErrorAs(t, err, &faults)
	require.Equal(t, ErrTooComplex, faults[0].Code)
	_, err = Compile(Set{Name: "own", Kinds: strings.Split(strings.TrimPrefix(text.String(), "# own\nkind "), ", ")}, Set{Name: "more", Kinds: []string{"MORE"}})
	require.ErrorContains(t, err, "more:1:1: with MORE there are more than 60 kinds")
}

func TestLintKnowsFormsFromLemmas(t *testing.T) {
	for verb, want := range map[string]bool{"attacked": true, "accused": true, "denied": true, "meeting": true, "watching": true, "dying": true,
		"sing": false, "bring": false, "hamstring": false, "feed": false, "shed": false, "embed": false, "exceed": false, "attack": false, "met": false, "ed": false} {
		rules, err := Parse("own.rules", "relation r\n  A "+verb+" B\n  yes: x\n  no: x\n")
		require.NoError(t, err)
		require.Equal(t, want, len(rules.Lint()) > 0, verb)
	}
}

func TestMissingFilesAreAnError(t *testing.T) {
	_, err := Load(fstest.MapFS{}, "*.rules")
	require.ErrorIs(t, err, os.ErrNotExist)
}

func TestRulesJoinWithOthers(t *testing.T) {
	a, err := Parse("a.rules", "relation guarded\n  A guard B\n")
	require.NoError(t, err)
	b, err := Parse("b.rules", "relation guarded symmetric\n  A watch B\nrelation fed\n  A feed B\n")
	require.NoError(t, err)
	both, err := a.With(b)
	require.NoError(t, err)
	require.Equal(t, []string{"guarded", "fed"}, both.Relations())
	require.True(t, both.relation[0].symmetric)
	require.Equal(t, 3, both.Len())
}

func TestRulesShareNothingWithTheCaller(t *testing.T) {
	set := Set{Name: "own", Kinds: []string{"SHIP"}, Lists: map[string][]string{"blame": {"accuse"}}, Definitions: []Definition{{Name: "accused",
		Patterns: []string{"A @blame B"}, Unless: []string{"A @blame B:SHIP"}, Yes: []string{"Peru accused Norway. => Peru, Norway"}, No: []string{"Peru slept."}}}}
	rules, err := Compile(set)
	require.NoError(t, err)
	d := &set.Definitions[0]
	set.Kinds[0], set.Lists["blame"][0], set.Lists["more"] = "FERRY", "(", nil
	d.Patterns[0], d.Unless[0], d.Yes[0], d.No[0] = "(", "(", "", ""
	d.Name = "denied"
	examples := rules.Examples()
	examples[0].Triples[0].Source = "Norway"
	require.Equal(t, "Peru", rules.Examples()[0].Triples[0].Source)
	again, err := rules.With() // compiles the sets anew
	require.NoError(t, err)
	require.Equal(t, rules.Relations(), again.Relations())
	require.Equal(t, rules.patterns, again.patterns)
	require.Equal(t, rules.Examples(), again.Examples())
}

func TestAConverseIsTheRelationSeenFromItsTarget(t *testing.T) {
	rules, err := Parse("own.rules", "relation accused converse accused_by\n  A accuse B (of TOPIC)\nrelation accused_by\n  B denounce A\n")
	require.NoError(t, err)
	doc := readTree(t, "Ruiz Ruiz NNP 1 nsubj\nsaid say VBD -1 root\nPeru Peru NNP 3 nsubj\naccused accuse VBD 1 ccomp\nNorway Norway NNP 3 obj\n"+
		"of of IN 6 case\nspying spying NN 3 obl\n@ 0 1 PERSON name\n@ 2 3 PLACE name\n@ 4 5 PLACE name").doc
	found, err := rules.Find(doc)
	require.NoError(t, err)
	require.Len(t, found, 2)
	require.Equal(t, `accused: Peru -> Norway, asserted, says Ruiz, topic "spying"`, shown(&found[0]))
	require.Equal(t, `accused_by: Norway -> Peru, asserted, says Ruiz, topic "spying"`, shown(&found[1]))
	found[0].Trigger[0], found[0].Attribution[0], found[0].Args["topic"] = Span{}, Argument{}, Argument{}
	require.Equal(t, `accused_by: Norway -> Peru, asserted, says Ruiz, topic "spying"`, shown(&found[1]))
	require.Equal(t, "accused", found[1].Trigger[0].Text)
}

func TestSymmetricRelationsSaySo(t *testing.T) {
	rules, err := News()
	require.NoError(t, err)
	var got []string
	for _, name := range rules.Relations() {
		if rules.Symmetric(name) {
			got = append(got, name)
		}
	}
	require.Equal(t, []string{"met", "spoke_with", "agreed_with", "related_to"}, got)
	require.False(t, rules.Symmetric("nosuch"))
}

func TestNoRulesFindNothing(t *testing.T) {
	doc := treeCases(t)[0].doc
	none, err := Compile()
	require.NoError(t, err)
	for _, r := range []*Rules{new(Rules), none} {
		found, err := r.Find(doc)
		require.NoError(t, err)
		require.Empty(t, found)
		require.Contains(t, r.Explain(doc, 0, ""), "there is no rule")
		joined, err := r.With(nil, r)
		require.NoError(t, err)
		require.Zero(t, joined.Len())
	}
}

func TestTheHigherPriorityOfASetStays(t *testing.T) {
	doc := treeCases(t)[0].doc // Peru accused Norway of spying.
	for _, c := range []struct {
		first, second string
		want          []string
	}{
		{"relation blamed\n  A accuse B\nrelation accused\n  A accuse B\n", "", []string{"blamed", "accused"}},
		{"relation blamed\n  A accuse B\nrelation accused priority 1\n  A accuse B\n", "", []string{"accused"}},
		{"relation blamed priority -1\n  A accuse B\nrelation accused\n  A accuse B\n", "", []string{"accused"}},
		{"relation blamed priority -2\n  A accuse B\nrelation accused priority -1\n  A accuse B\nrelation blamed\n  A blame B\n", "", []string{"accused"}},
		{"relation blamed\n  A accuse B\n", "relation accused priority 1\n  A accuse B\n", []string{"blamed", "accused"}},
	} {
		rules, err := Parse("own.rules", c.first)
		require.NoError(t, err)
		if c.second != "" {
			others, err := Parse("others.rules", c.second)
			require.NoError(t, err)
			rules, err = rules.With(others)
			require.NoError(t, err)
		}
		found, err := rules.Find(doc)
		require.NoError(t, err)
		var got []string
		for _, r := range found {
			got = append(got, r.Name)
		}
		require.Equal(t, c.want, got, c.first)
	}
}

func TestClausesHaveTheirShape(t *testing.T) {
	for _, c := range []struct {
		text  string
		shape shape
		where []where
	}{
		{"A accuse B (of TOPIC)", shapeVerb, []where{atSubject, atObject, atPrep}},
		{"A meet (with) B", shapeVerb, []where{atSubject, atObjectPrep}},
		{"A lash out at B", shapeVerb, []where{atSubject, atPrep}},
		{"A hold talks|meeting with B", shapeVerb, []where{atSubject, atObject, atPrep}},
		{"A reject B's plan|offer", shapeVerb, []where{atSubject, atObject}},
		{"A claim that B ...", shapeVerb, []where{atSubject, atThat}},
		{"A threaten to ... B", shapeVerb, []where{atSubject, atTo}},
		{"_ base A in B:PLACE", shapeVerb, []where{atSubject, atObject, atPrep}},
		{"A's visit to B", shapeNoun, []where{atSubject, atPrep}},
		{"(A's) talks with B", shapeNoun, []where{atSubject, atPrep}},
		{"talks between A and B", shapeNoun, []where{atBetween}},
		{"A be president of B", shapeCopula, []where{atSubject, atOwner}},
	} {
		t.Run(c.text, func(t *testing.T) {
			v := newVocabulary()
			p, f := parsePattern(&v, nil, []string{"PERSON", "ORG", "PLACE", "GROUP"}, c.text, false)
			require.Nil(t, f)
			require.Equal(t, c.shape, p.shape)
			var got []where
			for _, s := range p.steps {
				got = append(got, s.where)
			}
			require.Equal(t, c.where, got)
		})
	}
}

func TestBuiltInRulesCompileWithoutOddities(t *testing.T) {
	r, err := News()
	require.NoError(t, err)
	require.Len(t, r.Relations(), 30)
	require.Empty(t, r.Lint())
}

func TestEveryBuiltInRelationHasFiveExamplesOfEachSort(t *testing.T) {
	r, err := News()
	require.NoError(t, err)
	yes, no := map[string]int{}, map[string]int{}
	for _, ex := range r.Examples() {
		if ex.Yes {
			yes[ex.Relation]++
		} else {
			no[ex.Relation]++
		}
	}
	for _, name := range r.Relations() {
		require.GreaterOrEqual(t, yes[name], 5, name)
		require.GreaterOrEqual(t, no[name], 5, name)
	}
}

func TestLintFindsRulesThatCanDoNothing(t *testing.T) {
	for _, c := range []struct {
		name, text string
		code       LintCode
	}{
		{"a narrower rule after a wider one", "relation r\n  A guard|watch B\n  A guard B:PERSON\n  yes: x y\n  no: x y\n", LintShadowed},
		{"the same rule twice", "relation r\n  words: A \"-\" B\n  words: A \"-\" B\n  yes: x\n  no: x\n", LintShadowed},
		{"an inflected trigger", "relation r\n  A accused B\n  yes: x\n  no: x\n", LintInflected},
		{"an unless without its verb", "relation r\n  A guard B\n  unless A watch B\n  yes: x\n  no: x\n", LintIdleUnless},
		{"no examples", "relation r\n  A guard B\n", LintUntested},
	} {
		t.Run(c.name, func(t *testing.T) {
			r, err := Parse("own.rules", c.text)
			require.NoError(t, err)
			found := r.Lint()
			require.Len(t, found, 1)
			require.Equal(t, c.code, found[0].Code)
		})
	}
}

func FuzzParse(f *testing.F) {
	f.Add(newsRules)
	f.Add("relation r\n  A guard B (of TOPIC)\n")
	f.Add("list x = a|\n b|@x\nrelation \"\n  words: ( A ... ) 's\n")
	f.Fuzz(func(t *testing.T, text string) {
		r, err := Parse("fuzz.rules", text)
		if err != nil {
			require.NotEmpty(t, err.Error())
			return
		}
		_ = r.Lint()
	})
}

func TestAFaultInAContinuedLineHasItsOwnPlace(t *testing.T) {
	_, err := Parse("own.rules", "relation met\n  A meet| # comment\n\n    see|\n\tgreet @nobody B\n")
	var fault *RuleError
	require.ErrorAs(t, err, &fault)
	require.Equal(t, ErrList, fault.Code)
	require.Equal(t, 5, fault.Line)
	require.Equal(t, "\tgreet @nobody B", fault.Text)
	require.Equal(t, strings.Index(fault.Text, "@nobody")+1, fault.Column)

	_, err = Parse("own.rules", "list a = x|\n  y|@none\n")
	require.ErrorAs(t, err, &fault)
	require.Equal(t, ErrList, fault.Code)
	require.Equal(t, [2]int{2, 5}, [2]int{fault.Line, fault.Column})
}

func TestAFaultInAGoValueHasALine(t *testing.T) {
	_, err := Compile(Set{Name: "own", Definitions: []Definition{{Name: "met", Patterns: []string{"A meet B"}, Converse: "seen"}}})
	var fault *RuleError
	require.ErrorAs(t, err, &fault)
	require.Equal(t, ErrConverse, fault.Code)
	require.Equal(t, 1, fault.Line)
}

func TestListsThatGrowWithoutEndAreAnError(t *testing.T) {
	for name, text := range map[string]string{
		"itself":      "list a = x\n" + strings.Repeat("list a = @a|@a\n", 40),
		"one another": "list a = x\nlist b = y\n" + strings.Repeat("list a = @b|@b\nlist b = @a|@a\n", 40),
		"patterns":    "list a = " + strings.Repeat("x|", 5_000) + "x\nrelation met\n" + strings.Repeat("  A meet|@a B\n", 1_000),
	} {
		_, err := Parse("own.rules", text)
		var fault *RuleError
		require.ErrorAs(t, err, &fault, name)
		require.Equal(t, ErrTooComplex, fault.Code, name)
	}
}

func TestAListOverManyLinesIsReadOnce(t *testing.T) {
	const lines = 100_000
	r, err := Parse("own.rules", "list a = "+strings.Repeat("x|\n", lines)+"y\nrelation met\n  A meet|@a B\n")
	require.NoError(t, err)
	require.Equal(t, 1, r.Len())
}
