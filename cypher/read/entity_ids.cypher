// Ids of live entities that begin so, the first of them by id.
// params: beginning, limit
MATCH (entity:Entity)
WHERE entity.id STARTS WITH $beginning AND entity.live
WITH entity.id AS id
ORDER BY id
LIMIT $limit
RETURN collect(id) AS ids
