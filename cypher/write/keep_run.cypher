// Shows that the open run is alive; no row when it is another's by now.
// params: run
MATCH (graph:Graph {id: 'graph', open_run: $run})
SET graph.open_run_at = datetime.realtime()
RETURN graph.version AS version
