package main

import (
	"strings"

	"github.com/dossier-nlp/dossier/entity"
)

// surfaces are the names of the training files, with how often each is of
// which kind, and how often its first word stands outside a name.
type surfaces map[string]map[entity.Kind]int

func (n surfaces) add(all []sentence) {
	for _, s := range all {
		for _, p := range s.spans {
			name := s.text[p.Start:p.End]
			if n[name] == nil {
				n[name] = map[entity.Kind]int{}
			}
			n[name][p.Kind]++
		}
	}
}

// kind is the kind that a name has three times in four at least, or "".
func (n surfaces) kind(name string) entity.Kind {
	total := 0
	for _, c := range n[name] {
		total += c
	}
	for k, c := range n[name] {
		if total > 1 && 4*c >= 3*total {
			return k
		}
	}
	return ""
}

// hyphenated marks the names in compounds: some files take "London-based" and
// "U.S.-led" for one word that is no name, the library's tokens are three.
func (n surfaces) hyphenated(all []sentence) {
	for i := range all {
		s := &all[i]
		covered := make([]bool, len(s.text))
		for _, p := range s.spans {
			for k := p.Start; k < p.End; k++ {
				covered[k] = true
			}
		}
		for start := 0; start < len(s.text); {
			end := start + strings.IndexByte(s.text[start:]+" ", ' ')
			if w := s.text[start:end]; strings.Count(w, "-") == 1 && !covered[start] {
				n.parts(s, start, w, covered)
			}
			start = end + 1
		}
	}
}

// parts marks the names in the compound w, which stands at byte start.
func (n surfaces) parts(s *sentence, start int, w string, covered []bool) {
	first, second, _ := strings.Cut(w, "-")
	from := start
	if k := strings.LastIndexByte(strings.TrimSuffix(s.text[:start], " "), ' ') + 1; start > 0 && !covered[k] &&
		n.kind(s.text[k:start]+first) != "" { // "New York-based"
		from = k
	}
	kind := n.kind(s.text[from : start+len(first)])
	if kind == "" {
		return
	}
	small := second != "" && second[0] >= 'a' && second[0] <= 'z'
	other := n.kind(second)
	if !small && other == "" {
		return
	}
	s.spans = append(s.spans, entity.Span{Start: from, End: start + len(first), Kind: kind})
	if other != "" {
		at := start + len(first) + 1
		s.spans = append(s.spans, entity.Span{Start: at, End: at + len(second), Kind: other})
	}
}
