// A page of entities, retracted ones too, with the places that they are part of, by id: (id, properties, wholes).
// params: after, limit
MATCH (entity:Entity)
WHERE entity.id > $after
WITH entity
ORDER BY entity.id
LIMIT $limit
RETURN collect([
  entity.id,
  properties(entity),
  COLLECT { MATCH (entity)-[:PART_OF]->(whole:Place) RETURN whole.id ORDER BY whole.id }
]) AS rows
