// Takes claims off the boards of questions that they no longer answer, with their links there: rows of (claim, issue).
// params: rows
UNWIND $rows AS row
MATCH (claim:Claim {id: row[0]})
OPTIONAL MATCH (claim)-[link:CONTRADICTS|CORROBORATES|REPEATS|SUPERSEDES {issue_id: row[1]}]-(:Claim)
OPTIONAL MATCH (claim)-[takes:TAKES]->(:Position)-[:ON]->(:Issue {id: row[1]})
DELETE link, takes
