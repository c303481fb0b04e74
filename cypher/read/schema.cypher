// A row when constraints and indexes stand as this version wants them.
// params: version
MATCH (graph:Graph {id: 'graph', schema_version: $version})
RETURN graph.id AS id
