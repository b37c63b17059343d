package entity

import (
	"fmt"
	"strings"
)

// GazetteerError lists what is wrong with the names given to a gazetteer.
type GazetteerError struct {
	Faults []GazetteerFault // the first 100 that were met, by file and line
	More   int              // how many there are beside them
}

// GazetteerFault is one thing wrong with a file or list of names.
type GazetteerFault struct {
	File    string    // as given by the caller, empty for Go values
	Line    int       // line of the file or number of the name, from 1
	Problem FaultKind // what is wrong
	Detail  string    // the offending text and what to do
}

// FaultKind is a sort of fault.
type FaultKind uint8

// What can be wrong with names.
const (
	FaultHeader   FaultKind = iota + 1 // a column missing, unknown or given twice
	FaultColumns                       // a row with more columns than the header
	FaultQuote                         // a quotation mark not closed on its line, or text behind it
	FaultJSON                          // a line that is no JSON object of strings
	FaultNoName                        // name missing, or without a letter or digit
	FaultNoKind                        // kind missing
	FaultCase                          // case rule that is none
	FaultTooLong                       // more than 1,024 bytes or 32 words
	FaultEncoding                      // not UTF-8
	FaultConflict                      // the same name and kind with another key
	FaultTooMany                       // more names (2^31 - 2, or 4 GB), kinds (1,000) or homonyms (64) than fit
	FaultRead                          // the reader failed
)

var faultNames = [...]string{
	FaultHeader: "bad header", FaultColumns: "too many columns", FaultQuote: "bad quotation", FaultJSON: "bad JSON",
	FaultNoName: "no name", FaultNoKind: "no kind", FaultCase: "bad case rule", FaultTooLong: "too long",
	FaultEncoding: "not UTF-8", FaultConflict: "conflict", FaultTooMany: "too many names", FaultRead: "read failed",
}

func (k FaultKind) String() string {
	if int(k) < len(faultNames) && faultNames[k] != "" {
		return faultNames[k]
	}
	return fmt.Sprintf("FaultKind(%d)", uint8(k))
}

// maxFaults is how many faults are kept.
const maxFaults = 100

// shownFaults is how many of them Error shows.
const shownFaults = 10

func (f GazetteerFault) String() string {
	file := f.File
	if file == "" {
		file = "names"
	}
	return fmt.Sprintf("%s:%d: %s: %s", file, f.Line, f.Problem, f.Detail)
}

// Error lists the first faults, one a line, and says how many more there are.
func (e *GazetteerError) Error() string {
	var b strings.Builder
	b.WriteString("gazetteer: ")
	for i, f := range e.Faults {
		if i == shownFaults {
			break
		}
		if i > 0 {
			b.WriteByte('\n')
		}
		b.WriteString(f.String())
	}
	if more := len(e.Faults) + e.More - shownFaults; more > 0 {
		fmt.Fprintf(&b, "\nand %d more", more)
	}
	return b.String()
}

// quoted shortens a text for a message.
func quoted[S string | []byte](s S) string {
	const most = 40
	if len(s) > most {
		return fmt.Sprintf("%q...", string(s[:most]))
	}
	return fmt.Sprintf("%q", string(s))
}
