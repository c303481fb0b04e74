// Takes away links that the rules no longer give: rows of (type, claim, other, issue).
// params: rows
UNWIND $rows AS row
MATCH (claim:Claim {id: row[1]})-[link:CONTRADICTS|CORROBORATES|REPEATS|SUPERSEDES]->(other:Claim {id: row[2]})
WHERE type(link) = row[0] AND link.issue_id = row[3]
DELETE link
