package relation

import "strings"

// headline.go reads a verb that a tagger took for a noun, as happens in the
// present tense of headlines: "Peruvian police arrest Tomas Berg". What stands
// right before it is its subject, what follows right after it its object.

// headlineFrame fills f from the words around token v; false if they do not
// look like a subject and an object.
func (g *graph) headlineFrame(v int32, f *frame) bool {
	if v == 0 || int(v)+1 >= len(g.t) || g.t[v].mention != none {
		return false
	}
	subj := v - 1
	st := &g.t[subj]
	named := st.mention != none && g.mentions[st.mention].last == v && g.mentions[st.mention].kind&kindDemonym == 0
	if !named && (st.pos != posNoun || st.class&(classWrapper|classCollective) == 0) {
		return false
	}
	third := strings.HasSuffix(g.toks[v].Text, "s")
	team := named && g.mentions[st.mention].kind&(kindOrg|kindGroup) != 0 // the Crew defeat ...
	plural := team || !named && (g.tag(subj) == "NNS" || st.class&classCollective != 0)
	if third && plural && !team && g.tag(subj) == "NNS" || !third && !plural {
		return false
	}
	if named {
		subj = g.mentions[st.mention].head
		if k := g.mentions[st.mention].first - 1; k > 0 && g.t[k].pos == posPrep { // gunmen in Lima
			subj = k - 1
			if !g.noun(subj) || g.tag(subj) != "NNS" {
				return false
			}
		}
	}
	obj := g.objectAfter(v + 1)
	if obj == none {
		return false
	}
	*f = frame{word: v, light: none}
	f.subj.add(subj)
	f.obj.add(obj)
	for i := v + 1; int(i) < len(g.t) && i < v+16; i++ {
		if g.t[i].dep == depCase && g.t[i].head > i && g.nominal(g.t[i].head) && g.t[i].pos == posPrep {
			f.addObl(g, g.t[i].head)
		}
	}
	return true
}

// objectAfter is the head of the noun phrase that begins at i and has a name in
// it or acts for one; none if there is no such phrase.
func (g *graph) objectAfter(i int32) int32 {
	head := int32(none)
	for k := i; int(k) < len(g.t) && k < i+10; k++ {
		t := &g.t[k]
		if m := t.mention; m != none && g.mentions[m].kind&kindDemonym == 0 {
			end := g.mentions[m].last
			if int(end) < len(g.t) && (g.possessive(end) || (g.t[end].pos == posNoun || g.t[end].class&classClaim != 0) && g.t[end].mention == none) {
				k = end - 1
				head = g.mentions[m].head
				continue
			}
			return g.mentions[m].head
		}
		if t.class&classClaim != 0 && t.mention == none && k > i {
			return k
		}
		if g.toks[k].Text == "-" && k > i {
			continue
		}
		if tag := g.tag(k); (tag == "VBG" || tag == "VBN") && (t.dep == depAmod || k > i && g.toks[k-1].Text == "-" || k == i && int(k)+1 < len(g.t) && g.t[k+1].class&classTrigCopula != 0) {
			continue // retiring Justice Ruiz
		}
		switch t.pos {
		case posDet, posAdj, posNum, posPoss:
		case posNoun, posName:
			head = k
		default:
			if k == i {
				return none
			}
			return head
		}
	}
	return head
}
