package text

import "strings"

// addressLimit is the longest address, in bytes, that is kept whole.
const addressLimit = 2048

// address returns the length of the web or mail address that s starts with,
// 0 if it starts with none. A full stop at the end is not part of it.
func address(s string) int {
	if len(s) < 5 || len(s) > addressLimit {
		return 0
	}
	n := len(strings.TrimRight(s, "."))
	if i := strings.Index(s, "://"); i > 1 && i < 8 {
		return n
	}
	if s[:4] == "www." || s[:4] == "WWW." {
		return n
	}
	if i := strings.IndexByte(s, '@'); i > 0 && i < n-1 && !strings.ContainsAny(s, "<\"(") {
		return n
	}
	host := s[:n]
	slash := strings.IndexByte(host, '/')
	if slash >= 0 {
		host = host[:slash]
	}
	dot := strings.LastIndexByte(host, '.')
	if dot < 1 || slash < 0 && strings.IndexByte(host, '-') < 0 {
		return 0
	}
	switch host[dot+1:] {
	case "com", "org", "net", "gov", "edu":
	case "uk", "us", "ca", "au", "de", "fr", "cn", "jp", "in", "ru", "eu", "io", "info", "mil", "int", "ly", "be":
		if slash < 0 {
			return 0
		}
	default:
		return 0
	}
	for i := 0; i < len(host); i++ {
		if c := host[i]; c != '.' && c != '-' && (c >= 0x80 || ascii[c]&(letter|digit) == 0) {
			return 0
		}
	}
	return n
}
