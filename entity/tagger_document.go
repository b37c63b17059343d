package entity

// What the rest of the document says of a word: after a first pass, each word
// that may be a name knows how its other occurrences were labelled, and a
// second pass has that as a feature (Krishnan and Manning, 2006). So a surname
// alone takes its kind from the full name elsewhere.

// echo is how the other occurrences of a word were labelled: the label with
// the most probability among them, how much it has, and how many there are;
// 0 if there are none.
type echo uint16

func makeEcho(label int, share float32, others int) echo {
	sure := 0
	switch {
	case share > 0.95:
		sure = 3
	case share > 0.8:
		sure = 2
	case share > 0.6:
		sure = 1
	}
	return echo(1<<15 | min(others, 3)<<12 | sure<<8 | label)
}

func (e echo) label() echo { return e & 0x80FF }

// memory counts the labels of words of a document. Its buffers are kept.
type memory struct {
	slots  []int32 // open addressing by the word's hash: index + 1 in keys
	keys   []uint64
	counts []int32
	sums   []float32 // by word and label
	labels int
}

func (m *memory) reset(labels int) {
	m.labels = labels
	clear(m.slots)
	m.keys, m.counts, m.sums = m.keys[:0], m.counts[:0], m.sums[:0]
}

// at is the word's index, or -1; with add, it gets one.
func (m *memory) at(key uint64, add bool) int {
	if add && len(m.keys)*2 >= len(m.slots) {
		m.widen()
	}
	if len(m.slots) == 0 {
		return -1
	}
	mask := uint64(len(m.slots) - 1)
	for i := key & mask; ; i = (i + 1) & mask {
		switch k := m.slots[i]; {
		case k == 0:
			if !add {
				return -1
			}
			m.keys = append(m.keys, key)
			m.counts = append(m.counts, 0)
			for range m.labels {
				m.sums = append(m.sums, 0)
			}
			m.slots[i] = int32(len(m.keys))
			return len(m.keys) - 1
		case m.keys[k-1] == key:
			return int(k - 1)
		}
	}
}

func (m *memory) widen() {
	m.slots = make([]int32, max(256, 2*len(m.slots)))
	mask := uint64(len(m.slots) - 1)
	for k, key := range m.keys {
		i := key & mask
		for m.slots[i] != 0 {
			i = (i + 1) & mask
		}
		m.slots[i] = int32(k + 1)
	}
}

// remembers tells whether a word's labels are worth keeping.
func remembers(w *word) bool { return w.caps.named() && w.size > 1 && w.lower != hiddenWord }

// note adds the labels' probabilities of a sentence's words.
func (m *memory) note(words []word, marginal []float32) {
	for i := range words {
		if !remembers(&words[i]) {
			continue
		}
		k := m.at(words[i].lower, true)
		m.counts[k]++
		sums := m.sums[k*m.labels : (k+1)*m.labels]
		for y, p := range marginal[i*m.labels : (i+1)*m.labels] {
			sums[y] += p
		}
	}
}

// recall is the echo of a word that has been noted itself with the given
// probabilities, if it is one of those that are noted at all.
func (m *memory) recall(w *word, marginal []float32) echo {
	if w.size < 2 || w.caps == noLetters {
		return 0
	}
	k := m.at(w.lower, false)
	if k < 0 {
		return 0
	}
	n := int(m.counts[k])
	own := remembers(w)
	if own {
		n--
	}
	if n <= 0 {
		return 0
	}
	top, best := float32(-1), 0
	for y, s := range m.sums[k*m.labels : (k+1)*m.labels] {
		if own {
			s -= marginal[y]
		}
		if s > top {
			top, best = s, y
		}
	}
	return makeEcho(best, top/float32(n), n)
}
