package relation

import (
	_ "embed"
	"sync"
)

//go:embed news.rules
var newsRules string

//go:embed examples.rules
var newsExamples string

var news = sync.OnceValues(func() (*Rules, error) {
	rules, errs := parseSet("news.rules", newsRules)
	examples, more := parseSet("examples.rules", newsExamples)
	return compile([]Set{rules, examples}, append(errs, more...))
})

// News are the built-in rules: the relations of the news, between people,
// organizations, places and groups. They are compiled once.
func News() (*Rules, error) { return news() }
