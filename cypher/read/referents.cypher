// What entities stand for: canonical id, its name, the parties that its members belong to, the places that it lies in, and its own name.
// params: ids
UNWIND $ids AS id
MATCH (entity:Entity {id: id})
MATCH (canonical:Entity {id: entity.canonical_id})
RETURN entity.id AS id,
       canonical.id AS canonical,
       canonical.name AS name,
       COLLECT {
         MATCH (member:Entity {canonical_id: canonical.id})
         MATCH (side:Entity {id: member.side})
         RETURN DISTINCT side.canonical_id
       } AS parties,
       coalesce(canonical.wholes, []) AS wholes,
       entity.name AS own
