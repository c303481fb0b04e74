// Links new claims to their objects: rows of (claim, object).
// params: rows
UNWIND $rows AS row
MATCH (claim:Claim {id: row[0]})
MATCH (object:Entity {id: row[1]})
CREATE (claim)-[:OBJECT]->(object)
RETURN count(*) AS written
