// A source with who published it and the claims that stand in it, contested ones first, and who makes them.
// params: id
MATCH (source:Source {id: $id})
CALL (source) {
  MATCH path = (source)-[:PUBLISHED_BY]->{0,1}()
  RETURN path
  UNION
  MATCH path = (source)<-[:STATED_IN]-(claim:Claim)-[:CLAIMED_BY {level: 0}]->(:Entity)
  WHERE claim.live
  RETURN path
  ORDER BY COUNT { (claim)-[:CONTRADICTS]-() } DESC, claim.sort_at DESC
  LIMIT 40
}
RETURN path
