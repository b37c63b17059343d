package entity

// table maps hashes to small numbers, by open addressing. It is emptied by
// clearing, so that its cost is that of its largest use.
type table struct {
	keys []uint64
	vals []int32
	used int
}

func (t *table) reset(n int) {
	size := 64
	for size < 2*n {
		size *= 2
	}
	if size > len(t.keys) || size*16 < len(t.keys) {
		t.keys, t.vals = make([]uint64, size), make([]int32, size)
	} else {
		clear(t.keys)
	}
	t.used = 0
}

// at returns the place of key's value and whether it was there already; a new
// one holds -1.
func (t *table) at(key uint64) (val *int32, found bool) {
	if key == 0 {
		key = 1
	}
	if 2*t.used >= len(t.keys) {
		t.grow()
	}
	mask := uint64(len(t.keys) - 1)
	for i := key & mask; ; i = (i + 1) & mask {
		switch t.keys[i] {
		case key:
			return &t.vals[i], true
		case 0:
			t.keys[i], t.vals[i] = key, -1
			t.used++
			return &t.vals[i], false
		}
	}
}

// get returns the value of key, -1 if there is none.
func (t *table) get(key uint64) int32 {
	if key == 0 {
		key = 1
	}
	mask := uint64(len(t.keys) - 1)
	for i := key & mask; ; i = (i + 1) & mask {
		switch t.keys[i] {
		case key:
			return t.vals[i]
		case 0:
			return -1
		}
	}
}

func (t *table) grow() {
	keys, vals := t.keys, t.vals
	t.keys, t.vals, t.used = make([]uint64, 2*len(keys)), make([]int32, 2*len(keys)), 0
	for i, k := range keys {
		if k != 0 {
			v, _ := t.at(k)
			*v = vals[i]
		}
	}
}

// recent holds the entities of a key that were mentioned last, the latest
// first.
type recent [4]int32

// push puts an entity in front.
func (r *recent) push(st *state, m int32) {
	root := st.root(m)
	last := root
	for i, old := range r {
		r[i] = last
		if old < 0 || st.root(old) == root {
			return
		}
		last = old
	}
}

// recents returns the entities last mentioned under a key of st.table, which are
// valid until the next call.
func (st *state) recents(key uint64) *recent {
	at, found := st.table.at(key)
	if !found {
		*at = int32(len(st.recent))
		st.recent = append(st.recent, recent{-1, -1, -1, -1})
	}
	return &st.recent[*at]
}
