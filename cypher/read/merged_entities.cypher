// Entities that judgements have given another's id.
// params:
MATCH (entity:Entity)
WHERE entity.canonical_id <> entity.id
RETURN entity.id AS id, entity.canonical_id AS canonical
