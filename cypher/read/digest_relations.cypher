// Natural edges as the digest takes them, by their subjects.
// params: after, limit
MATCH (subject:Entity)
WHERE subject.id > $after AND EXISTS { MATCH (subject)-[relation]->(:Entity) WHERE relation.claim_id IS NOT NULL }
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
