package entity

// le64 and le32 read little-endian numbers.
func le64(s string, i int) uint64 {
	s = s[i : i+8]
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
		uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
}

func le32(s string, i int) uint32 {
	s = s[i : i+4]
	return uint32(s[0]) | uint32(s[1])<<8 | uint32(s[2])<<16 | uint32(s[3])<<24
}

// maxRows is how many rows a sum of 16 bits has room for.
const maxRows = 256

// sum adds up the weights of the features into out, one number a label.
func (m *Model) sum(features []uint64, out []float32) {
	if len(m.kinds) == 3 {
		m.sumThree(features, out)
		return
	}
	size := rowSize(len(m.kinds))
	for _, f := range features {
		at := m.find(f, size)
		if at < 0 {
			continue
		}
		row := m.rows[at : at+size]
		for y := range out {
			out[y] += float32(int(row[y])-128) * m.scale
		}
	}
}

// find is where a feature's row starts, or -1.
func (m *Model) find(feature uint64, size int) int {
	bucket, print := bucketOf(feature, m.n)
	at := int(bucket) * rowsPerBucket * size
	for range rowsPerBucket {
		if le32(m.rows, at+size-4)>>8 == print {
			return at
		}
		at += size
	}
	return -1
}

// sumThree is sum for rows of 16 bytes: it adds eight weights at a time, as
// four sums of 16 bits side by side in a word.
func (m *Model) sumThree(features []uint64, out []float32) {
	const low = 0x00FF00FF00FF00FF
	const size = 16
	if len(features) > maxRows {
		features = features[:maxRows]
	}
	var even0, odd0, even1, odd1 uint64
	n := 0
	for _, f := range features {
		bucket, print := bucketOf(f, m.n)
		at := int(bucket) * (rowsPerBucket * size)
		b := m.rows[at : at+rowsPerBucket*size]
		var x, y uint64
		switch print {
		case le32(b, 12) >> 8:
			x, y = le64(b, 0), le64(b, 8)
		case le32(b, 28) >> 8:
			x, y = le64(b, 16), le64(b, 24)
		case le32(b, 44) >> 8:
			x, y = le64(b, 32), le64(b, 40)
		case le32(b, 60) >> 8:
			x, y = le64(b, 48), le64(b, 56)
		default:
			continue
		}
		even0 += x & low
		odd0 += x >> 8 & low
		even1 += y & low
		odd1 += y >> 8 & low
		n++
	}
	bias := 128 * n
	sums := [16]uint16{
		uint16(even0), uint16(odd0), uint16(even0 >> 16), uint16(odd0 >> 16),
		uint16(even0 >> 32), uint16(odd0 >> 32), uint16(even0 >> 48), uint16(odd0 >> 48),
		uint16(even1), uint16(odd1), uint16(even1 >> 16), uint16(odd1 >> 16),
		uint16(even1 >> 32), uint16(odd1 >> 32), uint16(even1 >> 48), uint16(odd1 >> 48)}
	for y := range out {
		out[y] += float32(int(sums[y])-bias) * m.scale
	}
}
