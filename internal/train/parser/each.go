package main

import "sync"

// atOnce is how many trainings run side by side: each takes gigabytes.
const atOnce = 2

// each calls do for the numbers below n, atOnce at a time.
func each(n int, do func(i int)) {
	var group sync.WaitGroup
	free := make(chan struct{}, atOnce)
	for i := range n {
		free <- struct{}{}
		group.Go(func() {
			do(i)
			<-free
		})
	}
	group.Wait()
}
