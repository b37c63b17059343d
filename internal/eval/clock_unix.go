//go:build unix

package main

import (
	"syscall"
	"time"
)

// cpu is the time that the program has run on all cores so far: on one core it
// says how fast work is, whatever else the machine does.
func cpu() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		return time.Since(started)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

var started = time.Now()
