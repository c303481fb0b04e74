// Which of these entities and sources the graph has, with the kind of each.
// params: ids
UNWIND $ids AS id
CALL (id) {
  MATCH (entity:Entity {id: id})
  RETURN entity.kind AS kind
  UNION
  MATCH (source:Source {id: id})
  RETURN 'Source' AS kind
}
RETURN id, kind
