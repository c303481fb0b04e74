// Says that constraints and indexes stand; the first time, makes the node that every writer takes in turn, with a key that no
// other database has.
// params: version
MERGE (graph:Graph {id: 'graph'})
ON CREATE SET graph.version = 0, graph.key = randomUUID()
SET graph.schema_version = $version
