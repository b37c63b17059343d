package syntax

import (
	"strings"
	"testing"

	"github.com/dossier-nlp/dossier/internal/model"
	"github.com/stretchr/testify/require"
)

// lemmaCases are words with a tag, each with its lemma.
var lemmaCases = []struct{ tag, cases string }{
	{"VBD", `met:meet accused:accuse said:say told:tell held:hold led:lead paid:pay sued:sue fled:flee
		sought:seek fought:fight bought:buy struck:strike shot:shoot hit:hit put:put quit:quit cut:cut
		stopped:stop admitted:admit referred:refer planned:plan permitted:permit visited:visit offered:offer
		called:call passed:pass killed:kill addressed:address filled:fill added:add agreed:agree
		denied:deny tried:try carried:carry played:play died:die tied:tie argued:argue issued:issue
		noted:note hoped:hope closed:close urged:urge charged:charge faced:face forced:force used:use
		cancelled:cancel canceled:cancel travelled:travel labelled:label criticised:criticise
		criticized:criticize organised:organise overthrew:overthrow withdrew:withdraw undertook:undertake
		was:be were:be had:have did:do went:go became:become began:begin knew:know threw:throw
		targeted:target limited:limit benefited:benefit invited:invite appointed:appoint resigned:resign
		mimicked:mimic panicked:panic interviewed:interview echoed:echo vetoed:veto`},
	{"VBN", `met:meet accused:accuse taken:take given:give driven:drive stolen:steal beaten:beat
		arrested:arrest sworn:swear chosen:choose forbidden:forbid been:be done:do gone:go known:know
		freed:free seen:see sanctioned:sanction detained:detain`},
	{"VBG", `meeting:meet accusing:accuse running:run lying:lie dying:die saying:say being:be having:have
		making:make taking:take planning:plan beginning:begin writing:write sitting:sit hitting:hit
		using:use suing:sue agreeing:agree seeing:see visiting:visit uniting:unite staring:stare
		calling:call passing:pass bringing:bring travelling:travel controlling:control stating:state
		negotiating:negotiate threatening:threaten`},
	{"VBZ", `meets:meet accuses:accuse says:say tries:try goes:go does:do has:have is:be passes:pass
		denies:deny pushes:push reaches:reach fixes:fix agrees:agree dies:die faces:face uses:use focuses:focus`},
	{"NNS", `officials:official countries:country wives:wife men:man women:woman children:child
		crises:crisis analyses:analysis buses:bus boxes:box churches:church cities:city heroes:hero
		knives:knife policies:policy senators:senator spokesmen:spokesman series:series hostages:hostage
		charges:charge bases:base houses:house attorneys:attorney allies:ally`},
	{"JJR", "bigger:big larger:large easier:easy better:good worse:bad older:old simpler:simple"},
	{"JJS", "biggest:big largest:large easiest:easy best:good worst:bad latest:late"},
	{"RB", "n't:not n’t:not quickly:quickly"},
	{"PRP", "them:they him:he us:we me:I I:I he:he"},
	{"MD", "wo:will ca:can 'll:will would:would"},
	{"NN", "news:news analysis:analysis boss:boss meeting:meeting"},
	{"NNP", "Obama:Obama Paris:Paris Reuters:Reuters Texas:Texas Davies:Davies"},
	{"DT", "An:a The:the These:this"},
	{"CD", "5,000:5,000 1984:1984 three:three"},
}

func TestLemmas(t *testing.T) {
	for _, c := range lemmaCases {
		for _, pair := range strings.Fields(c.cases) {
			word, want, _ := strings.Cut(pair, ":")
			require.Equal(t, want, lemma(t, word, c.tag), "%s as %s", word, c.tag)
		}
	}
}

func TestLemmasOfCommonWordsHaveNoCapitals(t *testing.T) {
	require.Equal(t, "meet", lemma(t, "Met", "VBD"))
	require.Equal(t, "accuse", lemma(t, "ACCUSED", "VBD"))
	require.Equal(t, "official", lemma(t, "Officials", "NNS"))
	require.Equal(t, "état", lemma(t, "États", "NNS"))
	require.Equal(t, "American", lemma(t, "American", "JJ"))
}

func TestLemmasOfHostileWordsAreSane(t *testing.T) {
	long := strings.Repeat("walked", 1<<17)
	for _, tag := range TagNames() {
		for _, word := range []string{"", "s", "’", "\xff\xfe", "ed", "ING", "\x00", "é", "’s’s"} {
			require.NotPanics(t, func() { lemma(t, word, tag) })
		}
		require.Equal(t, long, lemma(t, long, tag))
	}
}

func TestLemmasOfKnownWordsAllocateNothing(t *testing.T) {
	l, err := DefaultLemmatizer()
	require.NoError(t, err)
	classes, err := model.DefaultClasses()
	require.NoError(t, err)
	words := strings.Fields("The ministers met their Shares STOPPED accusing says children n’t Lisbon American")
	tags := strings.Fields("DT NNS VBD PRP$ NNS VBD VBG VBZ NNS RB NNP JJ")
	var s Sentence
	s.Set(words, classes)
	require.Zero(t, testing.AllocsPerRun(10, func() {
		for i, w := range words {
			l.Lemma(w, &s.Words[i], ParseTag(tags[i]))
		}
	}))
}

func lemma(t *testing.T, word, tag string) string {
	t.Helper()
	l, err := DefaultLemmatizer()
	require.NoError(t, err)
	classes, err := model.DefaultClasses()
	require.NoError(t, err)
	var s Sentence
	s.Set([]string{"x", word}, classes)
	return l.Lemma(word, &s.Words[1], ParseTag(tag))
}
