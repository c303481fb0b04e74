// Natural edges that stand for no claim which knows of them: (claim, type).
// params:
MATCH (:Entity)-[relation]->(:Entity)
WHERE relation.claim_id IS NOT NULL
  AND NOT EXISTS { MATCH (claim:Claim {id: relation.claim_id}) WHERE claim.relation = type(relation) }
RETURN relation.claim_id AS claim, type(relation) AS type
ORDER BY claim, type
