// The loads of another database, rows of (id, properties), and the version that the last of them gave it; the run that restored them is forgotten.
// params: rows, version, derived_by, run
MATCH (graph:Graph {id: 'graph'})
SET graph.version = $version, graph.derived_by = $derived_by
WITH graph
OPTIONAL MATCH (restoring:Run {id: $run})
DETACH DELETE restoring
WITH DISTINCT graph
UNWIND $rows AS row
MERGE (run:Run {id: row[0]})
SET run += row[1]
RETURN count(run) AS written
