// Every claim about a person or by them, retracted ones too: (id, dataset, text, type of the natural edge, issues, assessments).
// params: id
MATCH (:Entity {id: $id})<-[:SUBJECT|OBJECT|CLAIMED_BY]-(claim:Claim)
WITH DISTINCT claim
ORDER BY claim.id
RETURN claim.id AS id,
       claim.dataset AS dataset,
       claim.text AS text,
       claim.relation AS relation,
       COLLECT { MATCH (claim)-[:ANSWERS]->(issue:Issue) RETURN issue.id ORDER BY issue.id } AS issues,
       COUNT { (claim)<-[:ASSESSES]-(:Assessment) } AS assessments
