package main

import "sync"

// each calls do for the numbers below n, two at a time.
func each(n int, do func(i int)) {
	var group sync.WaitGroup
	free := make(chan struct{}, 2)
	for i := range n {
		free <- struct{}{}
		group.Go(func() {
			do(i)
			<-free
		})
	}
	group.Wait()
}
