// Claims whose questions or natural edge rest on one of these entities.
// params: ids
UNWIND $ids AS id
CALL (id) {
  MATCH (claim:Claim)
  WHERE claim.subject_id = id AND claim.sort_at IS NOT NULL AND claim.id IS NOT NULL
  RETURN claim
  UNION
  MATCH (claim:Claim)
  WHERE claim.object_id = id AND claim.sort_at IS NOT NULL AND claim.id IS NOT NULL
  RETURN claim
  UNION
  MATCH (claim:Claim)
  WHERE claim.during_id = id AND claim.sort_at IS NOT NULL AND claim.id IS NOT NULL
  RETURN claim
  UNION
  MATCH (claim:Claim)
  WHERE claim.claimant_id = id AND claim.sort_at IS NOT NULL AND claim.id IS NOT NULL
  RETURN claim
}
RETURN DISTINCT claim.id AS id
