// Questions: rows of (id, question, family, topic, unordered).
// params: rows
UNWIND $rows AS row
MERGE (issue:Issue {id: row[0]})
ON CREATE SET issue.claim_count = 0
SET issue.question = row[1],
    issue.family = row[2],
    issue.topic = row[3],
    issue.unordered = row[4]
RETURN count(issue) AS written
