//go:build !unix

package main

import "time"

// cpu is the time since the program's start, where the time on the cores
// cannot be asked for.
func cpu() time.Duration { return time.Since(started) }

var started = time.Now()
