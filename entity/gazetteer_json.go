package entity

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
)

// readJSON reads a line of a JSON Lines file. Plain objects, without escapes,
// are read in place; what else the line may be is left to encoding/json.
func (b *GazetteerBuilder) readJSON(r *gazRow, line []byte) {
	var fields [gazColumns][]byte
	if plainObject(line, &fields) {
		b.addFields(r, &fields)
		return
	}
	var aliases []string
	var object map[string]json.RawMessage
	if err := json.Unmarshal(line, &object); err != nil || object == nil {
		b.faultAt(r, FaultJSON, fmt.Sprintf("%s is no JSON object", quoted(line)))
		return
	}
	for _, key := range slices.Sorted(maps.Keys(object)) {
		value := object[key]
		c, ok := columnOf([]byte(key))
		if !ok {
			b.faultAt(r, FaultJSON, fmt.Sprintf("unknown key %s", quoted(key)))
			return
		}
		if bytes.Equal(bytes.TrimSpace(value), []byte("null")) {
			continue
		}
		if c == columnAliases {
			var list []string
			if err := json.Unmarshal(value, &list); err != nil {
				b.faultAt(r, FaultJSON, fmt.Sprintf("aliases %s are no list of strings", quoted([]byte(value))))
				return
			}
			aliases = append(aliases, list...)
			continue
		}
		var s string
		if err := json.Unmarshal(value, &s); err != nil {
			b.faultAt(r, FaultJSON, fmt.Sprintf("%s of key %q is no string", quoted([]byte(value)), columnNames[c]))
			return
		}
		fields[c] = []byte(s)
	}
	for c := range fields {
		fields[c] = bytes.TrimSpace(fields[c])
	}
	if !b.addFields(r, &fields) {
		return
	}
	for _, alias := range aliases {
		b.addAlias(r, []byte(alias))
	}
}

// plainObject reads {"name": "...", ...} whose strings have no escapes; false
// if the line is anything else.
func plainObject(line []byte, fields *[gazColumns][]byte) bool {
	if bytes.IndexByte(line, '\\') >= 0 {
		return false
	}
	line = bytes.TrimSpace(line)
	if len(line) < 2 || line[0] != '{' {
		return false
	}
	for first := true; ; first = false {
		line = skipBlanks(line[1:])
		if len(line) == 1 && line[0] == '}' && first {
			return true
		}
		key, rest, ok := plainString(line)
		if !ok {
			return false
		}
		c, ok := columnOf(key)
		if !ok || fields[c] != nil || c == columnAliases {
			return false
		}
		rest = skipBlanks(rest)
		if len(rest) == 0 || rest[0] != ':' {
			return false
		}
		value, rest, ok := plainString(skipBlanks(rest[1:]))
		if !ok {
			return false
		}
		fields[c] = bytes.TrimSpace(value)
		line = skipBlanks(rest)
		switch {
		case len(line) == 1 && line[0] == '}':
			return true
		case len(line) == 0 || line[0] != ',':
			return false
		}
	}
}

// skipBlanks cuts leading spaces and tabs off.
func skipBlanks(s []byte) []byte {
	for len(s) > 0 && (s[0] == ' ' || s[0] == '\t') {
		s = s[1:]
	}
	return s
}

// plainString cuts a quoted string without escapes or control characters off.
func plainString(s []byte) (value, rest []byte, ok bool) {
	if len(s) == 0 || s[0] != '"' {
		return nil, nil, false
	}
	end := bytes.IndexByte(s[1:], '"')
	if end < 0 {
		return nil, nil, false
	}
	value = s[1 : 1+end]
	for _, c := range value {
		if c < ' ' {
			return nil, nil, false
		}
	}
	return value, s[end+2:], true
}
