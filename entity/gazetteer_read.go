package entity

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"strings"
)

// Format is the format of a file of names.
type Format uint8

// Formats. All are UTF-8, with or without a byte order mark; empty lines are
// skipped.
//
// CSV and TSV have a header row that names the columns, in any order: name,
// kind, canonical, id, case, aliases. Only name is needed, and kind unless
// [WithKind] gives one. Aliases are parted by "|". An unknown column is a
// fault, so that a misspelt one is not lost in silence. In CSV a field may
// stand in quotation marks, with a quotation mark inside doubled; it must end
// on its line. TSV has no quotation.
//
// JSON Lines has an object a line with these names as keys: strings, but for
// aliases, a list of strings.
const (
	AnyFormat Format = iota // by the ending of the file's name, else by its first line
	CSV
	TSV
	JSONLines
)

// ReadGazetteer makes a gazetteer of the names in a file. The file's name is
// for messages, and for [AnyFormat]. If anything is wrong, it returns a
// *[GazetteerError] that lists all faults.
func ReadGazetteer(r io.Reader, file string, format Format, opts ...GazetteerOption) (*Gazetteer, error) {
	b := NewGazetteerBuilder(opts...)
	b.Read(r, file, format)
	return b.Build()
}

// maxLine bounds a line of a file.
const maxLine = 1 << 20

// Read takes the names of a file in. Faults are kept for Build.
func (b *GazetteerBuilder) Read(r io.Reader, file string, format Format) {
	if format == AnyFormat {
		format = formatByName(file)
	}
	b.from(file)
	lines := bufio.NewReaderSize(r, maxLine)
	row := gazRow{file: file}
	var header *gazHeader
	for {
		line, err := lines.ReadSlice('\n')
		row.line++
		if row.line == 1 {
			line = bytes.TrimPrefix(line, []byte("\xEF\xBB\xBF"))
		}
		long := errors.Is(err, bufio.ErrBufferFull)
		for errors.Is(err, bufio.ErrBufferFull) {
			_, err = lines.ReadSlice('\n')
		}
		if err != nil && err != io.EOF {
			b.faultAt(&row, FaultRead, err.Error())
			return
		}
		line = bytes.TrimRight(line, "\r\n")
		switch {
		case long:
			b.faultAt(&row, FaultTooLong, fmt.Sprintf("line of more than %d bytes", maxLine))
			if header == nil && format != JSONLines {
				return
			}
		case len(bytes.TrimSpace(line)) == 0:
		case format == AnyFormat:
			format = formatByLine(line)
			fallthrough
		default:
			switch {
			case format == JSONLines:
				b.readJSON(&row, line)
			case header == nil:
				if header = b.readHeader(&row, line, format); header == nil {
					return
				}
			default:
				b.readFields(&row, line, header)
			}
		}
		if err == io.EOF {
			if header == nil && format != JSONLines {
				row.line = 1
				b.faultAt(&row, FaultHeader, "empty file")
			}
			return
		}
	}
}

func formatByName(file string) Format {
	switch strings.ToLower(filepath.Ext(file)) {
	case ".csv":
		return CSV
	case ".tsv", ".tab":
		return TSV
	case ".jsonl", ".ndjson":
		return JSONLines
	}
	return AnyFormat
}

func formatByLine(line []byte) Format {
	switch {
	case bytes.HasPrefix(bytes.TrimSpace(line), []byte("{")):
		return JSONLines
	case bytes.IndexByte(line, '\t') >= 0:
		return TSV
	}
	return CSV
}

// gazColumn is a column that files may have.
type gazColumn uint8

const (
	columnName gazColumn = iota
	columnKind
	columnCanonical
	columnKey
	columnCase
	columnAliases
	gazColumns
)

var columnNames = [gazColumns]string{"name", "kind", "canonical", "id", "case", "aliases"}

// columnOf finds a column by its name, in any case.
func columnOf(name []byte) (gazColumn, bool) {
	for c, s := range columnNames {
		if len(name) == len(s) && strings.EqualFold(string(name), s) {
			return gazColumn(c), true
		}
	}
	return 0, false
}

// gazHeader says which column is where.
type gazHeader struct {
	format  Format
	columns []gazColumn
	fields  [gazColumns][]byte // of the row at hand
	scratch []byte             // for fields with doubled quotation marks
}

