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
// Only blank lines and comments may stand above and between them. Files written
// by hand need neither.

// formatVersion is the version of the rule language that this program reads.
const formatVersion = "1"

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// unsealed is a rule file without the lines of its seal, and the format that
// they tell. Line ends become "\n": version control may change them.
func unsealed(text string) (format, rules string) {
	format = formatVersion
	var b strings.Builder
	top := true
	for line := range strings.Lines(text) {
		line = strings.TrimRight(line, "\r\n")
		word, rest, _ := strings.Cut(strings.Trim(line, " \t"), " ")
		if top && isSeal(word) {
			if word == "format" {
				format = strings.TrimSpace(rest)
			}
			continue
		}
		top = top && (word == "" || word[0] == '#')
		b.WriteString(line + "\n")
	}
	return format, b.String()
}

// isSeal tells whether a line that starts with the word is a seal's, at the top
// of a file.
func isSeal(word string) bool { return word == "format" || word == "checksum" }

// checksum is the CRC-32C of a rule file without its seal.
func checksum(rules string) string {
	return fmt.Sprintf("%08x", crc32.Checksum([]byte(rules), castagnoli))
}

// Seal puts the lines "format" and "checksum" at the top of a rule file, or
// renews the checksum. A sealed file that has been cut short or changed does not
// parse: among its RuleErrors is one with the code ErrChecksum, or ErrVersion
// for a file in a later version of the language. Line ends become "\n"; the text
// itself need not be right.
func Seal(text string) string {
	format, rules := unsealed(text)
	return "format " + format + "\nchecksum " + checksum(rules) + "\n" + rules
}

// sealed reads a line of the seal.
func (p *fileParser) sealed(word, value string) {
	value = strings.TrimSpace(value)
	at := p.at.col + len(word) + 1
	if p.seal[word] {
		p.fail(lineFault{p.at.col, ErrSyntax, "a second line " + word, ""})
		return
	}
	if p.seal == nil {
		p.seal = map[string]bool{}
	}
	p.seal[word] = true
	if word == "format" {
		if value != formatVersion {
			p.fail(lineFault{at, ErrVersion, "rules of format " + value + ", this program reads " + formatVersion, ""})
		}
		return
	}
	_, rules := unsealed(p.text)
	if got := checksum(rules); !strings.EqualFold(value, got) {
		p.fail(lineFault{at, ErrChecksum, "the rules have been changed: their checksum is " + got, "if they were meant to be, seal them again"})
	}
}
