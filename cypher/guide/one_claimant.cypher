// What rests on one claimant
// The claims that one claimant is the first to make, what they are about, and the claims that stand against or beside them. Write a name between the quotes; without one it is the claimant whose words are handed on most.
// params:
WITH '' AS name
MATCH (claimant:Entity)
WHERE toLower(claimant.name) CONTAINS toLower(name)
WITH claimant
ORDER BY
  toLower(claimant.name) = toLower(name) DESC,
  COUNT { (claimant)<-[:CLAIMED_BY {level: 0}]-(:Claim)-[:CLAIMED_BY {level: 1}]->() } DESC,
  COUNT { (claimant)<-[:CLAIMED_BY {level: 0}]-() } DESC
LIMIT 1
MATCH (claimant)<-[:CLAIMED_BY {level: 0}]-(claim:Claim)
WHERE claim.live
WITH claimant, claim
ORDER BY claim.sort_at DESC
LIMIT 30
MATCH path = (claimant)<-[:CLAIMED_BY {level: 0}]-(claim)-[:SUBJECT|CONTRADICTS|CORROBORATES|REPEATS|SUPERSEDES]-()
RETURN path
