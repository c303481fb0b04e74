// How many live claims answer each question, whether any of them contradict each other, and whether all their links are kept: rows of (issue, contested, whole).
// params: rows
UNWIND $rows AS row
MATCH (issue:Issue {id: row[0]})
SET issue.contested = row[1],
    issue.is_whole = row[2],
    issue.claim_count = COUNT { MATCH (issue)<-[:ANSWERS]-(claim:Claim) WHERE claim.live }
RETURN count(issue) AS written
