// Marks claims that their dataset makes again.
// params: ids, now
UNWIND $ids AS id
MATCH (claim:Claim {id: id})
SET claim.live = true,
    claim.recorded_from = claim.recorded_from + $now,
    claim.changed_at = $now
RETURN count(claim) AS written
