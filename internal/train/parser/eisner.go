package main

// voter finds the projective tree with the most votes (Sagae and Lavie, 2006)
// by dynamic programming (Eisner, 1996). It is scratch.
type voter struct {
	n        int
	votes    []float32 // [head*n+dependent]; the diagonal holds votes for the root
	best     [4][]float32
	split    [4][]int16
	weighted float32
}

// The parts of a chart: a span with its head on the right or on the left, with
// all dependents or with the arc just made.
const (
	leftOpen = iota
	rightOpen
	leftDone
	rightDone
)

func (v *voter) start(n int) {
	v.n = n
	v.weighted = 0
	v.votes = append(v.votes[:0], make([]float32, n*n)...)
	for k := range v.best {
		v.best[k] = append(v.best[k][:0], make([]float32, n*n)...)
		v.split[k] = append(v.split[k][:0], make([]int16, n*n)...)
	}
}

func (v *voter) add(heads []int32, weight float32) {
	v.weighted += weight
	for d, h := range heads {
		if h < 0 {
			h = int32(d)
		}
		v.votes[int(h)*v.n+d] += weight
	}
}

// tree writes the heads of the tree with the most votes, and gives its share of
// the votes.
func (v *voter) tree(heads []int32) float32 {
	n := v.n
	for size := 1; size < n; size++ {
		for i := 0; i+size < n; i++ {
			j := i + size
			top, at := float32(-1), 0
			for m := i; m < j; m++ {
				if s := v.best[rightDone][i*n+m] + v.best[leftDone][(m+1)*n+j]; s > top {
					top, at = s, m
				}
			}
			c := i*n + j
			v.best[leftOpen][c], v.split[leftOpen][c] = top+v.votes[j*n+i], int16(at)
			v.best[rightOpen][c], v.split[rightOpen][c] = top+v.votes[i*n+j], int16(at)
			top = -1
			for m := i; m < j; m++ {
				if s := v.best[leftDone][i*n+m] + v.best[leftOpen][m*n+j]; s > top {
					top, at = s, m
				}
			}
			v.best[leftDone][c], v.split[leftDone][c] = top, int16(at)
			top = -1
			for m := i + 1; m <= j; m++ {
				if s := v.best[rightOpen][i*n+m] + v.best[rightDone][m*n+j]; s > top {
					top, at = s, m
				}
			}
			v.best[rightDone][c], v.split[rightDone][c] = top, int16(at)
		}
	}
	top, root := float32(-1), 0
	for r := range n {
		if s := v.best[leftDone][r] + v.best[rightDone][r*n+n-1] + v.votes[r*n+r]; s > top {
			top, root = s, r
		}
	}
	heads[root] = -1
	v.trace(leftDone, 0, root, heads)
	v.trace(rightDone, root, n-1, heads)
	return top / (v.weighted * float32(n))
}

func (v *voter) trace(part, i, j int, heads []int32) {
	if i == j {
		return
	}
	m := int(v.split[part][i*v.n+j])
	switch part {
	case leftOpen, rightOpen:
		if part == leftOpen {
			heads[i] = int32(j)
		} else {
			heads[j] = int32(i)
		}
		v.trace(rightDone, i, m, heads)
		v.trace(leftDone, m+1, j, heads)
	case leftDone:
		v.trace(leftDone, i, m, heads)
		v.trace(leftOpen, m, j, heads)
	case rightDone:
		v.trace(rightOpen, i, m, heads)
		v.trace(rightDone, m, j, heads)
	}
}
