// Natural edges as the digest takes them, by their subject.
// params: after, limit
MATCH (subject:Entity)
WHERE subject.id > $after
WITH subject
ORDER BY subject.id
LIMIT $limit
RETURN collect([
  subject.id,
  COLLECT {
    MATCH (subject)-[relation]->(object:Entity)
    WHERE relation.claim_id IS NOT NULL
    RETURN [type(relation), object.id, properties(relation)]
    ORDER BY relation.claim_id
  }
]) AS rows
