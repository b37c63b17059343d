package syntax

import (
	"strings"

	"github.com/dossier-nlp/dossier/internal/model"
)

// frames are verbs with the prepositions that go with them after an object:
// in "accused the company of fraud" the phrase is the verb's, however often
// "of" follows "company". Treebanks are too small to show it for each verb.
const frames = `
of accuse accuses accused accusing
of acquit acquits acquitted acquitting
of convict convicts convicted convicting
of convince convinces convinced convincing
of deprive deprives deprived depriving
of inform informs informed informing
of notify notifies notified notifying
of relieve relieves relieved relieving
of remind reminds reminded reminding
of rob robs robbed robbing
of strip strips stripped stripping
of suspect suspects suspected suspecting
of warn warns warned warning
of assure assures assured assuring
with charge charges charged charging
with provide provides provided providing
with supply supplies supplied supplying
with threaten threatens threatened threatening
with replace replaces replaced replacing
with credit credits credited crediting
for blame blames blamed blaming
for criticize criticizes criticized criticizing
for criticise criticises criticised criticising
for condemn condemns condemned condemning
for denounce denounces denounced denouncing
for praise praises praised praising
for thank thanks thanked thanking
for fault faults faulted faulting
for forgive forgives forgave forgiven forgiving
for punish punishes punished punishing
for rebuke rebukes rebuked rebuking
for sue sues sued suing
for jail jails jailed jailing
for arrest arrests arrested arresting
for prosecute prosecutes prosecuted prosecuting
over criticize criticizes criticized criticizing
over criticise criticises criticised criticising
over sue sues sued suing
over condemn condemns condemned condemning
over rebuke rebukes rebuked rebuking
from ban bans banned banning
from bar bars barred barring
from prevent prevents prevented preventing
from prohibit prohibits prohibited prohibiting
from exclude excludes excluded excluding
from expel expels expelled expelling
from protect protects protected protecting
from free frees freed freeing
to sentence sentences sentenced sentencing
to extradite extradites extradited extraditing
to deport deports deported deporting
to compare compares compared comparing
as describe describes described describing
as appoint appoints appointed appointing
as regard regards regarded regarding
as brand brands branded branding
as label labels labelled labeled labelling labeling
as portray portrays portrayed portraying
into turn turns turned turning
`

// frameOf has an entry for each verb form with its preposition.
var frameOf = func() map[uint64]bool {
	m := map[uint64]bool{}
	for line := range strings.Lines(frames) {
		words := strings.Fields(line)
		for i := 1; i < len(words); i++ {
			m[model.Mix(model.ClassKey(words[i]), model.ClassKey(words[0]))] = true
		}
	}
	return m
}()

// frameLabels are the labels that raise and activate look for and give.
type frameLabels struct {
	nmod, obl, acl, advcl, obj, agent, kase, mark uint8
	aux, auxPass, subject, subjectPass            uint8
}

// raise gives the phrases that the frames say are a verb's to the verb, where
// the parser has them at the end of the verb's object or agent.
func (t *tree) raise(s *ParseSentence, l *frameLabels) {
	for d := int32(len(t.nodes)) - 1; d > 0; d-- { // of several phrases the last
		was := t.labels[d]
		if was != l.nmod && was != l.acl || t.nodes[d].head >= d {
			continue
		}
		word, ok := t.preposition(s, d, l)
		if !ok {
			continue
		}
		verb, ok := t.verbOver(d, l)
		if !ok || !frameOf[model.Mix(s.at(verb).w, word)] || t.hasPhrase(s, verb, word, l) {
			continue
		}
		t.nodes[d].head = verb
		if t.labels[d] = l.obl; was == l.acl {
			t.labels[d] = l.advcl
		}
	}
}

// preposition is the word by which a phrase is attached.
func (t *tree) preposition(s *ParseSentence, d int32, l *frameLabels) (word uint64, ok bool) {
	c := t.first[d]
	if c == nowhere || c >= d || t.labels[c] != l.kase && t.labels[c] != l.mark {
		return 0, false
	}
	return s.at(c).w, true
}

// verbOver is the verb to whose object or agent a phrase is attached last of
// all, with nothing after it but its own words.
func (t *tree) verbOver(d int32, l *frameLabels) (verb int32, ok bool) {
	end := t.nodes[d].end
	o := t.nodes[d].head
	for range longestChain {
		n := &t.nodes[o]
		if n.end != end || n.head == nowhere || n.head >= o {
			return 0, false
		}
		switch t.labels[o] {
		case l.obj, l.agent:
			return n.head, true
		case l.nmod:
			o = n.head
		default:
			return 0, false
		}
	}
	return 0, false
}

// hasPhrase tells whether a verb has a phrase with a preposition already.
func (t *tree) hasPhrase(s *ParseSentence, verb int32, word uint64, l *frameLabels) bool {
	for c := t.first[verb]; c != nowhere; c = t.nodes[c].after {
		if t.labels[c] == l.obl || t.labels[c] == l.advcl {
			if w, ok := t.preposition(s, c, l); ok && w == word {
				return true
			}
		}
	}
	return false
}

var contracted = model.ClassKey("'s")

// activate makes "'s" with a participle that has an object a perfect, "she's
// met them", where the labeler took it for a passive.
func (t *tree) activate(s *ParseSentence, l *frameLabels) {
	for d := range t.nodes {
		if t.labels[d] != l.auxPass || s.at(int32(d)).w != contracted || t.nodes[d].head < 0 {
			continue
		}
		first := t.first[t.nodes[d].head]
		object := false
		for c := first; c != nowhere; c = t.nodes[c].after {
			object = object || t.labels[c] == l.obj
		}
		if !object {
			continue
		}
		t.labels[d] = l.aux
		for c := first; c != nowhere; c = t.nodes[c].after {
			if t.labels[c] == l.subjectPass {
				t.labels[c] = l.subject
			}
		}
	}
}
