// Entities that do not have their own id as the canonical one, with the one that they have.
// params:
MATCH (entity:Entity)
WHERE coalesce(entity.canonical_id, '') <> entity.id
RETURN entity.id AS id, coalesce(entity.canonical_id, '') AS canonical
