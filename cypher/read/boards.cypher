// What the graph has of these questions' boards: (issue, positions, links); graph/boards.py has what is in them.
// params: ids
UNWIND $ids AS id
MATCH (issue:Issue {id: id})
RETURN issue.id AS issue,
       COLLECT {
         MATCH (position:Position)-[:ON]->(issue)
         RETURN [
           position.id,
           position.rank,
           position.label,
           position.dimension,
           position.unit,
           position.low,
           position.high,
           position.low_open,
           position.high_open,
           position.origin_count,
           position.report_count,
           position.first_asserted.epochSeconds,
           position.last_asserted.epochSeconds,
           COLLECT { MATCH (claim:Claim)-[:TAKES]->(position) RETURN claim.id }
         ]
       } AS positions,
       COLLECT {
         MATCH (issue)<-[:ANSWERS]-(claim:Claim)-[link:CONTRADICTS|CORROBORATES|REPEATS|SUPERSEDES]->(other:Claim)
         WHERE link.issue_id = issue.id
         RETURN [type(link), claim.id, other.id, link.rule, link.basis, link.strength, link.rules_version]
       } AS links
