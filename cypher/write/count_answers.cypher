// Counts the live claims that answer each question.
// params: ids
UNWIND $ids AS id
MATCH (issue:Issue {id: id})
SET issue.claim_count = COUNT { MATCH (issue)<-[:ANSWERS]-(claim:Claim) WHERE claim.live }
