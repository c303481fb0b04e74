// A page of claims, retracted ones too, by id: (id, properties, locator, levels of the attribution).
// params: after, limit
MATCH (claim:Claim)
WHERE claim.id > $after
WITH claim
ORDER BY claim.id
LIMIT $limit
RETURN collect([
  claim.id,
  properties(claim),
  head(COLLECT { MATCH (claim)-[stated:STATED_IN]->(:Source) RETURN stated.locator }),
  COLLECT { MATCH (claim)-[said:CLAIMED_BY]->(entity:Entity) RETURN [entity.id, properties(said)] ORDER BY said.level }
]) AS rows
