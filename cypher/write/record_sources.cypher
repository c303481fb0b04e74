// What another database recorded of sources: rows of (id, live, what lists go by).
// params: rows
UNWIND $rows AS row
MATCH (source:Source {id: row[0]})
SET source.live = row[1], source.sort_at = row[2]
RETURN count(source) AS written
