// Says who published a source: rows of (source, organisation).
// params: rows
UNWIND $rows AS row
MATCH (source:Source {id: row[0]})
MATCH (publisher:Entity {id: row[1]})
CREATE (source)-[:PUBLISHED_BY]->(publisher)
RETURN count(*) AS written
