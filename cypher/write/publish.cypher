// Gives the graph its next version and closes the run, unless another load has published since `held` was read.
// params: run, held, derived_by, datasets, started_at, host, pid, counts, input
MATCH (graph:Graph {id: 'graph'})
SET graph.version = graph.version + 1
WITH graph
WHERE $held IS NULL AND graph.open_run = $run OR graph.version = $held + 1 AND graph.open_run IS NULL
SET graph.derived_by = $derived_by
REMOVE graph.open_run, graph.open_run_at, graph.open_step
MERGE (run:Run {id: $run})
SET run.datasets = $datasets,
    run.started_at = $started_at,
    run.published_at = datetime.realtime(),
    run.host = $host,
    run.pid = $pid,
    run.version = graph.version,
    run.input = $input,
    run.added = $counts[0],
    run.changed = $counts[1],
    run.retracted = $counts[2]
RETURN graph.version AS version
