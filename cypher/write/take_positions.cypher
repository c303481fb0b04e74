// Says which claims take a position: rows of (claim, position).
// params: rows
UNWIND $rows AS row
MATCH (claim:Claim {id: row[0]})
MATCH (position:Position {id: row[1]})
CREATE (claim)-[:TAKES]->(position)
RETURN count(*) AS written
