package main

import (
	"database/sql"
	"fmt"
	"strings"
	"text/tabwriter"
	"unicode"
	"unicode/utf8"

	"github.com/dossier-nlp/dossier/examples/internal/notebook"
)

// counts is what the database holds.
const counts = `
SELECT (SELECT count(*) FROM mentions) AS mentions, (SELECT count(*) FROM same) AS "entities of one article",
       (SELECT count(*) FROM entities) AS "entities of all", (SELECT count(*) FROM relations) AS relations`

// question is a step of the story with its SQL.
type question struct {
	title    string
	ofPerson bool // ?1 is the person asked about, and %s in the title
	sql      string
}

var questions = []question{{
	title: "Who met whom, and how often?",
	sql: `
SELECT min(who, whom) AS one, max(who, whom) AS other, count(DISTINCT day) AS days, min(day) AS first, max(day) AS last
FROM events
WHERE name = 'met' AND factuality = 'asserted' AND source_kind = 'PERSON' AND target_kind = 'PERSON'
GROUP BY one, other ORDER BY days DESC, first LIMIT 12`,
}, {
	title: "Which announced meetings and visits took place?",
	sql: `
SELECT plan.who, plan.name AS what, plan.whom, min(plan.date) AS announced, min(held.day) AS "it happened"
FROM events plan
JOIN events held ON held.name = plan.name AND held.factuality = 'asserted' AND held.date > plan.date
 AND (held.source = plan.source AND held.target = plan.target
   OR held.name = 'met' AND held.source = plan.target AND held.target = plan.source)
WHERE plan.name IN ('met', 'visited') AND plan.factuality IN ('future', 'possible')
GROUP BY min(plan.who, plan.whom), max(plan.who, plan.whom), what ORDER BY announced`,
}, {
	title: "Who accused whom, of what?",
	sql: `
SELECT date, who, whom, coalesce(topic, '') AS "of what", coalesce(says, '') AS "says who"
FROM events WHERE name = 'accused' AND factuality = 'asserted' ORDER BY date LIMIT 15`,
}, {
	title:    "What did %s do, and when?",
	ofPerson: true,
	sql: `
SELECT day, who, CASE factuality WHEN 'asserted' THEN '' ELSE factuality || ' ' END || name AS what, whom,
       coalesce(says, '') AS "says who", date AS "read on"
FROM events
WHERE ?1 IN (who, whom) AND name <> 'holds_role'
GROUP BY day, who, what, whom ORDER BY day, date, id`,
}, {
	title:    "By which names do the articles call %s?",
	ofPerson: true,
	sql: `
SELECT m.text AS "called", m.form, count(*) AS times, count(DISTINCT m.article) AS articles
FROM mentions m JOIN same USING (article, local) JOIN entities e ON e.id = entity
WHERE e.name = ?1 GROUP BY m.text, m.form ORDER BY times DESC, m.text LIMIT 12`,
}, {
	title: "Who came into office, and after whom?",
	sql: `
SELECT date, who, name AS what, whom, coalesce(role, '') AS role
FROM events WHERE name IN ('succeeded', 'appointed') GROUP BY who, name, whom ORDER BY date, id`,
}, {
	title: "Which offices had those who came and went?",
	sql: `
SELECT who, min(date) AS "first told", max(date) AS "last told", lower(role) AS role, whom AS "of"
FROM events
WHERE name = 'holds_role' AND role IS NOT NULL AND source IN (
  SELECT source FROM events WHERE name = 'succeeded' UNION SELECT target FROM events WHERE name IN ('succeeded', 'appointed'))
GROUP BY who, lower(role), whom ORDER BY who, 2`,
}}

// ask shows the SQL of a question and its answer as a table.
func (s *store) ask(n *notebook.Book, query string, args ...any) error {
	n.Show(strings.TrimSpace(query))
	rows, err := s.db.Query(query, args...)
	if err != nil {
		return err
	}
	defer rows.Close()
	text, err := table(rows)
	if err != nil {
		return err
	}
	n.Show(text)
	return nil
}

// table writes rows under their columns' names.
func table(rows *sql.Rows) (string, error) {
	columns, err := rows.Columns()
	if err != nil {
		return "", err
	}
	var b strings.Builder
	t := tabwriter.NewWriter(&b, 0, 0, 2, ' ', 0)
	fmt.Fprintln(t, strings.ToUpper(strings.Join(columns, "\t")))
	values := make([]any, len(columns))
	for i := range values {
		values[i] = new(sql.NullString)
	}
	empty := true
	for rows.Next() {
		empty = false
		if err := rows.Scan(values...); err != nil {
			return "", err
		}
		for i, v := range values {
			if i > 0 {
				fmt.Fprint(t, "\t")
			}
			fmt.Fprint(t, short(v.(*sql.NullString).String))
		}
		fmt.Fprintln(t)
	}
	if empty {
		fmt.Fprintln(t, "(nothing)")
	}
	_ = t.Flush() // a strings.Builder does not fail
	return b.String(), rows.Err()
}

// short makes a cell fit to be shown: not too wide, and without anything that
// steers a terminal.
func short(s string) string {
	const most = 60
	s = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return ' '
		}
		return r
	}, strings.ToValidUTF8(s, "\uFFFD"))
	if utf8.RuneCountInString(s) <= most {
		return s
	}
	return string([]rune(s)[:most-1]) + "…"
}
