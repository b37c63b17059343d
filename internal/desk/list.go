package desk

import "slices"

// Room gives list room for n more elements, and where it has too little, for as
// many more as it has. A list that append makes longer grows by a quarter at a time
// once it is long, and has cost five times its length when it has stopped.
func Room[T any](list []T, n int) []T {
	if cap(list)-len(list) >= n {
		return list
	}
	return slices.Grow(list, max(n, len(list)))
}

// Sized gives a list of n elements in the memory of list, or in new memory
// where that is too small. What the elements hold is left open.
func Sized[T any](list []T, n int) []T {
	if cap(list) < n {
		return make([]T, n, n+n/4)
	}
	return list[:n]
}
