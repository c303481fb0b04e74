// What was erased for good, as hashes, and the salt that they are made with.
// params:
MATCH (graph:Graph {id: 'graph'})
RETURN graph.purge_salt AS salt, coalesce(graph.purged, []) AS hashes
