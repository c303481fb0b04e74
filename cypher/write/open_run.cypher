// Says that a load too big for one transaction is under way: until it is published, answers tell so.
// A run whose leader is gone may be taken over by naming it as the previous one, with the steps that it had taken.
// params: run, previous, step, held, datasets, started_at, host, pid
MATCH (graph:Graph {id: 'graph'})
SET graph.open_run_at = datetime.realtime()
WITH graph, coalesce(graph.open_run, '') AS open, coalesce(graph.open_step, 0) AS step
WHERE open = $run OR graph.version = $held AND open = coalesce($previous, '') AND step = $step
SET graph.open_run = $run, graph.open_step = 0
MERGE (run:Run {id: $run})
SET run.datasets = $datasets, run.started_at = $started_at, run.host = $host, run.pid = $pid
RETURN run.id AS id
