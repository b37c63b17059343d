package entity

// How far back an antecedent is sought.
const (
	sentenceWindow = 4  // sentences
	mentionWindow  = 40 // mentions
)

// resolveThird links a third-person pronoun to the best candidate.
func (st *state) resolveThird(i int32, p pronoun) {
	m := &st.ms[i]
	toks := st.doc.Sentences[m.Sentence].Tokens
	f := newFrame(st, i, p, toks)
	best, second := int32(-1), -100.0
	top := -100.0
	distinct := 0
	lastRoot := int32(-1)
	for j, seen := i-1, 0; j >= 0 && seen < mentionWindow; j, seen = j-1, seen+1 {
		if m.Sentence-st.ms[j].Sentence > sentenceWindow {
			break
		}
		root := st.root(j)
		if !f.fits(j, root) {
			continue
		}
		score := f.score(j, root, distinct)
		if root != lastRoot {
			distinct++
			lastRoot = root
		}
		if score > top {
			if best >= 0 && st.root(best) != root {
				second = top
			}
			best, top = j, score
		} else if score > second && best >= 0 && st.root(best) != root {
			second = score
		}
	}
	if j := f.ahead(); j >= 0 {
		if score := f.score(j, st.root(j), 0); score > top {
			second, top, best = top, score, j
		}
	}
	if best < 0 || top < f.minimum {
		return
	}
	several := f.p.number == plural
	st.linkPronoun(best, i, f.confidence(top, second))
	if several {
		st.linkSeveral(best, i)
	}
}

// linkSeveral gives a plural pronoun the further entities of its antecedent.
func (st *state) linkSeveral(j, i int32) {
	n := len(st.extra)
	if from := st.info[j].extra; from > 0 {
		for k := from - 1; int(k) < n && k < from-1+maxSeveral && st.extra[k].mention == j; k++ {
			st.extra = append(st.extra, pairLink{i, st.extra[k].entity})
		}
	} else if st.ms[j].Form != Pronoun {
		k := st.info[j].conjunct
		for left := maxSeveral; k > 0 && left > 0; k, left = st.info[k].conjunct, left-1 {
			if c := st.root(k); c != st.root(i) && st.clusters[c].full >= 0 {
				st.extra = append(st.extra, pairLink{i, c})
			}
		}
	}
	if len(st.extra) > n {
		st.info[i].extra = int32(n + 1)
	}
}

// maxSeveral bounds how many entities a pronoun stands for besides the first.
const maxSeveral = 7
