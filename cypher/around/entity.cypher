// A thing with the claims about it and by it, contested ones first, and what they connect it with.
// params: id
MATCH (named:Entity {id: $id})
MATCH (entity:Entity {canonical_id: named.canonical_id})
CALL (entity) {
  MATCH path = (entity)
  RETURN path
  UNION
  MATCH path = (entity)<-[:SUBJECT|OBJECT|DURING]-(claim:Claim)-[:CLAIMED_BY {level: 0}]->(:Entity)
  WHERE claim.live
  RETURN path
  ORDER BY COUNT { (claim)-[:CONTRADICTS]-() } DESC, claim.sort_at DESC
  LIMIT 25
  UNION
  MATCH path = (entity)<-[:CLAIMED_BY {level: 0}]-(claim:Claim)-[:SUBJECT]->(:Entity)
  WHERE claim.live
  RETURN path
  ORDER BY COUNT { (claim)-[:CONTRADICTS]-() } DESC, claim.sort_at DESC
  LIMIT 25
  UNION
  MATCH path = (entity)-[edge]-(:Entity)
  WHERE edge.claim_id IS NOT NULL
  RETURN path
  LIMIT 25
}
RETURN path
