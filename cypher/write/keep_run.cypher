// Takes the open run's next step, and says whether it was taken before: committed, and the server's word of it lost.
// No row when the run is another's by now.
// params: run, step
MATCH (graph:Graph {id: 'graph'})
SET graph.open_run_at = datetime.realtime()
WITH graph, graph.open_step = $step AS taken
WHERE graph.open_run = $run
SET graph.open_step = $step
RETURN taken
