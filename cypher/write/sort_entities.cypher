// Gives a page of all entities, retracted ones included, what lists order them by, as `describe_entities` does; returns the last id.
// Until all are done the schema is of no version; that it says so first keeps loads out for as long as a page takes.
// params: after, limit
MATCH (graph:Graph {id: 'graph'})
SET graph.schema_version = 0
WITH graph
MATCH (entity:Entity)
WHERE entity.id > $after
WITH entity
ORDER BY entity.id
LIMIT $limit
SET entity.sort_name = left(entity.name, 200)
RETURN max(entity.id) AS last
