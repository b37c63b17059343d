package relation

import (
	_ "embed"
	"sync"
)

//go:embed news.rules
var newsRules string

var news = sync.OnceValues(func() (*Rules, error) {
	return Parse("news.rules", newsRules)
})

// News are the built-in rules: the relations of the news, between people,
// organizations, places and groups. They are compiled once.
func News() (*Rules, error) { return news() }
