// An entity as a purge needs it: kind, name, ids elsewhere, the others that it is shown as one with.
// params: id
MATCH (entity:Entity {id: $id})
RETURN entity.kind AS kind,
       entity.name AS name,
       coalesce(entity.external_ids, []) AS external_ids,
       COLLECT {
         MATCH (other:Entity)
         WHERE other.canonical_id = entity.canonical_id AND other.id <> entity.id
         RETURN other.id ORDER BY other.id
       } AS others
