package dossier_test

import (
	"encoding/json"
	"fmt"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// schema is as much of JSON Schema 2020-12 as document.schema.json uses.
type schema struct {
	Schema, Title, Description string // annotations, not checked

	Ref                  string `json:"$ref"`
	Type                 string
	Enum                 []any
	Minimum, Maximum     *float64
	Required             []string
	Properties           map[string]*schema
	AdditionalProperties json.RawMessage
	Items                *schema
	PrefixItems          []*schema
	MinItems, MaxItems   *int
	Defs                 map[string]*schema `json:"$defs"`
}

// documentSchema fails the test if the file uses a word that schema lacks.
func documentSchema(t testing.TB) *schema {
	t.Helper()
	data, err := os.ReadFile("document.schema.json")
	require.NoError(t, err)
	data = []byte(strings.Replace(string(data), `"$schema"`, `"schema"`, 1))
	d := json.NewDecoder(strings.NewReader(string(data)))
	d.DisallowUnknownFields()
	s := new(schema)
	require.NoError(t, d.Decode(s))
	return s
}

// requireValid checks JSON against the schema of documents.
func requireValid(t testing.TB, data []byte) {
	t.Helper()
	var v any
	require.NoError(t, json.Unmarshal(data, &v))
	root := documentSchema(t)
	require.Empty(t, root.faults(root, v, ""))
}

func (s *schema) faults(root *schema, v any, path string) []string {
	if name, ok := strings.CutPrefix(s.Ref, "#/$defs/"); ok {
		return root.Defs[name].faults(root, v, path)
	}
	var out []string
	fault := func(format string, args ...any) {
		out = append(out, path+": "+fmt.Sprintf(format, args...))
	}
	if s.Enum != nil && !slices.ContainsFunc(s.Enum, func(e any) bool { return reflect.DeepEqual(e, v) }) {
		fault("%v is none of %v", v, s.Enum)
	}
	kind := ""
	switch v := v.(type) {
	case string:
		kind = "string"
	case float64:
		kind = "number"
		if s.Type == "integer" && v == float64(int64(v)) {
			kind = "integer"
		}
		if s.Minimum != nil && v < *s.Minimum || s.Maximum != nil && v > *s.Maximum {
			fault("%v is out of range", v)
		}
	case []any:
		kind = "array"
		if s.MinItems != nil && len(v) < *s.MinItems || s.MaxItems != nil && len(v) > *s.MaxItems {
			fault("%d items", len(v))
		}
		for i, item := range v {
			at := fmt.Sprintf("%s/%d", path, i)
			if i < len(s.PrefixItems) {
				out = append(out, s.PrefixItems[i].faults(root, item, at)...)
			} else if s.Items != nil {
				out = append(out, s.Items.faults(root, item, at)...)
			}
		}
	case map[string]any:
		kind = "object"
		out = append(out, s.objectFaults(root, v, path)...)
	}
	if s.Type != "" && kind != s.Type {
		fault("%T is no %s", v, s.Type)
	}
	return out
}

func (s *schema) objectFaults(root *schema, v map[string]any, path string) []string {
	var out []string
	for _, key := range s.Required {
		if _, ok := v[key]; !ok {
			out = append(out, path+": no key "+key)
		}
	}
	for key, value := range v {
		at := path + "/" + key
		if p, ok := s.Properties[key]; ok {
			out = append(out, p.faults(root, value, at)...)
			continue
		}
		switch string(s.AdditionalProperties) {
		case "":
		case "false":
			out = append(out, at+": unknown key")
		default:
			other := new(schema)
			if err := json.Unmarshal(s.AdditionalProperties, other); err != nil {
				return append(out, at+": "+err.Error())
			}
			out = append(out, other.faults(root, value, at)...)
		}
	}
	return out
}

func TestSchemaCheckFindsFaults(t *testing.T) {
	root := documentSchema(t)
	for _, c := range []struct{ json, fault string }{
		{`[]`, "no object"},
		{`{"text":"","sentences":[],"mentions":[],"entities":[]}`, "no key relations"},
		{`{"text":"","sentences":[],"mentions":[],"entities":[],"relations":[],"more":1}`, "/more: unknown key"},
		{`{"text":"","sentences":[{"start":-1,"end":0,"tokens":[]}],"mentions":[],"entities":[],"relations":[]}`, "/sentences/0/start: -1 is out of range"},
		{`{"text":"","sentences":[{"start":0,"end":0,"tokens":[[0,1]]}],"mentions":[],"entities":[],"relations":[]}`, "2 items"},
		{`{"text":"","sentences":[],"mentions":[],"entities":[],"relations":[{"factuality":"sure"}]}`, "sure is none of"},
		{`{"text":"","sentences":[],"mentions":[],"entities":[],"relations":[],"raw":{"/text":1}}`, "no string"},
	} {
		var v any
		require.NoError(t, json.Unmarshal([]byte(c.json), &v))
		require.Contains(t, strings.Join(root.faults(root, v, ""), "\n"), c.fault)
	}
}
