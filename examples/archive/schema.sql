-- What the articles say, as they say it. An entity is known here by its
-- article and its number there.
CREATE TABLE articles (id TEXT PRIMARY KEY, date TEXT, headline TEXT, text TEXT);
CREATE TABLE mentions (article TEXT REFERENCES articles, start INT, end INT, text TEXT, form TEXT, local INT);
CREATE TABLE roles (article TEXT REFERENCES articles, local INT, title TEXT);
CREATE TABLE relations (
  id INTEGER PRIMARY KEY, article TEXT REFERENCES articles, name TEXT, factuality TEXT, day TEXT,
  source INT, source_text TEXT, target INT, target_text TEXT,
  attribution INT, topic TEXT, role TEXT, evidence TEXT, rule TEXT, score REAL);

-- Who is who in all articles.
CREATE TABLE entities (id INTEGER PRIMARY KEY, kind TEXT, name TEXT, place TEXT, key TEXT);
CREATE TABLE same (article TEXT, local INT, entity INT REFERENCES entities, PRIMARY KEY (article, local));

-- The relations between the entities of all articles. A relation with an end
-- that the article does not identify ("they met him") is none of them.
CREATE VIEW events AS
SELECT r.id, a.date, coalesce(r.day, a.date) AS day, a.id AS article, r.name, r.factuality,
       s.id AS source, s.name AS who, s.kind AS source_kind,
       t.id AS target, t.name AS whom, t.kind AS target_kind,
       says.name AS says, r.topic, r.role, r.evidence, r.score
FROM relations r
JOIN articles a ON a.id = r.article
JOIN same ss ON ss.article = r.article AND ss.local = r.source
JOIN entities s ON s.id = ss.entity
JOIN same ts ON ts.article = r.article AND ts.local = r.target
JOIN entities t ON t.id = ts.entity
LEFT JOIN same xs ON xs.article = r.article AND xs.local = r.attribution
LEFT JOIN entities says ON says.id = xs.entity;
