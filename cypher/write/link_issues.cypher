// Says what questions are about: rows of (issue, key, entity).
// params: rows
UNWIND $rows AS row
MATCH (issue:Issue {id: row[0]})
MATCH (entity:Entity {id: row[2]})
CREATE (issue)-[:ABOUT {key: row[1]}]->(entity)
RETURN count(*) AS written
