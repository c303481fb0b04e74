// Which graph it is and which version of it is published, and whether a load too big for one transaction is under way.
// params:
MATCH (graph:Graph {id: 'graph'})
RETURN graph.key AS key, graph.version AS version, graph.open_run IS NOT NULL AS open
