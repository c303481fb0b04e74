// A page of a dataset's entities as the graph holds them: (id, hash of the row, live), by id.
// params: dataset, after, limit
MATCH (entity:Entity)
WHERE entity.dataset = $dataset AND entity.id > $after
WITH entity
ORDER BY entity.dataset, entity.id
LIMIT $limit
RETURN collect([entity.id, entity.row_hash, entity.live]) AS rows
