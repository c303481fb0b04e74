// Gives a page of all claims, retracted ones included, the moment at which anything of them was last recorded; returns the last id.
// Until all are done the schema is of no version; that it says so first keeps loads out for as long as a page takes.
// params: after, limit
MATCH (graph:Graph {id: 'graph'})
SET graph.schema_version = 0
WITH graph
MATCH (claim:Claim)
WHERE claim.id > $after
WITH claim
ORDER BY claim.id
LIMIT $limit
SET claim.changed_at = CASE WHEN claim.live THEN last(claim.recorded_from) ELSE last(claim.recorded_to) END
RETURN max(claim.id) AS last
