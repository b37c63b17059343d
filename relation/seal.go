package relation

import (
	"fmt"
	"hash/crc32"
	"strings"
)

// seal.go reads the lines at the top of a rule file that say which version of
// the language it is in, and what its text adds up to:
//
//	format 1
//	checksum 5f0c96d2
//
// Files written by hand need neither.

// formatVersion is the version of the rule language that this program reads.
const formatVersion = "1"

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// unsealed is a rule file without the lines of its seal. Line ends become "\n":
// version control may change them.
func unsealed(text string) string {
	var b strings.Builder
	top := true
	for line := range strings.Lines(text) {
		line = strings.TrimRight(line, "\r\n")
		top = top && !strings.HasPrefix(line, "relation ")
		if !top || !strings.HasPrefix(line, "checksum ") && !strings.HasPrefix(line, "format ") {
			b.WriteString(line + "\n")
		}
	}
	return b.String()
}

// checksum is the CRC-32C of a rule file without its seal.
func checksum(text string) string {
	return fmt.Sprintf("%08x", crc32.Checksum([]byte(unsealed(text)), castagnoli))
}

// Seal puts the lines "format" and "checksum" at the top of a rule file, or
// renews them. A sealed file that has been cut short or changed does not parse:
// the error is a *RuleError with the code ErrChecksum, or ErrVersion for a file
// in a later version of the language. The text itself need not be right.
func Seal(text string) string {
	return "format " + formatVersion + "\nchecksum " + checksum(text) + "\n" + unsealed(text)
}

// format reads the rest of a line "format".
func (p *fileParser) format(version string) {
	if version = strings.TrimSpace(version); version != formatVersion {
		p.fail(lineFault{len("format "), ErrVersion, "rules of format " + version + ", this program reads " + formatVersion, ""})
	}
}

// checksum reads the rest of a line "checksum".
func (p *fileParser) checksum(want string) {
	if got := checksum(p.text); strings.TrimSpace(want) != got {
		p.fail(lineFault{len("checksum "), ErrChecksum, "the rules have been changed: their checksum is " + got, "if they were meant to be, seal them again"})
	}
}
