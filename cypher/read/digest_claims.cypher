// Live claims as the digest takes them, with everything that they point to: (type, id, properties).
// params: after, limit
MATCH (claim:Claim)
WHERE claim.id > $after AND claim.live
WITH claim
ORDER BY claim.id
LIMIT $limit
RETURN collect([
  claim.id,
  properties(claim),
  COLLECT {
    MATCH (claim)-[link]->(target)
    RETURN [type(link), target.id, properties(link)]
    ORDER BY type(link), link.level, target.id, link.issue_id
  }
]) AS rows
