// A question with what it is about, the positions on it, the claims that answer it, and who makes them.
// params: id
MATCH (issue:Issue {id: $id})
CALL (issue) {
  MATCH path = (issue)-[:ABOUT]->(:Entity)
  RETURN path
  UNION
  MATCH path = (issue)<-[:ON]-(:Position)<-[:TAKES]-(claim:Claim)-[:CLAIMED_BY {level: 0}]->(:Entity)
  RETURN path
  ORDER BY COUNT { (claim)-[:CONTRADICTS]-() } DESC, claim.sort_at DESC
  LIMIT 50
  UNION
  MATCH path = (issue)<-[:ANSWERS]-(claim:Claim)-[:CLAIMED_BY {level: 0}]->(:Entity)
  WHERE claim.live
  RETURN path
  ORDER BY COUNT { (claim)-[:CONTRADICTS]-() } DESC, claim.sort_at DESC
  LIMIT 50
}
RETURN path
