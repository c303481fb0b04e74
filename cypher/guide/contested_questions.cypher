// Which questions are contested
// Questions in red, the positions on each, and the claims that take them: claims on one position can be right together.
// params:
MATCH (issue:Issue {contested: true})
WITH issue
ORDER BY issue.claim_count DESC
LIMIT 5
MATCH path = (issue)<-[:ON]-(:Position)<-[:TAKES]-(:Claim)
RETURN path
