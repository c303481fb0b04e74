// A page of a dataset's sources as the graph holds them: (id, hash of the row, live), by id.
// params: dataset, after, limit
MATCH (source:Source)
WHERE source.dataset = $dataset AND source.id > $after
WITH source
ORDER BY source.dataset, source.id
LIMIT $limit
RETURN collect([source.id, source.row_hash, source.live]) AS rows
