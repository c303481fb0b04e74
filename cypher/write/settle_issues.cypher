// How many live claims answer each question, whether any of them contradict each other (the label is for Neo4j Browser, whose
// colours go by label), whether all their links are kept, and which claims are undecided:
// rows of (issue, contested, whole, undecided).
// params: rows
UNWIND $rows AS row
MATCH (issue:Issue {id: row[0]})
REMOVE issue:Contested
FOREACH (_ IN CASE WHEN row[1] THEN [row] ELSE [] END | SET issue:Contested)
SET issue.contested = row[1],
    issue.is_whole = row[2],
    issue.undecided = row[3],
    issue.claim_count = COUNT { MATCH (issue)<-[:ANSWERS]-(claim:Claim) WHERE claim.live }
RETURN count(issue) AS written
