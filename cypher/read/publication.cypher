// The published version, what derived it, seconds since the open run was heard of, how many steps it has taken, and the run: (id, datasets, started_at, host, pid).
// params:
MATCH (graph:Graph {id: 'graph'})
RETURN graph.version AS version,
       graph.derived_by AS derived_by,
       duration.inSeconds(graph.open_run_at, datetime.realtime()).seconds AS silent,
       coalesce(graph.open_step, 0) AS step,
       head(COLLECT {
         MATCH (run:Run {id: graph.open_run})
         RETURN [run.id, run.datasets, run.started_at, run.host, run.pid]
       }) AS run
