// Deletes claims for good, with their assessments.
// params: ids
UNWIND $ids AS id
MATCH (claim:Claim {id: id})
OPTIONAL MATCH (claim)<-[:ASSESSES]-(assessment:Assessment)
WITH claim, collect(assessment) AS assessments
FOREACH (assessment IN assessments | DETACH DELETE assessment)
DETACH DELETE claim
RETURN count(*) AS written
