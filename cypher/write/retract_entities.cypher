// Marks entities that their dataset no longer describes; claims about them keep them.
// params: ids
UNWIND $ids AS id
MATCH (entity:Entity {id: id})
SET entity.live = false
RETURN count(entity) AS written
