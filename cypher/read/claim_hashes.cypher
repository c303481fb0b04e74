// A page of a dataset's claims as the graph holds them: (id, hash of the row, live), by id.
// params: dataset, after, limit
MATCH (claim:Claim)
WHERE claim.dataset = $dataset AND claim.id > $after
WITH claim
ORDER BY claim.dataset, claim.id
LIMIT $limit
RETURN collect([claim.id, claim.row_hash, claim.live]) AS rows
