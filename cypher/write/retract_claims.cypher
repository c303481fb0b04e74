// Marks claims that their dataset no longer makes; they stay, with when that was seen.
// params: ids, now
UNWIND $ids AS id
MATCH (claim:Claim {id: id})
SET claim.live = false,
    claim.recorded_to = claim.recorded_to + $now,
    claim.changed_at = $now
RETURN count(claim) AS written
