// Those of these entities that have an external id of the pattern `strong`.
// params: ids, strong
UNWIND $ids AS id
MATCH (entity:Entity {id: id})
WHERE any(external IN entity.external_ids WHERE external =~ $strong)
RETURN id
