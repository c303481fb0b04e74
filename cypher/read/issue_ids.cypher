// Every question.
// params:
MATCH (issue:Issue)
RETURN issue.id AS id
