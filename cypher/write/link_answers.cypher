// Says which questions claims answer: rows of (claim, issue).
// params: rows
UNWIND $rows AS row
MATCH (claim:Claim {id: row[0]})
MATCH (issue:Issue {id: row[1]})
CREATE (claim)-[:ANSWERS]->(issue)
RETURN count(*) AS written
