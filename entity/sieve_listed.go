package entity

// listedName joins names that the word lists know as names of one organization:
// "the UN" and "the United Nations".
type listedName struct{}

func (listedName) name() string { return "listed-name" }

func (listedName) run(st *state) {
	st.table.reset(64)
	for i := range st.ms {
		record := st.info[i].record
		if record < 0 || st.ms[i].Kind == Place {
			continue
		}
		first, found := st.table.at(uint64(record) + 2)
		if !found {
			*first = int32(i)
			continue
		}
		st.link(*first, int32(i), 1)
	}
}
