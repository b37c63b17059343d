//go:build !unix

package relation

import "time"

var started = time.Now()

// cpu is the time since the start, where that on the cores cannot be asked for.
func cpu() time.Duration { return time.Since(started) }