// readHeader reads the first row; nil if it has faults.
func (b *GazetteerBuilder) readHeader(r *gazRow, line []byte, format Format) *gazHeader {
	h := &gazHeader{format: format}
	faults := false
	fault := func(detail string) {
		faults = true
		b.faultAt(r, FaultHeader, detail)
	}
	seen := [gazColumns]bool{}
	for rest, more := line, true; more; {
		var field []byte
		var problem string
		field, rest, more, problem = h.field(rest)
		if problem != "" {
			b.faultAt(r, FaultQuote, problem)
			return nil
		}
		field = bytes.TrimSpace(field)
		c, ok := columnOf(field)
		switch {
		case !ok:
			fault(fmt.Sprintf("unknown column %s, known are %s", quoted(field), strings.Join(columnNames[:], ", ")))
		case seen[c]:
			fault(fmt.Sprintf("column %q twice", columnNames[c]))
		}
		seen[c] = true
		h.columns = append(h.columns, c)
	}
	if !faults && !seen[columnName] {
		fault("no column \"name\"")
	}
	if !faults && !seen[columnKind] && b.kind == "" {
		fault("no column \"kind\", and no kind for all names")
	}
	if faults {
		return nil
	}
	return h
}

// field cuts the first field off a row.
func (h *gazHeader) field(row []byte) (field, rest []byte, more bool, problem string) {
	sep := byte(',')
	if h.format == TSV {
		sep = '\t'
	}
	if h.format == TSV || len(row) == 0 || row[0] != '"' {
		if i := bytes.IndexByte(row, sep); i >= 0 {
			return row[:i], row[i+1:], true, ""
		}
		return row, nil, false, ""
	}
	end := bytes.IndexByte(row[1:], '"') + 1
	doubled := false
	for end > 0 && end+1 < len(row) && row[end+1] == '"' {
		doubled = true
		if next := bytes.IndexByte(row[end+2:], '"'); next >= 0 {
			end += 2 + next
		} else {
			end = 0
		}
	}
	if end <= 0 {
		return nil, nil, false, fmt.Sprintf("%s is not closed on its line", quoted(row))
	}
	field = row[1:end]
	if doubled {
		at := len(h.scratch)
		for i := 0; i < len(field); i++ {
			h.scratch = append(h.scratch, field[i])
			if field[i] == '"' {
				i++
			}
		}
		field = h.scratch[at:]
	}
	switch rest = row[end+1:]; {
	case len(rest) == 0:
		return field, nil, false, ""
	case rest[0] == sep:
		return field, rest[1:], true, ""
	}
	return nil, nil, false, fmt.Sprintf("%s stands behind a closing quotation mark", quoted(rest))
}

// readFields reads a row of a CSV or TSV file.
func (b *GazetteerBuilder) readFields(r *gazRow, line []byte, h *gazHeader) {
	h.fields = [gazColumns][]byte{}
	h.scratch = h.scratch[:0]
	n := 0
	for rest, more := line, true; more; n++ {
		var field []byte
		var problem string
		field, rest, more, problem = h.field(rest)
		if problem != "" {
			b.faultAt(r, FaultQuote, problem)
			return
		}
		if n >= len(h.columns) {
			b.faultAt(r, FaultColumns, fmt.Sprintf("%s is beyond the %d columns of the header", quoted(field), len(h.columns)))
			return
		}
		h.fields[h.columns[n]] = bytes.TrimSpace(field)
	}
	if !b.addFields(r, &h.fields) || len(h.fields[columnAliases]) == 0 {
		return
	}
	for alias := range bytes.SplitSeq(h.fields[columnAliases], []byte("|")) {
		b.addAlias(r, alias)
	}
}

// addFields adds a name from the fields of a row; false if it is so faulty that
// its aliases are none either.
func (b *GazetteerBuilder) addFields(r *gazRow, fields *[gazColumns][]byte) bool {
	rule, ok := b.rule, true
	if s := fields[columnCase]; len(s) > 0 {
		if rule, ok = caseRule(s); !ok {
			b.faultAt(r, FaultCase, fmt.Sprintf("%s, known are %s", quoted(s), strings.Join(caseRules[:], ", ")))
			return false
		}
	}
	r.name, r.kind, r.canonical, r.key, r.rule = fields[columnName], fields[columnKind], fields[columnCanonical], fields[columnKey], rule
	if len(r.name) == 0 {
		b.faultAt(r, FaultNoName, "the name is empty")
		return false
	}
	if len(r.canonical) == 0 {
		r.canonical = r.name
	}
	b.addRow(r)
	return true
}

// addAlias adds a further name of the row that was added last.
func (b *GazetteerBuilder) addAlias(r *gazRow, alias []byte) {
	if r.name = bytes.TrimSpace(alias); len(r.name) > 0 {
		b.addRow(r)
	}
}

func caseRule(s []byte) (CaseRule, bool) {
	for c, name := range caseRules {
		if strings.EqualFold(string(s), name) {
			return CaseRule(c), true
		}
	}
	return 0, false
}
