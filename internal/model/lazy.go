package model

import "sync"

// Lazy makes a value once, when it is first asked for. The zero value is
// ready; it is safe for concurrent use.
//
// A variable set by sync.OnceValues does the same, but needs code at the start
// of the program, which keeps an embedded model in every program that imports
// the package. A Lazy lets the linker leave out what nobody asks for.
type Lazy[T any] struct {
	once  sync.Once
	value T
	err   error
}

// Get returns the value, made by the first caller's function.
func (l *Lazy[T]) Get(open func() (T, error)) (T, error) {
	l.once.Do(func() { l.value, l.err = open() })
	return l.value, l.err
}
