// Removes links between claims that do not both answer the question on which they were found.
// params:
MATCH (claim:Claim)-[link:CONTRADICTS|CORROBORATES|REPEATS|SUPERSEDES]->(other:Claim)
WHERE NOT EXISTS { (claim)-[:ANSWERS]->(:Issue {id: link.issue_id}) }
   OR NOT EXISTS { (other)-[:ANSWERS]->(:Issue {id: link.issue_id}) }
DELETE link
