// Positions as the digest takes them; who takes them stands with the claims.
// params: after, limit
MATCH (position:Position)
WHERE position.id > $after
WITH position
ORDER BY position.id
LIMIT $limit
RETURN collect([position.id, properties(position), COLLECT { MATCH (position)-[:ON]->(issue:Issue) RETURN issue.id }]) AS rows
