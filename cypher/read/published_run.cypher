// The version that a run gave the graph; no row when it has not.
// params: run
MATCH (run:Run {id: $run})
WHERE run.published_at IS NOT NULL
RETURN run.version AS version
