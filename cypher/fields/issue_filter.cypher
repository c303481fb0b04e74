// What each argument of a list of issues asks of an issue.
// given: MATCH (issue:Issue)

// name: contested
issue.contested = $contested

// name: topic
issue.topic = $topic
