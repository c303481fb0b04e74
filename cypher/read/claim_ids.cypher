// A page of all claims' ids.
// params: after, limit
MATCH (claim:Claim)
WHERE claim.id > $after
WITH claim.id AS id
ORDER BY id
LIMIT $limit
RETURN collect(id) AS ids
