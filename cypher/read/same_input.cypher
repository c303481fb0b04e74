// The version as which exactly this input was published, and today's, if no load has touched its datasets since and none is open.
// params: input
MATCH (run:Run)
WHERE run.input = $input AND run.published_at IS NOT NULL AND NOT EXISTS {
  MATCH (later:Run)
  WHERE later.version > run.version AND any(dataset IN later.datasets WHERE dataset IN run.datasets)
} AND NOT EXISTS {
  MATCH (graph:Graph {id: 'graph'})
  WHERE graph.open_run IS NOT NULL
}
RETURN run.version AS version, head(COLLECT { MATCH (graph:Graph {id: 'graph'}) RETURN graph.version }) AS current
ORDER BY version DESC
LIMIT 1
