// Gives entities the canonical id that today's judgements make: rows of (entity, canonical id).
// params: rows
UNWIND $rows AS row
MATCH (entity:Entity {id: row[0]})
SET entity.canonical_id = row[1]
RETURN count(entity) AS written
