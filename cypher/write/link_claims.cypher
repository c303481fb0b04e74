// Links claims by rule: rows of (type, claim, other, rule, basis, strength, rules version, issue).
// params: rows
UNWIND $rows AS row
MATCH (claim:Claim {id: row[1]})
MATCH (other:Claim {id: row[2]})
CREATE (claim)-[link:$(row[0]) {rule: row[3], basis: row[4], strength: row[5], rules_version: row[6], issue_id: row[7]}]->(other)
RETURN count(link) AS written
