// Which of these entities the graph has, with the kind of each, and whether its dataset still describes it.
// params: ids
UNWIND $ids AS id
MATCH (entity:Entity {id: id})
RETURN id, entity.kind AS kind, entity.live AS live
