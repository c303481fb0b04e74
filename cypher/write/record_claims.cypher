// What another database recorded of claims: rows of (id, live, recorded from, recorded to, changed at).
// params: rows
UNWIND $rows AS row
MATCH (claim:Claim {id: row[0]})
SET claim.live = row[1],
    claim.recorded_from = row[2],
    claim.recorded_to = row[3],
    claim.changed_at = row[4],
    claim.sort_at = coalesce(claim.asserted_min, claim.asserted_max, claim.published_at, row[2][0])
RETURN count(claim) AS written
