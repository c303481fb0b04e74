// Datasets as the digest takes them; the one of judgements made by hand is there or not without saying anything.
// params: after, limit
MATCH (dataset:Dataset)
WHERE dataset.id > $after AND dataset.id <> 'dataset/judgements'
WITH dataset
ORDER BY dataset.id
LIMIT $limit
RETURN collect([dataset.id, properties(dataset)]) AS rows
