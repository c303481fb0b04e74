// Datasets as the digest takes them.
// params: after, limit
MATCH (dataset:Dataset)
WHERE dataset.id > $after
WITH dataset
ORDER BY dataset.id
LIMIT $limit
RETURN collect([dataset.id, properties(dataset)]) AS rows
