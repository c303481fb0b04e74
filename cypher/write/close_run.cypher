// Says that a run is no longer open.
// params: run
MATCH (graph:Graph {id: 'graph'})
WHERE graph.open_run = $run
REMOVE graph.open_run, graph.open_run_at, graph.open_step
RETURN count(graph) AS written
