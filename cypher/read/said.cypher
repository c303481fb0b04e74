// What of these claims decides the questions that they answer, with the answers and the natural edge that the graph has for them.
// params: ids
UNWIND $ids AS id
MATCH (claim:Claim {id: id})
RETURN claim.id AS id,
       claim.predicate AS predicate,
       claim.subject_id AS subject,
       claim.claimant_id AS claimant,
       claim.text AS text,
       claim.object_id AS object,
       claim.during_id AS during,
       claim.dimension AS dimension,
       claim.polarity AS polarity,
       claim.modality AS modality,
       claim.live AS live,
       claim.relation AS relation,
       COLLECT { MATCH (claim)-[:ANSWERS]->(issue:Issue) RETURN issue.id } AS answers
