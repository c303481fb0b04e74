// Questions that live claims answer, as the digest takes them, with the entities that they are about.
// params: after, limit
MATCH (issue:Issue)
WHERE issue.id > $after AND issue.claim_count > 0
WITH issue
ORDER BY issue.id
LIMIT $limit
RETURN collect([
  issue.id,
  properties(issue),
  COLLECT { MATCH (issue)-[about:ABOUT]->(entity:Entity) RETURN [about.key, entity.id] ORDER BY about.key, entity.id }
]) AS rows
