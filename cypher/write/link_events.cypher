// Links new claims to the event that they are about: rows of (claim, event).
// params: rows
UNWIND $rows AS row
MATCH (claim:Claim {id: row[0]})
MATCH (event:Event {id: row[1]})
CREATE (claim)-[:DURING]->(event)
RETURN count(*) AS written
