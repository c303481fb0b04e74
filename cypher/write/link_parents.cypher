// Puts places into the places that they are part of: rows of (place, whole).
// params: rows
UNWIND $rows AS row
MATCH (place:Entity {id: row[0]})
MATCH (whole:Entity {id: row[1]})
CREATE (place)-[:PART_OF]->(whole)
RETURN count(*) AS written
