//go:build unix

package relation

import (
	"syscall"
	"time"
)

// cpu is the time that the program has run on all cores so far, whatever else
// the machine does.
func cpu() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		panic(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
