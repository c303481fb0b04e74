// Says that constraints and indexes stand; the first time, makes the node that every writer takes in turn.
// params: version
MERGE (graph:Graph {id: 'graph'})
ON CREATE SET graph.version = 0
SET graph.schema_version = $version
