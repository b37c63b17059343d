package relation

// nounFrame fills f with the arguments of an event noun: "A's visit to B",
// "talks between A and B", and, where the noun has none of its own, those of
// the verb that carries it ("A held talks with B") or of the clause that it
// happens in ("A arrived for talks with B").
func (g *graph) nounFrame(n int32, f *frame) {
	*f = frame{word: n, light: none}
	var poss, by heads
	for c := g.t[n].first; c != none; c = g.t[c].next {
		switch g.t[c].dep {
		case depNmodPoss:
			poss.add(g.antecedentOf(c))
		case depNmod, depObl, depOblAgent, depAcl, depAdvcl:
			first, _ := g.prep(c)
			if g.isBy(first) {
				by.add(g.antecedentOf(c))
				continue
			}
			if first == g.of { // criticism of [Ruiz by Berg]
				for k := g.t[c].first; k != none; k = g.t[k].next {
					if by1, _ := g.prep(k); g.t[k].dep == depNmod && g.isBy(by1) {
						by.add(g.antecedentOf(k))
					}
				}
			}
			if g.t[c].class&classTime != 0 {
				g.timePhrases(c, false, &by, f)
			}
			f.addObl(g, c)
		case depOblTime: // a meeting this week with B
			g.timePhrases(c, false, &by, f)
		case depCompound, depAmod, depNmodDesc:
			if g.t[c].mention != none {
				f.weak.add(c)
			}
		}
	}
	if c := g.phraseAfter(n); c != none && g.t[c].head != n && c > n {
		if first, _ := g.prep(c); g.isBy(first) {
			by.add(g.antecedentOf(c))
		} else {
			f.addObl(g, c)
		}
	}
	g.weakBefore(n, f)
	switch {
	case by.n > 0:
		f.subj, f.obj = by, poss
	case poss.n > 0:
		f.subj = poss
	}
	g.participleBy(n, f)
	v := g.carrier(n)
	f.light = v
	if v != none {
		g.carried(v, f)
	}
	if g.child(n, depCop) != none { // is on a visit to B
		for c := g.t[n].first; c != none; c = g.t[c].next {
			if g.t[c].dep == depNsubj && g.child(n, depCase) != none {
				f.implied.add(g.antecedentOf(c))
			}
		}
	}
	if f.subj.n == 0 && f.weak.n == 0 && v == none && f.implied.n == 0 {
		var of frame
		g.occasion(n, &of)
		f.implied, f.byObj = of.subj, g.t[n].dep != depObl
	}
}

// weakBefore adds the mentions that stand right before a noun, whatever the
// tree makes of them: "U.S. trade embargo".
func (g *graph) weakBefore(n int32, f *frame) {
	for i := n - 1; i >= max(0, n-4); i-- {
		t := &g.t[i]
		if t.pos == posPron {
			return
		}
		if t.mention != none {
			if m := &g.mentions[t.mention]; m.head == i || m.last-1 == i {
				if g.possessive(m.last) {
					return
				}
				f.weak.add(m.head)
			}
			i = g.mentions[t.mention].first
			continue
		}
		if t.pos != posNoun && t.pos != posAdj && t.pos != posName && t.dep != depAmod {
			return
		}
	}
}

func (g *graph) possessive(i int32) bool {
	return int(i) < len(g.t) && g.t[i].pos == posPoss
}

// participleBy reads "sanctions imposed by A on B" and "the attack carried out
// by A": the participle's arguments are the noun's.
func (g *graph) participleBy(n int32, f *frame) {
	for c := g.t[n].first; c != none; c = g.t[c].next {
		if g.t[c].dep != depAcl && g.t[c].dep != depRelcl || g.t[c].class&classLight == 0 || g.t[c].dep == depAcl && g.ownSubject(c) {
			continue
		}
		var vf frame
		g.verbFrame(c, &vf)
		for _, s := range vf.subj.list() {
			f.subj.add(s)
		}
		for _, o := range vf.obl[:vf.nobl] {
			if f.nobl < len(f.obl) && !g.isBy(o.first) {
				f.obl[f.nobl] = o
				f.nobl++
			}
		}
	}
}

// carried adds what the light verb v says of its noun.
func (g *graph) carried(v int32, f *frame) {
	var vf frame
	g.verbFrame(v, &vf)
	if f.subj.n == 0 {
		f.subj = vf.subj
		f.derived = vf.derived
	}
	for _, o := range vf.obl[:vf.nobl] {
		if f.nobl < len(f.obl) && !g.isBy(o.first) {
			f.obl[f.nobl] = o
			f.nobl++
		}
	}
	if vf.theme.n > 0 { // gave Peru its support
		for _, o := range vf.obj.list() {
			f.theme.add(o)
		}
	}
}

// occasion takes the subject of the clause that the noun is an occasion of:
// "Ruiz spoke after a meeting with Berg".
func (g *graph) occasion(n int32, f *frame) {
	at := n
	for range 3 {
		h := g.t[at].head
		if h == none {
			return
		}
		switch g.t[at].dep {
		case depConj:
			at = h
			continue
		case depObl, depNmod:
			first, _ := g.prep(at)
			if at == n && (first == 0 || g.vocab.class[first]&classJoin == 0) {
				if first == g.of && g.noun(h) { // a round of talks
					at = h
					continue
				}
				return
			}
			if g.t[h].pos != posVerb && !(g.t[h].pos == posAdj && g.ownSubject(h)) { // is due for talks
				if !g.noun(h) {
					return
				}
				at = h
				if g.t[h].mention == none && g.t[h].class&classTime == 0 {
					f.subj = g.agents(h, 3)
					if f.subj.n > 0 {
						return
					}
				}
				continue
			}
			f.subj, _, _ = g.surface(h, maxDepth)
			return
		case depObj:
			if g.t[h].pos == posVerb && g.t[h].class&(classFutureVerb|classPossibleVerb|classNotVerb|classPhase) != 0 {
				f.subj, _, _ = g.surface(h, maxDepth)
			}
			return
		default:
			return
		}
	}
}
