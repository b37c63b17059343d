package text

import "strings"

// address returns the length of the web or mail address that s starts with,
// 0 if it starts with none.
func address(s string) int {
	if len(s) > 2048 {
		return 0
	}
	if i := strings.Index(s, "://"); i > 1 && i < 8 {
		return len(s)
	}
	if len(s) > 4 && (s[:4] == "www." || s[:4] == "WWW.") {
		return len(strings.TrimRight(s, "."))
	}
	if i := strings.IndexByte(s, '@'); i > 0 && i < len(s)-1 {
		return len(strings.TrimRight(s, "."))
	}
	return 0
}
