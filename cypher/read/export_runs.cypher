// The loads that were published, in order, as properties.
// params:
MATCH (run:Run)
WHERE run.published_at IS NOT NULL
RETURN properties(run) AS properties
ORDER BY run.version
