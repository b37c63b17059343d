package entity

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dossier-nlp/dossier/internal/model"
)

// windowOf reads one sentence.
func windowOf(t testing.TB, text string) (*window, []Token) {
	t.Helper()
	doc := &Document{Text: text}
	require.NoError(t, Words.Segment(doc))
	require.Len(t, doc.Sentences, 1)
	known, err := model.DefaultClasses()
	require.NoError(t, err)
	w := &window{known: known}
	w.read(doc.Sentences[0].Tokens)
	return w, doc.Sentences[0].Tokens
}

func TestAcronymsFindTheirLongForms(t *testing.T) {
	for text, want := range map[string]string{
		"The Northern Fishing Council (NFC) met.":                 "NFC shortForm, Northern longFirst, Fishing longInside, Council longLast",
		"The Society for the Protection of Old Trees (SPOT) met.": "SPOT shortForm, Society longFirst, for longInside, the longInside, Protection longInside, of longInside, Old longInside, Trees longLast",
		"He is the chief information officer (CIO) of the firm.":  "CIO shortCommon",
		"The plant belongs to a rival (Norvex) from the south.":   "Norvex shortUnmatched",
		"It rose by a tenth (see below).":                         "",
		"The Council of Rivers (XYZ) met.":                        "XYZ shortUnmatched",
	} {
		w, tokens := windowOf(t, text)
		names := map[abbreviation]string{longFirst: "longFirst", longInside: "longInside", longLast: "longLast",
			shortForm: "shortForm", shortCommon: "shortCommon", shortUnmatched: "shortUnmatched"}
		got := map[string]bool{}
		for i, tok := range tokens {
			if s := w.words[margin+i].short; s != noAbbreviation {
				got[tok.Text+" "+names[s]] = true
			}
		}
		expected := map[string]bool{}
		for _, s := range strings.Split(want, ", ") {
			if s != "" {
				expected[s] = true
			}
		}
		require.Equal(t, expected, got, text)
	}
}

func TestSentenceCaseIsSeen(t *testing.T) {
	for text, want := range map[string]sentenceCase{
		"The minister met traders in Lima on Monday.":    ordinary,
		"Finance Minister Meets Foreign Traders in Lima": titleCase,
		"FINANCE MINISTER MEETS TRADERS IN LIMA":         upperCase,
		"the finance minister met traders in lima today": lowerCase,
		"Anna Berg": ordinary,
	} {
		w, _ := windowOf(t, text)
		require.Equal(t, want, w.kase, text)
	}
}

func TestShapesTellCapitals(t *testing.T) {
	for word, want := range map[string]caps{
		"Obama": initial, "NATO": allCaps, "U.S.": allCaps, "iPhone": mixed, "McDonald": mixed, "talks": lowercase,
		"2031": noLetters, "--": noLetters, "Édith": initial, "O’Higgins": mixed, "北京": noLetters, "": noLetters, "\xff": noLetters,
	} {
		_, got := shapeOf(word)
		require.Equal(t, want, got, word)
	}
	same, _ := shapeOf("Obama")
	other, _ := shapeOf("Berlusconi")
	require.Equal(t, same, other)
}

func TestWindowsForgetTheSentenceBefore(t *testing.T) {
	w, _ := windowOf(t, "The Northern Fishing Council (NFC) of Lima met Anna Berg.")
	fresh, tokens := windowOf(t, "It rained all day.")
	w.read(tokens)
	for i := range tokens {
		require.Equal(t, fresh.at(i), w.at(i))
	}
}

func FuzzFeatures(f *testing.F) {
	f.Add("Anna Berg met (NFC) \xff\x00 in LIMA.")
	f.Fuzz(func(t *testing.T, text string) {
		known, err := model.DefaultClasses()
		require.NoError(t, err)
		w := &window{known: known}
		doc := &Document{Text: text}
		require.NoError(t, Words.Segment(doc))
		for _, s := range doc.Sentences {
			w.read(s.Tokens)
			for i := range s.Tokens {
				require.LessOrEqual(t, len(w.at(i)), maxRows)
			}
		}
	})
}

func TestOrgansOfPartiesAreNamesOfTheirOwn(t *testing.T) {
	for text, want := range map[string]int{
		"Rural Commission of the Northern People's Party":  2,
		"Central Committee of the Workers' Party of Korea": 2,
		"Bank of the Northern Islands":                     0,
		"Party of the Left":                                0,
	} {
		w, tokens := windowOf(t, text)
		require.Equal(t, want, organEnd(w.words[margin:margin+len(tokens)]), text)
	}
}
