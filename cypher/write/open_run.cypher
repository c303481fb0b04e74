// Says that a load too big for one transaction is under way: until it is published, answers tell so.
// A run whose leader is gone may be taken over by naming it as the previous one.
// params: run, previous, held, datasets, started_at, host, pid
MATCH (graph:Graph {id: 'graph'})
SET graph.open_run_at = datetime.realtime()
WITH graph
WHERE graph.version = $held AND coalesce(graph.open_run, '') = coalesce($previous, '')
SET graph.open_run = $run
CREATE (run:Run {id: $run, datasets: $datasets, started_at: $started_at, host: $host, pid: $pid})
RETURN run.id AS id
