// Live entities as the digest takes them, with the places that they are part of.
// params: after, limit
MATCH (entity:Entity)
WHERE entity.id > $after AND entity.live
WITH entity
ORDER BY entity.id
LIMIT $limit
RETURN collect([
  entity.id,
  COLLECT { UNWIND labels(entity) AS label RETURN label ORDER BY label },
  properties(entity),
  COLLECT { MATCH (entity)-[:PART_OF]->(whole:Place) RETURN whole.id ORDER BY whole.id }
]) AS rows
